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


def common_runs(left: Sequence[str], right: Sequence[str]) -> list[Common]:
    """Every maximal run of common words that holds a content word, by place; forms of one word count as common."""
    weights = [word_weight(word) for word in left]
    left, right = [stem(word) for word in left], [stem(word) for word in right]
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(right):
        places[word].append(j)
    runs: list[Common] = []
    before: dict[int, int] = {}
    for i in range(len(left) + 1):
        here = {j: before.get(j - 1, 0) + 1 for j in places.get(left[i], ())} if i < len(left) else {}
        for j, size in before.items():
            if j + 1 not in here:
                weight = sum(weights[i - size : i])
                if weight >= 1:
                    runs.append(Common(i - size, j + 1 - size, size, weight))
        before = here
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
