"""Two accounts to one profile a sentence: what alignment looks at, as small integers.

A word's weight is its rarity within the two texts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from operator import add
from typing import NamedTuple

from compare.align.found import Found, Printed, found_in
from compare.align.headings import headings
from compare.align.units import Unit, units
from compare.model import Account
from compare.quantities import Quantity

FUNCTION_WORD = 0.05
"""Share of its rarity that a function word weighs."""

class Profile(NamedTuple):
    """One sentence or unit of short ones: its words as numbers, and the sets that the features read.

    ``pairs`` are the words beside each other, each pair as one number (see
    ``Profiles.size``), and ``sayings`` those of each quotation; ``amounts`` are told in
    figures or words; ``fresh`` are the words that this account has here first;
    ``length`` is the logarithm of the number of words.
    """

    words: tuple[int, ...]
    content: frozenset[int]
    all: frozenset[int]
    pairs: frozenset[int]
    quoted: frozenset[int]
    sayings: tuple[frozenset[int], ...]
    names: frozenset[int]
    numbers: frozenset[int]
    amounts: tuple[Quantity, ...]
    fresh: frozenset[int]
    quoted_weight: float
    weight: float
    length: float


Anchors = Mapping[tuple[int, int], float]
"""Per pair of sentences (left, right) how many words of one utterance both quote."""


class Profiles(NamedTuple):
    """The sentences of two accounts, short ones in one speech put together as units.

    Of word ``w``, ``weights[w]`` is the rarity (0 to 1), ``vocabulary[w]`` the printed
    form first met. ``unique`` words stand in one sentence a side. The pair of words
    v, w is the number ``v * size + w``. ``anchors[i, j]`` (surely) and ``hints[i, j]``
    (perhaps) say how much of what both sentences quote is the same.
    """

    left: tuple[Profile, ...]
    right: tuple[Profile, ...]
    size: int
    weights: tuple[float, ...]
    unique: frozenset[int]
    vocabulary: Printed
    left_units: tuple[Unit, ...]
    right_units: tuple[Unit, ...]
    left_headings: frozenset[int]
    right_headings: frozenset[int]
    anchors: Anchors
    hints: Anchors


def profiles(left: Account, right: Account, anchors: Anchors, hints: Anchors) -> Profiles:
    """Profiles of every unit of two accounts. Time and memory are linear in the text.

    ``anchors`` and ``hints`` are between sentences (by index).
    """
    ours, theirs = units(left), units(right)
    known, sides = found_in([(left, ours), (right, theirs)])
    here = Counter(chain.from_iterable([found.all for found in sides[0]]))
    both = Counter(chain.from_iterable([found.all for side in sides for found in side]))
    content = set().union(*[found.content for side in sides for found in side])
    total = len(sides[0]) + len(sides[1])
    scale = math.log(total + 1) or 1.0
    counts = list(map(both.__getitem__, range(known.size)))
    telling = {n: math.log((total + 1) / n) for n in set(counts)}
    weights = [telling[n] / scale for n in counts]
    for w in set(range(known.size)) - content:
        weights[w] = FUNCTION_WORD * telling[counts[w]] / scale
    return Profiles(
        left=tuple(_profile(found, weights) for found in sides[0]),
        right=tuple(_profile(found, weights) for found in sides[1]),
        size=known.size,
        weights=tuple(weights),
        unique=frozenset([w for w, n in here.items() if n == 1 and both[w] == 2]),
        vocabulary=Printed(known.size, [(left, ours), (right, theirs)], sides),
        left_units=ours,
        right_units=theirs,
        left_headings=headings(left, ours),
        right_headings=headings(right, theirs),
        anchors=_between_units(anchors, ours, theirs),
        hints=_between_units(hints, ours, theirs),
    )


def _between_units(anchors: Anchors, ours: Sequence[Unit], theirs: Sequence[Unit]) -> Anchors:
    """What the sentences of two units quote alike, added up."""
    left, right = ({k: n for n, unit in enumerate(side) for k in unit.sentences} for side in (ours, theirs))
    found: dict[tuple[int, int], float] = defaultdict(float)
    for (i, j), weight in anchors.items():
        found[left[i], right[j]] += weight
    return dict(found)


def _profile(found: Found, weights: Sequence[float]) -> Profile:
    """A sentence with its weights."""
    numbers, size = found.numbers, len(weights)
    return Profile(
        numbers,
        found.content,
        found.all,
        _beside(numbers, size),
        found.quoted,
        tuple([_beside(said, size) for said in found.sayings]) if found.sayings else (),
        found.names,
        found.figures,
        found.amounts,
        found.fresh,
        weigh(found.quoted, weights),
        weigh(found.all, weights),
        math.log(len(numbers) or 1),
    )


def _beside(numbers: Sequence[int], size: int) -> frozenset[int]:
    """Every two words beside each other as one number."""
    return frozenset(map(add, map(size.__mul__, numbers), numbers[1:]))


def weigh(words: Collection[int], weights: Sequence[float]) -> float:
    """The sum of the words' weights, the same in whatever order they come."""
    return math.fsum(map(weights.__getitem__, words)) if words else 0.0
