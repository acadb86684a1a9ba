"""All amounts an account tells, to look up whether it tells one of them anywhere."""

from __future__ import annotations

from compare.model import Account
from compare.quantities import Quantity
from compare.slots.find import slots

PRECISE = 100
"""A figure of so many steps, at least, is known by its digits alone."""


class Told:
    """The amounts of one account, rounded to three digits."""

    def __init__(self, account: Account) -> None:
        self._keys: set[tuple[str, str]] = set()
        self._exact: set[tuple[str, float, float]] = set()
        for of_sentence in slots(account).values():
            for slot in of_sentence:
                if isinstance(slot.item, Quantity):
                    self._keys |= _keys(slot.item)
                    self._exact |= {(name, slot.item.low, slot.item.high) for name in _names(slot.item)}

    def exactly(self, q: Quantity) -> bool:
        """Whether the account tells this very figure of the same."""
        return not self._exact.isdisjoint((name, q.low, q.high) for name in _names(q))

    def __contains__(self, q: Quantity) -> bool:
        return not self._keys.isdisjoint(_keys(q))


def _keys(q: Quantity) -> set[tuple[str, str]]:
    return {(name, f"{q.low:.3g}-{q.high:.3g}") for name in _names(q)}


def _names(q: Quantity) -> set[str]:
    """What a figure is counted in; a precise one is known without."""
    names = {q.unit} if q.unit else {*q.nouns, *(q.marks & {"dead", "hurt"})}
    return names | {""} if q.high >= PRECISE * q.step else names
