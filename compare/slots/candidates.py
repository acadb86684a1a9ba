"""An alignment to pairs of slots that may tell the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from compare.dates import Expression
from compare.model import Account, Alignment, Link
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
        ours = _of(sides[0], link.left, sort)
        for a, b in product(ours, _of(sides[1], link.right, sort) if ours else ()):
            yield Candidate(a, b, link)


def _of(side: dict[int, tuple[Slot, ...]], numbers: Iterable[int], sort: Sort) -> list[Slot]:
    found = [slot for k in numbers for slot in side.get(k, ()) if isinstance(slot.item, sort)]
    return found if len(found) <= MOST else []


@lru_cache(maxsize=8)
def _near(account: Account) -> dict[str, list[Slot]]:
    """The amounts, in order, by each of the telling words near them."""
    found: dict[str, list[Slot]] = defaultdict(list)
    for of_sentence in slots(account).values():
        amounts = [slot for slot in of_sentence if isinstance(slot.item, Quantity)]
        for slot in amounts if len(amounts) <= MOST else ():
            for word in around(slot):
                found[word].append(slot)
    return found


def far_candidates(alignment: Alignment, may_meet: Callable[[Slot, Slot], bool]) -> list[Candidate]:
    """Every two amounts that may meet, in sentences that no link holds together, with a telling word near both."""
    ours, theirs = _near(alignment.left), _near(alignment.right)
    seen: set[tuple[Slot, Slot]] = set()
    for word in ours.keys() & theirs.keys():
        if len(ours[word]) + len(theirs[word]) <= COMMON:
            seen.update(product(ours[word], theirs[word]))
    linked = {(i, j) for link in alignment.links for i in link.left for j in link.right}
    met = [(a, b) for a, b in seen if may_meet(a, b) and (a.number, b.number) not in linked]
    met.sort(key=lambda pair: (pair[0].start, pair[1].start))
    return [Candidate(a, b, None) for a, b in met]


@lru_cache(maxsize=4)
def figures(alignment: Alignment) -> tuple[Candidate, ...]:
    """Every two words in digits that differ between the very same words, and are not of one grammar.

    Two quantities, or two times, are compared as what they mean.
    """
    return tuple(_figures(alignment))


def _figures(alignment: Alignment) -> Iterator[Candidate]:
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
