"""The same words are credited to different people.

Example: “Nobody told the parents about the fire,” said Ann Dole in one account;
in the other Tom Marsh said so.

Not flagged: a role or a pronoun in place of a name; somebody who is quoted by the
other; a verb of thinking; words that differ. Who may speak for another (a spokesman,
a lawyer, a director), a paper or a body in place of somebody else, and few words, are a note.

Known false alarms: a credit that is read wrongly where two people speak in one
sentence; two people who recite one text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import product

from compare.claims.speakers import two_credits
from compare.function_words import FUNCTION_WORDS
from compare.model import (
    Account,
    Alignment,
    Discrepancy,
    Parallel,
    Quotation,
    Reading,
    Sentence,
    Span,
    Speech,
)
from compare.names import one_edit, plain
from compare.names.named import PRONOUNS, named_beside, two_people
from compare.passages import copied_beside
from compare.quotations.turns import is_labelled
from compare.quotations.verbs import SPEAKING
from compare.quotations.vocabulary import ORGANISATIONS, TITLES
from compare.tokens import keys
from compare.utterances.differences import differences
from compare.utterances.phrases import phrase

SEVERITY = "error"
SEVERITIES = SEVERITY, "note"

SAME, SAME_BUT_ONE, TELLING = 5, 8, 3
"""So many words must be the same when none differs; when one does; so many of them content words."""

_RELAYING = frozenset(
    """
    quote quotes quoted quoting cite cites cited citing recite recites recited read reads reading echo echoes echoed
    echoing repeat repeats repeated repeating imply implies implied signal signals signaled retweet retweets retweeted
    sing sings sang chant chants chanted dub dubs dubbed term terms termed call calls called label labels labeled
    """.split()
)
"""Verbs whose subject may give another's words."""

_FOR_ANOTHER = frozenset(
    """
    spokesman spokeswoman spokesperson spokesmen spokespeople secretary aide aides adviser advisor advisers advisors
    lawyer lawyers attorney attorneys manager director staff office campaign statement letter representative read
    quoted quoting citing cited echoed echoing repeated behalf
    """.split()
)
"""Words that tell of somebody who speaks for another, or repeats another's words."""

_SUFFIXES = frozenset("jr sr ii iii iv".split())

