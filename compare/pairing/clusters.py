"""Pairs of sources to events: those that are alike on average, not by a chain of neighbours.

The two groups that are most alike become one, again and again (average linkage).
A source in the middle does not draw two events together: all of one
must be like all of the other, nearly as much as each is in itself, and their
days must lie within the window.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from compare.pairing.vectors import Vector, alike


class Limits(NamedTuple):
    """When two groups are one. ``benchmarks/pairing.py learn`` chose ``least`` by cross-validation over invented archives.

    ``share`` is a step above what archives of some thousand sources ask for (0.55): in
    one of 100,000 more events have people and places in common. There ``copy`` is seen, too, which is the same to small ones.

    ``least``: how alike they must be on average, 0 to 1. ``share``: how alike,
    measured by how alike the sources of each are among themselves; those that are more alike than ``copy``
    are copies of one report, and count for nothing there. ``days``: between the first and the last source.
    ``fading``: what is left of being alike on the same day, a day apart, two days and so on.
    """

    least: float = 0.11
    share: float = 0.6
    copy: float = 0.8
    days: int = 3
    fading: tuple[float, ...] = (1.0, 1.0, 0.9, 0.8)


class Group:
    """Sources that are one event: their numbers, how alike they are on average, and their days."""

    def __init__(self, number: int, vector: Vector) -> None:
        self.members = [number]
        self.terms, self.weights = vector.terms, vector.weights  # the sum of its vectors
        self.first = self.last = vector.day
        self.within, self.counted = 0.0, 0  # of all pairs that are not copies
        self.near: dict[int, float] = {}

    def by_term(self) -> dict[int, float]:
        """The sum of its vectors. (Kept in arrays: a hundred thousand dictionaries would be two gigabytes.)"""
        return dict(zip(self.terms, self.weights, strict=True))

    def cohesion(self) -> float | None:
        """How alike its sources are on average; None for one alone, or its copies."""
        return self.within / self.counted if self.counted else None


def faded(cosine: float, one: int | None, other: int | None, limits: Limits) -> float:
    """How alike two sources are, given how many days lie between them."""
    if one is None or other is None:
        return cosine
    apart = abs(one - other)
    if apart > limits.days:
        return 0.0
    return cosine * limits.fading[min(apart, len(limits.fading) - 1)]


def groups_of(vectors: Sequence[Vector], pairs: Iterable[tuple[int, int, float]], limits: Limits) -> list[Group]:
    """The groups of two sources or more; what is in them does not depend on the order of the pairs."""
    groups: dict[int, Group] = {}
    for one, other, cosine in pairs:
        score = faded(cosine, vectors[one].day, vectors[other].day, limits)
        if score >= limits.least / 2:
            for number in (one, other):
                if number not in groups:
                    groups[number] = Group(number, vectors[number])
            groups[one].near[other] = groups[other].near[one] = score
    heap = [(-score, one, other) for one, group in groups.items() for other, score in group.near.items() if one < other]
    heapify(heap)
    while heap:
        score, one, other = heappop(heap)
        if one in groups and other in groups and groups[one].near.get(other) == -score and _are_one(groups[one], groups[other], -score, limits):
            _join(groups, one, other, limits)
            for far, near in groups[one].near.items():
                heappush(heap, (-near, min(one, far), max(one, far)))
    return [group for _, group in sorted(groups.items()) if len(group.members) > 1]


def _are_one(one: Group, other: Group, score: float, limits: Limits) -> bool:
    if score < limits.least or not _in_time(one, other, limits):
        return False
    known = [cohesion for group in (one, other) if (cohesion := group.cohesion()) is not None]
    return not known or score >= limits.share * max(known)


def _in_time(one: Group, other: Group, limits: Limits) -> bool:
    days = [day for group in (one, other) for day in (group.first, group.last) if day is not None]
    return not days or max(days) - min(days) <= limits.days


def _join(groups: dict[int, Group], one: int, other: int, limits: Limits) -> None:
    """The second group goes into the first, and who was near one of them is near both, or neither."""
    left, right = groups[one], groups.pop(other)
    between = left.near.pop(other)
    del right.near[one]
    near = {far: _mean(groups[far], left, right, far, limits) for far in sorted({*left.near, *right.near})}
    pairs = len(left.members) * len(right.members) if between < limits.copy else 0
    left.within += right.within + between * pairs
    left.counted += right.counted + pairs
    left.members += right.members
    total = left.by_term()
    for term, weight in zip(right.terms, right.weights, strict=True):
        total[term] = total.get(term, 0.0) + weight
    left.terms = array("I", sorted(total))
    left.weights = array("f", (total[term] for term in left.terms))
    days = [day for day in (left.first, left.last, right.first, right.last) if day is not None]
    left.first, left.last = (min(days), max(days)) if days else (None, None)
    left.near = {}
    for far, score in near.items():
        groups[far].near.pop(other, None)
        groups[far].near.pop(one, None)
        if score >= limits.least / 2:
            left.near[far] = groups[far].near[one] = score


def _mean(far: Group, left: Group, right: Group, number: int, limits: Limits) -> float:
    """How alike a group is to two others together; what was not looked at before is looked at now."""
    scores = [group.near[number] if number in group.near else _between(far, group, limits) for group in (left, right)]
    sizes = len(left.members), len(right.members)
    return (scores[0] * sizes[0] + scores[1] * sizes[1]) / sum(sizes)


def _between(one: Group, other: Group, limits: Limits) -> float:
    """The mean cosine of the sources of two groups, faded by the days between them."""
    cosine = alike(one.by_term(), other.terms, other.weights)
    return faded(cosine / (len(one.members) * len(other.members)), _middle(one), _middle(other), limits)


def _middle(group: Group) -> int | None:
    return None if group.first is None or group.last is None else (group.first + group.last) // 2
