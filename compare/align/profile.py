"""Two accounts to one profile a sentence: what alignment looks at, as small integers.

Words are stemmed (Snowball, English) and numbered in order of first appearance,
so that sets of them are iterated alike on every machine; a word's weight is its
rarity within the two texts.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from compare.align.headings import headings
from compare.align.units import Unit, units
from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Quotation
from compare.tokens import stem, words_of

FUNCTION_WORD = 0.05
"""Share of its rarity that a function word weighs."""

GRAMMAR = -1
"""What stands for a function word among the numbers of content words."""

_GLUE = frozenset((" ", ". "))
"""What stands between two words of one name."""

_GRAMMAR = frozenset({GRAMMAR})

NONE: frozenset[int] = frozenset()
NOBODY: frozenset[str] = frozenset()
"""Empty sets made once: most sentences have no quoted word, no name, no figure, no speaker."""


class Profile(NamedTuple):
    """One sentence or unit of short ones: its words as numbers, and the sets that the features read.

    ``pairs`` are the words beside each other, each pair as one number (see
    ``Profiles.size``); ``long_names`` are names of several words, each as a set;
    ``fresh`` are the words that this account has here first; ``length`` is the
    logarithm of the number of words.
    """

    words: tuple[int, ...]
    content: frozenset[int]
    all: frozenset[int]
    pairs: frozenset[int]
    quoted: frozenset[int]
    names: frozenset[int]
    long_names: tuple[frozenset[int], ...]
    numbers: frozenset[int]
    speakers: frozenset[str]
    fresh: frozenset[int]
    weight: float
    norm: float
    length: float


Anchors = Mapping[tuple[int, int], float]
"""Per pair of sentences (left, right) how many words of one utterance both quote."""


class Profiles(NamedTuple):
    """The sentences of two accounts, short ones in one speech put together as units.

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
    left_units: tuple[Unit, ...]
    right_units: tuple[Unit, ...]
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
    long_names: tuple[frozenset[int], ...]
    figures: frozenset[int]
    speakers: frozenset[str]
    fresh: frozenset[int]


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
    """Profiles of every unit of two accounts. Time and memory are linear in the text.

    ``anchors`` and ``hints`` are between sentences (by index).
    """
    known = _Vocabulary()
    ours, theirs = units(left), units(right)
    sides = _side(left, ours, known), _side(right, theirs, known)
    here, there = (Counter(chain.from_iterable(found.all for found in side)) for side in sides)
    words = range(len(known.printed))
    content = set().union(*(found.content for side in sides for found in side))
    total = len(sides[0]) + len(sides[1])
    scale = math.log(total + 1) or 1.0
    weights = tuple(
        (1.0 if w in content else FUNCTION_WORD) * math.log((total + 1) / (here[w] + there[w])) / scale
        for w in words
    )
    squares = tuple(weight * weight for weight in weights)
    return Profiles(
        left=tuple(_profile(found, weights, squares) for found in sides[0]),
        right=tuple(_profile(found, weights, squares) for found in sides[1]),
        size=len(words),
        weights=weights,
        squares=squares,
        unique=frozenset(w for w in words if here[w] == there[w] == 1),
        rare=frozenset(w for w in words if 1 <= here[w] <= 2 and 1 <= there[w] <= 2),
        vocabulary=tuple(known.printed),
        left_units=ours,
        right_units=theirs,
        left_headings=headings(left, ours),
        right_headings=headings(right, theirs),
        anchors=_between_units(anchors, ours, theirs),
        hints=_between_units(hints, ours, theirs),
    )


def _between_units(anchors: Anchors, ours: Sequence[Unit], theirs: Sequence[Unit]) -> Anchors:
    """What the sentences of two units quote alike, added up."""
    left, right = ({k: n for n, unit in enumerate(side) for k in unit.sentences} for side in (ours, theirs))
    found: dict[tuple[int, int], float] = defaultdict(float)
    for (i, j), weight in anchors.items():
        found[left[i], right[j]] += weight
    return dict(found)


def _side(account: Account, parts: Sequence[Unit], known: _Vocabulary) -> list[_Found]:
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
        capital = {n for n, start in zip(told[1:], starts[1:], strict=True) if text[start].isupper()}
        quotes = speech[bisect_right(stops, part.start) : bisect_left(begins, part.end)]
        side.append(
            _Found(
                numbers,
                content,
                frozenset(numbers),
                _quoted(quotes, starts, told) if quotes else NONE,
                (content & capital) - known.figures or NONE,
                _long_names(text, starts, ends, told) if len(capital) > 1 else (),
                content & known.figures or NONE,
                frozenset(q.speaker.split()[-1].casefold() for q in quotes if q.speaker) if quotes else NOBODY,
                content - met,
            )
        )
        met |= content
    return side


def _long_names(text: str, starts: Sequence[int], ends: Sequence[int], told: Sequence[int]) -> tuple[frozenset[int], ...]:
    """The content words of each run of capitalised words: a title, a first and a last name are one name."""
    runs: list[list[int]] = []
    behind = -1
    for start, end, word in zip(starts, ends, told, strict=True):
        if word == GRAMMAR or not text[start].isupper():
            continue
        if text[behind:start] in _GLUE and runs:
            runs[-1].append(word)
        else:
            runs.append([word])
        behind = end
    return tuple(frozenset(run) for run in runs if len(run) > 1)


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
        found.long_names,
        found.figures,
        found.speakers,
        found.fresh,
        weigh(found.all, weights),
        norm or 1.0,
        math.log(len(numbers) or 1),
    )


def weigh(words: Iterable[int], weights: Sequence[float]) -> float:
    """The sum of the words' weights, the same in whatever order they come."""
    return math.fsum(map(weights.__getitem__, words))
