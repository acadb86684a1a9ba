"""An account to its slots: every quantity and every time expression, with the words of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from operator import attrgetter

from compare.dates import Expression, find_expressions
from compare.model import Account, Span
from compare.quantities import Quantity, find_quantities
from compare.row import Row
from compare.tokens import Token, fold, words_of

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen half third thirds quarter quarters first second fourth fifth sixth seventh eighth ninth tenth "
    "monday tuesday wednesday thursday friday saturday sunday today tonight yesterday tomorrow january february "
    "march april may june july august september october november december this last next ago later earlier noon "
    "midnight morning afternoon evening night overnight dawn dusk weekend spring summer autumn winter"
).split()
_TELLING = frozenset({fold(word) for word in _WORDS} | {f"{word}'s" for word in _WORDS} | {str(n) for n in range(20, 100)})
"""What a sentence without a digit must have before its words are looked at one by one."""

REACH = 4
"""Words to each side that count as next to a slot."""

_NOTHING = ("",) * REACH


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A word in digits; ``inside`` is the sort of what it belongs to."""

    inside: type[Quantity] | type[Expression] | None


Item = Quantity | Expression | Figure
_place = attrgetter("start")


@dataclass(slots=True, eq=False)
class Slot:
    """A quantity or a time expression, as words ``first`` to ``last`` of its sentence (``number``, all of it in ``row``).

    A preposition that may as well be left out is among its words. ``before`` and ``behind``
    are the folded words next to it, the nearest first, and nothing beyond the end of the sentence.
    Equal only to itself: other accounts have slots at the same offsets.
    """

    start: int
    end: int
    item: Item
    number: int
    row: Row
    first: int
    last: int
    before: Sequence[str]
    behind: Sequence[str]

    @property
    def words(self) -> tuple[Token, ...]:
        """The words of the sentence."""
        return self.row.tokens


@lru_cache(maxsize=8)
def slots(account: Account) -> dict[int, tuple[Slot, ...]]:
    """The slots of every sentence that has one, by its number, in order."""
    digit, known = re.compile(r"\d"), words_of(account)
    found = {}
    for number, sentence in enumerate(account.sentences):
        place = sentence.start, sentence.end
        if not _TELLING.isdisjoint(known.keys(*place)) or digit.search(account.text, *place):
            row = Row(account.text, *known.between(*place))
            times = find_expressions(row)
            told: list[Quantity | Expression] = [*times, *find_quantities(row, times)]
            told.sort(key=_place)
            items: list[Item] = [*told, *_figures(row, told)]
            items.sort(key=_place)
            if items:
                found[number] = tuple(_slots(items, number, row))
    return found


def _figures(row: Row, told: Sequence[Quantity | Expression]) -> Iterator[Figure]:
    """Every word in digits."""
    text, at = row.text, 0
    for k in compress(range(len(row)), map(str.isdigit, map(text.__getitem__, row.starts))):
        start, end = row.starts[k], row.ends[k]
        while at < len(told) and told[at].end <= start:
            at += 1
        inside = at < len(told) and told[at].start <= start
        yield Figure(start, end, type(told[at]) if inside else None)


def _slots(items: Sequence[Item], number: int, row: Row) -> Iterator[Slot]:
    padded = [*_NOTHING, *row.folded, *_NOTHING]
    for item in items:
        first, last = bisect_right(row.ends, item.start), bisect_left(row.starts, item.end)
        if isinstance(item, Expression) and first > 0 and row.folded[first - 1] in ("on", "at"):
            first -= 1  # "published Monday", "published on Monday"
        before, behind = padded[first : first + REACH][::-1], padded[last + REACH : last + 2 * REACH]
        yield Slot(item.start, item.end, item, number, row, first, last, before, behind)
