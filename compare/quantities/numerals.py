"""Words to numbers: digits, number words, scales, fractions."""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.row import Row

SCALES = {
    "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "m": 1e6, "b": 1e9, "k": 1e3,
}  # fmt: skip

_LETTERS = frozenset(("mn", "bn", "tn", "m", "b", "k"))

_PARTS = {"half": 2, "halves": 2, "3rd": 3, "thirds": 3, "quarter": 4, "quarters": 4} | {
    form: n
    for n, word in enumerate("fourth fifth sixth seventh eighth ninth tenth".split(), 4)
    for form in (word, f"{word}s")
}

ORDINALS = {"1st": 1, "2nd": 2, "3rd": 3} | {
    word: n
    for n, word in enumerate(
        "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth".split(),
        4,
    )
}

ARTICLES = frozenset(("a", "an"))
COUNTED = (SCALES.keys() - _LETTERS) | _PARTS.keys()
"""Words behind an article that make it a number: a dozen, a third."""

_OUT_OF = frozenset(("in", "of", "out"))

_FIGURE = re.compile(r"\d+(?:\.\d+)?\Z")


class Numeral(NamedTuple):
    """A number over words ``first`` to ``last``; ``step`` is the least difference its digits show."""

    first: int
    last: int
    value: float
    step: float
    sort: str


def read_numeral(row: Row, k: int) -> Numeral | None:
    """The number that begins at word ``k``: cardinal, ordinal or fraction (its ``sort``)."""
    return _fraction(row, k) or _ordinal(row, k) or read_cardinal(row, k)


def read_cardinal(row: Row, k: int, behind: bool = False, below: float | None = None) -> Numeral | None:
    """44; 1.4 billion; twenty-five; two hundred and six; a dozen; ``behind`` a hyphen, too.

    None for what is not ``below``: it is no rest of a number, however much more of it follows.
    """
    key = row.keys[k]
    if key in ARTICLES or key == "half":
        return _article(row, k)
    if not _FIGURE.match(key) or not behind and _glued(row, k):
        return None
    total, value, step, last = 0.0, float(key), _step(key), k
    spelled = not row.digit(k)
    if spelled and 20 <= value < 100 and row.joined(k, ("", "-")) and _units(row, k + 1):
        value, step, last = value + float(row.keys[k + 1]), 1.0, k + 1
    while True:
        scale = _scale(row, last + 1)
        if scale:
            value, step, last = value * scale, step * scale if value * scale else scale, last + 1
            continue
        if below is not None and value >= below:
            return None
        more = last + 1 + (row.keys[last + 1] == "and")
        if (
            spelled
            and value >= 100
            and row.joined(last)
            and not row.digit(more)
            and _FIGURE.match(row.keys[more])
        ):
            rest = read_cardinal(row, more, below=value)
            if rest and rest.value < value:
                return Numeral(k, rest.last, total + value + rest.value, rest.step, "cardinal")
        return Numeral(k, last, total + value, step, "cardinal")


def _glued(row: Row, k: int) -> bool:
    """Whether the word is part of a name or a code: G20, S-400, 9/11, 555-1234, #5."""
    if row.gaps[k] == row.gaps[k - 1] == " ":
        return False
    before, after = row.before(k), row.after(k)
    if before.isalpha() or before in "#/@_:." and before or after in ("/", ":", "_", "@") and after:
        return True
    if before in ("-", "–") and row.ends[k - 1] == row.starts[k] - 1 and row.digit(k):
        return True
    suffix = row.keys[k + 1] if row.gaps[k] == "" else ""
    return bool(suffix) and row.digit(k) and suffix.isalpha() and suffix not in _LETTERS | _SUFFIXES


_SUFFIXES = frozenset("st nd rd th km kg cm mm mph ft lb lbs p c f g".split())


def _step(key: str) -> float:
    """The least difference that the digits written can show, as a reader takes it: 10 of "50"."""
    _, dot, decimals = key.partition(".")
    if dot:
        return float(10.0 ** -len(decimals))
    return float(10 ** (len(key) - len(key.rstrip("0")))) if key.strip("0") else 1.0


def _units(row: Row, k: int) -> bool:
    return not row.digit(k) and row.number(k, 1, 9) is not None


def _scale(row: Row, k: int) -> float:
    key = row.keys[k]
    if key not in SCALES or not row.joined(k - 1, ("", "-")):
        return 0.0
    if key in _LETTERS and not (row.gaps[k - 1] == "" and row.digit(k - 1)):
        return 0.0
    return SCALES[key]


def _article(row: Row, k: int) -> Numeral | None:
    """a hundred; a dozen; half a million; half-million."""
    half = row.keys[k] == "half"
    m = k + 1 + (half and row.keys[k + 1] in ("a", "an"))
    scale = _scale(row, m) if m > k else 0.0
    if not scale or row.keys[m] in _LETTERS:
        return None
    value = scale / 2 if half else scale
    last = m
    while again := _scale(row, last + 1):
        value, last = value * again, last + 1
    return Numeral(k, last, value, value, "cardinal")


def _ordinal(row: Row, k: int) -> Numeral | None:
    key = row.keys[k]
    if key in ORDINALS:
        return Numeral(k, k, float(ORDINALS[key]), 1.0, "ordinal")
    if row.gaps[k] == "" and row.keys[k + 1] in ("st", "nd", "rd", "th") and row.digit(k) and key.isdecimal():
        return Numeral(k, k + 1, float(key), 1.0, "ordinal")
    return None


def _fraction(row: Row, k: int) -> Numeral | None:
    """two-thirds; a quarter of; half of; one in three; 9 out of 10."""
    key, behind = row.keys[k], row.keys[k + 1]
    if key != "half" and behind not in _PARTS and behind not in _OUT_OF:
        return None
    if key == "half" and row.keys[k + 1] in ("of", "the", "its", "their", "all", "his", "her"):
        return Numeral(k, k, 50.0, 10.0, "fraction")
    count = 1 if key in ("a", "an") else row.number(k, 1, 9)
    part = _PARTS.get(row.keys[k + 1])
    if count and part and row.joined(k, ("", "-")) and count < part:
        if key not in ("a", "an") and not row.digit(k) or row.keys[k + 2] == "of":
            if row.keys[k + 1].endswith("s") == (count > 1) and (
                row.gaps[k] == "-" or row.keys[k + 2] in ("of", "the")
            ):
                return Numeral(k, k + 1, 100.0 * count / part, 5.0, "fraction")
    m = k + 2 if row.keys[k + 1] == "out" and row.keys[k + 2] == "of" else k + 1
    if row.keys[m] in ("in", "of") and (row.keys[m] == "in" or m > k + 1) and row.joined(k, ("", "-")):
        low, high = row.number(k, 1, 99), row.number(m + 1, 2, 1000)
        if low and high and low < high and row.after(m + 1) != "%" and row.joined(m, ("", "-")):
            return Numeral(k, m + 1, 100.0 * low / high, 5.0, "fraction")
    return None
