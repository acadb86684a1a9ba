"""Bytes that are no UTF-8 to the code page they were written in, by how their marks and letters stand.

A byte above 127 is “ in one code page and Ò in another. Which of them stands
rightly where it does, an opening mark before a word, an accented small letter
among small letters, tells the code page better than counting characters does.
"""

from __future__ import annotations

import re

WESTERN = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "DOS 850"))
"""Code pages of western Europe and America, the commonest first: of equals it is taken. Latin-1 is part of the first."""

SURE = 0.9
"""Share of the odd characters that must stand rightly for a code page to be believed."""

DENSE = 8
"""One odd letter in so many is usual in no western language (French has one in 25)."""

MANY = 200
"""Letters from which on their density tells anything."""

_SAMPLE = 1 << 18
"""Bytes looked at."""

_ODD = re.compile(r"(?<=(.))?([^\x00-\x7f])(?=(.)?)", re.DOTALL)
_MARKS = frozenset("“‘«‹”’»›…")
_DASHES, _SIGNS = frozenset("–—•·"), frozenset("€£¥¢§°©®™½¼¾±×ºª\xa0")
_SMALL = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüÿßœšžı")
_LARGE = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒŠŽ")


def western_codec(data: bytes) -> tuple[str, str, bool]:
    """The western code page that explains most odd characters of ``data``: codec, name, and whether that is sure."""
    sample = data[:_SAMPLE]
    share, text, codec, name = -1.0, "", "", ""
    for other, called in WESTERN:
        decoded = sample.decode(other, "replace")
        explained = _explained(decoded)
        if explained > share:
            share, text, codec, name = explained, decoded, other, called
    return codec, name, share >= SURE and not _is_dense(text)


def _is_dense(text: str) -> bool:
    letters = "".join(filter(str.isalpha, text))
    return len(letters) >= MANY and sum(letter > "\x7f" for letter in letters) * DENSE > len(letters)


def _explained(text: str) -> float:
    """The share of odd characters that stand where they may."""
    found = [_stands(match[1] or " ", match[2], match[3] or " ") for match in _ODD.finditer(text)]
    return sum(found) / max(1, len(found))


def _stands(before: str, character: str, after: str) -> bool:
    """Whether a character stands between two others as it does in prose."""
    if character in _SMALL:
        return not (before.isdigit() or after.isdigit() or after.isupper())
    if character in _LARGE:
        return not before.islower() and after.isalpha() and (before.isupper() or after.islower())
    if character in "‚„":
        return not after.isspace() and not before.isalnum()
    if character in _MARKS:
        return character == "’" or not (before.isalnum() and after.isalnum())
    if character in "²³":
        return before in "mM0123456789"
    if character in "¿¡":
        return not before.isalnum() and (after.isupper() or after in "qcdp")  # ¿qué, ¿cómo, ¿dónde, ¿por qué
    return character in _DASHES or character in _SIGNS and not (before.isalpha() and after.isalpha())
