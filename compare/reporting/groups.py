"""Linked sentences to groups, each a row of the side by side: every sentence is in one group only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from compare.model import Comparison
from compare.reporting.orders import Node, woven


class Join(NamedTuple):
    """A link between sentences of two accounts, the lower account first."""

    left: tuple[Node, ...]
    right: tuple[Node, ...]
    score: float
    shared: tuple[str, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The sentences of both sides."""
        return self.left + self.right

    def nodes_of(self, account: int) -> tuple[Node, ...]:
        """The sentences of one account."""
        return tuple(node for node in self.nodes if node[0] == account)


class Group(NamedTuple):
    """Sentences that stand in one row, by account; ``elsewhere`` are linked ones of other rows."""

    sentences: tuple[tuple[int, ...], ...]
    elsewhere: tuple[tuple[int, ...], ...]
    joins: tuple[Join, ...]


def joins_of(comparison: Comparison) -> list[Join]:
    """All links, the strongest first."""
    numbers = {account.id: number for number, account in enumerate(comparison.accounts)}
    joins = []
    for alignment in comparison.alignments:
        left, right = numbers[alignment.left.id], numbers[alignment.right.id]
        for link in alignment.links:
            one = tuple((left, index) for index in sorted(link.left))
            other = tuple((right, index) for index in sorted(link.right))
            joins.append(Join(min(one, other), max(one, other), link.score, link.shared))
    return sorted(joins, key=lambda join: (-join.score, join.left, join.right))


def make_groups(comparison: Comparison, joins: list[Join]) -> list[Group]:
    """Groups in the order of the first account; what it lacks follows its predecessor elsewhere.

    The strongest links choose first. A sentence joins the row of its partner if
    it does not stand apart from what the row already has of its account;
    otherwise it keeps a row of its own, at its own place, and the two rows
    refer to one another. Only one link that names sentences apart brings them
    together, and never those of a row's leading account, whose order rules.
    """
    rows = _Rows(len(comparison.accounts))
    for join in joins:
        rows.add(join)
    for account, whole in enumerate(comparison.accounts):
        for sentence in range(len(whole.sentences)):
            if (account, sentence) not in rows.homes:
                rows.home(account, sentence)
    order = woven(rows.homes, [len(account.sentences) for account in comparison.accounts])
    elsewhere = rows.elsewhere(joins)
    inside: dict[int, list[Join]] = {}
    for join in joins:
        homes = {rows.homes[node] for node in join.nodes}
        if len(homes) == 1:
            inside.setdefault(homes.pop(), []).append(join)
    nowhere: tuple[tuple[int, ...], ...] = ((),) * rows.accounts
    return [
        Group(
            _ordered(rows.cells[row]),
            _ordered(elsewhere[row]) if row in elsewhere else nowhere,
            tuple(inside.get(row, ())),
        )
        for row in order
    ]


def _ordered(cells: Iterable[set[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple([tuple(cell) if len(cell) < 2 else tuple(sorted(cell)) for cell in cells])


class _Rows:
    """Rows while they are being made: per row and account a set of sentences."""

    def __init__(self, accounts: int) -> None:
        self.accounts = accounts
        self._empty = ((),) * accounts
        self.cells: list[list[set[int]]] = []
        self.homes: dict[Node, int] = {}

    def home(self, account: int, sentence: int) -> int:
        """The row of a sentence, a new one if it has none."""
        node = account, sentence
        if node in self.homes:
            return self.homes[node]
        row = self.homes[node] = len(self.cells)
        cells: list[set[int]] = list(map(set, self._empty))
        cells[account].add(sentence)
        self.cells.append(cells)
        return row

    def add(self, join: Join) -> None:
        """Bring the sentences of a link into one row, as far as rows may hold them."""
        nodes = sorted(join.nodes)
        row = next((self.homes[node] for node in nodes if node in self.homes), None)
        if row is None:
            row = self.home(*nodes[0])
        for node in nodes:
            if node not in self.homes:
                if self._fits(node, row, join):
                    self._put(node, row)
            elif self.homes[node] != row:
                self._merge(self.homes[node], row)

    def _put(self, node: Node, row: int) -> None:
        self.cells[row][node[0]].add(node[1])
        self.homes[node] = row

    def _fits(self, node: Node, row: int, join: Join) -> bool:
        account, sentence = node
        mine = self.cells[row][account]
        if not mine or sentence - 1 in mine or sentence + 1 in mine:
            return True
        led = any(self.cells[row][lower] for lower in range(account))
        return led and mine <= {number for _, number in join.nodes_of(account)}

    def _merge(self, source: int, target: int) -> None:
        """Empty one row into another that has nothing of its accounts."""
        if any(one and other for one, other in zip(self.cells[source], self.cells[target], strict=True)):
            return
        for account, cell in enumerate(self.cells[source]):
            for sentence in sorted(cell):
                self._put((account, sentence), target)
            cell.clear()

    def elsewhere(self, joins: Iterable[Join]) -> dict[int, list[set[int]]]:
        """By row and account, sentences of other rows that sentences of this row are linked to."""
        found: dict[int, list[set[int]]] = {}
        for join in joins:
            for one, other in ((join.left, join.right), (join.right, join.left)):
                for row in {self.homes[node] for node in one}:
                    for account, sentence in other:
                        if self.homes[account, sentence] != row:
                            cells = found.setdefault(row, [set() for _ in range(self.accounts)])
                            cells[account].add(sentence)
        return found
