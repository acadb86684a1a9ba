"""Web pages as they were saved: all text of the page in its order, the body kept, the rest set aside."""

from __future__ import annotations

import re

from compare.model import CompareError
from compare.reading.content import Content, Extract

_PAGE = re.compile(
    r"(?:\s|\ufeff|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|title|meta|link|base)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT = re.compile(r"\s*<(?:article|section|main|div|p|h1|h2|table|center|font|header)\b[^>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:p|div|br|h[1-6]|a|span|table|body|html)\b[^<>]*>", re.IGNORECASE)

_MOST_TAGS = 500_000
"""A tag takes some 2 kB of memory while a page is read; articles have a few thousand."""


def recognises(content: Content) -> bool:
    """Whether this begins as a page does, or a server or its name says it is one and there are tags in it."""
    head = content.head
    if _PAGE.match(head):
        return True
    if content.is_named(".md", ".markdown", ".mdown", ".mkd"):
        return False
    named = content.is_named(".html", ".htm", ".xhtml", ".shtml") or "html" in (content.media_type or "")
    return bool(_FRAGMENT.match(head) or named and _ANY_TAG.search(head))


def extract(content: Content) -> Extract:
    """The text of a page, its body and what it says of itself; CompareError for a page without text."""
    from compare.reading.formats.html.encoding import decode_page
    from compare.reading.formats.html.layout import lay_out
    from compare.reading.formats.html.tree import parse

    page, notices = decode_page(content)
    if page.count("<") > _MOST_TAGS:
        raise CompareError(f"{content.source}: more than {_MOST_TAGS:,} tags; give one article, not an archive")
    root, odd = parse(page)
    found = lay_out(root, (*notices, *odd)) if root is not None else None
    if found is None:
        raise CompareError(f"{content.source}: a page without text in it; save the page once it is all there")
    return found
