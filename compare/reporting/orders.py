"""Rows of the side by side to reading orders: that of the first account, and that of any other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

Node = tuple[int, int]
"""The number of an account, and of a sentence in it."""


def woven(homes: Mapping[Node, int], lengths: Sequence[int], lead: int = 0) -> list[int]:
    """Rows in the order of one account; what it lacks follows its predecessor elsewhere.

    ``homes`` gives the row of every sentence, ``lengths`` the number of sentences
    by account. The other accounts follow the leading one in their own order; one
    that shares no row with those before it comes after them.
    """
    top = -1
    following: dict[int, int | None] = {top: None}
    for account in (lead, *(other for other in range(len(lengths)) if other != lead)):
        own = [homes[account, sentence] for sentence in range(lengths[account])]
        before = top if following.keys() & own else next(row for row, after in following.items() if after is None)
        for row in own:
            if row not in following:
                following[row] = following[before]
                following[before] = row
            before = row
    return [row for row in _chain(following) if row != top]


def _chain(following: Mapping[int, int | None]) -> Iterator[int]:
    row: int | None = -1
    while row is not None:
        yield row
        row = following[row]


def moved_in(told: Sequence[int]) -> dict[int, bool]:
    """Sentences of one account that a reader of ``told`` meets out of their order: whether too early.

    ``told`` are all of them in the order shown. Of a run that moved as a whole
    the first alone is named.
    """
    kept = kept_in_order(told)
    after = [0] * len(told)
    next_kept = len(told)
    for position in range(len(told) - 1, -1, -1):
        after[position] = next_kept
        next_kept = told[position] if position in kept else next_kept
    return {
        sentence: sentence > after[position]
        for position, sentence in enumerate(told)
        if position not in kept and not (position and told[position - 1] == sentence - 1)
    }


def kept_in_order(values: Sequence[int]) -> set[int]:
    """Positions of a longest rising part of the values: what stands at none of them has moved."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        place = bisect_left(ends, value)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1] = [value]
        at[place : place + 1] = [position]
    kept: set[int] = set()
    position = at[-1] if at else -1
    while position >= 0:
        kept.add(position)
        position = before[position]
    return kept
