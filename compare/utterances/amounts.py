"""Amounts in quoted words: told alike in other words ("1,000", "a thousand"), or with another sign before the figure."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Parallel, Speech
from compare.quantities import Quantity, find_quantities
from compare.quantities.vocabulary import CURRENCIES, MONEY
from compare.row import row_of
from compare.tokens import Token
from compare.words import Run

_MINUS = "-−–"


def same_amount(parallel: Parallel, run: Run) -> bool:
    """Whether differing words are one amount, told in two ways."""
    a, b, c, d = run
    left, right = parallel.left, parallel.right
    if b == a or d == c:
        speech, first, last, other, place = (right, c, d, left, a) if b == a else (left, a, b, right, c)
        return (
            last - first == 1
            and _named_sign(speech, first)
            and _signed(other, place) == MONEY[speech.words[first][2]]
        )
    ours, theirs = _amount(left, a, b), _amount(right, c, d)
    if ours is None or theirs is None:
        return False
    return (ours.low, ours.high, ours.unit, ours.sort) == (theirs.low, theirs.high, theirs.unit, theirs.sort)


def _named_sign(speech: Speech, k: int) -> bool:
    return speech.words[k][2] in MONEY and k > 0


def _signed(speech: Speech, k: int) -> str:
    """The currency whose sign stands before the figure that ends before word ``k``."""
    for m in range(k - 1, max(-1, k - 4), -1):
        if speech.words[m][2][:1].isdigit():
            return CURRENCIES.get(_sign(speech, m), "")
    return ""


def _amount(speech: Speech, first: int, last: int) -> Quantity | None:
    """The one amount that words ``first`` to ``last`` are."""
    words = [Token(*word) for word in speech.words[first:last]]
    found = find_quantities(row_of(speech.account.text, words))
    whole = len(found) == 1 and found[0].core.start <= words[0].start and found[0].end >= words[-1].end
    return found[0] if whole else None


def other_signs(parallel: Parallel) -> Iterator[tuple[int, int]]:
    """Words (by index) that are one figure with another sign before it on either side: £500, $500; -5, 5."""
    a, b, c, d = parallel.stretch
    i, j = a, c
    for run in (*parallel.runs, (b, b, d, d)):
        for k, m in zip(range(i, run[0]), range(j, run[2]), strict=False):
            if parallel.left.words[k][2][:1].isdigit() and _other(parallel, k, m):
                yield k, m
        i, j = run[1], run[3]


def _other(parallel: Parallel, k: int, m: int) -> bool:
    ours, theirs = _sign(parallel.left, k), _sign(parallel.right, m)
    if {ours, theirs} <= CURRENCIES.keys():
        return ours != theirs
    return ("minus" in (ours, theirs)) and ours != theirs and not CURRENCIES.keys() & {ours, theirs}


def _sign(speech: Speech, k: int) -> str:
    """A currency's sign before a figure, or ``minus``."""
    text, start = speech.account.text, speech.words[k][0]
    sign = text[start - 1 : start]
    if sign and sign in _MINUS:
        return "minus" if start < 2 or text[start - 2] in ' \n(“"' else ""
    return sign if sign in CURRENCIES else ""
