"""Units to the words they have, as small integers: what is said, quoted, named and counted in each.

Words are stemmed (Snowball, English) and numbered in order of first appearance,
so that sets of them are iterated alike on every machine.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain, compress
from typing import NamedTuple

from compare.align.units import Unit
from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Quotation
from compare.tokens import stem, words_of

GRAMMAR = -1
"""What stands for a function word among the numbers of content words."""

_GLUE = frozenset((" ", ". "))
"""What stands between two words of one name."""

_GRAMMAR = frozenset({GRAMMAR})

NONE: frozenset[int] = frozenset()
"""One empty set: most sentences have no quoted word, no name, no figure."""


class Found(NamedTuple):
    """A unit's words: all of them in order, and those that tell, are quoted, name, count, are new to the account."""

    numbers: tuple[int, ...]
    content: frozenset[int]
    all: frozenset[int]
    quoted: frozenset[int]
    names: frozenset[int]
    long_names: tuple[frozenset[int], ...]
    figures: frozenset[int]
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
    text, words, printed = account.text, words_of(account), known.printed
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
        side.append(
            Found(
                numbers,
                content,
                frozenset(numbers),
                _quoted(quotes, starts, told) if quotes else NONE,
                (content & capital) - known.figures or NONE,
                _long_names(text, starts, ends, told, large) if len(capital) > 1 else (),
                content & known.figures or NONE,
                content - met,
            )
        )
        met |= content
    return side


def _long_names(
    text: str, starts: Sequence[int], ends: Sequence[int], told: Sequence[int], large: Sequence[bool]
) -> tuple[frozenset[int], ...]:
    """The content words of each run of capitalised words: a title, a first and a last name are one name."""
    runs: list[list[int]] = []
    behind = -1
    for k in compress(range(len(told)), large):
        word = told[k]
        if word == GRAMMAR:
            continue
        if text[behind : starts[k]] in _GLUE and runs:
            runs[-1].append(word)
        else:
            runs.append([word])
        behind = ends[k]
    return tuple(frozenset(run) for run in runs if len(run) > 1)


def _quoted(quotes: Sequence[Quotation], starts: Sequence[int], told: Sequence[int]) -> frozenset[int]:
    """The content words that stand inside quotations."""
    places = ((bisect_left(starts, q.start), bisect_left(starts, q.end)) for q in quotes)
    return frozenset(chain.from_iterable(told[a:b] for a, b in places)) - _GRAMMAR or NONE
