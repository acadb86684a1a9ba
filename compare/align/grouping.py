"""Linked pairs of sentences to links: neighbours that share a partner go together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from compare.align.candidates import Pair
from compare.align.profile import Profiles
from compare.align.units import Unit
from compare.model import RELATIONS, Link

SHOWN_WORDS = 6
"""Shared words that a link names."""

Found = Mapping[Pair, tuple[str, float]]
"""The relation and the score of each linked pair."""


def links_of(seen: Profiles, found: Found) -> tuple[Link, ...]:
    """The links that linked pairs make, in the order of the left account."""
    return tuple(_link(seen, found, *group) for group in gathered(seen, found))


def gathered(seen: Profiles, found: Found) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Linked pairs as groups (left, right): neighbours in one paragraph that share a partner go together.

    One sentence may be spread over several on the other side; a group has one
    sentence on one side at least, and its relation throughout.
    """
    kinds: dict[tuple[int, str], list[int]] = defaultdict(list)
    for (i, j), (relation, _) in found.items():
        kinds[i, _sort(relation)].append(j)
    wide: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    single: dict[tuple[int, str], list[int]] = defaultdict(list)
    for (i, kind), partners in kinds.items():
        for run in _neighbours(sorted(partners), seen.right_units):
            if len(run) > 1:
                wide.append(((i,), tuple(run)))
            else:
                single[run[0], kind].append(i)
    for (j, _), partners in single.items():
        wide.extend((tuple(run), (j,)) for run in _neighbours(sorted(partners), seen.left_units))
    return sorted(wide)


def _sort(relation: str) -> str:
    """Relations that may go together in one link."""
    return relation if relation == "overlap" else "firm"


def _neighbours(numbers: Sequence[int], units: Sequence[Unit]) -> list[list[int]]:
    """Ascending numbers cut into runs without a gap and within one paragraph."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and runs[-1][-1] == n - 1 and units[n - 1].paragraph == units[n].paragraph:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


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
    both = sorted(sides[0] & sides[1], key=lambda w: (-seen.weights[w], w))
    return tuple(seen.vocabulary[w] for w in both[:SHOWN_WORDS])
