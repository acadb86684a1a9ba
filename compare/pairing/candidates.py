"""Sources to the pairs worth a look: those that share rare words. Never every pair.

Each source is entered under its heaviest terms, and under pairs of the common ones
among them, so that an event made of well-known names in a new combination
is found, too. Of those who stand in a list already only the last few count: the
work grows with the number of sources and not with its square.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import combinations

from compare.pairing.vectors import Vector, alike

TERMS = 32
"""Terms a source is entered under, the heaviest first."""

PAIRED = 8
"""Of the common ones among them, how many are entered in pairs."""

NEAR = 12
"""Of a list, how many earlier sources count: where more tell an event, they are found through those between."""

LOOKED_AT = 24
"""Sources, of those met most, that one is compared with word by word."""


def pairs_of(vectors: Sequence[Vector], spread: Sequence[int], window: int, least: float) -> Iterator[tuple[int, int, float]]:
    """Two sources (the lower number first) and their cosine where it is at least ``least``, each pair once.

    The sources stand in the order of their days, those without one at the end; ``spread``
    says in how many a term stands. Where both have a day, they are no more than ``window`` days apart.
    """
    lists = _Lists(vectors, spread, window)
    for number, vector in enumerate(vectors):
        own = dict(zip(vector.terms, vector.weights, strict=True))
        for other in lists.enter(number):
            score = alike(own, vectors[other].terms, vectors[other].weights)
            if score >= least:
                yield other, number, score


class _Lists:
    """Who was entered under which term, or pair of terms, so far."""

    def __init__(self, vectors: Sequence[Vector], spread: Sequence[int], window: int) -> None:
        self.vectors, self.spread, self.window = vectors, spread, window
        self.under: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        self.paired: dict[int, int] = {}

    def enter(self, number: int) -> list[int]:
        """Enter a source; those met most that were entered before it, and are not too many days away."""
        vector = self.vectors[number]
        ranked = nlargest(TERMS, zip(vector.weights, vector.terms, strict=True), key=lambda each: (each[0], -each[1]))
        met: defaultdict[int, float] = defaultdict(float)
        common: list[tuple[float, int]] = []
        for weight, term in ranked:
            entered = self.under[term]
            for other in entered[-NEAR:]:
                met[other] += weight * weight
            entered.append(number)
            if len(entered) > 4 * NEAR:
                del entered[:-NEAR]
            if self.spread[term] > 2 * NEAR and len(common) < PAIRED:
                common.append((weight, term))
        for (one, a), (two, b) in combinations(common, 2):
            key = min(a, b) << 32 | max(a, b)
            last = self.paired.get(key, 0)
            for other in (last >> 32, last & 0xFFFFFFFF):  # two are kept, counted from 1
                if other:
                    met[other - 1] += one * one + two * two
            self.paired[key] = (last & 0xFFFFFFFF) << 32 | number + 1
        near = (other for other in met if self._near(vector.day, self.vectors[other].day))
        return nlargest(LOOKED_AT, near, key=lambda other: (met[other], -other))

    def _near(self, one: int | None, other: int | None) -> bool:
        return one is None or other is None or abs(one - other) <= self.window
