"""Words to times of day: 3 p.m., 10:30, noon, shortly after 6 in the evening."""

from __future__ import annotations

from compare.dates.expression import Expression
from compare.dates.vocabulary import PARTS, ZONES
from compare.row import Row

NOONS = frozenset(("noon", "midnight"))

_HALVES = {"a.m.": 0, "am": 0, "p.m.": 12, "pm": 12}


def read_time(row: Row, k: int) -> tuple[Expression, int] | None:
    """The time of day at word ``k``; a bare number is none."""
    key = row.keys[k]
    if key in NOONS:
        if row.keys[k - 1] in ("at", "by", "until", "before", "after", "around", "about"):
            minute = 720 if key == "noon" else 1440
            return Expression(row.starts[k], row.ends[k], "time", minute=minute, part=PARTS[key]), k + 1
        return None
    if not key[:1].isdigit():
        return None
    hour, _, rest = key.replace(".", ":").partition(":")
    minute = 0
    if rest:
        if not (len(rest) == 2 and rest.isdecimal() and int(rest) < 60):
            return None
        minute = int(rest)
    if not hour.isdecimal() or int(hour) > 24:
        return None
    half = _HALVES.get(row.keys[k + 1]) if row.gaps[k] in ("", " ", "\xa0") else None
    end = k + 1 if half is None else k + 2
    if half is None and [row.keys[m] for m in (k + 1, k + 2)] == ["in", "the"] and row.joined(k):
        half = {"morning": 0, "afternoon": 12, "evening": 12}.get(row.keys[k + 3])
        end = k + 4 if half is not None else end
    if half is None and (":" not in key or row.gaps[k].startswith(":")):
        return None
    zone = None
    while row.joined(end - 1, ("", "(")) and row.keys[end] in ZONES | {
        "time",
        "eastern",
        "pacific",
        "central",
    }:
        zone = zone or row.keys[end]
        end += 1
    if row.cased(end) and row.gaps[end - 1] == " " and "time" in (row.keys[end + 1], row.keys[end + 2]):
        zone = zone or row.keys[end]  # 5 p.m. Tokyo time: a zone that is not known
    of_day = int(hour) % 12 + half if half is not None else int(hour)
    known = half is not None or int(hour) > 12 or hour.startswith("0")
    return (
        Expression(
            row.starts[k], row.ends[end - 1], "time", minute=of_day * 60 + minute, zone=zone, half=known
        ),
        end,
    )
