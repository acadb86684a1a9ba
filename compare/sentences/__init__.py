"""Text to sentences: the only user of the splitter library.

The library (sentencex) is asked about narrative stripped of quotation marks and
brackets, because it takes whatever stands inside them for one piece. What it
proposes is then judged stop by stop (boundaries.py): marks go with the sentence
they close, and what the library does not know of abbreviations, ellipses and
the verbs of saying is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.model import Sentence, Span
from compare.sentences.boundaries import find_cuts

_MARKS = '"“”„‟«»‹›()[]{}「」『』'
_MASK = str.maketrans(_MARKS + "\n\r\t\v\f\x85\u2028\u2029", " " * (len(_MARKS) + 8))
_CHUNK = 8192
"""Characters given to the library at once: it is linear on plain narrative, but not on all."""


def split_sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences of ``paragraphs``, in order, trimmed of white space; none crosses a paragraph.

    Together they hold all of the paragraphs but white space. A line break inside
    a paragraph counts as a space.
    """
    found = []
    for number, paragraph in enumerate(paragraphs):
        content = text[paragraph.start : paragraph.end]
        start = 0
        for cut in (*find_cuts(content, Proposals(content)), len(content)):
            piece = content[start:cut]
            if kept := piece.strip():
                begin = paragraph.start + start + piece.index(kept[0])
                found.append(Sentence(begin, begin + len(kept), number))
            start = cut
    return tuple(found)


class Proposals:
    """Where the library would end a sentence: offsets right after its stop. It is asked when somebody asks this."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._ends: set[int] | None = None

    def __contains__(self, offset: object) -> bool:
        if self._ends is None:
            self._ends = _propose(self._content)
        return offset in self._ends


def _propose(content: str) -> set[int]:
    from sentencex import get_sentence_boundaries  # loads in 7 ms

    masked = content.translate(_MASK)
    ends = set()
    for start, end in _chunks(masked):
        for boundary in get_sentence_boundaries("en", masked[start:end]):
            ends.add(start + len(masked[start : start + boundary["end_index"]].rstrip()))
    return ends


def _chunks(masked: str) -> Iterator[tuple[int, int]]:
    """Stretches for the library, each ending after a space where there is one."""
    start = 0
    while start < len(masked):
        end = min(len(masked), start + _CHUNK)
        space = masked.rfind(" ", start + 1, end) if end < len(masked) else -1
        end = space + 1 if space > 0 else end
        yield start, end
        start = end
