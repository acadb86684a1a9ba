"""Numbers, lists and severities in the words of the report."""

from __future__ import annotations

from collections.abc import Sequence

_SMALL = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip

SYMBOLS = {"error": "●", "warning": "■", "note": "○"}
"""A shape a severity, so that none is told by colour alone."""


def number(count: int) -> str:
    """``no``, ``one`` … ``twelve``, ``13``, as books write numbers."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """``one note``, ``two notes``."""
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def many(count: int, noun: str) -> str:
    """``1 note``, ``2,000 discrepancies``: for tables and totals, where figures stand beside figures."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def possessive(name: str) -> str:
    """``DW’s``, ``the Times’``."""
    return f"{name}’" if name.endswith(("s", "S")) else f"{name}’s"


def capital(phrase: str) -> str:
    """The phrase with a capital at its beginning, the rest as it was."""
    return phrase[:1].upper() + phrase[1:]


_KINDS = {"only-quotation": "quoted by one alone", "only-claim": "told by one alone"}
"""Kinds whose names say little to whoever has not read the rules."""


def kind_words(kind: str) -> str:
    """``quotation wording`` for ``quotation-wording``; ``told by one alone`` for ``only-claim``."""
    return _KINDS.get(kind) or kind.replace("-", " ")


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(iso: str) -> str:
    """``2 July 2007`` for ``2007-07-02``; anything that is no such date as it is."""
    parts = iso.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return iso
    return f"{int(parts[2])}\N{NO-BREAK SPACE}{_MONTHS[int(parts[1]) - 1]}\N{NO-BREAK SPACE}{parts[0]}"
