"""Words to times that are told from where the writer or the story stands."""

from __future__ import annotations

from dataclasses import replace

from compare.dates.calendar import Found, read_month_day, read_weekday
from compare.dates.expression import Expression
from compare.dates.vocabulary import DAYS_OF, PARTS, RELATIVE_DAYS, SEASONS, SPANS
from compare.row import Row

THIS = {"this": 0, "current": 0, "last": -1, "next": 1}
_GRAINS = frozenset(("week", "month", "year", "decade"))
EDGES = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "beginning": "early",
    "start": "early",
    "middle": "mid",
    "end": "late",
}
COUNTS = {"a": 1, "an": 1}


def read_day(row: Row, k: int) -> Found:
    """today; yesterday morning; tonight."""
    offset = RELATIVE_DAYS.get(row.keys[k])
    if offset is None:
        return None
    e = Expression(row.starts[k], row.ends[k], "day", offset=offset)
    if row.keys[k + 1] in PARTS and row.joined(k):
        return replace(e, end=row.ends[k + 1], part=PARTS[row.keys[k + 1]]), k + 2
    return e, k + 1


def read_this(row: Row, k: int) -> Found:
    """last month; this week; next year; last summer; this morning; last Monday."""
    offset = THIS.get(row.keys[k])
    if offset is None or not row.joined(k):
        return None
    key, start, end = row.keys[k + 1], row.starts[k], row.ends[min(k + 1, len(row) - 1)]
    if key in PARTS and row.keys[k] in ("this", "last"):
        return Expression(start, end, "day", offset=offset, part=PARTS[key]), k + 2
    if key in SEASONS and not row.cased(k + 1):
        return Expression(start, end, "season", season=SEASONS[key], offset=offset), k + 2
    if key in _GRAINS:
        return Expression(start, end, key, offset=offset), k + 2
    if found := read_weekday(row, k + 1):
        return replace(found[0], start=start), found[1]
    if row.cased(k + 1) and (found := read_month_day(row, k + 1)):
        return (replace(found[0], start=start), found[1]) if found[0].grain == "month" else found
    return None


def read_edge(row: Row, k: int) -> Found:
    """early July; the end of February; mid-2014; late Friday."""
    edge = EDGES.get(row.keys[k])
    if edge is None:
        return None
    m = k + 1 + (row.keys[k + 1] in ("of", "in"))
    m += row.keys[m] == "the" and row.keys[m + 1] in THIS
    if m >= len(row) or not row.joined(m - 1, ("", "-")):
        return None
    for reader in (read_weekday, read_month_day, read_this, _bare_year):
        if found := reader(row, m):
            return replace(found[0], start=row.starts[k], edge=edge), found[1]
    return None


def _bare_year(row: Row, k: int) -> Found:
    year = row.number(k, 1900, 2100)
    return (Expression(row.starts[k], row.ends[k], "year", year=year), k + 1) if year else None


def read_distance(row: Row, k: int) -> Found:
    """two days later; three weeks ago; a month earlier."""
    span = SPANS.get(row.keys[k + 1])
    if span not in DAYS_OF:
        return None
    count = COUNTS.get(row.keys[k]) or row.number(k, 1, 400)
    if count is None or not row.joined(k):
        return None
    behind = row.keys[k + 2] if row.joined(k + 1) else ""
    sign = {"later": 1, "after": 1, "ago": -1, "earlier": -1, "before": -1}.get(behind)
    if sign is None or row.keys[k + 1] == "decade":
        return None
    start, end, days = row.starts[k], row.ends[k + 2], sign * count * DAYS_OF[span]
    if behind == "ago":
        grain = span if span in _GRAINS else "day"
        return Expression(start, end, grain, offset=-count), k + 3
    return Expression(start, end, "day", distance=days), k + 3
