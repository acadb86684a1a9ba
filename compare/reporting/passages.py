"""Groups of sentences to the rows of the side by side, with moves told and differing words marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.model import Account, Comparison
from compare.reporting.cards import Heading, heading
from compare.reporting.groups import Group, Node, kept_in_order
from compare.reporting.located import Located
from compare.reporting.marking import discrepancy_marks, edit_marks
from compare.reporting.places import Places
from compare.reporting.segments import Mark, Segment, cut
from compare.reporting.visible import one_line

_GIST = 44
"""Code points quoted of a sentence that stands in another row."""


class Told(NamedTuple):
    """A sentence in a cell. ``paragraph`` is set where it opens one, ``moved`` where order differs."""

    segments: tuple[Segment, ...]
    paragraph: int | None
    moved: str


class Pointer(NamedTuple):
    """A linked sentence that stands in another row: that row, and how the sentence begins."""

    row: str
    gist: str


class Cell(NamedTuple):
    """What one account tells in a row; ``remark`` says once where nothing is told here."""

    account: Heading
    told: tuple[Told, ...]
    elsewhere: tuple[Pointer, ...]
    remark: str = ""


class Passage(NamedTuple):
    """A row of the side by side; ``only`` names the account that alone tells it, or is empty."""

    anchor: str
    cells: tuple[Cell, ...]
    only: str


def row_anchors(groups: Sequence[Group]) -> dict[Node, str]:
    """The anchor of the row of every sentence."""
    return {
        (account, sentence): f"p{number}"
        for number, group in enumerate(groups, start=1)
        for account, cell in enumerate(group.sentences)
        for sentence in cell
    }


def make_passages(
    comparison: Comparison,
    places: Sequence[Places],
    located: Sequence[Located],
    groups: Sequence[Group],
    rows: Mapping[Node, str],
) -> tuple[Passage, ...]:
    """A row a group, a cell an account, the words that differ marked in each."""
    headings = [heading(number, account) for number, account in enumerate(comparison.accounts)]
    found = discrepancy_marks(located)
    moves = [_moves(number, head, places[number], groups) for number, head in enumerate(headings)]
    passages: list[Passage] = []
    for position, group in enumerate(groups, start=1):
        edits = edit_marks(comparison, group)
        cells = tuple(
            Cell(
                head,
                tuple(
                    _told(account, sentence, found.get((number, sentence), []) + edits.get((number, sentence), []),
                          moves[number].get(sentence, ""))
                    for sentence in group.sentences[number]
                ),
                tuple(_pointer(account, sentence, rows[number, sentence]) for sentence in group.elsewhere[number]),
            )
            for number, (head, account) in enumerate(zip(headings, comparison.accounts, strict=True))
        )  # fmt: skip
        only = _only(cells)
        if only and not (passages and passages[-1].only == only):
            cells = _remarked(cells, f"only in {only}")
        passages.append(Passage(f"p{position}", cells, only))
    return tuple(passages)


def _only(cells: Sequence[Cell]) -> str:
    """The label of the one account that tells a row, or nothing."""
    telling = [cell.account.label for cell in cells if cell.told or cell.elsewhere]
    return telling[0] if len(telling) == 1 and len(cells) > 1 else ""


def _remarked(cells: tuple[Cell, ...], remark: str) -> tuple[Cell, ...]:
    """The cells with the remark in the first empty one."""
    empty = next(number for number, cell in enumerate(cells) if not cell.told)
    return (*cells[:empty], cells[empty]._replace(remark=remark), *cells[empty + 1 :])


def _told(account: Account, number: int, marks: Sequence[Mark], moved: str) -> Told:
    sentence = account.sentences[number]
    opens = not number or account.sentences[number - 1].paragraph != sentence.paragraph
    return Told(cut(account.text, sentence, marks), sentence.paragraph + 1 if opens else None, moved)


def _pointer(account: Account, sentence: int, row: str) -> Pointer:
    span = account.sentences[sentence]
    words = one_line(account.text[span.start : min(span.end, span.start + 2 * _GIST)])
    if len(words) > _GIST:
        words = words[:_GIST].rpartition(" ")[0].rstrip(",;: ") + " …"
    return Pointer(row, words)


def _moves(number: int, head: Heading, place: Places, groups: Sequence[Group]) -> dict[int, str]:
    """What to say at sentences that their account tells at another place than this row's."""
    told = [sentence for group in groups for sentence in group.sentences[number]]
    kept = kept_in_order(told)
    next_kept = len(told)
    after = [next_kept] * len(told)
    for position in range(len(told) - 1, -1, -1):
        after[position] = next_kept
        next_kept = told[position] if position in kept else next_kept
    moves = {}
    for position, sentence in enumerate(told):
        if position in kept or (position and told[position - 1] == sentence - 1):
            continue
        way = "later" if sentence > after[position] else "earlier"
        start = place.account.sentences[sentence].start
        moves[sentence] = f"{way} in {head.label}, {place.words(start)}"
    return moves
