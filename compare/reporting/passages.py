"""Groups of sentences to the rows of the side by side, with moves told and differing words marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.model import Comparison, Span
from compare.reporting.cards import Heading, heading
from compare.reporting.groups import Group, Join, Node, kept_in_order
from compare.reporting.located import Located
from compare.reporting.places import Places
from compare.reporting.segments import Mark, Segment, cut
from compare.reporting.visible import one_line
from compare.words import word_edits

_ALIKE = 0.5
"""Share of words two sentences must have in common for their differences to be marked.

Below it nearly everything differs and marks would hide what little does not.
"""

_LONGEST = 20_000
"""Code points of a passage whose words are still compared: nobody reads marks in a longer one."""

_GIST = 60
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
    """What one account tells in a row."""

    account: Heading
    told: tuple[Told, ...]
    elsewhere: tuple[Pointer, ...]


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
    marks = _discrepancy_marks(located)
    moves = [_moves(number, head, places[number], groups) for number, head in enumerate(headings)]
    passages = []
    for position, group in enumerate(groups, start=1):
        edits = _edit_marks(comparison, group)
        cells = []
        for number, account in enumerate(comparison.accounts):
            told = []
            for sentence in group.sentences[number]:
                node = (number, sentence)
                span = account.sentences[sentence]
                opens = not sentence or account.sentences[sentence - 1].paragraph != span.paragraph
                told.append(
                    Told(
                        cut(account.text, span, marks.get(node, []) + edits.get(node, [])),
                        span.paragraph + 1 if opens else None,
                        moves[number].get(sentence, ""),
                    )
                )
            pointers = tuple(_pointer(places[number], index, rows[number, index])
                             for index in group.elsewhere[number])  # fmt: skip
            cells.append(Cell(headings[number], tuple(told), pointers))
        telling = [cell for cell in cells if cell.told or cell.elsewhere]
        only = telling[0].account.label if len(telling) == 1 and len(cells) > 1 else ""
        passages.append(Passage(f"p{position}", tuple(cells), only))
    return tuple(passages)


def _pointer(place: Places, sentence: int, row: str) -> Pointer:
    span = place.account.sentences[sentence]
    words = one_line(place.account.text[span.start : min(span.end, span.start + 2 * _GIST)])
    if len(words) > _GIST:
        words = words[:_GIST].rpartition(" ")[0].rstrip(",;: ") + " …"
    return Pointer(row, words)


def _discrepancy_marks(located: Sequence[Located]) -> dict[Node, list[Mark]]:
    """By sentence, the words discrepancies are about, the worst first."""
    marks: dict[Node, list[Mark]] = {}
    for each in located:
        for reading, nodes in () if each.one_sided else zip(each.readings, each.nodes, strict=True):
            mark = Mark(reading.start, reading.end, each.found.severity, each.anchor)
            for node in nodes:
                marks.setdefault(node, []).append(mark)
    return marks


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


def _edit_marks(comparison: Comparison, group: Group) -> dict[Node, list[Mark]]:
    """By sentence, the words its best partner in each other account has differently."""
    marks: dict[Node, list[Mark]] = {}
    lead = next((number for number, cell in enumerate(group.sentences) if cell), 0)
    done: set[tuple[Node, int]] = set()
    for join in group.joins:
        pairs = [(node, join.right[0][0]) for node in join.left] + [(node, lead) for node in join.right]
        if join.left[0][0] != lead or done.intersection(pairs) or not (_unbroken(join)):
            continue
        done.update(pairs)
        left, right = (_stretch(comparison, nodes) for nodes in (join.left, join.right))
        for nodes, found in zip(
            (join.left, join.right), _differing(comparison, join, left, right), strict=True
        ):
            for node in nodes:
                marks.setdefault(node, []).extend(found)
    return marks


def _unbroken(join: Join) -> bool:
    return all(nodes[-1][1] - nodes[0][1] == len(nodes) - 1 for nodes in (join.left, join.right))


def _stretch(comparison: Comparison, nodes: Sequence[Node]) -> Span:
    sentences = comparison.accounts[nodes[0][0]].sentences
    return Span(sentences[nodes[0][1]].start, sentences[nodes[-1][1]].end)


def _differing(comparison: Comparison, join: Join, left: Span, right: Span) -> tuple[list[Mark], list[Mark]]:
    """The words each side of a link has differently, if enough of the rest is the same."""
    if max(left.end - left.start, right.end - right.start) > _LONGEST:
        return [], []
    one = comparison.accounts[join.left[0][0]].text[left.start : left.end]
    other = comparison.accounts[join.right[0][0]].text[right.start : right.end]
    edits = word_edits(one, other)
    same = sum(edit.left_end - edit.left_start for edit in edits if edit.op == "equal")
    if 2 * same < _ALIKE * (len(one) + len(other)):
        return [], []
    found: tuple[list[Mark], list[Mark]] = ([], [])
    for edit in edits:
        here, there = one[edit.left_start : edit.left_end], other[edit.right_start : edit.right_end]
        if edit.op == "equal" or _folded(here) == _folded(there):
            continue
        for marks, words, start in ((found[0], here, left.start + edit.left_start),
                                    (found[1], there, right.start + edit.right_start)):  # fmt: skip
            if _folded(words):
                start += len(words) - len(words.lstrip())
                marks.append(Mark(start, start + len(words.strip()), "edit"))
    return found


def _folded(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
