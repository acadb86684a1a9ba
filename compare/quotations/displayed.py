"""Displayed quotations: paragraphs without marks that a colon introduces, a letter, a post, a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.model import Span

_WRITTEN = re.compile(
    r"\b(?:tweet(?:ed|s|ing)?|post(?:ed|s|ing)?|wrote|writes|written|writing|texted|e-?mail(?:ed|s)?|statement|message|letter|memo"
    r"|caption(?:ed)?|thread|testimony|inscription|telegram|read|reads|reading)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:said|says|told|added|replied|answered|responded|continued|stated|announced|declared|testified)\b"
)
_SELF = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b")
_ITEM = re.compile(r"[-*•–—]\s|\(?\d{1,3}[.)]\s|[-*#|]")
_MARKS = re.compile('["“”„«»‹›「」]')
_ENDED = re.compile(r"[.!?…][)\]’']*$")
_TAIL = 300
"""Characters at the end of a paragraph in which what introduces stands."""

_LONGEST = 3000
"""Characters of a paragraph that is displayed."""


def find_displayed(text: str, paragraphs: Sequence[Span]) -> Iterator[int]:
    """The numbers of paragraphs that are displayed quotations, in order.

    After "wrote:" and the like it is the next paragraph; after "said:" that one
    must be set in or speak of itself (I, we, our). Where it is set in, or behind a
    ">", what follows and is set like it belongs to it.
    """
    for k in range(1, len(paragraphs)):
        above, below = paragraphs[k - 1], paragraphs[k]
        if text[above.end - 1] != ":" or not _is_prose(text, below):
            continue
        told = text[max(above.start, above.end - _TAIL) : above.end]
        told = re.split(r"[.!?][\"”’)]*\s", told)[-1]
        inset = _inset(text, below) > _inset(text, above)
        written, spoken = bool(_WRITTEN.search(told)), bool(_SPOKEN.search(told))
        if not (written or spoken) or not (inset or written or _SELF.search(text, below.start, below.end)):
            continue
        yield k
        depth = _inset(text, below)
        while inset and k + 1 < len(paragraphs) and _inset(text, paragraphs[k + 1]) >= depth:
            k += 1
            if not _is_prose(text, paragraphs[k]):
                break
            yield k


def _is_prose(text: str, paragraph: Span) -> bool:
    """Whether a paragraph without marks is made of sentences."""
    if paragraph.end - paragraph.start > _LONGEST:
        return False
    words = text[paragraph.start : paragraph.end]
    return (
        bool(_ENDED.search(words))
        and len(words.split()) >= 3
        and not _MARKS.search(words)
        and not _ITEM.match(words)
    )


def _inset(text: str, paragraph: Span) -> int:
    """How far a paragraph is set in: blanks and ">" before it on its line."""
    line = max(text.rfind(mark, max(0, paragraph.start - 40), paragraph.start) for mark in "\n\r\u2028\x85")
    before = text[line + 1 : paragraph.start] if line >= 0 else text[: paragraph.start]
    return len(before.expandtabs(4)) if len(before) < 40 and not before.strip(" \t>") else 0
