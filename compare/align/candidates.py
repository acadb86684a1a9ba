"""Which pairs of sentences are worth a closer look: those that share a telling word.

An inverted index over content words; never every pair. A sentence's words are
looked up from the rarest on until so many entries have been read, so that time
stays linear however alike the sentences are. Where that looked up too few words
(sentences that differ in a figure, a small vocabulary), two words side by side
are looked up as one.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from compare.align.profile import Profile, Profiles

ORDINARY = 400
"""Sentences a side up to which the bounds are those of an article, which needs a tenth of them."""

WORDS = 4
"""Where fewer words of a sentence are looked up, its pairs are: a copy may have other words in place of some."""

Pair = tuple[int, int]
Index = Mapping[int, Sequence[int]]


class Bounds(NamedTuple):
    """How much is looked at for one sentence.

    ``visits`` index entries are read; ``keep`` candidates are kept, the heaviest
    shared weight first, none below ``share`` of the heaviest.
    """

    visits: int
    keep: int
    share: float


ARTICLE = Bounds(visits=4000, keep=40, share=0.0)
LONG = Bounds(visits=600, keep=8, share=0.2)
"""Beyond ``ORDINARY``; with 46 pairs of articles put together (1,100 sentences a side) F1 is 0.57, with ``ARTICLE`` 0.53."""


class Grid:
    """Candidate pairs row by row: pair ``k`` is ``(left[k], right[k])``, both ascending.

    Row ``i`` holds the pairs from ``rows[i]`` to ``rows[i + 1]``; there are
    ``width`` right sentences.
    """

    def __init__(self, partners: Iterable[Sequence[int]], width: int) -> None:
        self.left, self.right, self.rows = array("l"), array("l"), array("l", [0])
        self.width = width
        for i, row in enumerate(partners):
            self.left.extend([i] * len(row))
            self.right.extend(row)
            self.rows.append(len(self.right))

    def __len__(self) -> int:
        return len(self.left)

    def __iter__(self) -> Iterator[Pair]:
        return zip(self.left, self.right, strict=True)

    def lines(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Every left sentence with its right ones."""
        return ((i, self.right[start:end]) for i, (start, end) in enumerate(pairwise(self.rows)))


def candidates(seen: Profiles) -> Grid:
    """Pairs (left index, right index) that share two content words or a name or quoted word both have once, in order.

    Half of the pairs that share anything share one everyday word: of 7,255 such pairs
    in 46 pairs of articles 27 were linked by annotators.
    """
    bounds = ARTICLE if max(len(seen.left), len(seen.right)) <= ORDINARY else LONG
    index = _index(profile.content for profile in seen.right)
    lookups = [_lookups(profile, index, seen.weights, bounds.visits) for profile in seen.left]
    pairs = _pairs(seen, index, lookups) if bounds is LONG else {}
    anchored: dict[int, list[int]] = defaultdict(list)
    for i, j in sorted({*seen.anchors, *seen.hints}):
        anchored[i].append(j)
    rows = (_row(seen, i, words, index, pairs, anchored, bounds) for i, words in enumerate(lookups))
    return Grid(rows, len(seen.right))


def _index(sets: Iterable[Iterable[int]]) -> dict[int, list[int]]:
    """Where each number stands, ascending."""
    index: dict[int, list[int]] = defaultdict(list)
    for j, numbers in enumerate(sets):
        for number in numbers:
            index[number].append(j)
    return dict(index)


def _lookups(profile: Profile, index: Index, weights: Sequence[float], most: int) -> list[int]:
    """A sentence's words to look up, the rarest first, until ``most`` entries would be read."""
    found = []
    visits = 0
    for word in sorted(sorted(profile.content & index.keys()), key=weights.__getitem__, reverse=True):
        visits += len(index[word])
        if visits > most:
            break
        found.append(word)
    return found


def _pairs(seen: Profiles, index: Index, lookups: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Where word pairs stand that sentences with too few words to look up have."""
    wanted: set[int] = set()
    for profile, words in zip(seen.left, lookups, strict=True):
        if len(words) < WORDS:
            wanted |= profile.pairs
    return _index(profile.pairs & wanted for profile in seen.right) if wanted else {}


def _row(seen: Profiles, i: int, words: Sequence[int], index: Index, pairs: Index, anchored: Index, bounds: Bounds) -> list[int]:
    """The candidates of one left sentence, ascending."""
    shared: dict[int, float] = {}
    once: dict[int, float] = {}
    profile = seen.left[i]
    telling = profile.names | profile.quoted
    for word in words:
        weight = seen.weights[word]
        for j in index[word]:
            if j in once:
                shared[j] = shared.get(j, once[j]) + weight
            else:
                once[j] = weight
        if word in seen.unique:
            for j in index[word]:
                if word in telling or word in seen.right[j].quoted or word in seen.right[j].names:
                    shared.setdefault(j, weight)
    if pairs and len(words) < WORDS:
        _add_pairs(seen, i, pairs, shared, once, bounds.visits)
    for j in anchored.get(i, ()):
        shared.setdefault(j, 0.0)
    kept = list(shared)
    if bounds.share and shared:
        least = bounds.share * max(shared.values())
        kept = [j for j in anchored.get(i, ()) if shared[j] < least]
        kept += [j for j, weight in shared.items() if weight >= least]
    if len(kept) > bounds.keep:
        kept = sorted(kept, key=lambda j: (-shared[j], j))[: bounds.keep]
    return sorted(kept)


def _add_pairs(seen: Profiles, i: int, pairs: Index, shared: dict[int, float], once: Mapping[int, float], most: int) -> None:
    """Add what sentences share in word pairs, the rarest first, until ``most`` entries would be read.

    The one word that a sentence shares (``once``) counts with the pairs it has as well.
    """
    visits = 0
    for code in sorted(seen.left[i].pairs & pairs.keys(), key=lambda c: (len(pairs[c]), c)):
        visits += len(pairs[code])
        if visits > most:
            break
        weight = max(seen.weights[w] for w in divmod(code, seen.size))
        for j in pairs[code]:
            shared[j] = shared.get(j, once.get(j, 0.0)) + weight
