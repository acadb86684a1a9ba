"""What is marked inside the passages: words discrepancies are about, words that differ, dates and figures that agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from compare.model import Comparison, Span
from compare.reporting.groups import Group, Join
from compare.reporting.located import Located
from compare.reporting.orders import Node
from compare.reporting.segments import Mark
from compare.slots import agreeing
from compare.words import word_edits

_ALIKE = 0.5
"""Share of words two sentences must have in common for their differences to be marked.

Below it nearly everything differs and marks would hide what little does not.
"""

_LONGEST = 6_000
"""Code points of a passage whose words are still compared: nobody reads marks in a longer one."""

_WORD = re.compile(r"\w+")


def discrepancy_marks(located: Sequence[Located]) -> dict[Node, list[Mark]]:
    """By sentence, the words discrepancies are about, the worst first."""
    marks: dict[Node, list[Mark]] = {}
    for each in located:
        for reading, nodes in () if each.one_sided else zip(each.readings, each.nodes, strict=True):
            mark = Mark(reading.start, reading.end, each.found.severity, each.anchor)
            for node in nodes:
                marks.setdefault(node, []).append(mark)
    return marks


def agreement_marks(comparison: Comparison) -> dict[Node, list[Mark]]:
    """By sentence, the dates and figures that another account has as well."""
    numbers = {account.id: number for number, account in enumerate(comparison.accounts)}
    marks: dict[Node, list[Mark]] = {}
    for alignment in comparison.alignments:
        sides = numbers[alignment.left.id], numbers[alignment.right.id]
        for pair in agreeing(alignment):
            for number, slot in zip(sides, pair, strict=True):
                marks.setdefault((number, slot.number), []).append(Mark(slot.start, slot.end, "agrees"))
    return marks


def edit_marks(comparison: Comparison, group: Group) -> dict[Node, list[Mark]]:
    """By sentence, the words its best partner in each other account has differently."""
    marks: dict[Node, list[Mark]] = {}
    if not group.joins:
        return marks
    lead = next((number for number, cell in enumerate(group.sentences) if cell), 0)
    done: set[tuple[Node, int]] = set()
    for join in group.joins:
        pairs = [(node, join.right[0][0]) for node in join.left] + [(node, lead) for node in join.right]
        if join.left[0][0] != lead or done.intersection(pairs) or not _unbroken(join):
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
    left, right = join.left, join.right
    return left[-1][1] - left[0][1] == len(left) - 1 and right[-1][1] - right[0][1] == len(right) - 1


def _stretch(comparison: Comparison, nodes: Sequence[Node]) -> Span:
    sentences = comparison.accounts[nodes[0][0]].sentences
    return Span(sentences[nodes[0][1]].start, sentences[nodes[-1][1]].end)


def _differing(comparison: Comparison, join: Join, left: Span, right: Span) -> tuple[list[Mark], list[Mark]]:
    """The words each side of a link has differently, if enough of the rest is the same."""
    if max(left.end - left.start, right.end - right.start) > _LONGEST:
        return [], []
    one = comparison.accounts[join.left[0][0]].text[left.start : left.end]
    other = comparison.accounts[join.right[0][0]].text[right.start : right.end]
    if one == other or not _alike(one, other):
        return [], []
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


def _alike(one: str, other: str) -> bool:
    """Whether two texts have enough words in common in whatever order; spares those that cannot be alike."""
    left, right = (Counter(_WORD.findall(side.casefold())) for side in (one, other))
    return 2 * (left & right).total() >= _ALIKE * (left.total() + right.total())


def _folded(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
