"""Words to lines of so many columns of a terminal, where some characters are two columns wide. The only user of rich."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import TextWrapper

_WIDE = "\u1100"
"""The first character that takes two columns: below it, a character is a column, and rich is not needed."""


def wrapped(words: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns; a word that is longer runs over, unless its script is written without spaces."""
    if words.isascii() or max(words) < _WIDE:
        return TextWrapper(width=max(width, 1), break_long_words=False, break_on_hyphens=False).wrap(words)
    lines = [""]
    for word in words.split():
        for piece in _fitting(word, width):
            longer = f"{lines[-1]} {piece}" if lines[-1] else piece
            if columns(longer) <= width or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines if lines[0] else []


def columns(words: str) -> int:
    """How many columns the words take."""
    if words.isascii() or max(words) < _WIDE:
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


def padded(words: str, width: int) -> str:
    """The words with spaces behind them up to a width in columns."""
    return words + " " * (width - columns(words))


def _fitting(word: str, width: int) -> Iterator[str]:
    """The pieces of a word that is wider than a line and has wide characters; else the word."""
    if word.isascii() or max(word) < _WIDE or columns(word) <= width:
        yield word
    else:
        from rich.cells import chop_cells

        yield from chop_cells(word, max(width, 2))
