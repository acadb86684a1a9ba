"""Colour on a terminal: plain ANSI sequences, the sixteen colours every terminal has."""

from __future__ import annotations

_CODES = {"error": "1;31", "warning": "1;33", "note": "36", "soft": "2", "strong": "1", "mark": "1;4"}


def paint(words: str, tone: str, color: bool = True) -> str:
    """The words in a tone (``error``, ``warning``, ``note``, ``soft``, ``strong``, ``mark``)."""
    return f"\x1b[{_CODES[tone]}m{words}\x1b[0m" if color and words else words
