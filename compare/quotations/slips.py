"""Slips of the pen: where a quotation ends, or begins, whose mark was forgotten."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from compare.model import Span
from compare.quotations.marks import Mark

# Compiled when a slip is met: seldom.
_CUE = r"[,?!]\s+((?:[\w.’'-]+\s+){1,3}[\w’'-]+)"
_LONGEST_CUE = 40
_SAID = frozenset("said says added adds told tells asked asks wrote writes tweeted replied explained".split())
_PERSONS = frozenset("he she they".split())
_ENDS_SPEECH = frozenset(".,?!…")


def end_of_unclosed(
    text: str, paragraph: Span, sentence_starts: Sequence[int], mark: Mark, pair_starts: Sequence[int]
) -> int:
    """Return where the quotation that ``mark`` opens ends.

    That is before the narration that credits it (…, Smith said), or with its
    sentence where another quotation follows in the paragraph, or else with the
    paragraph.
    """
    k = bisect_right(pair_starts, mark.start)
    limit = pair_starts[k] if k < len(pair_starts) else paragraph.end
    cue = _forgotten_before(text, mark.end, limit)
    if cue or k == len(pair_starts):
        return cue or limit
    n = bisect_right(sentence_starts, mark.end)
    return min(sentence_starts[n] if n < len(sentence_starts) else limit, limit)


def end_of_running_on(text: str, paragraph: Span, mark: Mark) -> int:
    """Return where a quotation ends that is opened again in the next paragraph, 0 where it runs on.

    It does not where the paragraph ends with the words that credit it: …, Smith said.
    """
    start = max(mark.end, paragraph.end - _LONGEST_CUE)
    cue = _forgotten_before(text, start, paragraph.end)
    rest = text[cue : paragraph.end].rstrip() if cue else ","
    return 0 if "," in rest or "." in rest[:-1] else cue


def start_of_unopened(
    text: str, paragraph: Span, sentence_starts: Sequence[int], mark: Mark, done: int
) -> int | None:
    """Return where the quotation that ``mark`` closes starts, None where it is a stray mark.

    ``done`` is the end of the quotation before it: with none in the paragraph
    it starts with the paragraph, else with its last sentence.
    """
    if mark.start <= done or text[mark.start - 1] not in _ENDS_SPEECH:
        return None
    if done == paragraph.start:
        return done
    k = bisect_right(sentence_starts, mark.start - 1) - 1
    return max(done, sentence_starts[k]) if k >= 0 else done


def _forgotten_before(text: str, start: int, end: int) -> int:
    """Return the place of a comma that narration follows (…, Smith said), 0 where there is none."""
    for match in re.compile(_CUE).finditer(text, start, end):
        words = match.group(1).split()
        if any(w.lower() in _SAID for w in words) and any(
            w[0].isupper() or w.lower() in _PERSONS for w in words
        ):
            return match.start() + 1
    return 0
