"""Sketches to weights: what is rare among all sources tells an event, what is common tells nothing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from datetime import date
from math import log, sqrt
from typing import NamedTuple

from compare.pairing.sketches import Sketch

PRIOR = 10
"""Sources that are thought of beside those there are, so that in a folder of four a word in two is not common."""

COMMON = 1.4
"""What a word counts for at least (a natural logarithm): that of one source in four. In a folder about one event all its words are common."""

ALONE = 0.7
"""What is left of a word's weight that no other source has: it may be the manner of one house, and not the event."""


class Vector(NamedTuple):
    """Terms by number, ascending, with weights whose squares, over all terms of the source, make 1.

    Terms that no other source has count for the length alone, and are left
    out. ``day`` counts days (None: not known).
    """

    day: int | None
    terms: array[int]
    weights: array[float]


def vectors_of(sketches: Iterable[Sketch]) -> tuple[list[Vector], array[int]]:
    """A vector for each, in order, and in how many sources each term stands; twelve bytes or so a term."""
    numbers: dict[str, int] = {}
    spread = array("I")
    packed: list[tuple[int | None, array[int], bytes]] = []
    for sketch in sketches:
        ids = array("I")
        for term in sketch.terms:
            number = numbers.setdefault(term, len(spread))
            if number == len(spread):
                spread.append(0)
            spread[number] += 1
            ids.append(number)
        packed.append((_day(sketch.published), ids, sketch.counts))
    rarity = array("d", (max(log((len(packed) + 1 + PRIOR) / n), COMMON) ** 2 * (ALONE if n == 1 else 1.0) for n in spread))
    often = [0.0, *(1 + log(n) for n in range(1, 256))]
    packed.reverse()  # what is done with is let go of
    return [_vector(*packed.pop(), spread, rarity, often) for _ in range(len(packed))], spread


def _vector(day: int | None, ids: array[int], counts: bytes, spread: array[int], rarity: array[float], often: list[float]) -> Vector:
    weights = {term: often[count] * rarity[term] for term, count in zip(ids, counts, strict=True)}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    kept = sorted(term for term in weights if spread[term] > 1)
    return Vector(day, array("I", kept), array("f", (weights[term] / length for term in kept)))


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None


def alike(left: dict[int, float], terms: array[int], weights: array[float]) -> float:
    """The product of two vectors, the left one by term: of two sources their cosine, 0 to 1."""
    get = left.get
    return sum(weight * get(term, 0.0) for term, weight in zip(terms, weights, strict=True))
