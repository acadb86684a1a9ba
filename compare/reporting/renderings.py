"""Quotations of all accounts to the things said: stretches of speech that render one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.model import Comparison, Parallel, Span, Speech
from compare.reporting.segments import Mark
from compare.tokens import Words, words_of

_OVERLAP = 0.5
"""Share of the shorter of two stretches in one account that both must have to be one rendering."""

_FEW = 2
"""Words left over at the edge of a rendering that are no thing said of their own."""

Place = tuple[int, int, int]
"""The number of an account, and a stretch of its text."""


class Said(NamedTuple):
    """One thing said: for each rendering its account's number, its stretch, and what it words differently."""

    renderings: tuple[tuple[int, Span, tuple[Mark, ...]], ...]


def things_said(comparison: Comparison) -> list[Said]:
    """Everything quoted, in the order of the first account that quotes it; each stretch stands once."""
    numbers = {account.id: number for number, account in enumerate(comparison.accounts)}
    parallels = [each for alignment in comparison.alignments for each in alignment.parallels]
    sets = _Sets()
    marks: dict[Place, list[Mark]] = defaultdict(list)
    for each in parallels:
        a, b, c, d = each.stretch
        one, other = _place(numbers, each.left, a, b), _place(numbers, each.right, c, d)
        sets.join(one, other)
        for place, mark in _edits(each, one, other):
            marks[place].append(mark)
    for one, other in _overlapping(sorted(sets.parent)):
        sets.join(one, other)
    for place in _quoted_once(comparison, sorted(sets.parent)):
        sets.join(place, place)
    groups: dict[Place, list[Place]] = defaultdict(list)
    for place in sorted(sets.parent):
        groups[sets.root(place)].append(place)
    return sorted(
        (_said(group, marks) for group in groups.values()),
        key=lambda said: said.renderings[0][:1] + _at(said),
    )


def _at(said: Said) -> tuple[int, int]:
    span = said.renderings[0][1]
    return span.start, span.end


class _Sets:
    """Disjoint sets of places."""

    def __init__(self) -> None:
        self.parent: dict[Place, Place] = {}

    def root(self, place: Place) -> Place:
        self.parent.setdefault(place, place)
        while self.parent[place] != place:
            self.parent[place] = self.parent[self.parent[place]]
            place = self.parent[place]
        return place

    def join(self, one: Place, other: Place) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self.parent[second] = first


def _place(numbers: dict[str, int], speech: Speech, first: int, last: int) -> Place:
    return numbers[speech.account.id], speech.words[first][0], speech.words[max(first, last - 1)][1]


def _edits(parallel: Parallel, one: Place, other: Place) -> Iterator[tuple[Place, Mark]]:
    """The words that differ, by the stretch they stand in."""
    for a, b, c, d in parallel.runs:
        for place, speech, first, last in ((one, parallel.left, a, b), (other, parallel.right, c, d)):
            if first < last:
                yield place, Mark(speech.words[first][0], speech.words[last - 1][1], "edit")


def _overlapping(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Neighbours in one account that share half of the shorter one."""
    for one, other in pairwise(places):
        shared = min(one[2], other[2]) - other[1]
        if one[0] == other[0] and shared >= _OVERLAP * min(one[2] - one[1], other[2] - other[1]):
            yield one, other


def _quoted_once(comparison: Comparison, taken: Sequence[Place]) -> Iterator[Place]:
    """What is left of the quotations: stretches of some words that no other account renders."""
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, start, end in taken:
        covered[number].append((start, end))
    for number, account in enumerate(comparison.accounts):
        spans, at, reached = covered[number], 0, 0
        words = words_of(account)
        for quotation in sorted(account.quotations, key=lambda q: (q.start, q.end)):
            if quotation.kind != "speech":
                continue
            reached = max(reached, quotation.start)
            while at < len(spans) and spans[at][0] < quotation.end:
                yield from _left(number, words, Span(reached, spans[at][0]), quotation)
                reached = max(reached, spans[at][1])
                if spans[at][1] > quotation.end:
                    break
                at += 1
            yield from _left(number, words, Span(reached, quotation.end), quotation)
            reached = max(reached, quotation.end)


def _left(number: int, words: Words, span: Span, quotation: Span) -> Iterator[Place]:
    """What is left of a quotation, to its own edges or to the last word; nothing for a few words of a longer one."""
    starts, ends, _ = words.between(span.start, span.end) if span.start < span.end else ((), (), ())
    whole = span.start <= quotation.start and span.end >= quotation.end
    if starts and (whole or len(starts) > _FEW):
        start = span.start if span.start == quotation.start else starts[0]
        yield number, start, span.end if span.end == quotation.end else ends[-1]


def _said(group: Sequence[Place], marks: dict[Place, list[Mark]]) -> Said:
    """A rendering for each stretch of an account, those that overlap made one."""
    merged: list[tuple[int, Span, tuple[Mark, ...]]] = []
    for place in group:
        number, start, end = place
        found = tuple(marks.get(place, ()))
        if merged and merged[-1][0] == number and merged[-1][1].end >= start:
            _, span, before = merged.pop()
            merged.append((number, Span(span.start, max(span.end, end)), before + found))
        else:
            merged.append((number, Span(start, end), found))
    return Said(tuple(merged))
