"""Candidate pairs to probabilities, pair by pair.

Rows of features are used up as they are made: what is kept of a pair is a few
numbers, so that texts of any length fit into memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence

from compare.align.candidates import Grid
from compare.align.features import measure
from compare.align.looks import LEVELS, Decision, Look
from compare.align.profile import Profiles
from compare.align.surroundings import surround

Scores = Mapping[str, Sequence[float]]
"""Per level (``LEVELS``) a probability for each pair of a grid, in its order."""

def probabilities(seen: Profiles, grid: Grid, decision: Decision) -> Scores:
    """Per level the probability of a link of every pair."""
    first = _first(seen, grid, [decision.first[level] for level in LEVELS])
    second = {level: array("d") for level in LEVELS}
    columns = [(decision.second[level].probability, second[level].append) for level in LEVELS]
    for rows in second_look(grid, first):
        for (probability, append), row in zip(columns, rows, strict=True):
            append(probability(row))
    return second


def second_look(grid: Grid, scores: Scores) -> Iterator[tuple[list[float], list[float]]]:
    """Per pair the rows of the second look, one a level: its own surroundings, then the other level's."""
    for own, other in zip(*(surround(grid, scores[level]) for level in LEVELS), strict=True):
        yield own + other, other + own


def _first(seen: Profiles, grid: Grid, looks: Sequence[Look]) -> Scores:
    """The first look's probabilities."""
    scores = [array("d") for _ in looks]
    columns = [(look.probability, column.append) for look, column in zip(looks, scores, strict=True)]
    for i, partners in grid.lines():
        for row in measure(seen, i, partners):
            for probability, append in columns:
                append(probability(row))
    return dict(zip(LEVELS, scores, strict=True))
