"""Units to the words they have, as small integers: what is said, quoted, named and counted in each.

Words are stemmed (Snowball, English) and numbered in order of first appearance,
so that sets of them are iterated alike on every machine.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, compress, count
from typing import NamedTuple

from compare.align.units import Unit
from compare.function_words import FUNCTION_WORDS
from compare.model import Account
from compare.quantities import Quantity
from compare.slots import Slot, slots
from compare.tokens import stem, words_of

GRAMMAR = -1
"""What stands for a function word among the numbers of content words."""

_GRAMMAR = frozenset({GRAMMAR})

NONE: frozenset[int] = frozenset()
"""One empty set: most sentences have no quoted word, no name, no figure."""

AMOUNTS = 12
"""Amounts of a sentence that are looked at; bounds the work on tables."""


class Found(NamedTuple):
    """A unit's words: all of them in order, and those that tell, are quoted, name, count, are new to the account.

    ``sayings`` are the words of each quotation, ``amounts`` what is told in figures or words.
    """

    numbers: tuple[int, ...]
    content: frozenset[int]
    all: frozenset[int]
    quoted: frozenset[int]
    sayings: tuple[tuple[int, ...], ...]
    names: frozenset[int]
    figures: frozenset[int]
    amounts: tuple[Quantity, ...]
    fresh: frozenset[int]


Row = tuple[Sequence[int], Sequence[int], Sequence[str]]
"""Starts, ends and folded forms of a unit's words."""

Side = tuple[Account, Sequence[Unit]]
"""An account and its units."""


def found_in(sides: Sequence[Side]) -> tuple[Vocabulary, list[list[Found]]]:
    """The words of both accounts, and those of each unit of each account."""
    rows = [[words_of(account).between(part.start, part.end) for part in parts] for account, parts in sides]
    known = Vocabulary(rows)
    return known, [found_words(*side, row, known) for side, row in zip(sides, rows, strict=True)]


class Vocabulary:
    """The folded words of both accounts by the numbers of their stems, in order of first appearance.

    ``told`` has ``GRAMMAR`` in place of the numbers of function words; ``figures`` are the numbers of what begins with a digit;
    ``nameless`` are those, and ``GRAMMAR``: no names, however they are printed.
    """

    def __init__(self, sides: Sequence[Sequence[Row]]) -> None:
        words = dict.fromkeys(chain.from_iterable(keys for rows in sides for _, _, keys in rows))
        stems = list(map(stem, words))
        order = dict(zip(dict.fromkeys(stems), count(), strict=False))
        self.size = len(order)
        self.numbers = dict(zip(words, map(order.__getitem__, stems), strict=True))
        self.told = self.numbers | dict.fromkeys(words.keys() & FUNCTION_WORDS, GRAMMAR)
        self.figures = frozenset([self.numbers[word] for word in words if word[0].isdigit()])
        self.nameless = self.figures | {GRAMMAR}


def found_words(account: Account, parts: Sequence[Unit], rows: Sequence[Row], known: Vocabulary) -> list[Found]:
    """The words of each unit of one account."""
    words, amounts = words_of(account), slots(account)
    speech = [q for q in account.quotations if q.kind != "title"]
    begins, stops = [q.start for q in speech], [q.end for q in speech]
    side = []
    met: set[int] = set()
    for part, (starts, _, keys) in zip(parts, rows, strict=True):
        numbers = tuple(map(known.numbers.__getitem__, keys))
        told = list(map(known.told.__getitem__, keys))
        content = frozenset(told) - _GRAMMAR
        capital = frozenset(compress(told[1:], words.capital(part.start, part.end)[1:]))
        quotes = speech[bisect_right(stops, part.start) : bisect_left(begins, part.end)]
        said = [(bisect_left(starts, q.start), bisect_left(starts, q.end)) for q in quotes]
        side.append(
            Found(
                numbers,
                content,
                frozenset(numbers),
                frozenset(chain.from_iterable([told[a:b] for a, b in said])) - _GRAMMAR if said else NONE,
                tuple([numbers[a:b] for a, b in said if b - a > 1]) if said else (),
                capital - known.nameless or NONE,
                content & known.figures or NONE,
                _amounts(amounts, part) if amounts else (),
                content - met,
            )
        )
        met |= content
    return side


class Printed:
    """Of each number the word as it is first printed; cut out of the text when it is asked for, as few are."""

    def __init__(self, size: int, sides: Sequence[Side], words: Sequence[Sequence[Found]]) -> None:
        self._size = size
        self._units = [
            (account, part, found)
            for (account, parts), side in zip(sides, words, strict=True)
            for part, found in zip(parts, side, strict=True)
        ]
        self._first: dict[int, int] = {}
        for k in range(len(self._units) - 1, -1, -1):
            self._first.update(dict.fromkeys(self._units[k][2].all, k))

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(self._size))

    def __getitem__(self, number: int) -> str:
        account, part, found = self._units[self._first[number]]
        k = found.numbers.index(number)
        starts, ends, _ = words_of(account).between(part.start, part.end)
        return account.text[starts[k] : ends[k]]


def _amounts(known: Mapping[int, Sequence[Slot]], part: Unit) -> tuple[Quantity, ...]:
    """The amounts that a unit tells, so many at most."""
    told = [slot.item for k in part.sentences if k in known for slot in known[k] if isinstance(slot.item, Quantity)]
    return tuple(told[:AMOUNTS])
