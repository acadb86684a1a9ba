"""Two sentences to what stands beside the same thing in a pair: "nurses and doctors", "nurses and porters"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from compare.claims.wording import Word
from compare.function_words import FUNCTION_WORDS
from compare.tokens import stem

LENGTH = 3
"""Words of either half of a pair."""

MOST = 6
"""Pairs of one sentence that are looked at; bounds the work on an endless one."""

_ARTICLES = frozenset("a an the his her its their".split())

Half = tuple[int, int]
"""Words ``[a:b]``."""


class Halves(NamedTuple):
    """Words of one sentence and of the other, each joined by "and" to the same thing."""

    left: Half
    right: Half


def other_halves(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Halves]:
    """Every two halves of which neither names the other, of pairs whose other halves share a word."""
    ours = list(_pairs(left))
    theirs = list(_pairs(right)) if ours else []
    for a, b in product(ours, theirs):
        for k, m in product((0, 1), (0, 1)):
            x, y = a[1 - k], b[1 - m]
            heads = stem(left[x[1] - 1].key), stem(right[y[1] - 1].key)
            if _things(left, a[k]) & _things(right, b[m]) and heads[0] not in _things(right, y) and heads[1] not in _things(left, x):
                yield Halves(_shown(x, 1 - k, a), _shown(y, 1 - m, b))
                break


def _shown(half: Half, place: int, pair: tuple[Half, Half]) -> Half:
    """The words of a half that surely belong to it: of the first, which may hold a verb, the last."""
    return half if place else (pair[0][1] - 1, pair[0][1])


def _pairs(words: Sequence[Word]) -> Iterator[tuple[Half, Half]]:
    """Two things that "and" joins: several nouns, small and in the plural at their end."""
    found = 0
    for k, word in enumerate(words):
        if word.key == "and" and 0 < k < len(words) - 1 and not word.parted and found < MOST:
            first, last = k, k + 1 + (words[k + 1].key in _ARTICLES)
            start = last
            while first > 0 and k - first < LENGTH and _noun(words[first - 1]) and not (first < k and words[first].parted):
                first -= 1
            while last < len(words) and last - start < LENGTH and _noun(words[last]) and not words[last].parted:
                last += 1
            while last > start and not _many(words[last - 1]):
                last -= 1  # a verb
            if first < k and last > start and _many(words[k - 1], k - 1):
                found += 1
                yield (first, k), (start, last)


def _noun(word: Word) -> bool:
    return word.key not in FUNCTION_WORDS and word.key[0].isalpha() and not word.key.endswith(("ed", "ing", "ly"))


def _many(word: Word, place: int = 1) -> bool:
    """Whether a word tells of several, as those who did something together do; a small word, or the first."""
    return (word.small or not place) and (word.key.endswith(("s", "men")) or word.key in _PLURALS)


_PLURALS = frozenset("people men women children police staff faculty clergy crew media press".split())


def _things(words: Sequence[Word], half: Half) -> frozenset[str]:
    return frozenset(stem(w.key) for w in words[half[0] : half[1]])
