"""The map of the accounts: a bar each, ribbons between what is linked, discrepancies where they stand.

Lengths are in thousandths of the widest bar, so that the page can stretch the
map to its width; heights are in pixels.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from compare.model import SEVERITIES, Account
from compare.reporting.cards import Card, Heading
from compare.reporting.groups import Join
from compare.reporting.located import Located
from compare.reporting.lookups import Lookups
from compare.reporting.orders import Node

WIDTH = 1000
BAR = 10
GAP = 92
"""Heights of a bar and of the space between two, where the ribbons run."""

TOP = 38
"""Space above the first bar for its label and marks; as much below each bar that has none below it."""


class Ribbon(NamedTuple):
    """A path from one bar to the next, the row it leads to, and the worst discrepancy in it."""

    path: str
    row: str
    severity: str


CLOSE = 6
"""Thousandths of the width within which the marks of discrepancies would cover one another."""


class Pin(NamedTuple):
    """A discrepancy where one of its readings stands; ``at`` is a percentage of the width.

    It stands for ``more`` that are less severe, or later, and too close to be told from it.
    """

    at: str
    card: Card
    more: int


class Bar(NamedTuple):
    """An account as two paths: what others tell too, and what it tells alone."""

    account: Heading
    y: int
    label_y: int
    pin_y: int
    shared: str
    alone: str
    pins: tuple[Pin, ...]
    ribbons: tuple[Ribbon, ...]


class Overview(NamedTuple):
    """The map. Ribbons hang below the upper of the two bars they join."""

    height: int
    bars: tuple[Bar, ...]


class _Scale:
    """Places of one account's sentences along its bar."""

    def __init__(self, lengths: Sequence[int], longest: int) -> None:
        self.edges = [0]
        for length in lengths:
            self.edges.append(self.edges[-1] + length)
        self._unit = WIDTH / max(longest, 1)

    def at(self, sentence: int, share: float = 0.0) -> float:
        """Where a sentence begins, or the point at a share of it."""
        start, end = self.edges[sentence], self.edges[sentence + 1]
        return (start + share * (end - start)) * self._unit


def make_overview(lookups: Lookups, rows: Mapping[Node, str], cards: Sequence[Card]) -> Overview:
    """The map of all accounts, one under another in the order given."""
    comparison, _, headings, located, joins = lookups
    lengths = [[s.end - s.start for s in account.sentences] for account in comparison.accounts]
    longest = max((sum(each) for each in lengths), default=1)
    scales = [_Scale(each, longest) for each in lengths]
    linked = {node for join in joins for node in join.nodes}
    worst = _worst(located)
    bars = tuple(
        Bar(
            headings[number],
            *_heights(number, last=number == len(lengths) - 1),
            *_paths(scales[number], len(account.sentences), {node for node in linked if node[0] == number}),
            _pins(number, account, scales[number], located, cards),
            tuple(_ribbon(join, scales, rows, worst) for join in reversed(joins)
                  if (join.left[0][0], join.right[0][0]) == (number, number + 1)),
        )
        for number, account in enumerate(comparison.accounts)
    )  # fmt: skip
    return Overview(2 * TOP + len(bars) * (BAR + GAP) - GAP, bars)


def _heights(number: int, last: bool) -> tuple[int, int, int]:
    """Where a bar, its label and its pins stand; the last bar has them below, clear of the ribbons."""
    y = TOP + number * (BAR + GAP)
    return (y, y + BAR + 33, y + BAR + 15) if last and number else (y, y - 21, y - 6)


def _paths(scale: _Scale, sentences: int, linked: Collection[Node]) -> tuple[str, str]:
    """The blocks of sentences that others tell too, and of those told here alone."""
    shared = {sentence for _, sentence in linked}
    return (
        _blocks(scale, sorted(shared)),
        _blocks(scale, [sentence for sentence in range(sentences) if sentence not in shared]),
    )


def _blocks(scale: _Scale, sentences: Sequence[int]) -> str:
    """One path of a block a sentence, a hair apart."""
    parts = []
    for sentence in sentences:
        start, end = scale.at(sentence), scale.at(sentence, 1.0)
        parts.append(f"M{start:.1f} 0h{max(end - start - 1.2, 0.3):.1f}v{BAR}H{start:.1f}z")
    return "".join(parts)


def _ribbon(
    join: Join, scales: Sequence[_Scale], rows: Mapping[Node, str], worst: Mapping[tuple[Node, Node], str]
) -> Ribbon:
    (upper, first), (lower, begin) = join.left[0], join.right[0]
    a, b = scales[upper].at(first), scales[upper].at(join.left[-1][1], 1.0) - 1.2
    c, d = scales[lower].at(begin), scales[lower].at(join.right[-1][1], 1.0) - 1.2
    half = GAP // 2
    down = f"H{b:.1f}C{b:.1f} {half} {d:.1f} {half} {d:.1f} {GAP}"
    path = f"M{a:.1f} 0{down}H{c:.1f}C{c:.1f} {half} {a:.1f} {half} {a:.1f} 0z"
    found = {worst.get(pair, "note") for pair in product(join.left, join.right)}
    return Ribbon(path, rows[join.left[0]], next(severity for severity in SEVERITIES if severity in found))


def _worst(located: Sequence[Located]) -> dict[tuple[Node, Node], str]:
    """The worst severity of a discrepancy between two sentences of different accounts."""
    worst: dict[tuple[Node, Node], str] = {}
    for each in located:
        for one, other in combinations(each.nodes, 2):
            if one and other:
                worst.setdefault((one[0], other[0]), each.found.severity)
    return worst


def _pins(
    number: int, account: Account, scale: _Scale, located: Sequence[Located], cards: Sequence[Card]
) -> tuple[Pin, ...]:
    """Marks of errors and warnings, where their readings stand in this account."""
    pins: dict[int, Pin] = {}
    for each, card in zip(located, cards, strict=True):
        if each.found.severity == "note":
            continue
        for reading, nodes in zip(each.readings, each.nodes, strict=True):
            if nodes and nodes[0][0] == number:
                sentence = account.sentences[nodes[0][1]]
                share = (reading.start - sentence.start) / max(sentence.end - sentence.start, 1)
                at = scale.at(nodes[0][1], min(max(share, 0.0), 1.0))
                near = int(at // CLOSE)
                kept = pins.get(near)
                pins[near] = (
                    kept._replace(more=kept.more + 1) if kept else Pin(f"{100 * at / WIDTH:.2f}%", card, 0)
                )
    return tuple(pins.values())
