"""Lines of a printed page into the order in which they are read: two columns one after the other, not across."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LEAST_ROWS = 3
"""Lines that stand beside lines before a blank strip between them is one between columns."""

MOST_ACROSS = 0.2
"""Share of lines that may run across a strip between columns: headlines, a wide lead."""

_TRIED = 40
"""Places on the page at which a strip is looked for."""

_DEEPEST = 6
"""Columns inside columns that are looked for."""


class Line(NamedTuple):
    """A piece of a printed line and its place, in points from the lower left corner; ``page`` counts from 0."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    page: int = 0

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.top - self.bottom


def in_reading_order(
    lines: Sequence[Line], known: list[float] | None = None, depth: int = 0
) -> list[list[Line]]:
    """The columns of one page in reading order, each with its lines from top to bottom.

    What runs across several columns (a headline) parts the page into bands above
    and below it. ``known`` are the strips between columns on earlier pages, and
    gets those of this one: a last page may have too little text to tell.
    """
    known = [] if known is None else known
    strip = _strip(lines, known) if depth < _DEEPEST else None
    if strip is None:
        return [_rows(lines)] if lines else []
    if strip not in known:
        known.append(strip)
    across = {line for line in lines if line.left < strip < line.right}
    columns: list[list[Line]] = []
    for band in _bands(lines, across):
        if band[0] in across:
            columns.append(_rows(band))
            continue
        for side in ([n for n in band if n.right <= strip], [n for n in band if n.left >= strip]):
            columns.extend(in_reading_order(side, known, depth + 1))
    return columns


def _strip(lines: Sequence[Line], known: Sequence[float]) -> float | None:
    """Where a blank strip parts the lines into two columns; None where none does."""
    for place in known:
        sides = {n.left >= place for n in lines if not n.left < place < n.right}
        if len(sides) == 2 and sum(n.left < place < n.right for n in lines) <= MOST_ACROSS * len(lines):
            return place
    if len(lines) < 2 * LEAST_ROWS:
        return None
    left, right = min(n.left for n in lines), max(n.right for n in lines)
    best: tuple[int, float, float] | None = None
    for k in range(1, _TRIED):
        place = left + (right - left) * k / _TRIED
        across = sum(n.left < place < n.right for n in lines)
        if across > MOST_ACROSS * len(lines) or not _beside(lines, place):
            continue
        found = (across, abs(k - _TRIED / 2), place)
        best = min(best, found) if best else found
    return best[2] if best else None


def _beside(lines: Sequence[Line], place: float) -> bool:
    """Whether lines on the left of a place have lines on its right at the same height, several of them."""
    lefts = sorted((n.bottom + n.top) / 2 for n in lines if n.right <= place)
    rights = sorted((n.bottom, n.top) for n in lines if n.left >= place)
    if len(lefts) < LEAST_ROWS or len(rights) < LEAST_ROWS:
        return False
    at = 0
    rows = 0
    for bottom, top in rights:
        while at < len(lefts) and lefts[at] < bottom:
            at += 1
        rows += at < len(lefts) and lefts[at] <= top
    low, high = max(lefts[0], rights[0][0]), min(lefts[-1], rights[-1][1])
    return rows >= LEAST_ROWS or sum(low <= y <= high for y in lefts) >= 2 * LEAST_ROWS


def _bands(lines: Sequence[Line], wide: set[Line]) -> list[list[Line]]:
    """Lines from the top, in groups: what runs across the columns, and what stands between."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda n: -(n.bottom + n.top)):
        if groups and (groups[-1][0] in wide) == (line in wide):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Pieces of one printed line put together, from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda n: -(n.bottom + n.top)):
        middle = (line.bottom + line.top) / 2
        if rows and rows[-1][0].bottom < middle < rows[-1][0].top:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda n: n.left)) for row in rows]


def _joined(row: Sequence[Line]) -> Line:
    return Line(
        " ".join(piece.text for piece in row),
        row[0].left,
        min(piece.bottom for piece in row),
        max(piece.right for piece in row),
        max(piece.top for piece in row),
        row[0].page,
    )
