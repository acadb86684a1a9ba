"""Blocks of text that stand alone on the page."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Span


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A paragraph, heading, list item or menu entry: ``text[start:end]``, trimmed of white space.

    ``gap`` counts the blank lines before it; 0 means the line right above is
    another block of the same group. ``role`` is what the format itself says:
    "heading", "item", "row" (of a table), or "" where it says nothing.
    """

    gap: int = 0
    role: str = ""
