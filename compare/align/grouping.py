"""Linked pairs of sentences to links: neighbours that share a partner go together."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from compare.align.candidates import Pair
from compare.align.profile import Profiles
from compare.align.units import Unit
from compare.model import RELATIONS, Link

SHOWN_WORDS = 6
"""Shared words that a link names."""

Found = Mapping[Pair, tuple[str, float]]
"""The relation and the score of each linked pair."""

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Sentences of the left account and of the right one."""


def links_of(seen: Profiles, found: Found) -> tuple[Link, ...]:
    """The links that linked pairs make, in the order of the left account."""
    return tuple(_link(seen, found, *group) for group in gathered(seen, found))


def gathered(seen: Profiles, found: Found) -> list[Group]:
    """Linked pairs as groups (left, right): neighbours in one paragraph that share a partner go together.

    One sentence may be spread over several on the other side; a group has one
    sentence on one side at least, and its relation throughout. Where a pair could
    stand in two groups the longer one has it, or else the one with the higher
    scores; of two that are alike, neither. The same whichever account is left.
    """
    waiting = _runs(seen, found)
    heapify(waiting)
    groups: list[Group] = []
    lone = set(found)
    taken: set[Pair] = set()
    while waiting:
        equals = [heappop(waiting)]
        while waiting and waiting[0].rank == equals[0].rank:
            equals.append(heappop(waiting))
        claims = Counter(pair for run in equals if taken.isdisjoint(run.pairs) for pair in run.pairs)
        taken.update(pair for pair, count in claims.items() if count > 1)
        whole = [run for run in equals if taken.isdisjoint(run.pairs)]
        for run in equals:
            for part in _cut(seen, [pair for pair in run.pairs if pair not in taken]):
                if len(part) < len(run.pairs):
                    heappush(waiting, _run(found, part))
        for run in whole:
            groups.append(_group(run.pairs))
            taken.update(run.pairs)
            lone.difference_update(run.pairs)
    return sorted([*groups, *(((i,), (j,)) for i, j in lone)])


class Run(NamedTuple):
    """Linked pairs with one sentence in common and neighbours on the other side; the first in order goes first."""

    rank: tuple[int, float]
    pairs: tuple[Pair, ...]


def _run(found: Found, pairs: Sequence[Pair]) -> Run:
    return Run((-len(pairs), -math.fsum(found[pair][1] for pair in pairs)), tuple(pairs))


def _runs(seen: Profiles, found: Found) -> list[Run]:
    """Every longest run in rows and in columns; firm links and overlaps apart."""
    rows: dict[tuple[int, bool], list[Pair]] = defaultdict(list)
    columns: dict[tuple[int, bool], list[Pair]] = defaultdict(list)
    for pair, (relation, _) in found.items():
        overlap = relation == "overlap"
        rows[pair[0], overlap].append(pair)
        columns[pair[1], overlap].append(pair)
    lines = (line for side in (rows, columns) for line in side.values() if len(line) > 1)
    return [_run(found, part) for line in lines for part in _cut(seen, sorted(line))]


def _cut(seen: Profiles, line: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs of one row or column, in order, cut where neighbours end; a pair alone is left out."""
    parts: list[list[Pair]] = []
    for pair in line:
        if parts and _beside(seen, parts[-1][-1], pair):
            parts[-1].append(pair)
        else:
            parts.append([pair])
    return [part for part in parts if len(part) > 1]


def _beside(seen: Profiles, before: Pair, pair: Pair) -> bool:
    """Whether two pairs of one row or column stand side by side in one paragraph."""
    sides = zip((seen.left_units, seen.right_units), before, pair, strict=True)
    return all(a == b or (b - a == 1 and units[a].paragraph == units[b].paragraph) for units, a, b in sides)


def _group(pairs: Sequence[Pair]) -> Group:
    """The sentences of a run on both sides."""
    return tuple(sorted({i for i, _ in pairs})), tuple(sorted({j for _, j in pairs}))


def _link(
    seen: Profiles, found: Found, left: tuple[int, ...], right: tuple[int, ...]
) -> Link:
    """One link: the strongest relation and the best score of its pairs, the words they share."""
    judged = [found[i, j] for i in left for j in right]
    relation = min((r for r, _ in judged), key=RELATIONS.index)
    score = max(s for _, s in judged)
    return Link(_sentences(seen.left_units, left), _sentences(seen.right_units, right), relation, score, _shared(seen, left, right))


def _sentences(units: Sequence[Unit], numbers: Sequence[int]) -> tuple[int, ...]:
    """The sentences of units."""
    return tuple(k for n in numbers for k in units[n].sentences)


def _shared(seen: Profiles, left: Sequence[int], right: Sequence[int]) -> tuple[str, ...]:
    """The content words both sides have, the rarest first, as the accounts first write them."""
    sides = (frozenset[int]().union(*(seen.left[i].content for i in left)),
             frozenset[int]().union(*(seen.right[j].content for j in right)))  # fmt: skip
    both = sorted(sorted(sides[0] & sides[1]), key=seen.weights.__getitem__, reverse=True)
    return tuple(seen.vocabulary[w] for w in both[:SHOWN_WORDS])
