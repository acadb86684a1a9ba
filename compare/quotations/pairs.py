"""Pairs of quotation marks: the outermost quoted stretches of a text.

Marks are matched within a paragraph. What stays open either runs on in the next
paragraph, which opens again, or is a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from compare.model import Sentence, Span
from compare.quotations.dialogue import find_dialogue
from compare.quotations.displayed import find_displayed
from compare.quotations.marks import CLOSES, DOUBLE, EITHER, OPENS, Mark, find_marks
from compare.quotations.matching import match_marks
from compare.quotations.slips import end_of_running_on, end_of_unclosed, start_of_unopened

_LONGEST_BRIDGE = 6
"""Paragraphs looked ahead for a mark that closes what was not opened again."""

Stretch = tuple[int, int, int, int, bool]
"""Start, end, both with the marks, and whether it runs on in the next paragraph."""


class Quoted(NamedTuple):
    """Words between marks, ``text[start:end]``, and the same with marks, ``outer_*``."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    runs_on: bool = False
    marked: bool = True


def find_quoted(text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]) -> list[Quoted]:
    """Return the outermost quoted stretches, in order, with dialogue after dashes and displayed ones; linear in the text."""
    marked = [list(find_marks(text, p.start, p.end)) for p in paragraphs]
    sentence_starts = [s.start for s in sentences]
    quoted: list[Quoted] = []
    covered = 0
    for number, (paragraph, marks) in enumerate(zip(paragraphs, marked, strict=True)):
        if not marks or number < covered:
            continue
        reopened = _reopened(text, paragraphs, marked, number)
        bridge = _bridged(marked, number) if reopened < 0 else 0
        if bridge:
            reopened = DOUBLE
        for stretch in _outermost(text, paragraph, sentence_starts, marks, reopened):
            _add(quoted, text, number, stretch)
        if bridge and quoted and quoted[-1].runs_on:
            covered = bridge
            for k in range(number + 1, bridge):
                start, end = paragraphs[k].start, paragraphs[k].end
                _add(quoted, text, k, (start, end, start, end, True))
    displayed = frozenset(find_displayed(text, paragraphs))  # single marks in them stand inside of what is quoted
    quoted = [quote for quote in quoted if quote.paragraph not in displayed]
    return sorted([*quoted, *_unmarked(text, paragraphs, displayed, {quote.paragraph for quote in quoted})])


def _unmarked(text: str, paragraphs: Sequence[Span], displayed: Set[int], taken: set[int]) -> Iterator[Quoted]:
    """Speech without marks, in paragraphs that have none quoted between marks."""
    spoken = find_dialogue(text, paragraphs)
    for number, stretches in spoken.items():
        if number not in taken:
            for stretch in stretches:
                yield Quoted(stretch.start, stretch.end, stretch.start, stretch.end, number, False, False)
    for number in sorted(displayed):
        if number not in spoken:
            start, end = paragraphs[number].start, paragraphs[number].end
            yield Quoted(start, end, start, end, number, False, False)


def _add(quoted: list[Quoted], text: str, number: int, stretch: Stretch) -> None:
    """Add a stretch of a paragraph without the blanks at its edges, unless there is nothing else."""
    start, end, outer_start, outer_end, runs_on = stretch
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        quoted.append(Quoted(start, end, outer_start, outer_end, number, runs_on))


def _bridged(marked: Sequence[Sequence[Mark]], number: int) -> int:
    """Return the paragraph that closes, unopened, what a paragraph leaves open, 0 where none near does."""
    for k in range(number + 1, min(number + 1 + _LONGEST_BRIDGE, len(marked))):
        for mark in marked[k]:
            if mark.family == DOUBLE:
                return k if mark.role == CLOSES else 0
    return 0


def _reopened(text: str, paragraphs: Sequence[Span], marked: Sequence[Sequence[Mark]], number: int) -> int:
    """Return the family of the mark that the next paragraph begins with, -1 where it begins otherwise."""
    if number + 1 == len(marked) or not marked[number + 1]:
        return -1
    first = marked[number + 1][0]
    opens = first.role in (OPENS, EITHER) and not text[paragraphs[number + 1].start : first.start].strip()
    return first.family if opens else -1


def _outermost(
    text: str, paragraph: Span, sentence_starts: Sequence[int], marks: Sequence[Mark], reopened: int
) -> Iterator[Stretch]:
    """Yield the outermost stretches of a paragraph.

    ``reopened`` is the family of the mark that the next paragraph begins with.
    """
    pairs, opened, closed = match_marks(marks)
    pair_starts = sorted(first.start for first, _ in pairs)
    events: list[tuple[Mark | None, Mark | None]] = [*pairs]
    events += [(m, None) for m in opened if m.family == reopened or (m.family == DOUBLE and m.role != EITHER)]
    events += [(None, m) for m in closed]
    done = paragraph.start
    for first, last in sorted(events, key=lambda event: (event[0] or event[1] or marks[0]).start):
        if (first and first.start < done) or (last and last.start < done):
            continue
        if first and last:
            yield first.end, last.start, first.start, last.end, False
            done = last.end
        elif first:
            runs_on = first.family == reopened
            done = paragraph.end
            if runs_on:
                credited = end_of_running_on(text, paragraph, first)
                done, runs_on = credited or done, not credited
            else:
                done = end_of_unclosed(text, paragraph, sentence_starts, first, pair_starts)
            yield first.end, done, first.start, done, runs_on
        elif last:
            start = start_of_unopened(text, paragraph, sentence_starts, last, done)
            if start is not None:
                yield start, last.start, start, last.end, False
            done = last.end
