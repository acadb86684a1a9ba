"""The text of a page to a tree: nothing fetched, no entity expanded, depth limited."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

_BLOCKS = re.compile(r"<(/?)(p|div|h[1-6]|li|br|tr|td|th|table|section|article|blockquote|ul|ol|hr)\b[^<>]*>", re.IGNORECASE)
_DROPPED = re.compile(r"<(script|style|template)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*>")


def parse(text: str) -> tuple[Any, tuple[str, ...]]:
    """The root of the tree (None for a page without anything), and notices on what could not be followed.

    Elements nested more than 256 deep, or a text of ten million characters in one
    piece, are more than the parser follows: then paragraphs are all that is known.
    """
    root, broken = _parse(text)
    if not broken:
        return root, ()
    root, broken = _parse(_flattened(text))
    notices = ("its tags are nested too deep: read without regard to most of them",)
    return root, notices if not broken else (*notices, "part of it could not be read")


def _parse(text: str) -> tuple[Any, bool]:
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    data = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    broken = any("XML_PARSE_HUGE" in entry.message or entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, broken


def _flattened(text: str) -> str:
    """The page with paragraphs in place of its blocks, and no other tag."""
    pieces, position = [], 0
    while match := _DROPPED.search(text, position):
        pieces.append(text[position : match.start()])
        end = text.lower().find(f"</{match[1].lower()}", match.end())
        position = len(text) if end < 0 else end
        if end < 0:
            break
    flat = "".join([*pieces, text[position:]])
    flat = _TAG.sub("", _BLOCKS.sub("\x0c", flat))
    parts = (part[k : k + _PIECE] for part in flat.split("\x0c") for k in range(0, len(part), _PIECE))
    return "<html><body>" + "".join(f"<p>{part}</p>" for part in parts if part.strip()) + "</body></html>"


_PIECE = 1_000_000
"""Characters of one paragraph at most; the parser follows ten million."""
