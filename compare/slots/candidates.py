"""An alignment to pairs of slots that may tell the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from compare.dates import Expression
from compare.model import Alignment, Link
from compare.quantities import Quantity
from compare.slots.context import around, run
from compare.slots.find import Figure, Slot, slots

Sort = type[Quantity] | type[Expression] | type[Figure]

MOST = 24
"""Slots of one sentence; one with more is a table."""

COMMON = 16
"""A word near more slots than that says nothing about which of them belong together."""

FIRM = frozenset(("same-quotation", "same-claim"))
"""Links of sentences that tell the same, not only something of the same."""


@dataclass(slots=True, eq=False)
class Candidate:
    """Two slots, the link that holds their sentences, if any does, and how much of what stands around them is the same."""

    left: Slot
    right: Slot
    link: Link | None

    @property
    def tight(self) -> bool:
        """Whether all words next to both are the same."""
        return self.left.before == self.right.before and self.left.behind == self.right.behind

    @property
    def beside(self) -> tuple[float, float]:
        """How much of the words next to both is the same, before and behind."""
        return run(self.left.before, self.right.before), run(self.left.behind, self.right.behind)

    @property
    def shared(self) -> frozenset[str]:
        """The stems of content words near both."""
        return around(self.left) & around(self.right)

    @property
    def firm(self) -> bool:
        """Whether the sentences are linked as telling the same."""
        return self.link is not None and self.link.relation in FIRM

    @property
    def weight(self) -> float:
        """How much speaks for the two telling of the same thing."""
        linked = self.firm + (self.link is not None)
        return sum(self.beside) + len(self.shared) / 2 + linked + 10 * self.tight


@lru_cache(maxsize=8)
def candidates(alignment: Alignment, sort: Sort) -> tuple[Candidate, ...]:
    """Every two slots of one sort in linked sentences, in the order of the links; rules and the page look at the same."""
    return tuple(_candidates(alignment, sort))


def _candidates(alignment: Alignment, sort: Sort) -> Iterator[Candidate]:
    sides = slots(alignment.left), slots(alignment.right)
    for link in alignment.links:
        ours, theirs = (
            _of(side, numbers, sort) for side, numbers in zip(sides, (link.left, link.right), strict=True)
        )
        for a in ours:
            for b in theirs:
                yield Candidate(a, b, link)


def _of(side: dict[int, tuple[Slot, ...]], numbers: tuple[int, ...], sort: Sort) -> list[Slot]:
    found = [slot for k in numbers for slot in side.get(k, ()) if isinstance(slot.item, sort)]
    return found if len(found) <= MOST else []


def far_candidates(alignment: Alignment, sort: Sort) -> Iterator[Candidate]:
    """Every two slots of one sort in sentences that no link holds together, with a telling word near both."""
    near: dict[str, tuple[list[Slot], list[Slot]]] = defaultdict(lambda: ([], []))
    for side, account in enumerate((alignment.left, alignment.right)):
        for number in slots(account):
            for slot in _of(slots(account), (number,), sort):
                for word in around(slot):
                    near[word][side].append(slot)
    linked = {(i, j) for link in alignment.links for i in link.left for j in link.right}
    seen = set()
    for ours, theirs in near.values():
        if len(ours) + len(theirs) <= COMMON:
            seen |= {(a, b) for a in ours for b in theirs if (a.number, b.number) not in linked}
    for a, b in sorted(seen, key=lambda pair: (pair[0].start, pair[1].start)):
        yield Candidate(a, b, None)


def figures(alignment: Alignment) -> Iterator[Candidate]:
    """Every two words in digits that differ between the very same words, and are not of one grammar.

    Two quantities, or two times, are compared as what they mean.
    """
    for c in candidates(alignment, Figure):
        a, b = c.left, c.right
        if c.tight and a.words[a.first].key != b.words[b.first].key:
            sorts = {slot.item.inside for slot in (a, b) if isinstance(slot.item, Figure)}
            if len(sorts) > 1 or None in sorts:
                yield c


def dated(candidate: Candidate) -> bool:
    """Whether one of two words in digits belongs to a time."""
    return any(
        isinstance(slot.item, Figure) and slot.item.inside is Expression
        for slot in (candidate.left, candidate.right)
    )
