"""Candidate pairs to probabilities, pair by pair.

Rows of features are used up as they are made: what is kept of a pair is a few
numbers, so that texts of any length fit into memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from operator import mul

from compare.align.candidates import Grid
from compare.align.features import COSINE, PAIR, WEIGHT, measure, rivals
from compare.align.looks import LEVELS, Decision, Look, sigmoid
from compare.align.profile import Profiles
from compare.align.surroundings import surround

Scores = Mapping[str, Sequence[float]]
"""Per level (``LEVELS``) a probability for each pair of a grid, in its order."""

def probabilities(seen: Profiles, grid: Grid, decision: Decision) -> Scores:
    """Per level the probability of a link of every pair."""
    first = _first(seen, grid, [decision.first[level] for level in LEVELS])
    second = {level: array("d") for level in LEVELS}
    for rows in second_look(grid, first):
        for level, row in zip(LEVELS, rows, strict=True):
            second[level].append(decision.second[level].probability(row))
    return second


def second_look(grid: Grid, scores: Scores) -> Iterator[tuple[list[float], list[float]]]:
    """Per pair the rows of the second look, one a level: its own surroundings, then the other level's."""
    for own, other in zip(*(surround(grid, scores[level]) for level in LEVELS), strict=True):
        yield own + other, other + own


def _first(seen: Profiles, grid: Grid, looks: Sequence[Look]) -> Scores:
    """The first look's probabilities, in two passes: a pair's own features come before those of its rivals."""
    weights, cosines = array("d"), array("d")
    sums = [array("d") for _ in looks]
    for i, j in grid:
        row = measure(seen, i, j)
        weights.append(row[WEIGHT])
        cosines.append(row[COSINE])
        for alone, look in zip(sums, looks, strict=True):
            alone.append(sum(map(mul, look.weights, row)))
    rest = [look.weights[len(PAIR) :] for look in looks]
    for k, row in enumerate(rivals(grid, weights, cosines)):
        for alone, look, more in zip(sums, looks, rest, strict=True):
            alone[k] = sigmoid(look.bias + sum(map(mul, more, row), alone[k]))
    return dict(zip(LEVELS, sums, strict=True))
