"""Words to seasons, weekends and parts of the day that stand alone."""

from __future__ import annotations

from compare.dates.calendar import Found
from compare.dates.expression import Expression
from compare.dates.vocabulary import PARTS, SEASONS
from compare.row import Row

_THIS = {"this": 0, "last": -1, "next": 1}
_BEFORE_SEASON = frozenset(("in", "by", "until", "during", "since", "before", "after"))
_OF_DAY = frozenset(("morning", "afternoon", "evening"))
_AT = frozenset(("night", "dawn", "daybreak", "dusk", "nightfall"))

ALONE = _OF_DAY | _AT | {"overnight"}
"""Words at which a part of the day is looked for."""


def read_season(row: Row, k: int) -> Found:
    """the autumn of 2019; spring of last year; in the spring; "fall" alone is no season."""
    season = SEASONS.get(row.keys[k])
    if season is None:
        return None
    if row.keys[k + 1] == "of" and row.joined(k):
        year = row.figure(k + 2, 1500, 2100)
        if year is not None and row.ends[k + 2] - row.starts[k + 2] == 4:
            return Expression(row.starts[k], row.ends[k + 2], "season", season=season, year=year), k + 3
        if row.keys[k + 2] in _THIS and row.keys[k + 3] == "year":
            offset = _THIS[row.keys[k + 2]]
            return Expression(row.starts[k], row.ends[k + 3], "season", season=season, offset=offset), k + 4
    before = row.keys[k - 2 if row.keys[k - 1] == "the" else k - 1]
    ends = row.gaps[k].strip() != "" or k + 1 == len(row) or row.keys[k + 1] not in ("of", "and")
    if before in _BEFORE_SEASON and row.keys[k] != "fall" and not row.cased(k) and ends and row.gaps[k] != "-":
        return Expression(row.starts[k], row.ends[k], "season", season=season), k + 1
    return None


def read_weekend(row: Row, k: int) -> Found:
    """over the weekend; last weekend; this weekend's; asked at the weekend itself."""
    before = row.keys[k - 1]
    if row.keys[k] != "weekend" or before not in ("the", "this", "last", "next") or not row.joined(k - 1):
        return None
    if before == "the" and row.keys[k - 2] not in ("over", "at", "on", "during", "through"):
        return None
    return Expression(row.starts[k - 1], row.ends[k], "weekend", offset=_THIS.get(before)), k + 1


def read_part(row: Row, k: int) -> Found:
    """in the morning; at dawn; overnight; asked at the part of the day."""
    key, before = row.keys[k], row.keys[k - 1]
    if key == "overnight":
        return Expression(row.starts[k], row.ends[k], "part", part=PARTS[key]), k + 1
    if key in _OF_DAY and before == "the" and row.keys[k - 2] == "in" and row.joined(k - 1) and row.joined(k - 2):
        return Expression(row.starts[k - 2], row.ends[k], "part", part=PARTS[key]), k + 1
    if key in _AT and row.joined(k - 1) and (before == "at" or before == "before" and key in ("dawn", "daybreak")):
        return Expression(row.starts[k - 1], row.ends[k], "part", part=PARTS[key] if before == "at" else (0, 6)), k + 1
    return None
