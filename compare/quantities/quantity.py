"""How much or how many: a value, how exactly it is told, and of what."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Span


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A stretch of text that tells an amount, with what qualifies it ("nearly 50", "$8 billion").

    The amount lies between ``low`` and ``high``, equal but for a range or a
    vote. ``step`` is the least difference that the digits written can show: 1
    of "47", 10 of "50", a hundred million of "$2.6 billion". ``sort`` is
    ``exact``, ``about``, ``over`` or ``under``. ``unit`` is ``$``, ``%``,
    ``age``, ``vote``, ``ordinal``, a measure's name, or empty for what is
    counted; then ``nouns`` holds the stems of the words that say what.
    ``marks`` say what else the words around tell (``dead``, ``part``, ``per
    week``). ``core`` is the stretch of the numeral alone.
    """

    low: float
    high: float
    step: float
    sort: str
    unit: str
    nouns: tuple[str, ...]
    marks: frozenset[str]
    core: Span
