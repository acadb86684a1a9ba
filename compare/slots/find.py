"""An account to its slots: every quantity and every time expression, with the words of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.dates import Expression, find_expressions
from compare.model import Account, Span
from compare.quantities import Quantity, find_quantities
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


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A word in digits; ``inside`` is the sort of what it belongs to."""

    inside: type[Quantity] | type[Expression] | None


Item = Quantity | Expression | Figure


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A quantity or a time expression, as words ``first`` to ``last`` of its sentence (``number``).

    A preposition that may as well be left out is among its words.
    Equal only to itself: other accounts have slots at the same offsets.
    """

    start: int
    end: int
    item: Item
    number: int
    words: tuple[Token, ...]
    first: int
    last: int


@lru_cache(maxsize=8)
def slots(account: Account) -> dict[int, tuple[Slot, ...]]:
    """The slots of every sentence that has one, by its number, in order."""
    digit, known = re.compile(r"\d"), words_of(account)
    found = {}
    for number, sentence in enumerate(account.sentences):
        place = sentence.start, sentence.end
        if not _TELLING.isdisjoint(known.keys(*place)) or digit.search(account.text, *place):
            words = tuple(known.tokens(*place))
            times = find_expressions(account.text, words)
            told: list[Quantity | Expression] = [*times, *find_quantities(account.text, words, times)]
            items: list[Item] = [*told, *_figures(account.text, words, told)]
            if items:
                items.sort(key=lambda item: item.start)
                found[number] = tuple(_slot(item, number, words) for item in items)
    return found


def _figures(text: str, words: tuple[Token, ...], told: Sequence[Quantity | Expression]) -> list[Figure]:
    """Every word in digits."""
    digits = [w for w in words if text[w.start].isdigit()]
    if not digits:
        return []
    inside = {}
    for item in told:
        for k in range(bisect_left(words, item.start, key=lambda w: w.start), len(words)):
            if words[k].start >= item.end:
                break
            inside[words[k].start] = type(item)
    return [Figure(w.start, w.end, inside.get(w.start)) for w in digits]


def _slot(item: Item, number: int, words: tuple[Token, ...]) -> Slot:
    first = bisect_right(words, item.start, key=lambda w: w.end)
    last = bisect_left(words, item.end, key=lambda w: w.start)
    if isinstance(item, Expression) and first > 0 and words[first - 1].key in ("on", "at"):
        first -= 1  # "published Monday", "published on Monday"
    return Slot(item.start, item.end, item, number, words, first, last)
