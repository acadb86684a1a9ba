"""A score among those of its row and its column: who else could be meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from compare.align.candidates import Grid


class Line(NamedTuple):
    """What the scores of one row or column come to: the two best (0 for none) and the sum of all."""

    best: float
    second: float
    total: float


def lines(grid: Grid, scores: Sequence[float]) -> tuple[list[Line], list[Line]]:
    """Every row and every column of a grid; ``scores`` has one for each pair."""
    rows = zip(grid.rows, grid.rows[1:], strict=False)
    columns: list[list[float]] = [[] for _ in range(grid.width)]
    for j, score in zip(grid.right, scores, strict=True):
        columns[j].append(score)
    return [_line(scores[a:b]) for a, b in rows], [_line(column) for column in columns]


def _line(scores: Iterable[float]) -> Line:
    best, second, total = 0.0, 0.0, 0.0
    for score in scores:
        total += score
        if score > best:
            best, second = score, best
        elif score > second:
            second = score
    return Line(best, second, total)
