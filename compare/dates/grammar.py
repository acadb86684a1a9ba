"""Words to time expressions: a grammar of what English news writes.

Every reader is asked at a word and answers with an expression and the number of
the first word behind it, or with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from compare.dates.calendar import Found, read_month_day, read_weekday, read_year
from compare.dates.clock import read_time
from compare.dates.expression import Expression
from compare.dates.parts import ALONE, read_part, read_season, read_weekend
from compare.dates.relative import read_day, read_distance, read_edge, read_this
from compare.dates.vocabulary import MONTHS, RELATIVE_DAYS, SEASONS, WEEKDAYS
from compare.row import Row
from compare.tokens import Token

_READERS: tuple[Callable[[Row, int], Found], ...] = (
    read_weekday, read_distance, read_edge, read_this, read_day, read_time, read_month_day, read_season, read_year,
    read_part, read_weekend,
)  # fmt: skip

_STARTS = frozenset(
    "this last next current early mid late beginning start middle end a an noon midnight weekend overnight".split()
) | ALONE | WEEKDAYS.keys() | MONTHS.keys() | SEASONS.keys() | RELATIVE_DAYS.keys()  # fmt: skip


def find_expressions(text: str, tokens: Sequence[Token]) -> list[Expression]:
    """The time expressions among the words of a text, in order, none inside another. Linear in the words."""
    found: list[Expression] = []
    starts = [k for k, (_, _, key) in enumerate(tokens) if key in _STARTS or key[0].isdigit() or key.endswith("'s")]
    if not starts:
        return found
    row, free = Row(text, tokens), 0
    for k in starts:
        if k >= free and (answer := next((a for reader in _READERS if (a := reader(row, k))), None)):
            expression, free = answer
            found.append(expression)
    return found
