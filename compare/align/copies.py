"""Sentences that one account has from the other, or both from a third: found without anything learned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from itertools import pairwise

from compare.align.candidates import Grid, Pair
from compare.align.profile import Profiles

COPIED = 0.55
"""Share of common words (Dice's coefficient) from which on a sentence that is liker to no other is a copy.

Of 46 pairs of articles 85 pairs of sentences are: 82 of them annotated as the
same, all of them found by what was learned as well, and so they are with those
articles put together (1,100 sentences a side). In texts unlike them, of which
nothing was learned, this is what is certain.
"""


def twins(seen: Profiles) -> set[Pair]:
    """Pairs of sentences with the same words throughout; the n-th copy meets the n-th copy."""
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for j, profile in enumerate(seen.right):
        if profile.words:
            places[profile.words].append(j)
    used: dict[tuple[int, ...], int] = defaultdict(int)
    twins: set[Pair] = set()
    for i, profile in enumerate(seen.left):
        n = used[profile.words]
        if n < len(places.get(profile.words, ())):
            twins.add((i, places[profile.words][n]))
            used[profile.words] += 1
    return twins


def copies(seen: Profiles, grid: Grid) -> set[Pair]:
    """Pairs that have half of their words in common and more than either has with any other sentence."""
    alike: list[tuple[Pair, float]] = []
    rows, columns = _Best(len(seen.left)), _Best(len(seen.right))
    for i, j in grid:
        a, b = seen.left[i].all, seen.right[j].all
        share = 2 * len(a & b) / (len(a) + len(b))
        if share >= COPIED:
            alike.append(((i, j), share))
            rows.note(i, share)
            columns.note(j, share)
    return {(i, j) for (i, j), share in alike if rows.alone(i, share) and columns.alone(j, share)}


class _Best:
    """The best share of each line of a grid, and the one after it."""

    def __init__(self, count: int) -> None:
        self.first, self.second = [0.0] * count, [0.0] * count

    def note(self, line: int, share: float) -> None:
        if share > self.first[line]:
            self.first[line], self.second[line] = share, self.first[line]
        elif share > self.second[line]:
            self.second[line] = share

    def alone(self, line: int, share: float) -> bool:
        """Whether a share is the best of its line, and no other as good."""
        return self.second[line] < share == self.first[line]


def without_rivals(grid: Grid, met: Set[Pair]) -> Grid:
    """The pairs that may still be linked where those of ``met`` are: not one whose sentences both have theirs elsewhere.

    In a long text and its copy these are two pairs of three, none of which needs a score.
    """
    left, right = {i for i, _ in met}, {j for _, j in met}
    return Grid(
        (
            [j for j in row if i not in left or j not in right or (i, j) in met]
            for i, row in enumerate(grid.right[a:b] for a, b in pairwise(grid.rows))
        ),
        grid.width,
    )