_Credits = tuple[tuple[Span, Span], tuple[str, str]]
"""Where two accounts name the speaker, and how."""


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One discrepancy a pair of credits that name two people for the same words."""
    seen: set[tuple[int, Span]] = set()
    for parallel in alignment.parallels:
        found = _credited(alignment, parallel) or next(_other_names(alignment, parallel), None)
        severity = SEVERITY if found else "note"
        found = found or two_credits(parallel, alignment)
        places = set(enumerate(found[0])) if found else set()
        if found and seen.isdisjoint(places):
            seen |= places
            yield _discrepancy(parallel, *found, severity)


def _credited(alignment: Alignment, parallel: Parallel) -> _Credits | None:
    """The mentions and the names of two people to whom the same words are credited."""
    if not _same_words(parallel):
        return None
    a, b, c, d = parallel.stretch
    left, right = _credit(parallel.left, a, b), _credit(parallel.right, c, d)
    if left and right and _two_people(left, right, alignment):
        return (left.mention or left, right.mention or right), (left.speaker or "", right.speaker or "")
    return None


def _other_names(alignment: Alignment, parallel: Parallel) -> Iterator[_Credits]:
    """Places at which two people, or he and she, are named beside one verb at the same place of the same words."""
    for left, right in named_beside(parallel):
        if left.verb != right.verb or left.first != right.first or left.verb in _RELAYING:
            continue
        if not two_people(left, right):
            continue
        places = Span(left.start, left.end), Span(right.start, right.end)
        told = [_narration(a, Quotation(p.start, p.end)) - _plain(n.words)
                for a, p, n in zip((alignment.left, alignment.right), places, (left, right), strict=True)]
        apart = told[0] ^ told[1]
        if apart & (_FOR_ANOTHER | _plain(left.words) | _plain(right.words)):
            continue
        name, copied = left.words[0] not in PRONOUNS, not apart and not parallel.runs
        if (name or copied) and _same_words(parallel) or copied and copied_beside(alignment, places):
            yield places, (_written(alignment.left, places[0]), _written(alignment.right, places[1]))


def _plain(words: Iterable[str]) -> set[str]:
    return {plain(word) for word in words}


def _written(account: Account, place: Span) -> str:
    return " ".join(account.text[place.start : place.end].split())


def _same_words(parallel: Parallel) -> bool:
    """Whether so many words are the same that they can only be one utterance."""
    a, b, _, _ = parallel.stretch
    changed = {k for run in parallel.runs for k in range(run[0], run[1])}
    same = [w[2] for k, w in enumerate(parallel.left.words[a:b], a) if k not in changed]
    reworded = [d.run for d in differences(parallel) if d.sort == "wording"]
    if sum(word not in FUNCTION_WORDS for word in same) < TELLING:
        return False
    if not reworded:
        return len(same) >= SAME
    one = len(reworded) == 1 and max(reworded[0][1] - reworded[0][0], reworded[0][3] - reworded[0][2]) == 1
    return one and len(same) >= SAME_BUT_ONE


def _credit(speech: Speech, first: int, last: int) -> Quotation | None:
    """The piece of these words that a verb of saying credits to a full name, written out beside it."""
    pieces = [speech.account.quotations[k] for k in sorted(set(speech.pieces[first:last]))]
    named = [q for q in pieces if q.speaker and q.mention]
    firm = [q for q in named if is_labelled(speech.account.text, q) or (q.cue and _firm(speech.account, q))]
    speakers = {q.speaker for q in pieces if q.speaker}
    return firm[0] if firm and len(speakers) == 1 else None


def _firm(account: Account, quotation: Quotation) -> bool:
    speaker, mention = quotation.speaker or "", quotation.mention or Span(0, 0)
    words = speaker.split()
    if len(words) < 2 or not words[-1][:1].isupper() or {w.lower() for w in words} & ORGANISATIONS:
        return False
    cue = (quotation.cue or "").lower().split()[-1]
    if cue not in SPEAKING or cue in _RELAYING:
        return False
    beside = account.text[mention.start : mention.end].split()
    return plain(_surname(speaker)) in {plain(w.strip(".,'’")) for w in beside}


def _surname(speaker: str) -> str:
    words = [w for w in speaker.split() if w.strip(".,").lower() not in _SUFFIXES]
    return words[-1].strip(".,")


def _two_people(left: Quotation, right: Quotation, alignment: Alignment) -> bool:
    """Whether the speakers are two, neither of whom speaks for the other or stands in the other's sentence."""
    x, y = left.speaker or "", right.speaker or ""
    parts = [{plain(w) for w in speaker.split()[1:] or speaker.split()} for speaker in (x, y)]
    if parts[0] & parts[1] or any(one_edit(p, q) for p, q in product(*parts)):
        return False
    for account, quotation, other in ((alignment.left, left, y), (alignment.right, right, x)):
        told = _narration(account, quotation)
        if told & _FOR_ANOTHER or plain(_surname(other)) in told:
            return False
    return True


def _narration(account: Account, quotation: Quotation) -> set[str]:
    """The narrator's words in the sentence of a mention, folded, titles left out."""
    if is_labelled(account.text, quotation):
        return set()
    mention = quotation.mention or quotation
    here = _sentence(account, mention)
    first = bisect_right(account.quotations, here.start, key=lambda q: q.end)
    start, told = here.start, []
    for q in account.quotations[first:]:
        if q.start >= here.end:
            break
        told += keys(account.text[start : max(start, q.start)])
        start = q.end
    told += keys(account.text[start : max(start, here.end)])
    return {plain(word) for word in told} - TITLES.keys() | ({*told} & _FOR_ANOTHER)


def _sentence(account: Account, place: Span) -> Sentence:
    return account.sentences[max(0, bisect_right(account.sentences, place.start, key=lambda s: s.start) - 1)]


def _discrepancy(parallel: Parallel, places: tuple[Span, Span], names: tuple[str, str], severity: str) -> Discrepancy:
    a, b, _, _ = parallel.stretch
    accounts = parallel.left.account, parallel.right.account
    message = (
        f"{accounts[0].label} credits “{phrase(parallel.left, a, b, around=0)}” to {names[0]}, "
        f"{accounts[1].label} to {names[1]}."
    )
    readings = tuple(
        Reading(p.start, p.end, account.id, _around(account, p)) for account, p in zip(accounts, places, strict=True)
    )
    return Discrepancy("quotation-speaker", severity, message, readings)


def _around(account: Account, mention: Span) -> Span:
    here = _sentence(account, mention)
    if here.end <= mention.start:
        return mention  # a label stands in no sentence
    return Span(here.start, max(here.end, mention.end))
