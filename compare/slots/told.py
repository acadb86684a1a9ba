"""All amounts an account tells, to look up whether it tells one of them anywhere."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from compare.model import Account
from compare.quantities import Quantity
from compare.slots.find import slots

PRECISE = 100
"""A figure of so many steps, at least, is known by its digits alone."""


Key = tuple[str, float | str, float | str]
"""What an amount counts, and from where to where it lies."""


class Told:
    """The amounts of one account, rounded to three digits."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._found: dict[Callable[[Quantity], set[Key]], set[Key]] = {}

    def exactly(self, q: Quantity) -> bool:
        """Whether the account tells this very figure of the same."""
        return not self._told(_exact).isdisjoint(_exact(q))

    def __contains__(self, q: Quantity) -> bool:
        return not self._told(_rounded).isdisjoint(_rounded(q))

    def _told(self, keys: Callable[[Quantity], set[Key]]) -> set[Key]:
        """The keys of all amounts, made when they are first asked for."""
        if keys not in self._found:
            told = chain.from_iterable(slots(self._account).values())
            self._found[keys] = set().union(*(keys(slot.item) for slot in told if isinstance(slot.item, Quantity)))
        return self._found[keys]


def _exact(q: Quantity) -> set[Key]:
    return {(name, q.low, q.high) for name in _names(q)}


def _rounded(q: Quantity) -> set[Key]:
    return {(name, f"{q.low:.3g}", f"{q.high:.3g}") for name in _names(q)}


def _names(q: Quantity) -> set[str]:
    """What a figure is counted in; a precise one is known without."""
    names = {q.unit} if q.unit else {*q.nouns, *(q.marks & {"dead", "hurt"})}
    return names | {""} if q.high >= PRECISE * q.step else names
