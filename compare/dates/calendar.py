"""Words to days, months and years that the calendar names."""

from __future__ import annotations

from dataclasses import replace

from compare.dates.expression import Expression
from compare.dates.vocabulary import MONTHS, PARTS, SEASONS, WEEKDAYS
from compare.row import Row

Found = tuple[Expression, int] | None

_ORDINAL = ("st", "nd", "rd", "th")

_BEFORE_YEAR = frozenset(
    "in of since by until till before after during from to through around late early mid circa between back".split()
)

_DETERMINERS = frozenset("the a his her its their our this that".split())
"""Before a year that qualifies a noun ("the 2012 elections")."""

_BEFORE_MONTH = _BEFORE_YEAR | {"last", "next", "this"}

_WORDS_TOO = (3, 5)
"""March and May: months only where the words before or behind say so."""


def read_weekday(row: Row, k: int) -> Found:
    """Monday; Monday night; Monday, July 2, 2007."""
    day = WEEKDAYS.get(row.keys[k])
    if day is None or not row.cased(k):
        return None
    dated = read_month_day(row, k + 1) if row.joined(k, ("", ",", ".", ".,", "(")) else None
    if dated is not None and dated[0].grain == "day":
        return replace(dated[0], start=row.starts[k], weekday=day), dated[1]
    if row.ends[k] - row.starts[k] < 6 and not row.gaps[k].startswith("."):
        return None
    return _with_part(row, Expression(row.starts[k], row.ends[k], "day", weekday=day), k + 1)


def read_month_day(row: Row, k: int) -> Found:
    """July 2; July 2, 2007; 2 July 2007; the 2nd of July; July 2007; July."""
    if month := _month(row, k):
        day = row.figure(k + 1, 1, 31) if row.joined(k, ("", ".")) else None
        return _day(row, k, k + 1, month, day) if day else _whole_month(row, k, month)
    day = row.figure(k, 1, 31)
    if day is None:
        return None
    m = k + 1
    m += row.keys[m] in _ORDINAL
    m += row.keys[m] == "of"
    month = _month(row, m)
    return _day(row, k, m, month, day) if month and row.joined(m - 1) else None


def _month(row: Row, k: int) -> int:
    return MONTHS.get(row.keys[k], 0) if row.cased(k) else 0


def _day(row: Row, first: int, last: int, month: int, day: int) -> Found:
    last += row.keys[last + 1] in _ORDINAL and row.gaps[last] == ""
    if row.gaps[last][:1] in (":", "%") or row.gaps[last] == "." and row.number(last + 1, 0, 9999) is not None:
        return None
    year = _year_behind(row, last)
    last += year is not None
    e = Expression(row.starts[first], row.ends[last], "day", day=day, month=month, year=year)
    return _with_part(row, e, last + 1)


def _whole_month(row: Row, k: int, month: int) -> Found:
    year = _year_behind(row, k)
    before = row.keys[k - 1]
    if month in _WORDS_TOO and year is None and before not in _BEFORE_MONTH:
        return None
    if year is None and row.joined(k) and row.cased(k + 1) and before not in _BEFORE_MONTH:
        return None  # a person's name
    last = k + (year is not None)
    offset = {"last": -1, "next": 1}.get(before) if year is None else None
    return Expression(row.starts[k], row.ends[last], "month", month=month, year=year, offset=offset), last + 1


def _year_behind(row: Row, k: int) -> int | None:
    if row.joined(k, ("", ",", ".")) and _four_digits(row, k + 1):
        return row.number(k + 1, 1500, 2100)
    return None


def _four_digits(row: Row, k: int) -> bool:
    return k < len(row) and row.ends[k] - row.starts[k] == 4


def _with_part(row: Row, e: Expression, k: int) -> Found:
    """The expression with the part of the day named behind it."""
    if row.keys[k] in PARTS and row.joined(k - 1):
        return replace(e, end=row.ends[k], part=PARTS[row.keys[k]]), k + 1
    return e, k


def read_year(row: Row, k: int) -> Found:
    """2007 where the words around say that it is a year; the 1990s; summer 2007."""
    if row.keys[k] in SEASONS and row.joined(k) and _four_digits(row, k + 1):
        if (year := row.number(k + 1, 1500, 2100)) is not None:
            season = SEASONS[row.keys[k]]
            return Expression(row.starts[k], row.ends[k + 1], "season", season=season, year=year), k + 2
    year = row.number(k, 1500, 2100)
    if year is None or not _four_digits(row, k) or row.text[max(0, row.starts[k] - 1)] in "$£€.,-/":
        return None
    if row.keys[k + 1] == "s" and row.gaps[k] in ("", "'", "’"):
        return Expression(row.starts[k], row.ends[k + 1], "decade", year=year), k + 2
    if row.gaps[k][:1] in ("-", "/", "%", ":") and row.number(k + 1, 0, 9999) is None:
        return None
    e = Expression(row.starts[k], row.ends[k], "year", year=year)
    if row.keys[k - 1] in _BEFORE_YEAR or row.gaps[k][:1] in (",", ".", ")", ";") or row.cased(k + 1):
        return e, k + 1
    counts = row.joined(k) and (row.keys[k + 1].endswith("s") or row.keys[k + 1] in ("people", "men", "women"))
    return (e, k + 1) if 1900 <= year <= 2040 and (not counts or row.keys[k - 1] in _DETERMINERS) else None
