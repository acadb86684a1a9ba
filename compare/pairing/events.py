"""Sketches to events: the table of contents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from compare.pairing.candidates import pairs_of
from compare.pairing.clusters import Group, Limits, groups_of
from compare.pairing.sketches import Sketch
from compare.pairing.vectors import Vector, alike, vectors_of


class Member(NamedTuple):
    """A source of an event, by its number, and how alike it is to the others on average, 0 to 1."""

    number: int
    score: float


def events_of(sketches: Iterable[Sketch], limits: Limits = Limits()) -> list[list[Member]]:
    """The events that two sources or more tell, as members in order.

    The sketches come in the order of their days, those without one last; where that
    is settled by their content alone, nothing depends on the order in which they were found.
    """
    vectors, spread = vectors_of(sketches)
    groups = groups_of(vectors, pairs_of(vectors, spread, limits.days, limits.least / 2), limits)
    return sorted((_members(group, vectors) for group in groups), key=lambda members: members[0].number)


def _members(group: Group, vectors: list[Vector]) -> list[Member]:
    """With a score each: its mean cosine to the rest of the group."""
    others = len(group.members) - 1
    members = []
    total = group.by_term()
    for number in sorted(group.members):
        vector = vectors[number]
        own = sum(weight * weight for weight in vector.weights)
        members.append(Member(number, max(0.0, alike(total, vector.terms, vector.weights) - own) / others))
    return members
