"""A tree to what can be read of it, in the order of the page: pieces of text and the elements they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from compare.reading.formats.html.names import is_hidden
from compare.reading.formats.html.nodes import Node, Piece
from compare.reading.formats.html.notes import beside_text, is_note_mark, raised

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr img picture source".split()
)
_SKIPPED = frozenset("script style title svg math object embed audio canvas track param area map frameset".split())
_IMAGES = frozenset("img amp-img picture video amp-video".split())
_APART = frozenset("a button time label option".split())
"""Elements whose neighbours a page shows apart from them, even without a space."""

_NEWLINE, _CELL = "\x01", "\x02"
"""Stand for a line end and a tab that are meant, while white space is gathered; the parser lets no such character by."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_STOPS = ".!?:;…。！？؟।\"”’»)]"


@dataclass(slots=True)
class _Line:
    """The text of a piece while it is gathered."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    timed: bool = False
    note: str = ""


class Walk:
    """One pass over a tree; ``pieces`` when it is done."""

    def __init__(self, root: Any) -> None:
        self.pieces: list[Piece] = []
        self._node = Node("html", {}, None)
        self._line = _Line()
        self.images: list[Node] = []
        self._links = self._quotes = self._raised = self._preformatted = self._nodes = 0
        self._breaks = 0
        self._last = ""
        self._seam = ""
        self._aside: list[tuple[Any, _Line]] = []
        self._waiting: list[Piece] = []
        self._go(root)
        self._flush()

    def _go(self, root: Any) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if tag in _SKIPPED or not tag:
                    walk.skip_subtree()
                    continue
                self._open(element, tag)
                self._add(element.text)
            else:
                if tag and tag not in _SKIPPED:
                    self._close(element, tag)
                if element is not root:
                    self._add(element.tail)

    def _open(self, element: Any, tag: str) -> None:
        if tag == "br":
            self._breaks += 1
            return
        if tag in ("td", "th") and self._line.parts and self._node.tag in ("tr", "td", "th"):
            self._line.parts.append(_CELL)
        if tag in _APART and self._last in _APART and self._line.parts:
            self._line.parts.append(" ")
        if tag in _IMAGES:
            self.images.append(self._node)
        if self._is_inline(element, tag):
            self._seam = "open" if self._seam else ""
            self._links += tag == "a"
            self._raised += tag == "sup"
            self._line.timed |= tag == "time"
            if tag == "q":
                self._line.parts.append("“" if self._quotes % 2 == 0 else "‘")
                self._quotes += 1
            self._line.note = self._line.note or beside_text(element)
            mark = is_note_mark(element)
            if (mark or is_hidden(element.attrib)) and not self._aside:
                self._aside.append((element, self._line))
                self._line = _Line(note="note mark" if mark else "")
            return
        if not (tag in ("td", "th") and _is_data(element)):
            self._flush()
        self._preformatted += tag in ("pre", "textarea")
        self._nodes += 1
        self._node = Node(tag, dict(element.items()), self._node, order=self._nodes)

    def _close(self, element: Any, tag: str) -> None:
        self._last = tag
        if tag == "br":
            return
        if self._is_inline(element, tag):
            self._seam = "closed"
            self._links -= tag == "a"
            self._raised -= tag == "sup"
            if tag == "q":
                self._quotes -= 1
                self._line.parts.append("”" if self._quotes % 2 == 0 else "’")
            if self._aside and self._aside[-1][0] is element:
                hidden, (_, self._line) = self._line, self._aside.pop()
                self._emit(hidden, self._waiting, hidden=not hidden.note)
            return
        if not (tag in ("td", "th") and _is_data(element)):
            self._flush()
        self._preformatted -= tag in ("pre", "textarea")
        self._node = self._node.parent or self._node

    def _is_inline(self, element: Any, tag: str) -> bool:
        if tag in INLINE:
            return True
        if "-" not in tag and ":" not in tag:
            return False
        parent = element.getparent()
        return parent is not None and (parent.tag in INLINE or parent.tag in ("p", "li", "h1", "h2", "h3", "h4"))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._breaks and text.strip():
            self._break()
        if self._seam == "open" and self._line.parts and _is_seam(self._line.parts[-1][-1:], text[0]):
            self._line.parts.append(" ")
        if text.strip():
            self._last = ""
        self._seam = ""
        self._line.parts.append(raised(text, self._line.parts) if self._raised else text)
        if self._links:
            self._line.linked += len(text.strip())

    def _break(self) -> None:
        """What one <br>, or several, make of the text before: a new paragraph, a new line, or nothing."""
        breaks, self._breaks = self._breaks, 0
        so_far = "".join(self._line.parts[-_TAIL:]).rstrip()
        if not so_far or self._aside:
            self._line.parts.append(" ")
        elif breaks > 1 or so_far[-1] in _STOPS or len(so_far.rsplit(_NEWLINE, 1)[-1].strip()) < _SHORT:
            self._flush()
            if breaks == 1 and self.pieces:
                self._gap = 0
        else:
            self._line.parts.append(_NEWLINE)

    _gap = 1

    def _flush(self) -> None:
        if self._aside:
            return
        self._breaks = 0
        line, self._line = self._line, _Line()
        self._emit(line, self.pieces)
        if self._waiting:
            self.pieces += self._waiting
            self._waiting = []

    def _emit(self, line: _Line, pieces: list[Piece], hidden: bool = False) -> None:
        raw = "".join(line.parts)
        if not raw.strip():
            return
        gap, self._gap = self._gap, 1
        lines = re.split(r"\n[ \t\r]*\n", raw) if self._preformatted else [raw]
        for part in lines:
            text = part.strip() if self._preformatted else _collapsed(part)
            if text:
                pieces.append(Piece(text, self._node, min(line.linked, len(text)), gap, hidden, line.timed, line.note))
                gap = 1


_SHORT = 45
"""Characters: a line broken off sooner was meant to end there, a longer one was wrapped."""


def _is_seam(before: str, after: str) -> bool:
    """Whether two elements that meet hold two words, which a style sheet keeps apart ("Jane Doe" and "Today")."""
    return (before.islower() or before.isdigit() or before in ".,") and (after.isupper() or after.isdigit())


_TAIL = 40
"""Runs of text looked back at for the end of a line: a long paragraph with many breaks stays linear."""


def _collapsed(raw: str) -> str:
    """White space as a browser shows it, but a line end where a <br> put it and a tab between cells."""
    text = _SPACE.sub(" ", raw).strip()
    if _NEWLINE in text or _CELL in text:
        text = _MEANT.sub(lambda match: "\n" if _NEWLINE in match[0] else "\t", text).strip()
    return text


_MEANT = re.compile(" *[\x01\x02][ \x01\x02]*")


def _is_data(cell: Any) -> bool:
    """Whether a cell of a table holds a line and not a part of the layout."""
    return all(child.tag in INLINE for child in cell) and len("".join(cell.itertext())) < _CELL_LENGTH


_CELL_LENGTH = 300
"""Characters of what is still an entry in a table."""
