"""Words that one account quotes stand nearly verbatim, without quotation marks, in the other.

Example: one has Ann Dole say “we will close every ferry line by spring”, the other
writes that they will close every ferry line by spring.

Not flagged: fewer than four words in a row, or more than one of them changed;
function words and names alone; words that the other account quotes as well;
chance likenesses in sentences that tell different things.

Known false alarms: set phrases ("the right to bear arms") that both need.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from compare.function_words import FUNCTION_WORDS
from compare.model import Alignment, Discrepancy, Reading, Span, Speech
from compare.utterances import speeches
from compare.utterances.narration import Narration, told_again
from compare.utterances.phrases import Renderings, credited, phrase, reading, renderings
from compare.words import Run

SEVERITY = "note"
SEVERITIES = (SEVERITY,)

SAME, TELLING = 4, 2
"""So many words must be the same, so many of them content words, one of these not a name.

From the first content word to the last there must be as many, unless the whole is ``SURE``.
"""

SURE = 6
"""So many words in a row tell without a link between the sentences."""


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One note a stretch of quoted words that the other account has as its own."""
    linked = {(i, j) for link in alignment.links for i in link.left for j in link.right}
    sides = (alignment.left, alignment.right)
    for quoting, telling in (sides, sides[::-1]):
        said = speeches(quoting)
        if not said:
            continue
        pairs = linked if quoting is alignment.left else {(j, i) for i, j in linked}
        narration, quoted = Narration(telling, said), renderings(telling)
        starts = [s.start for s in quoting.sentences]
        for speech in said:
            for run in _told(speech, narration, quoted, starts, pairs):
                yield _discrepancy(alignment, speech, narration, run)


def _told(
    speech: Speech, narration: Narration, quoted: Renderings, starts: Sequence[int], linked: set[tuple[int, int]]
) -> Iterator[Run]:
    """The stretches of a speech that the other account tells in the same words, the longest first."""
    taken: set[int] = set()
    found = sorted(told_again(speech, narration), key=lambda r: (r[0] - r[1], r))
    for a, b, c, d in found:
        words = speech.words[a:b]
        if taken.intersection(range(a, b)) or not _telling(speech, narration, (a, b, c, d)):
            continue
        row = [w[2] for w in words] == [t.key for t in narration.words[c:d]]
        pair = bisect_right(starts, words[0][0]) - 1, narration.sentences[c]
        if (pair in linked or row and b - a >= SURE) and not _quoted(quoted, speech, narration, (a, b, c, d)):
            taken.update(range(a, b))
            yield a, b, c, d


def _quoted(quoted: Renderings, speech: Speech, narration: Narration, run: Run) -> bool:
    """Whether the other account quotes the words somewhere, in either form."""
    a, b, c, d = run
    return quoted.quotes([w[2] for w in speech.words[a:b]]) or quoted.quotes([t.key for t in narration.words[c:d]])


def _telling(speech: Speech, narration: Narration, run: Run) -> bool:
    """Whether enough of the words are the same, and say something."""
    a, b, c, d = run
    same = {t.key for t in narration.words[c:d]}
    words = [w for w in speech.words[a:b] if w[2] in same]
    telling = [k for k in range(a, b) if speech.words[k][2] not in FUNCTION_WORDS]
    if not telling or (telling[-1] - telling[0] < SAME - 1 and b - a < SURE):
        return False
    content = [w for w in words if w[2] not in FUNCTION_WORDS]
    text = speech.account.text
    return len(words) >= SAME and len(content) >= TELLING and any(text[w[0]].islower() for w in content)


def _discrepancy(alignment: Alignment, speech: Speech, narration: Narration, run: Run) -> Discrepancy:
    a, b, c, d = run
    text, start, end = narration.account.text, narration.words[c].start, narration.words[d - 1].end
    sentence = narration.account.sentences[narration.sentences[c]]
    here = reading(speech, a, b)
    there = Reading(start, end, narration.account.id, Span(sentence.start, sentence.end))
    who = f"has {credited(speech.speaker)} say" if speech.speaker else "quotes"
    message = (
        f"{speech.account.label} {who} “{phrase(speech, a, b, around=0)}”; "
        f"{narration.account.label} has “{' '.join(text[start:end].split())}” without quotation marks."
    )
    readings = (here, there) if speech.account is alignment.left else (there, here)
    return Discrepancy("quotation-unquoted", SEVERITY, message, readings)
