"""Words to lines of so many columns of a terminal, where some characters are two columns wide. The only user of rich."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import TextWrapper

_WIDE = re.compile(
    "[\u1100-\u115f\u231a-\u23ff\u25fd-\u2bff\u2e80-\ua4ff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\ufe10-\ufe6f\uff00-\uffef\U00016fe0-\U0003ffff]"
)
"""Where characters of two columns stand (UAX 11); without one of them a character is a column, and rich is not needed."""


def wrapped(words: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns; a word that is longer runs over, unless its script is written without spaces."""
    if not _WIDE.search(words):
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
    if not _WIDE.search(words):
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


def padded(words: str, width: int) -> str:
    """The words with spaces behind them up to a width in columns."""
    return words + " " * (width - columns(words))


def _fitting(word: str, width: int) -> Iterator[str]:
    """The pieces of a word that is wider than a line and has wide characters; else the word."""
    if not _WIDE.search(word) or columns(word) <= width:
        yield word
    else:
        from rich.cells import chop_cells

        yield from chop_cells(word, max(width, 2))
