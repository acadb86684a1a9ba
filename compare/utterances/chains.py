"""Two sequences of words to the stretches they have in common, however they go on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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


def word_weight(word: str) -> float:
    """1 for a content word, less for a function word."""
    return FUNCTION_WEIGHT if word in FUNCTION_WORDS else 1.0


class Line:
    """The words of a speech as they are compared: by their stems, and where each of them stands."""

    def __init__(self, words: Sequence[str]) -> None:
        self.stems = [stem(word) for word in words]
        self.weights = [word_weight(word) for word in words]
        self.places: dict[str, list[int]] = defaultdict(list)
        for k, word in enumerate(self.stems):
            self.places[word].append(k)
        self._rows: dict[tuple[str, ...], list[int]] | None = None
        self._starts: list[tuple[str | tuple[str, ...], int]] | None = None

    def content(self) -> list[str]:
        """The stems of the content words, each once, in alphabetical order."""
        return sorted({word for word, weight in zip(self.stems, self.weights, strict=True) if weight == 1})

    def starts(self) -> Sequence[tuple[str | tuple[str, ...], int]]:
        """Where a run may be met: content words, and rows of function words that weigh as much; with their places."""
        if self._starts is None:
            self._starts = []
            for k, weight in enumerate(self.weights):
                if weight == 1:
                    self._starts.append((self.stems[k], k))
                elif k + ROW <= len(self.stems) and max(self.weights[k : k + ROW]) < 1:
                    self._starts.append((tuple(self.stems[k : k + ROW]), k))
        return self._starts

    def places_of(self, key: str | tuple[str, ...]) -> Sequence[int]:
        """Where a word, or a row of ``ROW`` words, stands; nowhere, if it stands in too many places to tell any."""
        if isinstance(key, str):
            found: Sequence[int] = self.places.get(key, ())
        else:
            if self._rows is None:
                self._rows = defaultdict(list)
                for k in range(len(self.stems) - ROW + 1):
                    self._rows[tuple(self.stems[k : k + ROW])].append(k)
            found = self._rows.get(key, ())
        return found if len(found) <= MOST_PLACES else ()


def runs_between(left: Line, right: Line) -> list[Common]:
    """Every maximal run of common words that weighs as much as a content word, by place.

    Forms of one word count as common. Runs are met at a word that tells and
    followed both ways, so that the work is that of the words which tell.
    """
    runs: list[Common] = []
    ours, theirs = left.stems, right.stems
    behind: dict[int, int] = {}
    for key, k in left.starts():
        for m in right.places_of(key):
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
