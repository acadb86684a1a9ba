"""Plain text: blank lines, line ends and what they say."""

from __future__ import annotations

from compare.reading.content import Content, Extract
from compare.reading.sources import check_plain


def recognises(content: Content) -> bool:
    """Always: what nothing else knows is read as text."""
    return True


def extract(content: Content) -> Extract:
    """The text itself; CompareError for binary data, and for markup that would be compared tag by tag."""
    text, notices = content.decoded
    if content.given is None:
        check_plain(text, content.source)
    return Extract(text, notices)
