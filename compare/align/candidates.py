"""Which pairs of sentences are worth a closer look: those that share a telling word.

An inverted index over content words; never every pair. A word's posting list is
walked from the rarest word on until a row has seen ``VISITS`` entries, so that
time stays linear however alike the sentences are.
"""

from __future__ import annotations

from collections import defaultdict

from compare.align.profile import Profiles

KEEP = 40
"""Candidates a sentence keeps, the heaviest shared weight first."""

VISITS = 4000
"""Index entries looked at for one sentence; an ordinary pair of articles needs a tenth of it."""

Pair = tuple[int, int]


def candidates(seen: Profiles) -> list[Pair]:
    """Pairs (left index, right index) that share content words, in order."""
    index: dict[int, list[int]] = defaultdict(list)
    for j, profile in enumerate(seen.right):
        for word in profile.content:
            index[word].append(j)
    anchored: dict[int, list[int]] = defaultdict(list)
    for i, j in seen.anchors:
        anchored[i].append(j)
    weights = seen.weights
    pairs: list[Pair] = []
    for i, profile in enumerate(seen.left):
        shared: dict[int, float] = defaultdict(float)
        visits = 0
        for word in sorted(profile.content, key=lambda w: (-weights[w], w)):
            postings = index.get(word)
            if not postings:
                continue
            visits += len(postings)
            if visits > VISITS:
                break
            for j in postings:
                shared[j] += weights[word]
        for j in anchored.get(i, ()):
            shared[j] += 0.0
        if len(shared) > KEEP:
            best = sorted(shared, key=lambda j: (-shared[j], j))[:KEEP]
            pairs.extend((i, j) for j in sorted(best))
        else:
            pairs.extend((i, j) for j in sorted(shared))
    return pairs
