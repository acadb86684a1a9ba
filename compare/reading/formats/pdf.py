"""PDF files with a text layer."""

from __future__ import annotations

from compare.reading.content import Content, Extract


def recognises(content: Content) -> bool:
    """Whether this begins as a PDF file does, some bytes of rubbish before it allowed."""
    return content.given is None and b"%PDF-" in content.data[:1024]


def extract(content: Content) -> Extract:
    """The text layer in reading order; CompareError without one."""
    from compare.reading.printed import read_printed

    return read_printed(content)
