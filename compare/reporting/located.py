"""Discrepancies with their readings in the order of the accounts, and the sentences they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from compare.model import Comparison, Discrepancy, Reading
from compare.reporting.orders import Node
from compare.reporting.places import Places


class Located(NamedTuple):
    """A discrepancy; for each reading, its account's number and the sentences it touches."""

    found: Discrepancy
    readings: tuple[Reading, ...]
    accounts: tuple[int, ...]
    nodes: tuple[tuple[Node, ...], ...]
    copy: int = 1

    @property
    def anchor(self) -> str:
        """The permanent anchor of its card; of two with one fingerprint the second says so."""
        return f"d-{self.found.id}" if self.copy == 1 else f"d-{self.found.id}-{self.copy}"

    @property
    def one_sided(self) -> bool:
        """Whether it says that one account alone tells something: nothing differs inside it."""
        return self.found.kind.startswith("only-")


def locate(comparison: Comparison, places: Sequence[Places]) -> tuple[Located, ...]:
    """Every discrepancy of the comparison, in its order."""
    numbers = {account.id: number for number, account in enumerate(comparison.accounts)}
    located = []
    copies = Counter[str]()
    for found in comparison.discrepancies:
        readings = sorted(found.readings, key=lambda reading: (numbers[reading.account], reading.start))
        accounts = tuple(numbers[reading.account] for reading in readings)
        nodes = tuple(
            tuple((number, sentence) for sentence in places[number].sentences(reading))
            for number, reading in zip(accounts, readings, strict=True)
        )
        copies[found.id] += 1
        located.append(Located(found, tuple(readings), accounts, nodes, copies[found.id]))
    return tuple(located)
