"""Units to the words they have, as small integers: what is said, quoted, named and counted in each.

Words are stemmed (Snowball, English) and numbered in order of first appearance,
so that sets of them are iterated alike on every machine.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain, compress, islice
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


class Vocabulary(dict[str, int]):
    """Folded words to the numbers of their stems, in order of first appearance."""

    def __init__(self) -> None:
        self.stems: dict[str, int] = {}
        self.printed: list[str] = []
        self.figures: set[int] = set()
        self.told: dict[str, int] = {}

    def __missing__(self, key: str) -> int:
        number = self[key] = self.stems.setdefault(stem(key), len(self.stems))
        self.told[key] = GRAMMAR if key in FUNCTION_WORDS else number
        if key[0].isdigit():
            self.figures.add(number)
        return number


def found_words(account: Account, parts: Sequence[Unit], known: Vocabulary) -> list[Found]:
    """The words of each unit of one account."""
    text, words, printed, amounts = account.text, words_of(account), known.printed, slots(account)
    speech = [q for q in account.quotations if q.kind != "title"]
    begins, stops = [q.start for q in speech], [q.end for q in speech]
    side = []
    met: set[int] = set()
    for part in parts:
        starts, ends, keys = words.between(part.start, part.end)
        numbers = tuple(map(known.__getitem__, keys))
        while len(printed) < len(known.stems):
            k = numbers.index(len(printed))
            printed.append(text[starts[k] : ends[k]])
        told = list(map(known.told.__getitem__, keys))
        content = frozenset(told) - _GRAMMAR
        large = words.capital(part.start, part.end)
        capital = set(compress(told[1:], large[1:]))
        quotes = speech[bisect_right(stops, part.start) : bisect_left(begins, part.end)]
        said = [(bisect_left(starts, q.start), bisect_left(starts, q.end)) for q in quotes]
        side.append(
            Found(
                numbers,
                content,
                frozenset(numbers),
                frozenset(chain.from_iterable(told[a:b] for a, b in said)) - _GRAMMAR or NONE,
                tuple(numbers[a:b] for a, b in said if b - a > 1),
                (content & capital) - known.figures or NONE,
                content & known.figures or NONE,
                _amounts(amounts, part),
                content - met,
            )
        )
        met |= content
    return side


def _amounts(known: Mapping[int, Sequence[Slot]], part: Unit) -> tuple[Quantity, ...]:
    """The amounts that a unit tells, so many at most."""
    slots = chain.from_iterable(known.get(k, ()) for k in part.sentences)
    return tuple(islice((slot.item for slot in slots if isinstance(slot.item, Quantity)), AMOUNTS))
