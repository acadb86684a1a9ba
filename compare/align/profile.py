"""Two accounts to one profile a sentence: what alignment looks at, as small integers.

Words are stemmed (Snowball, English) and numbered in order of first appearance,
so that sets of them are iterated alike on every machine; a word's weight is its
rarity within the two texts.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from compare.align.headings import headings
from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Quotation
from compare.tokens import stem, words_of

FUNCTION_WORD = 0.05
"""Share of its rarity that a function word weighs."""

GRAMMAR = -1
"""What stands for a function word among the numbers of content words."""

_GRAMMAR = frozenset({GRAMMAR})

NONE: frozenset[int] = frozenset()
NOBODY: frozenset[str] = frozenset()
"""Empty sets made once: most sentences have no quoted word, no name, no figure, no speaker."""


class Profile(NamedTuple):
    """One sentence: its words as numbers, and the sets that the features read.

    ``pairs`` are the words beside each other, each pair as one number (see
    ``Profiles.size``); ``length`` is the logarithm of the number of words.
    """

    words: tuple[int, ...]
    content: frozenset[int]
    all: frozenset[int]
    pairs: frozenset[int]
    quoted: frozenset[int]
    names: frozenset[int]
    numbers: frozenset[int]
    speakers: frozenset[str]
    weight: float
    norm: float
    length: float


Anchors = Mapping[tuple[int, int], float]
"""Per pair of sentences (left, right) how many words of one utterance both quote."""


class Profiles(NamedTuple):
    """The sentences of two accounts.

    Of word ``w``, ``weights[w]`` is the rarity (0 to 1), ``squares[w]`` its square,
    ``vocabulary[w]`` the printed form first met. ``unique`` words stand in one
    sentence a side, ``rare`` ones in two at most. The pair of words v, w is the
    number ``v * size + w``. ``anchors[i, j]`` (surely) and ``hints[i, j]`` (perhaps)
    say how much of what both sentences quote is the same.
    """

    left: tuple[Profile, ...]
    right: tuple[Profile, ...]
    size: int
    weights: tuple[float, ...]
    squares: tuple[float, ...]
    unique: frozenset[int]
    rare: frozenset[int]
    vocabulary: tuple[str, ...]
    left_paragraphs: tuple[int, ...]
    right_paragraphs: tuple[int, ...]
    left_headings: frozenset[int]
    right_headings: frozenset[int]
    anchors: Anchors
    hints: Anchors


class _Found(NamedTuple):
    """One sentence's words before their weights are known."""

    numbers: tuple[int, ...]
    content: frozenset[int]
    all: frozenset[int]
    quoted: frozenset[int]
    names: frozenset[int]
    figures: frozenset[int]
    speakers: frozenset[str]


class _Vocabulary(dict[str, int]):
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


def profiles(left: Account, right: Account, anchors: Anchors, hints: Anchors) -> Profiles:
    """Profiles of every sentence of two accounts. Time and memory are linear in the text."""
    known = _Vocabulary()
    sides = _side(left, known), _side(right, known)
    ours, theirs = (Counter(chain.from_iterable(found.all for found in side)) for side in sides)
    words = range(len(known.printed))
    content = set().union(*(found.content for side in sides for found in side))
    total = len(sides[0]) + len(sides[1])
    scale = math.log(total + 1) or 1.0
    weights = tuple(
        (1.0 if w in content else FUNCTION_WORD) * math.log((total + 1) / (ours[w] + theirs[w])) / scale
        for w in words
    )
    squares = tuple(weight * weight for weight in weights)
    return Profiles(
        left=tuple(_profile(found, weights, squares) for found in sides[0]),
        right=tuple(_profile(found, weights, squares) for found in sides[1]),
        size=len(words),
        weights=weights,
        squares=squares,
        unique=frozenset(w for w in words if ours[w] == theirs[w] == 1),
        rare=frozenset(w for w in words if 1 <= ours[w] <= 2 and 1 <= theirs[w] <= 2),
        vocabulary=tuple(known.printed),
        left_paragraphs=tuple(s.paragraph for s in left.sentences),
        right_paragraphs=tuple(s.paragraph for s in right.sentences),
        left_headings=headings(left),
        right_headings=headings(right),
        anchors=anchors,
        hints=hints,
    )


def _side(account: Account, known: _Vocabulary) -> list[_Found]:
    """The words of each sentence of one account."""
    text, words, printed = account.text, words_of(account), known.printed
    speech = [q for q in account.quotations if q.kind != "title"]
    begins, stops = [q.start for q in speech], [q.end for q in speech]
    side = []
    for sentence in account.sentences:
        starts, ends, keys = words.between(sentence.start, sentence.end)
        numbers = tuple(map(known.__getitem__, keys))
        while len(printed) < len(known.stems):
            k = numbers.index(len(printed))
            printed.append(text[starts[k] : ends[k]])
        told = list(map(known.told.__getitem__, keys))
        content = frozenset(told) - _GRAMMAR
        capital = {n for n, start in zip(told[1:], starts[1:], strict=True) if text[start].isupper()}
        quotes = speech[bisect_right(stops, sentence.start) : bisect_left(begins, sentence.end)]
        side.append(
            _Found(
                numbers,
                content,
                frozenset(numbers),
                _quoted(quotes, starts, told) if quotes else NONE,
                (content & capital) - known.figures or NONE,
                content & known.figures or NONE,
                frozenset(q.speaker.split()[-1].casefold() for q in quotes if q.speaker) if quotes else NOBODY,
            )
        )
    return side


def _quoted(quotes: Sequence[Quotation], starts: Sequence[int], told: Sequence[int]) -> frozenset[int]:
    """The content words that stand inside quotations."""
    places = ((bisect_left(starts, q.start), bisect_left(starts, q.end)) for q in quotes)
    return frozenset(chain.from_iterable(told[a:b] for a, b in places)) - _GRAMMAR or NONE


def _profile(found: _Found, weights: Sequence[float], squares: Sequence[float]) -> Profile:
    """A sentence with its weights; how often a word stands in it counts by its logarithm."""
    numbers = found.numbers
    size = len(weights)
    if len(found.all) == len(numbers):
        norm = math.sqrt(math.fsum(map(squares.__getitem__, numbers)))
    else:
        norm = math.sqrt(math.fsum((weights[w] * (1 + math.log(n))) ** 2 for w, n in Counter(numbers).items()))
    return Profile(
        numbers,
        found.content,
        found.all,
        frozenset(v * size + w for v, w in pairwise(numbers)),
        found.quoted,
        found.names,
        found.figures,
        found.speakers,
        weigh(found.all, weights),
        norm or 1.0,
        math.log(len(numbers) or 1),
    )


def weigh(words: Iterable[int], weights: Sequence[float]) -> float:
    """The sum of the words' weights, the same in whatever order they come."""
    return math.fsum(map(weights.__getitem__, words))
