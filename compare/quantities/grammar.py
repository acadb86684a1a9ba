"""Words to quantities."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Span
from compare.quantities.counted import read_marks
from compare.quantities.numerals import (
    ARTICLES,
    COUNTED,
    ORDINALS,
    SCALES,
    Numeral,
    read_cardinal,
    read_numeral,
)
from compare.quantities.quantity import Quantity
from compare.quantities.units import Unit, read_unit
from compare.quantities.vocabulary import LAST_OF_QUALIFIERS, LONGEST_QUALIFIER, QUALIFIERS, VOTING
from compare.row import Row

_STARTS = ORDINALS.keys() | ARTICLES | {"half"}


def find_quantities(row: Row, times: Sequence[Span] = ()) -> list[Quantity]:
    """The quantities among the words of a text, in order, none inside another nor in one of ``times``.

    ``times`` are the time expressions of the same words, in order. Linear in the words.
    """
    found: list[Quantity] = []
    free = t = 0
    spelled = [k for k, key in enumerate(row.folded) if key in _STARTS and (key not in ARTICLES or row.keys[k + 1] in COUNTED)]
    for k in sorted({*row.numbers, *spelled}):
        while t < len(times) and times[t].end <= row.starts[k]:
            t += 1
        if k < free or t < len(times) and times[t].start <= row.starts[k]:
            continue
        answer = _quantity(row, k)
        if answer and not (t < len(times) and times[t].start < answer[0].end):
            quantity, free = answer
            found.append(quantity)
    return found


def _quantity(row: Row, k: int) -> tuple[Quantity, int] | None:
    numeral = read_numeral(row, k)
    if numeral is None:
        return None
    if pair := _pair(row, numeral):
        return pair
    if row.gaps[numeral.last] in ("-", "–") and row.digit(numeral.last + 1):
        return None  # a score, a telephone number
    unit = read_unit(row, numeral)
    if unit is None or _pronoun(row, numeral, unit):
        return None
    return _made(row, numeral, numeral, unit), max(numeral.last, unit.last) + 1


def _pronoun(row: Row, n: Numeral, unit: Unit) -> bool:
    """Whether "one" stands for a thing, or "a hundred" and the like counts nothing."""
    if n.value != 1 or row.digit(n.first) or n.last > n.first:
        return False
    if unit.unit not in ("", "ordinal"):
        return False
    before = row.keys[n.first - 1]
    return not unit.nouns or row.keys[n.first + 1] in ("of", "another", "other") or before in (
        "no", "any", "every", "each", "this", "that", "the", "which", "another", "day", "some",
    )  # fmt: skip


def _made(row: Row, low: Numeral, high: Numeral, unit: Unit) -> Quantity:
    core = Span(unit.start, row.ends[high.last])
    start, sort = _qualifier(row, unit)
    end = max(core.end, row.ends[unit.last])
    least, most = sorted((low.value, high.value))
    marks = read_marks(row, unit.first, max(high.last, unit.last) + 1, not unit.unit)
    step = min(low.step, high.step)
    return Quantity(start, end, least, most, step, sort, unit.unit, unit.nouns, marks, core)


def _qualifier(row: Row, unit: Unit) -> tuple[int, str]:
    """Where a quantity with its qualifier begins, and on which side of the number it lies."""
    if row.keys[unit.first - 1] not in LAST_OF_QUALIFIERS:
        return unit.start, "exact"
    for length in range(LONGEST_QUALIFIER, 0, -1):
        first = unit.first - length
        if first < 0:
            continue
        words = " ".join(row.keys[first : unit.first])
        if (sort := QUALIFIERS.get(words)) and not any(
            row.gaps[k].strip(" $£€") for k in range(first, unit.first)
        ):
            if row.keys[first - 1] in ("anything", "nothing", "no", "not") and sort != "about":
                return row.starts[first], "exact"
            if words in ("past", "above", "below"):
                continue
            return row.starts[first], sort
    return unit.start, "exact"


def _pair(row: Row, n: Numeral) -> tuple[Quantity, int] | None:
    """A vote (221 to 214) or a range (10 to 12 percent, $5-7 million); None where there is no second number."""
    if n.sort != "cardinal":
        return None
    m = n.last + 1
    if row.keys[m] in ("vote", "votes") and row.keys[m + 1] == "to" and row.digit(m + 2) and row.joined(n.last) and row.joined(m):
        m += 2
    elif (
        row.keys[m] in ("to", "and")
        and row.joined(n.last, ("", "-"))
        and row.joined(m, ("", "-", "$", "£", "€", "-$"))
    ):
        if row.keys[m] == "and" and row.keys[n.first - 1] != "between":
            return None
        m += 1
    elif row.gaps[n.last].strip() not in ("-", "–", "—") or not row.digit(m):
        return None
    other = read_cardinal(row, m, behind=True)
    if other is None:
        return None
    unit = read_unit(row, other)
    first = read_unit(row, n)
    if unit is None or first is None:
        return None
    scaled = row.keys[other.last] in SCALES and row.keys[n.last] not in SCALES and n.value < other.value
    low = n._replace(value=n.value * SCALES[row.keys[other.last]]) if scaled else n
    name = unit.unit or (first.unit if first.unit not in ("ordinal", "age") else "")
    made = Unit(name, unit.nouns, n.first, first.start, max(unit.last, other.last))
    if not name and _vote(row, n.first):
        made = made._replace(unit="vote", nouns=())
    elif not name and not unit.nouns or low.value >= other.value:
        return None
    return _made(row, low, other, made), max(unit.last, other.last) + 1


def _vote(row: Row, k: int) -> bool:
    """Whether the words before, or the few behind, speak of a vote."""
    return not VOTING.isdisjoint(row.keys[max(0, k - 8) : k + 8])
