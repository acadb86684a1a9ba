"""Word documents (DOCX): insertions kept, deletions dropped, notes, comments, heads and feet set aside."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from typing import Any

from compare.reading.archives import Parts
from compare.reading.blocks import Block
from compare.reading.content import Content, Extract

_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|[^/]+/_rels/[^/]+\.rels"
    r"|[^/]+/(?:document|styles|numbering|footnotes|endnotes)\d*\.xml"
)
"""Parts the library is given: no pictures, no macros, nothing embedded."""

_EDGES = {"header": "page header", "footer": "page footer", "comments": "comment"}
_EDGE = re.compile(rf"[^/]+/({'|'.join(_EDGES)})\d*\.xml")
_AROUND = re.compile(rb"(</?w:)(?:fldSimple|bdo|dir|ruby|rubyBase)\b")
"""What stands around words, which the library would drop with them; what it looks into has another name."""

_READING = re.compile(rb"<w:rt>.*?</w:rt>", re.DOTALL)
"""How a word is pronounced, in small letters above it."""

_PARAGRAPH = re.compile(r"</w:p>")
_TEXT = re.compile(r"<w:t(?:\s[^<>]*)?>([^<]*)</w:t>|<w:(tab|br|cr)\b")
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""


def read_word(content: Content) -> Extract:
    """Paragraphs, headings and list items in order, then what is set aside; CompareError for what is no document."""
    parts = Parts(content.data, content.source, "a Word document")
    if not any(name.endswith("/document.xml") or name == "word/document.xml" for name in parts.names):
        raise parts.damaged("it holds no text")
    reader = _Reader()
    reader.feed(_to_html(parts))
    reader.close()
    edges = [
        (text, _EDGES[edge[1]])
        for name in parts.names
        if (edge := _EDGE.fullmatch(name))
        for text in _edge(parts, name)
    ]
    return _to_extract([*reader.blocks, *((text, "", reason) for text, reason in dict(edges).items())])


def _to_html(parts: Parts) -> str:
    import mammoth  # 50 ms

    lean = io.BytesIO()
    with zipfile.ZipFile(lean, "w") as archive:
        for name in dict.fromkeys(parts.names):
            if _NEEDED.fullmatch(name):
                archive.writestr(name, _AROUND.sub(rb"\1smartTag", _READING.sub(b"", parts.read(name))))
    lean.seek(0)
    try:
        found: Any = mammoth.convert_to_html(
            lean,
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=lambda image: [],
            external_file_access=False,
        )
    except RecursionError as error:
        raise parts.damaged("its parts are nested too deep") from error
    except Exception as error:  # whatever the library stumbles over is the document's fault
        raise parts.damaged(" ".join(f"{type(error).__name__} {error}".split())[:80]) from error
    return str(found.value)


def _edge(parts: Parts, name: str) -> list[str]:
    """The paragraphs of a page's head or foot, or of comments."""
    from html import unescape

    marked = parts.read(name).decode("utf-8", "replace")
    texts = ["".join(m[1] or " " for m in _TEXT.finditer(piece)) for piece in _PARAGRAPH.split(marked)]
    return [line for text in texts if (line := " ".join(unescape(text).split()))]


def _to_extract(found: list[tuple[str, str, str | None]]) -> Extract:
    blocks, position = [], 0
    for text, role, _ in found:
        blocks.append(Block(position, position + len(text), 1, role))
        position += len(text) + 2
    return Extract(
        "\n\n".join(text for text, _, _ in found),
        blocks=tuple(blocks),
        reasons=tuple(reason for _, _, reason in found),
        headings=frozenset(block.start for block in blocks if block.role == "heading"),
    )


_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li td th".split())


class _Reader(HTMLParser):
    """The library's HTML to blocks: text, role, and why it is set aside."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, str, str | None]] = []
        self._text: list[str] = []
        self._role = ""
        self._note = ""
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in _BLOCKS:
            self._flush()
            identity = known.get("id") or ""
            if tag == "li" and re.match(r"(?:foot|end)note-", identity):
                self._note = identity.partition("-")[0]
            self._role = (
                "heading" if tag[0] == "h" else "item" if tag == "li" else self._role if tag == "p" else ""
            )
        elif tag == "br":
            self._text.append("\n")
        elif tag == "sup" or (
            tag == "a" and (known.get("href") or "").startswith(("#footnote-ref", "#endnote-ref"))
        ):
            self._skipped += 1
            self._text.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._role = ""
        elif tag == "ol":
            self._note = ""
        elif tag in ("sup", "a") and self._skipped:
            self._close_note()

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def _close_note(self) -> None:
        """Drop the number of a note, keep other raised letters (the 2nd, m²)."""
        at = max(k for k, piece in enumerate(self._text) if piece == "\0")
        raised = "".join(self._text[at + 1 :])
        self._skipped -= 1
        self._text[at:] = [] if re.fullmatch(r"\s*(?:\[\d+\]|↑)?\s*", raised) else [raised]

    def close(self) -> None:
        super().close()
        self._flush()

    def _flush(self) -> None:
        text = "".join(piece for piece in self._text if piece != "\0")
        self._text, self._skipped = [], 0
        text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
        if text:
            self.blocks.append((text, self._role, self._note or None))
