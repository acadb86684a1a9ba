"""Sums that one account tells exactly and the other rounder, wherever the two stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from compare.model import Account, Alignment
from compare.quantities import Quantity, relation
from compare.slots.candidates import Candidate
from compare.slots.find import Slot, slots

EXACT = 1000
"""A sum of so many steps ("$10,977.74", "$1.375 billion") is hardly near another's by chance."""

NEAR = 1.25
"""A rounder way to tell a sum is at most so many times apart."""

MONEY = frozenset("$£€¥")
"""Units whose sums are compared far from each other; of other things too many are alike."""

_Values = dict[str, dict[float, Slot]]


def precise(alignment: Alignment) -> Iterator[Candidate]:
    """Two sums of money, one exact and one rounder, that answer to each other alone, in the order of the left account."""
    ours, theirs = _values(alignment.left), _values(alignment.right)
    found = []
    for unit in ours.keys() & theirs.keys():
        found += [(a, b) for a, b in _met(ours[unit], theirs[unit])]
        found += [(a, b) for b, a in _met(theirs[unit], ours[unit])]
    linked = {(i, j): link for link in alignment.links for i in link.left for j in link.right}
    for a, b in sorted(found, key=lambda pair: (pair[0].start, pair[1].start)):
        yield Candidate(a, b, linked.get((a.number, b.number)))


def _values(account: Account) -> _Values:
    """Per currency each value told and where first."""
    values: _Values = defaultdict(dict)
    for of_sentence in slots(account).values():
        for slot in of_sentence:
            if isinstance(slot.item, Quantity) and slot.item.unit in MONEY and slot.item.low == slot.item.high:
                values[slot.item.unit].setdefault(slot.item.low, slot)
    return values


def _met(exact: dict[float, Slot], round_: dict[float, Slot]) -> Iterator[tuple[Slot, Slot]]:
    """The exact sums of one side and the one rounder sum of the other that each answers to."""
    sums, others = sorted(exact), sorted(round_)
    for value in sums:
        near = others[bisect_left(others, value / NEAR) : bisect_right(others, value * NEAR)]
        rounder = [x for x in near if _rounder(exact[value], round_[x])]
        if value in round_ or len(rounder) != 1 or rounder[0] in exact:
            continue
        back = sums[bisect_left(sums, rounder[0] / NEAR) : bisect_right(sums, rounder[0] * NEAR)]
        if [x for x in back if relation(_amount(exact[x]), _amount(round_[rounder[0]])) == "rounding"] == [value]:
            yield exact[value], round_[rounder[0]]


def _amount(slot: Slot) -> Quantity:
    assert isinstance(slot.item, Quantity)
    return slot.item


def _rounder(exact: Slot, other: Slot) -> bool:
    """Whether the second is a rounder way to tell the first, an exact one."""
    a, b = _amount(exact), _amount(other)
    return a.low >= EXACT * a.step and b.low < EXACT * b.step and relation(a, b) == "rounding"
