"""Pairs of quotation marks: the outermost quoted stretches of a text.

Marks are matched within a paragraph, with a stack. What stays open either runs
on in the next paragraph, which opens again, or is a slip of the pen: then it
ends with its paragraph, or before the next quotation of that paragraph. A mark
that closes what nobody opened closes the sentence it stands at the end of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from compare.model import Sentence, Span
from compare.quotations.marks import (
    CLOSES,
    DOUBLE,
    EITHER,
    FAMILIES,
    MAY_CLOSE,
    OPENS,
    SINGLE,
    Mark,
    find_marks,
)

_CUE = re.compile(r"[,?!]\s+((?:[\w.’'-]+\s+){1,3}[\w’'-]+)")
_SAID = frozenset("said says added adds told tells asked asks wrote writes tweeted replied explained".split())
_PERSONS = frozenset("he she they".split())
_LONGEST_BRIDGE = 6
"""Paragraphs looked ahead for a mark that closes what was not opened again."""


class Quoted(NamedTuple):
    """Words between marks, ``text[start:end]``, and the same with marks, ``outer_*``."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    runs_on: bool = False


def find_quoted(text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]) -> list[Quoted]:
    """Return the outermost quoted stretches, in order; linear in the text."""
    marked = [list(find_marks(text, p.start, p.end)) for p in paragraphs]
    starts = [s.start for s in sentences]
    quoted: list[Quoted] = []
    for number, (paragraph, marks) in enumerate(zip(paragraphs, marked, strict=True)):
        if not marks:
            continue
        pairs, opened, closed = match_marks(marks)
        following = marked[number + 1] if number + 1 < len(marked) else []
        reopened = _first_family(text, paragraphs[number + 1], following) if following else -1
        bridge = _bridged(marked, number) if opened and reopened < 0 else 0
        if bridge:
            reopened = DOUBLE
        stretches = _outermost(text, paragraph, starts, pairs, opened, closed, reopened)
        for start, end, outer_start, outer_end, runs_on in stretches:
            if text[start:end].strip():
                quoted.append(Quoted(*_tight(text, start, end), outer_start, outer_end, number, runs_on))
        if bridge and quoted and quoted[-1].runs_on:
            for k in range(number + 1, bridge):
                start, end = paragraphs[k].start, paragraphs[k].end
                if text[start:end].strip():
                    quoted.append(Quoted(*_tight(text, start, end), start, end, k, True))
    return quoted


def _bridged(marked: Sequence[Sequence[Mark]], number: int) -> int:
    """Return the paragraph that closes, unopened, what a paragraph leaves open, 0 where none near does."""
    for k in range(number + 1, min(number + 1 + _LONGEST_BRIDGE, len(marked))):
        for mark in marked[k]:
            if mark.family == DOUBLE:
                return k if mark.role == CLOSES else 0
    return 0


def match_marks(marks: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark], list[Mark]]:
    """Return the pairs of a paragraph's marks, and the marks left open and left closed."""
    pairs: list[tuple[Mark, Mark]] = []
    closed: list[Mark] = []
    stack: list[Mark] = []
    dropped: list[Mark] = []
    waiting = [0] * FAMILIES
    closes_later = _closers_ahead(marks)
    for mark, later in zip(marks, closes_later, strict=True):
        role, family = mark.role, mark.family
        if role == EITHER:
            role = CLOSES if waiting[family] else OPENS
        if role == MAY_CLOSE:
            role = "" if later else CLOSES
        if role == OPENS:
            stack.append(mark)
            waiting[family] += 1
        elif role == CLOSES and waiting[family] and (family != SINGLE or stack[-1].family == SINGLE):
            while stack[-1].family != family:
                waiting[stack[-1].family] -= 1
                dropped.append(stack.pop())
            waiting[family] -= 1
            pairs.append((stack.pop(), mark))
        elif role == CLOSES and family == DOUBLE:
            closed.append(mark)
    return pairs, stack, closed


def _closers_ahead(marks: Sequence[Mark]) -> list[bool]:
    """For each mark, tell whether one that surely closes comes before the next of its family that opens."""
    ahead: list[bool] = []
    closes = [False] * FAMILIES
    for mark in reversed(marks):
        ahead.append(closes[mark.family])
        if mark.role != MAY_CLOSE:
            closes[mark.family] = mark.role == CLOSES
    return ahead[::-1]


def _first_family(text: str, paragraph: Span, marks: Sequence[Mark]) -> int:
    """Return the family of the mark that opens a paragraph, -1 where none does."""
    first = marks[0]
    opens = first.role in (OPENS, EITHER) and not text[paragraph.start:first.start].strip()
    return first.family if opens else -1


def _outermost(
    text: str, paragraph: Span, starts: Sequence[int], pairs: Sequence[tuple[Mark, Mark]],
    opened: Sequence[Mark], closed: Sequence[Mark], reopened: int,
) -> list[tuple[int, int, int, int, bool]]:
    """Return the outermost stretches of a paragraph: start, end, outer start, outer end, runs on."""
    found: list[tuple[int, int, int, int, bool]] = []
    events = [(a.start, 0, a, b) for a, b in pairs]
    events += [(m.start, 1, m, m) for m in opened if m.family == DOUBLE or m.family == reopened]
    events += [(m.start, 2, m, m) for m in closed]
    events.sort(key=lambda event: event[:2])
    tops = [a.start for a, b in pairs]
    tops.sort()
    done = paragraph.start
    for at, what, first, last in events:
        if at < done:
            continue
        if what == 0:
            found.append((first.end, last.start, first.start, last.end, False))
            done = last.end
        elif what == 1:
            runs_on = first.family == reopened
            end = paragraph.end if runs_on else _slip_end(text, paragraph, starts, first, tops)
            found.append((first.end, end, first.start, end, runs_on))
            done = end
        else:
            k = bisect_right(starts, max(first.start - 1, 0)) - 1
            start = max(done, paragraph.start if not found else starts[k] if k >= 0 else done)
            if text[first.start - 1] in ".,?!…" and start < first.start:
                found.append((start, first.start, start, first.end, False))
            done = first.end
    return found


def _slip_end(text: str, paragraph: Span, starts: Sequence[int], mark: Mark, tops: Sequence[int]) -> int:
    """Return where a quotation ends whose closing mark was forgotten."""
    k = bisect_right(tops, mark.start)
    limit = tops[k] if k < len(tops) else paragraph.end
    cue = _forgotten_before(text, mark.end, limit)
    if cue or k == len(tops):
        return cue or limit
    # Another quotation follows in the paragraph: this one ends with its sentence.
    n = bisect_right(starts, mark.end)
    return min(starts[n] if n < len(starts) else paragraph.end, tops[k])


def _forgotten_before(text: str, start: int, end: int) -> int:
    """Return the place of a comma that narration follows (…, Smith said), 0 where there is none."""
    for match in _CUE.finditer(text, start, end):
        words = match.group(1).split()
        if any(w.lower() in _SAID for w in words) and any(w[0].isupper() or w.lower() in _PERSONS for w in words):
            return match.start() + 1
    return 0


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the blanks at its edges."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end
