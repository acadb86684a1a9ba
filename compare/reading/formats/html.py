"""Web pages as they were saved."""

from __future__ import annotations

from compare.model import CompareError
from compare.reading.content import Content, Extract


def recognises(content: Content) -> bool:
    """Whether this begins as a page does, or a server says it is one."""
    return content.head.lstrip()[:20].lower().startswith(("<!doctype html", "<html"))


def extract(content: Content) -> Extract:
    """The text of the page, what is its body, and what it says of itself."""
    raise CompareError(f"{content.source}: has markup in it (HTML); save it as plain text and give that")
