"""Text to sentences: the only user of the splitter library."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Sentence, Span


def split_sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences of ``paragraphs``, in order, trimmed of white space; none crosses a paragraph."""
    from sentencex import segment

    found = []
    for number, paragraph in enumerate(paragraphs):
        start = paragraph.start
        for piece in segment("en", text[paragraph.start : paragraph.end]):
            end = start + len(piece)
            if kept := piece.strip():
                begin = text.index(kept, start)
                found.append(Sentence(begin, begin + len(kept), number))
            start = end
    return tuple(found)
