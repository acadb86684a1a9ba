"""Words to time expressions: a grammar of what English news writes.

Every reader is asked at the words that may begin what it reads, and answers with an
expression and the number of the first word behind it, or with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from compare.dates.calendar import Found, read_month_day, read_weekday, read_year
from compare.dates.clock import NOONS, read_time
from compare.dates.expression import Expression
from compare.dates.parts import ALONE, read_part, read_season, read_weekend
from compare.dates.relative import COUNTS, EDGES, THIS, read_day, read_distance, read_edge, read_this
from compare.dates.vocabulary import MONTHS, RELATIVE_DAYS, SEASONS, WEEKDAYS
from compare.row import Row

Reader = Callable[[Row, int], Found]

_FIRST: tuple[tuple[Reader, Iterable[str]], ...] = (
    (read_weekday, WEEKDAYS), (read_distance, COUNTS), (read_edge, EDGES), (read_this, THIS), (read_day, RELATIVE_DAYS),
    (read_time, NOONS), (read_month_day, MONTHS), (read_season, SEASONS), (read_year, SEASONS), (read_part, ALONE),
    (read_weekend, ("weekend",)),
)  # fmt: skip
"""The words that each reader may begin with; those that are asked at one word in this order."""

_READERS = {word: tuple(reader for reader, words in _FIRST if word in words) for _, words in _FIRST for word in words}
_OF_FIGURES = read_distance, read_time, read_month_day, read_year


def find_expressions(row: Row) -> list[Expression]:
    """The time expressions among the words of a text, in order, none inside another. Linear in the words."""
    found: list[Expression] = []
    free = 0
    named = [k for k, key in enumerate(row.keys) if key in _READERS]
    for k in sorted(row.numbers + named):
        if k >= free:
            for reader in _READERS.get(row.keys[k], _OF_FIGURES):
                if answer := reader(row, k):
                    expression, free = answer
                    found.append(expression)
                    break
    return found
