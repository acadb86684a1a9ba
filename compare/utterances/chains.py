"""Two sequences of words to the stretches they have in common, however they go on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from compare.function_words import FUNCTION_WORDS
from compare.tokens import stem

GAP = 30
"""Words that may differ on either side between two common runs of one stretch."""

LOOK_BACK = 60
"""Earlier runs that a run is tried behind; bounds the work on long speeches."""

FUNCTION_WEIGHT = 0.25
"""What a function word weighs beside a content word (1) in a common run."""

ROW = round(1 / FUNCTION_WEIGHT)
"""So many function words weigh as much as a content word."""

MOST_PLACES = 500
"""A word that one speech has oftener is no place to meet a run; bounds the work on endless ones."""

GAP_COST = 0.08
"""What a word of a gap costs a chain."""


class Common(NamedTuple):
    """``size`` words from ``i`` on the left and ``j`` on the right are the same."""

    i: int
    j: int
    size: int
    weight: float


_Key = str | tuple[str, ...]


class Line:
    """The words of a speech as they are compared: by their stems, and where each of them stands."""

    def __init__(self, words: Sequence[str]) -> None:
        self.stems = list(map(stem, words))
        self.weights = [FUNCTION_WEIGHT if word in FUNCTION_WORDS else 1.0 for word in words]
        self.places: dict[str, list[int]] = defaultdict(list)
        for k, word in enumerate(self.stems):
            self.places[word].append(k)

    def content(self) -> set[str]:
        """The stems of the content words."""
        return {word for word, weight in zip(self.stems, self.weights, strict=True) if weight == 1}

    @cached_property
    def starts(self) -> Sequence[tuple[_Key, int]]:
        """Where a run may be met: content words, and rows of function words that weigh as much; with their places."""
        found: list[tuple[_Key, int]] = []
        row = 0
        for k in range(len(self.stems) - 1, -1, -1):
            row = 0 if self.weights[k] == 1 else row + 1
            if not row:
                found.append((self.stems[k], k))
            elif row >= ROW:
                found.append((tuple(self.stems[k : k + ROW]), k))
        return found[::-1]

    @cached_property
    def rows(self) -> dict[tuple[str, ...], list[int]]:
        """Where each row of ``ROW`` words stands."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for k in range(len(self.stems) - ROW + 1):
            found[tuple(self.stems[k : k + ROW])].append(k)
        return found


def runs_between(left: Line, right: Line) -> list[Common]:
    """Every maximal run of common words that weighs as much as a content word, by place.

    Forms of one word count as common. Runs are met at a word that tells and
    followed both ways, so that the work is that of the words which tell.
    """
    runs: list[Common] = []
    ours, theirs, places = left.stems, right.stems, right.places
    behind: dict[int, int] = {}
    for key, k in left.starts:
        met = places.get(key, ()) if isinstance(key, str) else right.rows.get(key, ())
        for m in met if len(met) <= MOST_PLACES else ():
            if behind.get(m - k, 0) > k:
                continue
            i, j, end = k, m, k + 1
            while i and j and ours[i - 1] == theirs[j - 1]:
                i, j = i - 1, j - 1
            while end < len(ours) and end + m - k < len(theirs) and ours[end] == theirs[end + m - k]:
                end += 1
            behind[m - k] = end
            runs.append(Common(i, j, end - i, sum(left.weights[i:end])))
    return sorted(runs)


def best_chain(runs: Sequence[Common]) -> list[Common]:
    """The chain of runs (at least one), one behind the other on both sides, that weighs most; gaps cost."""
    scores: list[float] = []
    back: list[int] = []
    for k, run in enumerate(runs):
        best, at = run.weight, -1
        for p in range(max(0, k - LOOK_BACK), k):
            gap_i, gap_j = run.i - runs[p].i - runs[p].size, run.j - runs[p].j - runs[p].size
            if 0 <= gap_i <= GAP and 0 <= gap_j <= GAP:
                score = scores[p] + run.weight - GAP_COST * (gap_i + gap_j)
                if score > best:
                    best, at = score, p
        scores.append(best)
        back.append(at)
    k = max(range(len(scores)), key=lambda x: (scores[x], -x))
    chain = []
    while k >= 0:
        chain.append(runs[k])
        k = back[k]
    return chain[::-1]
