"""Word documents (DOCX)."""

from __future__ import annotations

from compare.reading.content import Content, Extract


def recognises(content: Content) -> bool:
    """Whether this is an archive with a Word document in it."""
    if content.given is not None or not content.data.startswith(b"PK"):
        return False
    return (
        b"word/document" in content.data
        or content.is_named(".docx", ".docm", ".dotx")
        and b"[Content_Types].xml" in content.data
    )


def extract(content: Content) -> Extract:
    """Paragraphs, headings and list items; CompareError for what is no document."""
    from compare.reading.word import read_word

    return read_word(content)
