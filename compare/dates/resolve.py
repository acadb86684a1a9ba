"""Time expressions to days, and whether two of them can be one time."""

from __future__ import annotations

from datetime import date, timedelta

from compare.dates.expression import Expression

Days = tuple[date, date]

_FUZZY = timedelta(days=7)
"""What people call this week, last week reaches so far beyond the calendar's."""

_FUZZY_GRAINS = frozenset(("week",))
"""Stretches whose neighbours people mean as well."""

_LONG = frozenset(("month", "year", "decade"))
"""Stretches in which accounts of one event are written, though nobody says on what day."""


def interval(e: Expression, published: str | None = None) -> Days | None:
    """The first and the last day an expression may mean; None where that needs more than is known.

    ``published`` is an ISO date. A weekday is the last one up to that day, a month
    or a day without a year the nearest one.
    """
    today = date.fromisoformat(published) if published else None
    try:
        return _narrowed(e, _days(e, today))
    except (ValueError, OverflowError):  # February 30
        return None


def _days(e: Expression, today: date | None) -> Days | None:
    if e.year is not None:
        return _of_year(e, e.year)
    if today is None:
        return None
    if e.month is not None:
        shift = e.offset or 0
        years = [today.year + n for n in ((-1, 0) if shift < 0 else (0, 1) if shift > 0 else (-1, 0, 1))]
        found = [d for y in years if (d := _of_year(e, y))]
        return min(found, key=lambda d: abs(d[0] - today))
    if e.weekday is not None:
        day = today - timedelta(days=(today.weekday() - e.weekday) % 7)
        return day, day
    if e.offset is None:
        return None
    return _shifted(e, e.offset, today)


def _of_year(e: Expression, year: int) -> Days | None:
    if e.month is not None and e.day is not None:
        if e.day > _length(year, e.month):
            return None
        return date(year, e.month, e.day), date(year, e.month, e.day)
    if e.month is not None:
        return date(year, e.month, 1), date(year, e.month, _length(year, e.month))
    if e.season is not None:
        first = date(year, 3 * e.season - 3, 1) if e.season > 1 else date(year - 1, 12, 1)
        return first, first + timedelta(days=120)
    return date(year, 1, 1), date(year + (9 if e.grain == "decade" else 0), 12, 31)


def _length(year: int, month: int) -> int:
    """How many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def _shifted(e: Expression, offset: int, today: date) -> Days | None:
    if e.grain == "day":
        return today + timedelta(days=offset), today + timedelta(days=offset)
    if e.grain == "week":
        monday = today + timedelta(days=7 * offset - today.weekday())
        return monday - _FUZZY, monday + timedelta(days=6) + _FUZZY
    if e.grain == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
        return date(year, month + 1, 1), date(year, month + 1, _length(year, month + 1))
    if e.grain in ("year", "season"):
        slack = timedelta(days=0 if e.grain == "year" else 120)
        found = _of_year(e, today.year + offset)
        return (found[0] - slack, found[1] + slack) if found else None
    return None


def _narrowed(e: Expression, days: Days | None) -> Days | None:
    """The early or the late part of a month or a year; of a shorter time, the whole."""
    if days is None or not e.edge or e.grain not in ("month", "year"):
        return days
    half, third = (days[1] - days[0]) / 2, (days[1] - days[0]) / 3
    if e.edge == "early":
        return days[0], days[0] + half
    return (days[0] + third, days[1] - third) if e.edge == "mid" else (days[0] + half, days[1])


def relation(
    a: Expression, b: Expression, a_published: str | None = None, b_published: str | None = None
) -> str | None:
    """``agree`` or ``differ``; None where the two cannot be compared."""
    if a.grain == "time" or b.grain == "time":
        return _times(a, b)
    if "weekend" in (a.grain, b.grain):
        return _weekends(a, b)
    if "part" in (a.grain, b.grain):
        return None if not a.part or not b.part else "differ" if _apart(a.part, b.part) else "agree"
    if a.distance is not None or b.distance is not None:
        if a.distance is None or b.distance is None or (a.distance > 0) != (b.distance > 0):
            return None
        return "agree" if a.distance == b.distance else "differ"
    same = _same_days(a, b, a_published, b_published)
    if same and a.part and b.part and _apart(a.part, b.part):
        return "differ"
    return None if same is None else "agree" if same else "differ"


def _apart(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two parts of the day have no hour in common; the night goes on after midnight."""
    return all(a[1] + turn <= b[0] or b[1] <= a[0] + turn for turn in (-24, 0, 24))


def _times(a: Expression, b: Expression) -> str | None:
    for one, other in ((a, b), (b, a)):
        if one.grain == "part" and one.part and other.minute is not None and other.half:
            hour = other.minute // 60
            return "differ" if _apart((one.part[0] - 1, one.part[1] + 1), (hour, hour + 1)) else "agree"
    if a.minute is None or b.minute is None or a.zone != b.zone and a.zone and b.zone:
        return None
    around = 1440 if a.half and b.half else 720
    return "agree" if (a.minute - b.minute) % around == 0 else "differ"


def _weekends(a: Expression, b: Expression) -> str | None:
    """A weekend beside a weekday; two weekends, of one day of writing or not, are not told apart."""
    weekday = b.weekday if a.grain == "weekend" else a.weekday
    return None if weekday is None else "agree" if weekday > 4 else "differ"


def _from_now(e: Expression) -> bool:
    """Whether nothing but a distance from the day of writing is told: last month, two years ago."""
    return e.offset is not None and e.weekday is None and e.month is None and e.season is None and e.year is None and not e.edge


def _same_days(a: Expression, b: Expression, a_published: str | None, b_published: str | None) -> bool | None:
    if a.season is not None and b.season is not None and a.season != b.season:
        known = a.year is not None and b.year is not None
        return False if known or (a.year, a.offset) == (b.year, b.offset) else None
    if a.weekday is not None and b.weekday is not None and (a.day is None or b.day is None or a.weekday != b.weekday):
        return a.weekday == b.weekday
    if _from_now(a) and _from_now(b) and a.grain == b.grain:
        apart = abs((a.offset or 0) - (b.offset or 0))
        if a_published and a_published == b_published and (apart != 1 or a.grain not in _FUZZY_GRAINS):
            return apart == 0
        if a.grain in _LONG and (apart > 1 or max(a.offset or 0, b.offset or 0) < -1):
            return apart == 0
    if a.month is not None and b.month is not None and (a.year is None or b.year is None):
        if a.month != b.month or a.day != b.day and a.day is not None and b.day is not None:
            return False
        return None if a.edge != b.edge and a.day is None else True
    days = interval(a, a_published), interval(b, b_published)
    for one, other, when in ((a, b, days[1]), (b, a, days[0])):
        if one.weekday is not None and one.day is None:
            if when is None or when[0] != when[1] or other.grain != "day":
                return None
            return when[0].weekday() == one.weekday
    if days[0] is None or days[1] is None:
        return None
    met = days[0][0] <= days[1][1] and days[1][0] <= days[0][1]
    if (a.season is None) != (b.season is None) and not met:
        return None  # the winter of a year begins in the year before, or ends in the one after; in the south it is in July
    return met
