"""Groups of sentences to the rows of the side by side, with moves told and differing words marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.model import SEVERITIES, Account, Comparison
from compare.reporting.cards import Heading
from compare.reporting.groups import Group
from compare.reporting.lookups import Lookups
from compare.reporting.marking import agreement_marks, discrepancy_marks, edit_marks
from compare.reporting.orders import Node, moved_in, woven
from compare.reporting.places import Places
from compare.reporting.segments import Mark, Segment, cut
from compare.reporting.visible import one_line

_GIST = 44
"""Code points quoted of a sentence that stands in another row."""


class Moved(NamedTuple):
    """Where its account tells a sentence instead, for a reader who follows one of the ``leads`` (from 1)."""

    words: str
    leads: tuple[int, ...]


class Told(NamedTuple):
    """A sentence in a cell. ``paragraph`` is set where it opens one, ``moved`` where order differs."""

    segments: tuple[Segment, ...]
    paragraph: int | None
    moved: tuple[Moved, ...]


class Pointer(NamedTuple):
    """A linked sentence that stands in another row: that row, and how the sentence begins."""

    row: str
    gist: str


class Cell(NamedTuple):
    """What one account tells in a row; ``remark`` says so where one account alone tells it."""

    account: Heading
    told: tuple[Told, ...]
    elsewhere: tuple[Pointer, ...]
    remark: str = ""


class Passage(NamedTuple):
    """A row of the side by side; ``only`` names the account that alone tells it, or is empty.

    ``order`` is its number in the order of each account (from 0); ``gist`` its first words.
    """

    anchor: str
    cells: tuple[Cell, ...]
    only: str
    order: tuple[int, ...]
    gist: str
    severities: tuple[str, ...]


def row_anchors(groups: Sequence[Group]) -> dict[Node, str]:
    """The anchor of the row of every sentence."""
    return {
        (account, sentence): f"p{number}"
        for number, group in enumerate(groups, start=1)
        for account, cell in enumerate(group.sentences)
        for sentence in cell
    }


def make_passages(lookups: Lookups, groups: Sequence[Group], rows: Mapping[Node, str]) -> tuple[Passage, ...]:
    """A row a group, a cell an account, the words that differ or agree marked in each."""
    comparison, places, headings, located, _ = lookups
    found, agreed = discrepancy_marks(located), agreement_marks(comparison)
    orders = _orders(comparison, groups)
    moves = [_moves(number, head, places[number], groups, orders) for number, head in enumerate(headings)]
    ranks = [_ranks(order) for order in orders]
    passages: list[Passage] = []
    for position, group in enumerate(groups):
        edits = edit_marks(comparison, group)
        cells = []
        for number, account in enumerate(comparison.accounts):
            told = []
            for sentence in group.sentences[number]:
                node = number, sentence
                marks = [*found.get(node, ()), *agreed.get(node, ()), *edits.get(node, ())]
                told.append(_told(account, sentence, marks, moves[number].get(sentence, ())))
            see = tuple(_pointer(account, other, rows[number, other]) for other in group.elsewhere[number])
            cells.append(Cell(headings[number], tuple(told), see))
        only = _only(cells)
        passages.append(
            Passage(
                rows[_first(group)],
                _remarked(cells, f"only in {only}") if only else tuple(cells),
                only,
                tuple(rank[position] for rank in ranks),
                _gist(comparison.accounts[_first(group)[0]], _first(group)[1]),
                _severities(group, found),
            )
        )
    return tuple(passages)


def _orders(comparison: Comparison, groups: Sequence[Group]) -> list[list[int]]:
    """The numbers of the rows in the order of each account."""
    homes = {
        (account, sentence): row
        for row, group in enumerate(groups)
        for account, cell in enumerate(group.sentences)
        for sentence in cell
    }
    lengths = [len(account.sentences) for account in comparison.accounts]
    return [woven(homes, lengths, lead) for lead in range(len(lengths))]


def _ranks(order: Sequence[int]) -> list[int]:
    ranks = [0] * len(order)
    for rank, row in enumerate(order):
        ranks[row] = rank
    return ranks


def _first(group: Group) -> Node:
    """The first sentence of a row, in its leading account."""
    return next((account, cell[0]) for account, cell in enumerate(group.sentences) if cell)


def _severities(group: Group, found: Mapping[Node, Sequence[Mark]]) -> tuple[str, ...]:
    """The severities of the discrepancies in a row, the worst first."""
    nodes = [(account, sentence) for account, cell in enumerate(group.sentences) for sentence in cell]
    inside = {mark.kind for node in nodes for mark in found.get(node, ())}
    return tuple([severity for severity in SEVERITIES if severity in inside]) if inside else ()


def _only(cells: Sequence[Cell]) -> str:
    """The label of the one account that tells a row, or nothing."""
    telling = [cell.account.label for cell in cells if cell.told or cell.elsewhere]
    return telling[0] if len(telling) == 1 and len(cells) > 1 else ""


def _remarked(cells: Sequence[Cell], remark: str) -> tuple[Cell, ...]:
    """The cells with the remark in the first empty one."""
    empty = next(number for number, cell in enumerate(cells) if not cell.told)
    return (*cells[:empty], cells[empty]._replace(remark=remark), *cells[empty + 1 :])


def _told(account: Account, number: int, marks: Sequence[Mark], moved: tuple[Moved, ...]) -> Told:
    sentence = account.sentences[number]
    opens = not number or account.sentences[number - 1].paragraph != sentence.paragraph
    return Told(cut(account.text, sentence, marks), sentence.paragraph + 1 if opens else None, moved)


def _pointer(account: Account, sentence: int, row: str) -> Pointer:
    return Pointer(row, _gist(account, sentence))


def _gist(account: Account, sentence: int) -> str:
    """The first words of a sentence."""
    span = account.sentences[sentence]
    words = one_line(account.text[span.start : min(span.end, span.start + 2 * _GIST)])
    if len(words) > _GIST:
        words = words[:_GIST].rpartition(" ")[0].rstrip(",;: ") + " …"
    return words


def _moves(
    number: int, head: Heading, place: Places, groups: Sequence[Group], orders: Sequence[Sequence[int]]
) -> dict[int, tuple[Moved, ...]]:
    """What to say at sentences that their account tells at another place than this row's, by whose order is read."""
    moves: dict[int, dict[str, list[int]]] = {}
    for lead, order in enumerate(orders, start=1):
        told = [sentence for row in order for sentence in groups[row].sentences[number]]
        for sentence, early in moved_in(told).items():
            start = place.account.sentences[sentence].start
            words = f"{'later' if early else 'earlier'} in {head.label}, {place.words(start)}"
            moves.setdefault(sentence, {}).setdefault(words, []).append(lead)
    return {
        sentence: tuple(Moved(words, tuple(leads)) for words, leads in found.items())
        for sentence, found in moves.items()
    }
