"""What the first look said about a pair's rivals and neighbours: links come in runs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from compare.align.candidates import Grid
from compare.align.rivals import Line, lines

REACH = 3
"""Sentences before and after that count as neighbours."""

BEHIND = 5
"""A rank counts so many better ones at most."""


def logit(p: float) -> float:
    """The log-odds of a probability, kept finite."""
    return math.log((p + 1e-4) / (1 - p + 1e-4))


def surround(grid: Grid, scores: Sequence[float]) -> Iterator[list[float]]:
    """The features ``SECOND`` of every pair, from the first score of each."""
    rows, columns = lines(grid, scores)
    best = [[(logit(line.best), logit(line.second)) for line in side] for side in (rows, columns)]
    starts, odds = grid.rows, list(map(logit, scores))
    told = _told(rows, columns)
    for i, window in enumerate(_windows(grid, scores)):
        if starts[i] == starts[i + 1]:
            continue
        row, (row_best, row_second) = rows[i], best[0][i]
        *_, above, here, below = window[: REACH + 2]
        apart = window[:REACH] + window[REACH + 1 :]
        for k in range(starts[i], starts[i + 1]):
            score, j = scores[k], grid.right[k]
            column, (column_best, column_second) = columns[j], best[1][j]
            own = odds[k]
            x = own - (row_second if score == row.best else row_best)
            y = own - (column_second if score == column.best else column_best)
            s, t = row.total - score, column.total - score
            p, q = row.rank(score, BEHIND), column.rank(score, BEHIND)
            at = j + REACH
            near: list[float] = []
            for line in apart:
                near += line[j:at]
                near += line[at + 1 : at + REACH + 1]
            yield [
                own,
                *((x, y) if x < y else (y, x)),
                max(above[at - 1], below[at + 1]),
                max(above[at + 1], below[at - 1]),
                max(here[at - 1], here[at + 1], above[at], below[at]),
                *((s, t) if s > t else (t, s)),
                sum(near),
                *((p, q) if p < q else (q, p)),
                *told,
            ]


def _told(rows: Sequence[Line], columns: Sequence[Line]) -> tuple[float, float]:
    """How much the two accounts tell the same: the mean best score of a sentence, and the scores' sum for one."""
    sides = [[line for line in side if line.scores] for side in (rows, columns)]
    if not all(sides):
        return 0.0, 0.0
    best = sum(sum(line.best for line in side) / len(side) for side in sides) / 2
    return best, sum(line.total for line in sides[0]) / min(map(len, sides))


def _windows(grid: Grid, scores: Sequence[float]) -> Iterator[list[list[float]]]:
    """For every row the scores of the rows around it, in full width and ``REACH`` wider on both sides.

    Only so many rows are held at a time; they are used again.
    """
    count = len(grid.rows) - 1
    window = [[0.0] * (grid.width + 2 * REACH) for _ in range(2 * REACH + 1)]
    for i in range(-REACH, count):
        window.append(window.pop(0))
        _fill(grid, scores, i - REACH - 1, window[-1], empty=True)
        _fill(grid, scores, i + REACH, window[-1])
        if i >= 0:
            yield window


def _fill(grid: Grid, scores: Sequence[float], i: int, line: list[float], empty: bool = False) -> None:
    """Write a row's scores into a line, or take them out again."""
    if 0 <= i < len(grid.rows) - 1:
        for k in range(grid.rows[i], grid.rows[i + 1]):
            line[grid.right[k] + REACH] = 0.0 if empty else scores[k]
