"""What a number counts: its unit, or the words that say what."""

from __future__ import annotations

from typing import NamedTuple

from compare.dates.vocabulary import SPANS
from compare.function_words import FUNCTION_WORDS
from compare.quantities.numerals import Numeral
from compare.quantities.vocabulary import CURRENCIES, MEASURES, MONEY, NAMING, STREETS
from compare.row import Row
from compare.tokens import stem

PHRASE = 4
"""Words behind a number that may say what it counts."""

_VAGUE = frozenset("others another more additional further dozen hundred thousand".split())


class Unit(NamedTuple):
    """A unit (or none), the stems of the words that say what is counted, and where the words of the quantity end."""

    unit: str
    nouns: tuple[str, ...]
    first: int
    start: int
    last: int


def read_unit(row: Row, n: Numeral) -> Unit | None:
    """What a number counts; None where it counts nothing but names (a section, a house, a flight)."""
    start, behind = row.starts[n.first], n.last + 1
    if n.sort == "fraction":
        return Unit("%", _nouns(row, behind + (row.keys[behind] in ("of", "the"))), n.first, start, n.last)
    if n.sort == "ordinal":
        nouns = _nouns(row, behind)[:1]
        return Unit("ordinal", nouns, n.first, start, n.last) if nouns else None
    if money := _money(row, n):
        return money
    if age := _age(row, n):
        return age
    if row.joined(n.last, ("", "-")) and (measure := MEASURES.get(row.keys[behind])):
        if measure != "point" or row.keys[n.last] != "%":
            last = behind + (measure == "%" and row.keys[behind + 1] in ("point", "points"))
            return Unit("point" if last > behind else measure, (), n.first, start, last)
    if row.keys[behind] == "percentage":
        return Unit("point", (), n.first, start, behind + 1)
    if row.keys[behind] == "per" and row.keys[behind + 1] == "cent":
        return Unit("%", (), n.first, start, behind + 1)
    if _names(row, n):
        return None
    if (span := SPANS.get(row.keys[behind])) and row.joined(n.last, ("", "-")):
        return Unit(span, (), n.first, start, behind)
    return Unit("", _nouns(row, behind), n.first, start, n.last)


def _money(row: Row, n: Numeral) -> Unit | None:
    """$8 billion; US$8; 8 billion dollars; £3m."""
    start = row.starts[n.first]
    sign = row.text[start - 1 : start] if start else ""
    if sign in CURRENCIES:
        return Unit(CURRENCIES[sign], (), n.first, start - 1, n.last)
    behind = n.last + 1
    if row.keys[behind] in MONEY and row.joined(n.last, ("", "-")):
        return Unit(MONEY[row.keys[behind]], (), n.first, start, behind)
    return None


def _age(row: Row, n: Numeral) -> Unit | None:
    """51-year-old; 51 years old; aged 51; Ann Dole, 51, said."""
    behind = n.last + 1
    if row.keys[behind] in ("year", "years") and row.keys[behind + 1] in ("old", "olds"):
        return Unit("age", (), n.first, row.starts[n.first], behind + 1)
    if not 1 <= n.value <= 115 or n.last != n.first:
        return None
    if row.keys[n.first - 1] in ("aged", "age") and row.joined(n.first - 1):
        return Unit("age", (), n.first, row.starts[n.first], n.last)
    between = row.gaps[n.first - 1].strip() == "," and row.after(n.last) in (",", ".", ";")
    if between and row.digit(n.first) and row.cased(n.first - 1) and row.gaps[n.last][1:2] in (" ", "\0", ""):
        return Unit("age", (), n.first, row.starts[n.first], n.last)
    return None


def _names(row: Row, n: Numeral) -> bool:
    """Section 230; Flight 370; 12 Elm Street."""
    before = n.first - 1
    if before >= 0 and row.joined(before, ("", ".")) and row.digit(n.first):
        if row.keys[before] in NAMING and (
            row.cased(before) or row.keys[before] in ("no", "number", "page", "channel")
        ):
            return row.keys[before] != "no" or row.gaps[before].startswith(".")
        if row.cased(before) and before > 0 and not _opens(row, before) and not _nouns(row, n.last + 1):
            return True
    return row.cased(n.last + 1) and any(row.keys[k] in STREETS and row.cased(k) for k in range(n.last + 2, n.last + 4))


def _opens(row: Row, k: int) -> bool:
    """Whether word ``k`` opens a sentence, so that its capital letter says nothing."""
    return k == 0 or row.gaps[k - 1].strip()[:1] in (".", "?", "!", "“", '"', "\0")


def _nouns(row: Row, k: int) -> tuple[str, ...]:
    """The stems of the content words behind a number, up to the first that cannot belong to it."""
    found: list[str] = []
    for m in range(k, min(k + PHRASE, len(row))):
        if m > 0 and not row.joined(m - 1, ("", "-")):
            break
        key = row.keys[m]
        if key in ("other", "more", "of", "the") and not found and m < k + 2:
            continue
        if key in FUNCTION_WORDS or not key[:1].isalpha() or key in _VAGUE:
            break
        found.append(stem(key))
    return tuple(found)
