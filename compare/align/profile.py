"""Two accounts to one profile a sentence: what alignment looks at, as small integers.

Words are stemmed (Snowball, English) and numbered in order of first appearance,
so that sets of them are iterated alike on every machine; a word's weight is its
rarity within the two texts.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.align.headings import headings
from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Quotation
from compare.tokens import stem, tokenize

FUNCTION_WORD = 0.05
"""Share of its rarity that a function word weighs."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One sentence: its words as numbers, and the sets that the features read."""

    words: tuple[int, ...]
    content: frozenset[int]
    all: frozenset[int]
    pairs: frozenset[tuple[int, int]]
    quoted: frozenset[int]
    names: frozenset[int]
    numbers: frozenset[int]
    speakers: frozenset[str]
    weight: float
    norm: float


@dataclass(frozen=True, slots=True)
class Profiles:
    """The sentences of two accounts.

    Of word ``w``, ``weights[w]`` is the rarity (0 to 1), ``vocabulary[w]`` the
    printed form first met, ``left_counts[w]`` the number of left sentences with it.
    ``anchors[i, j]`` says how much of what both sentences quote is the same.
    """

    left: tuple[Profile, ...]
    right: tuple[Profile, ...]
    weights: tuple[float, ...]
    left_counts: tuple[int, ...]
    right_counts: tuple[int, ...]
    vocabulary: tuple[str, ...]
    left_paragraphs: tuple[int, ...]
    right_paragraphs: tuple[int, ...]
    anchors: Mapping[tuple[int, int], float]
    left_headings: frozenset[int]
    right_headings: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Words:
    """One sentence's words before the weights are known."""

    numbers: list[int]
    content: set[int]
    quoted: set[int]
    names: set[int]
    figures: set[int]
    speakers: frozenset[str]


def profiles(left: Account, right: Account, anchors: Mapping[tuple[int, int], float]) -> Profiles:
    """Profiles of every sentence of two accounts. Time and memory are linear in the text."""
    numbering: dict[str, int] = {}
    printed: list[str] = []
    sides = [_side(account, numbering, printed) for account in (left, right)]
    counts = [Counter(w for s in side for w in set(s.numbers)) for side in sides]
    total = len(sides[0]) + len(sides[1])
    content = set().union(*(s.content for side in sides for s in side))
    scale = math.log(total + 1) or 1.0
    weights = tuple(
        (1.0 if w in content else FUNCTION_WORD) * math.log((total + 1) / (counts[0][w] + counts[1][w])) / scale
        for w in range(len(numbering))
    )
    made = [tuple(_profile(s, weights) for s in side) for side in sides]
    tallies = [tuple(count[w] for w in range(len(numbering))) for count in counts]
    paragraphs = [tuple(s.paragraph for s in account.sentences) for account in (left, right)]
    return Profiles(made[0], made[1], weights, tallies[0], tallies[1], tuple(printed), paragraphs[0], paragraphs[1], anchors,
                    headings(left), headings(right))  # fmt: skip


def _side(account: Account, numbering: dict[str, int], printed: list[str]) -> list[_Words]:
    """The words of each sentence of one account."""
    speech = [q for q in account.quotations if q.kind != "title"]
    starts = [q.start for q in speech]
    memo: dict[str, tuple[int, bool]] = {}
    side = []
    for sentence in account.sentences:
        words = _Words([], set(), set(), set(), set(), _speakers(starts, speech, sentence.start, sentence.end))
        for k, token in enumerate(tokenize(account.text, sentence.start, sentence.end)):
            entry = memo.get(token.key)
            if entry is None:
                entry = memo[token.key] = _number(token.key, numbering)
                if entry[0] == len(printed):
                    printed.append(account.text[token.start : token.end])
            number, is_content = entry
            words.numbers.append(number)
            if not is_content:
                continue
            words.content.add(number)
            at = bisect_right(starts, token.start) - 1
            if at >= 0 and token.start < speech[at].end:
                words.quoted.add(number)
            if token.key[0].isdigit():
                words.figures.add(number)
            elif k and account.text[token.start].isupper():
                words.names.add(number)
        side.append(words)
    return side


def _number(key: str, numbering: dict[str, int]) -> tuple[int, bool]:
    """A word's number, and whether it is more than a function word."""
    return numbering.setdefault(stem(key), len(numbering)), key not in FUNCTION_WORDS


def _speakers(starts: Sequence[int], speech: Sequence[Quotation], start: int, end: int) -> frozenset[str]:
    """Last names, folded, of those who are quoted in a stretch of text."""
    first = max(0, bisect_right(starts, start) - 1)
    last = bisect_right(starts, end - 1)
    return frozenset(
        q.speaker.split()[-1].casefold() for q in speech[first:last] if q.speaker and q.end > start
    )


def _profile(words: _Words, weights: Sequence[float]) -> Profile:
    counts = Counter(words.numbers)
    norm = math.sqrt(sum((weights[w] * (1 + math.log(n))) ** 2 for w, n in counts.items()))
    return Profile(
        tuple(words.numbers),
        frozenset(words.content),
        frozenset(counts),
        frozenset(zip(words.numbers, words.numbers[1:], strict=False)),
        frozenset(words.quoted),
        frozenset(words.names),
        frozenset(words.figures),
        words.speakers,
        weigh(counts, weights),
        norm or 1.0,
    )


def weigh(words: Iterable[int], weights: Sequence[float]) -> float:
    """The sum of the words' weights."""
    return sum(weights[w] for w in words)
