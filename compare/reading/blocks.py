"""What the readers of formats hand on: blocks of text that stand alone on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from compare.model import SetAside, Span


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A paragraph, heading, list item or menu entry: ``text[start:end]``, trimmed of white space.

    ``gap`` counts the blank lines before it; 0 means the line right above is
    another block of the same group. ``role`` is what the format itself says:
    "heading", "item", or "" where it says nothing.
    """

    gap: int = 0
    role: str = ""


class Markup(NamedTuple):
    """What a text is besides text.

    ``masked`` is the text with spaces in place of markup, so that offsets hold;
    ``spans`` are the stretches of markup, ``headings`` the offsets at which
    headings begin; ``fields`` come from the front matter.
    """

    masked: str
    spans: tuple[SetAside, ...] = ()
    headings: frozenset[int] = frozenset()
    fields: Mapping[str, str] = {}


def is_markdown(text: str, source: str) -> bool:
    """Whether a text is Markdown: by its name's ending, a front matter, or a heading together with a link."""
    if source.lower().endswith((".md", ".markdown", ".mdown", ".mkd")):
        return True
    lines = text[:2000].splitlines()
    if lines[:1] and lines[0].rstrip() == "---":
        front = [line.rstrip() for line in lines[1:]]
        return "---" in front and ":" in "".join(front[: front.index("---")])
    return "](" in text and any(line.startswith(("# ", "## ", "### ")) for line in text.splitlines())
