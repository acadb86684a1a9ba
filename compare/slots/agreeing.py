"""An alignment to the times and amounts that both accounts tell alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from compare import dates, quantities
from compare.dates import Expression
from compare.model import Alignment
from compare.quantities import Quantity
from compare.slots.candidates import Candidate, candidates
from compare.slots.find import Slot


def agreeing(alignment: Alignment) -> Iterator[tuple[Slot, Slot]]:
    """Every two slots of linked sentences that agree and are told of the same, the surest first; each slot once.

    "Monday", "today" and "July 2" agree where the publication dates make them one day.
    """
    found = [
        candidate
        for candidate in chain(candidates(alignment, Expression), candidates(alignment, Quantity))
        if (candidate.tight or candidate.firm and candidate.shared) and _agree(alignment, candidate)
    ]
    found.sort(key=lambda c: (-c.weight, c.left.start, c.right.start))
    taken: set[Slot] = set()
    for candidate in found:
        pair = candidate.left, candidate.right
        if taken.isdisjoint(pair):
            taken.update(pair)
            yield pair


def _agree(alignment: Alignment, candidate: Candidate) -> bool:
    a, b = candidate.left.item, candidate.right.item
    if isinstance(a, Expression) and isinstance(b, Expression):
        return dates.relation(a, b, alignment.left.published, alignment.right.published) == "agree"
    if isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit == b.unit:
        alike = a.unit or candidate.tight or set(a.nouns) & set(b.nouns) or a.marks & b.marks
        return bool(alike) and quantities.relation(a, b) == "same"
    return False
