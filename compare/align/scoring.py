"""Candidate pairs to probabilities, pair by pair.

Rows of features are used up as they are made: what is kept of a pair is a few
numbers, so that texts of any length fit into memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add

from compare.align.candidates import Grid
from compare.align.features import measure
from compare.align.looks import LEVELS, Decision, Look
from compare.align.profile import Profiles
from compare.align.surroundings import surround

Scores = Mapping[str, Sequence[float]]
"""Per level (``LEVELS``) a probability for each pair of a grid, in its order."""

Rows = list[list[float]]
"""The features of the pairs of one left sentence."""


def probabilities(seen: Profiles, grid: Grid, decision: Decision) -> Scores:
    """Per level the probability of a link of every pair."""
    first = _probabilities(
        ((rows, rows) for i, partners in grid.lines() if (rows := list(measure(seen, i, partners)))), decision.first
    )
    return _probabilities(second_look(grid, first), decision.second)


def second_look(grid: Grid, scores: Scores) -> Iterator[tuple[Rows, Rows]]:
    """Per left sentence the rows of the second look, one a pair and level: its own surroundings, then the other level's."""
    for own, other in zip(*(surround(grid, scores[level]) for level in LEVELS), strict=True):
        yield list(map(add, own, other)), list(map(add, other, own))


def _probabilities(lines: Iterable[tuple[Rows, Rows]], looks: Mapping[str, Look]) -> Scores:
    """What the look of each level makes of its rows."""
    scores = {level: array("d") for level in LEVELS}
    for line in lines:
        for level, rows in zip(LEVELS, line, strict=True):
            scores[level].extend(looks[level].probabilities(rows))
    return scores
