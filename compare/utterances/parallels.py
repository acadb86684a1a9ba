"""Speeches of two accounts to the utterances that both of them quote."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import groupby

from compare.model import Account, Link, Parallel
from compare.utterances.shared import Shared, shared_within
from compare.words import Run, differing_runs

REACH = 4
"""Words beyond the shorter edge that are still compared with it."""

FREE = 0.5
"""A stretch needs this share of its words to be in no better one."""

Linked = Callable[[int, int], bool]
"""Whether the sentences around two text offsets are linked."""


def parallels(left: Account, right: Account, shared: Sequence[Shared], links: Sequence[Link]) -> tuple[Parallel, ...]:
    """The utterances that both accounts quote, in the order of the left one.

    Every word of a speech belongs to its best partner; a speech that is quoted
    again (a fragment in the lead, the whole below) may meet the same partner
    twice.
    """
    linked = _linked(left, right, links)
    return _chosen([s for s in shared if s.sure or (s.likely and linked(*_places(s)))])


def parallels_within(account: Account) -> tuple[Parallel, ...]:
    """The utterances that one account quotes more than once; the earlier place is the left one."""
    return _chosen([s for s in shared_within(account) if s.sure or s.likely])


def anchors(
    left: Account, right: Account, shared: Sequence[Shared], sure: bool = True
) -> dict[tuple[int, int], float]:
    """Per pair of sentences (by index) how much of what both quote is the same, in content words.

    A function word counts a quarter. Only stretches that are sure without a link
    count, for links are made of this; with ``sure`` false the others count, as hints.
    """
    starts = [s.start for s in left.sentences], [s.start for s in right.sentences]
    found: dict[tuple[int, int], float] = defaultdict(float)
    kept = _free_ones([s for s in shared if s.sure] if sure else shared)
    for item in (s for s in kept if s.sure == sure):
        for run in item.chain:
            for k in range(run.size):
                x, y = item.left.words[run.i + k][0], item.right.words[run.j + k][0]
                pair = bisect_right(starts[0], x) - 1, bisect_right(starts[1], y) - 1
                found[pair] += run.weight / run.size
    return dict(found)


def _places(shared: Shared) -> tuple[int, int]:
    """The text offsets at which a stretch's common words begin."""
    return shared.left.words[shared.core[0]][0], shared.right.words[shared.core[2]][0]


def _linked(left: Account, right: Account, links: Sequence[Link]) -> Linked:
    pairs = {(i, j) for link in links for i in link.left for j in link.right}
    starts = [s.start for s in left.sentences], [s.start for s in right.sentences]

    def linked(x: int, y: int) -> bool:
        return (bisect_right(starts[0], x) - 1, bisect_right(starts[1], y) - 1) in pairs

    return linked


def _free_ones(ranked: Sequence[Shared]) -> list[Shared]:
    """The best stretches; a later one needs words that are still free on one side at least.

    Of equally good ones those go first whose words are free on both sides, so
    that the n-th copy of a quotation meets the n-th copy.
    """
    used: dict[int, set[int]] = defaultdict(set)
    kept: list[Shared] = []
    for _, equals in groupby(ranked, key=lambda item: item.score):
        group = list(equals)
        for least in (min, max):
            rest = []
            for item in group:
                a, b, c, d = item.core
                sides = ((used[id(item.left)], range(a, b)), (used[id(item.right)], range(c, d)))
                if least(sum(k not in taken for k in words) / len(words) for taken, words in sides) < FREE:
                    rest.append(item)
                    continue
                for taken, words in sides:
                    taken.update(words)
                kept.append(item)
            group = rest
    return kept


def _chosen(ranked: Sequence[Shared]) -> tuple[Parallel, ...]:
    kept = _free_ones(ranked)
    order = sorted(kept, key=lambda s: (s.left.words[s.stretch[0]][0], s.right.words[s.stretch[2]][0], s.stretch))
    return tuple(_parallel(s) for s in order)


def _parallel(shared: Shared) -> Parallel:
    a, b, _, _ = shared.stretch
    runs = tuple(_runs(shared))
    return Parallel(shared.left, shared.right, shared.stretch, runs, b - a - sum(run[1] - run[0] for run in runs))


def _runs(shared: Shared) -> list[Run]:
    """Where the words of a stretch differ: before the core, inside it, behind it.

    Each part is compared with its own opposite, and at the edges no further than
    the other side reaches: a fragment's "the" must not meet one far away in the
    full sentence.
    """
    a, b, c, d = shared.stretch
    p, q, r, s = shared.core
    reach = min(p - a, r - c) + REACH, min(b - q, d - s) + REACH
    e, g = max(a, p - reach[0]), max(c, r - reach[0])
    f, h = min(b, q + reach[1]), min(d, s + reach[1])
    parts = [(a, e, c, g), *_differing(shared, e, p, g, r), *_differing(shared, p, q, r, s)]
    parts += [*_differing(shared, q, f, s, h), (f, b, h, d)]
    return joined([run for run in parts if run[1] > run[0] or run[3] > run[2]])


def _differing(shared: Shared, a: int, b: int, c: int, d: int) -> list[Run]:
    left = [w[2] for w in shared.left.words[a:b]]
    right = [w[2] for w in shared.right.words[c:d]]
    return [(a + i, a + j, c + k, c + m) for i, j, k, m in differing_runs(left, right)]


def joined(runs: Sequence[Run]) -> list[Run]:
    """Runs in order, those that touch on both sides made one."""
    made: list[Run] = []
    for run in runs:
        if made and made[-1][1] == run[0] and made[-1][3] == run[2]:
            made[-1] = (made[-1][0], run[1], made[-1][2], run[3])
        else:
            made.append(run)
    return made
