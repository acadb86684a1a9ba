"""What a page is made of: blocks inside blocks, and the pieces of text in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


def word_count(text: str) -> int:
    """How many words a text has; two characters count as one in scripts that write no spaces."""
    words = len(text.split())
    if words * 12 < len(text) and 2 * sum(character >= "\u2e80" for character in text[:200]) > min(200, len(text)):
        return len(text) // 2
    return words


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True, eq=False)
class Node:
    """A block of the page; ``words``, ``linked`` (characters) and ``images`` count what stands in it."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None
    words: int = 0
    linked: int = 0
    images: int = 0
    order: int = 0

    def lineage(self) -> Iterator[Node]:
        """This node and those around it, the innermost first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of text that stands alone on the page: trimmed, its white space single spaces.

    ``linked`` counts the characters inside links; ``gap`` is 0 where it goes on in
    the line below the piece before; ``timed`` says that the page calls a part of it a time,
    ``note`` what it is where it is a mark, a comment or a note beside the text.
    """

    text: str
    node: Node
    linked: int = 0
    gap: int = 1
    hidden: bool = False
    timed: bool = False
    note: str = ""


def rank(piece: Piece) -> int:
    """1 for a heading of the highest rank to 6; 0 for none."""
    return next((int(node.tag[1]) for node in piece.node.lineage() if node.tag in HEADINGS), 0)


def weigh(pieces: Iterable[Piece], images: Iterable[Node]) -> None:
    """Count into every node the words, the linked characters and the images of what stands in it."""
    for piece in pieces:
        count = word_count(piece.text)
        for node in piece.node.lineage():
            node.words += count
            node.linked += piece.linked
    for place in images:
        for node in place.lineage():
            node.images += 1
