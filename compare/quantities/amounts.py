"""How two amounts stand to each other: the same, rounded, or different."""

from __future__ import annotations

from compare.quantities.quantity import Quantity

LOOSE = 0.1
"""How far "about 50" reaches, as a share of it ("nearly" and "more than": twice as far to their side); a
figure of three digits or more, a step and a half only."""

SMALL = 100
"""Up to here things are counted, and 50 means 50 unless a word says otherwise."""

FRACTION = 5.0
"""The step, in percent, of a fraction told in words."""


def relation(a: Quantity, b: Quantity) -> str:
    """``same``, ``rounding`` (one is a rounder way to tell the other) or ``different``.

    The two must count the same thing in the same unit.
    """
    if (a.low, a.high) == (b.low, b.high):
        return "same" if a.sort == b.sort or {a.sort, b.sort} == {"about", "exact"} else "rounding"
    if a.unit in ("vote", "ordinal", "age"):
        return "different"
    for one, other in ((a, b), (b, a)):
        low, high = _reach(one)
        if low <= other.low and other.high <= high:
            return "rounding"
    return "different"


def _reach(q: Quantity) -> tuple[float, float]:
    """From where to where the amount may lie that somebody would tell so."""
    counted = q.sort == "exact" and not q.unit and q.high < SMALL
    half = 0.0 if counted or q.step >= q.high else min(q.step / 2, LOOSE * q.low)
    low, high = q.low - half, q.high + half
    if q.unit == "%" and q.step == FRACTION:
        low, high = q.low - FRACTION / 2, q.high + FRACTION / 2
    digits = q.high / q.step if q.step else 0.0
    share = LOOSE if digits < 100 else 1.5 / digits
    if q.sort == "about":
        return min(low, q.low * (1 - share)), max(high, q.high * (1 + share))
    if q.sort == "over":
        return q.low, max(high, q.high * (1 + 2 * share))
    if q.sort == "under":
        return min(low, q.low * (1 - 2 * share)), q.high
    return low, high
