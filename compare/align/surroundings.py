"""What the first look said about a pair's rivals and neighbours: links come in runs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from compare.align.candidates import Grid
from compare.align.rivals import Line, lines


def logit(p: float) -> float:
    """The log-odds of a probability, kept finite."""
    return math.log((p + 1e-4) / (1 - p + 1e-4))


def surround(grid: Grid, scores: Sequence[float]) -> Iterator[list[list[float]]]:
    """Per left sentence the features ``SECOND`` of each of its pairs, from the first score of each."""
    rows, columns = lines(grid, scores)
    best = [[(line, logit(line.best), logit(line.second)) for line in side] for side in (rows, columns)]
    told = _told(rows, columns)
    above, here, below = ([0.0] * (grid.width + 2) for _ in range(3))
    _write(grid, scores, 0, below)
    for i, (row, row_best, row_second) in enumerate(best[0]):
        above, here, below = here, below, above
        _write(grid, None, i - 2, below)  # lines as wide as a text are used again
        _write(grid, scores, i + 1, below)
        start, end = grid.rows[i], grid.rows[i + 1]
        found = []
        for j, score in zip(grid.right[start:end], scores[start:end], strict=True):
            column, column_best, column_second = best[1][j]
            own = logit(score)
            x = own - (row_second if score == row.best else row_best)
            y = own - (column_second if score == column.best else column_best)
            s, t = row.total - score, column.total - score
            p, q, u, v = above[j], below[j + 2], above[j + 2], below[j]
            found.append([
                own,
                x if x < y else y,
                p if p > q else q,
                u if u > v else v,
                max(here[j], here[j + 2], above[j + 1], below[j + 1]),
                s if s > t else t,
                t if s > t else s,
                told,
            ])  # fmt: skip
        yield found


def _told(rows: Sequence[Line], columns: Sequence[Line]) -> float:
    """How much the two accounts tell the same: the mean best score of a sentence that has a candidate."""
    sides = [[line.best for line in side if line.best] for side in (rows, columns)]
    return sum(sum(side) / len(side) for side in sides) / 2 if all(sides) else 0.0


def _write(grid: Grid, scores: Sequence[float] | None, i: int, line: list[float]) -> None:
    """Write the scores of row ``i`` into a line, that of right sentence ``j`` at ``j + 1``; without scores take them out."""
    if 0 <= i < len(grid.rows) - 1:
        for k in range(grid.rows[i], grid.rows[i + 1]):
            line[grid.right[k] + 1] = scores[k] if scores else 0.0
