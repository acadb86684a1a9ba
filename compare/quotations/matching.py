"""Matching: which mark of a paragraph closes which."""

from __future__ import annotations

from collections.abc import Sequence

from compare.quotations.marks import CLOSES, DOUBLE, EITHER, FAMILIES, MAY_CLOSE, OPENS, SINGLE, Mark


def match_marks(marks: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark], list[Mark]]:
    """Return the pairs of a paragraph's marks, and the marks left open and left closed."""
    pairs: list[tuple[Mark, Mark]] = []
    closed: list[Mark] = []
    stack: list[Mark] = []
    dropped: list[Mark] = []
    waiting = [0] * FAMILIES
    closes_later = _closers_ahead(marks)
    for mark, later in zip(marks, closes_later, strict=True):
        role, family = mark.role, mark.family
        if role == EITHER:
            role = CLOSES if waiting[family] else OPENS
        if role == MAY_CLOSE:
            role = "" if later else CLOSES
        if role == OPENS:
            stack.append(mark)
            waiting[family] += 1
        elif role == CLOSES and waiting[family] and (family != SINGLE or stack[-1].family == SINGLE):
            while stack[-1].family != family:
                waiting[stack[-1].family] -= 1
                dropped.append(stack.pop())
            waiting[family] -= 1
            pairs.append((stack.pop(), mark))
        elif role == CLOSES and family == DOUBLE:
            closed.append(mark)
    return pairs, stack, closed


def _closers_ahead(marks: Sequence[Mark]) -> list[bool]:
    """For each mark, tell whether one that surely closes comes before the next of its family that opens."""
    ahead: list[bool] = []
    closes = [False] * FAMILIES
    for mark in reversed(marks):
        ahead.append(closes[mark.family])
        if mark.role != MAY_CLOSE:
            closes[mark.family] = mark.role == CLOSES
    return ahead[::-1]
