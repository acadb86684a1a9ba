"""A score among those of its row and its column: who else could be meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from compare.align.candidates import Grid


class Line(NamedTuple):
    """The scores of one row or column, ascending; the two best (0 for none) and the sum of all."""

    scores: list[float]
    best: float
    second: float
    total: float

    def rank(self, score: float, most: int) -> float:
        """How many score higher, at most ``most``."""
        if score == self.best:
            return 0.0
        better = len(self.scores) - bisect_right(self.scores, score)
        return float(better if better < most else most)


def lines(grid: Grid, scores: Sequence[float]) -> tuple[list[Line], list[Line]]:
    """Every row and every column of a grid; ``scores`` has one for each pair."""
    starts = grid.rows
    rows = (list(scores[starts[i] : starts[i + 1]]) for i in range(len(starts) - 1))
    columns: list[list[float]] = [[] for _ in range(grid.width)]
    for j, score in zip(grid.right, scores, strict=True):
        columns[j].append(score)
    return list(map(_line, rows)), list(map(_line, columns))


def _line(scores: list[float]) -> Line:
    scores.sort(reverse=True)
    best = scores[0] if scores else 0.0
    second = scores[1] if len(scores) > 1 else 0.0
    total = sum(scores)
    scores.reverse()
    return Line(scores, best, second, total)
