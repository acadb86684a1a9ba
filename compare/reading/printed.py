"""PDF files with a text layer: columns in reading order, words mended, running heads set aside."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from math import pi
from typing import Any

from compare.model import CompareError
from compare.reading.blocks import Block
from compare.reading.content import Content, Extract
from compare.reading.layout import Line, in_reading_order
from compare.reading.streams import check_streams
from compare.reading.typeset import find_heads, to_paragraphs

MOST_PAGES = 2000
"""Pages of one source: an article has a few, a report a few hundred."""

MOST_CHARACTERS = 8_000_000
"""Characters of one source; a page of small print has ten thousand."""

ODD = 0.05
"""Share of characters without a meaning from which on the text layer is said to be doubtful."""

_GAP = 1.5
"""Blank, in heights of a letter, that parts two pieces of one line: columns, cells of a table."""

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}


def read_printed(content: Content) -> Extract:
    """The text layer in reading order; CompareError without one, or where the file is locked or damaged."""
    import pypdfium2

    check_streams(content.data, content.source)
    try:
        document = pypdfium2.PdfDocument(content.data)
    except pypdfium2.PdfiumError as error:
        raise CompareError(_refusal(content.source, str(error))) from error
    try:
        pages = _read_pages(pypdfium2.raw, document, content.source)
    except pypdfium2.PdfiumError as error:
        raise CompareError(
            f"{content.source}: a damaged PDF ({error}); save it anew and give that"
        ) from error
    finally:
        document.close()
    if not any(pages):
        raise CompareError(
            f"{content.source}: a PDF without a text layer (pictures of pages); run it through text recognition first"
        )
    return _to_extract(pages)


def _refusal(source: str, said: str) -> str:
    if "password" in said.lower():
        return f"{source}: a PDF locked with a password; save it without one and give that"
    return f"{source}: a damaged PDF ({said}); save it anew and give that"


def _read_pages(raw: Any, document: Any, source: str) -> list[list[Line]]:
    count = len(document)
    if count > MOST_PAGES:
        raise CompareError(
            f"{source}: {count} pages, more than {MOST_PAGES}; give one article, not an archive"
        )
    pages: list[list[Line]] = []
    left = MOST_CHARACTERS
    for number in range(count):
        lines, used = _lines(raw, document, number, left)
        left -= used
        if left < 0:
            raise CompareError(
                f"{source}: more than {MOST_CHARACTERS:,} characters; give one article, not an archive"
            )
        pages.append(lines)
    return pages


def _to_extract(pages: list[list[Line]]) -> Extract:
    heads = find_heads(pages)
    strips: list[float] = []
    columns = []
    for lines in pages:
        columns.extend(in_reading_order([line for line in lines if line not in heads], strips))
    paragraphs = to_paragraphs(columns)
    pieces = [text.translate(_LEFT_OVER) for text in (*paragraphs, *(line.text for line in heads))]
    reasons = [*[None] * len(paragraphs), *heads.values()]
    blocks = []
    position = 0
    for piece in pieces:
        blocks.append(Block(position, position + len(piece), 1))
        position += len(piece) + 2
    text = "\n\n".join(pieces)
    odd = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
    notices = (
        ("doubtful letters: parts of its text layer do not say which letters they are",)
        if odd > ODD * len(text)
        else ()
    )
    return Extract(text, notices, blocks=tuple(blocks), reasons=tuple(reasons))


_LEFT_OVER = str.maketrans("\x02\ufffe", "--")
"""Hyphens of line ends, as the library writes them, where no line ended."""


def _lines(raw: Any, document: Any, number: int, most: int) -> tuple[list[Line], int]:
    """The pieces of lines of one page, in the order of the file, and its characters; none where these are too many."""
    page = document[number]
    layer = page.get_textpage()
    try:
        count = layer.count_chars()
        turns = _turns(raw, layer.raw, count)
        pieces = _pieces(raw, layer.raw, count, turns) if count <= most else iter(())
        lines = [
            line._replace(text=text, page=number) for line in pieces if (text := " ".join(line.text.split()))
        ]
        return lines, count
    finally:
        layer.close()
        page.close()


def _turns(raw: Any, layer: Any, count: int) -> int:
    """By how many quarters most letters of a page are turned: a table set sideways, a page scanned upside down."""
    asked = range(0, count, max(1, count // _ASKED))
    found = Counter(round(raw.FPDFText_GetCharAngle(layer, k) / (pi / 2)) % 4 for k in asked)
    return found.most_common(1)[0][0] if found else 0


_ASKED = 500
"""Letters of a page whose direction is looked at."""


def _turned(box: Any, turns: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a box on the page as its letters stand upright."""
    a, b, c, d = box.left, box.right, box.bottom, box.top
    return ((a, b, c, d), (-d, -c, a, b), (-b, -a, -d, -c), (c, d, -b, -a))[turns]


def _pieces(raw: Any, layer: Any, count: int, turns: int = 0) -> Iterator[Line]:
    """Pieces of lines: a new one where the layer has a line end, or letters stand far apart or jump back."""
    box = raw.FS_RECTF()  # as high as the font, not as the letter: lines keep their distance
    place = ctypes.byref(box)
    letters: list[str] = []
    x0 = y0 = x1 = y1 = 0.0
    for k in range(count):
        code = raw.FPDFText_GetUnicode(layer, k)
        if code in (10, 13):
            if letters:
                yield Line("".join(letters), x0, y0, x1, y1)
                letters = []
            continue
        letter = _letter(code)
        if not letter.strip() or not raw.FPDFText_GetLooseCharBox(layer, k, place):
            if letters:
                letters.append(letter or " ")
            continue
        a, b, c, d = _turned(box, turns)
        height = max(d - c, y1 - y0, 4.0)
        if letters and (a - x1 > _GAP * height or a < x0 - height or c > y1 or d < y0):
            yield Line("".join(letters), x0, y0, x1, y1)
            letters = []
        if not letters:
            x0, y0, x1, y1 = a, c, b, d
        letters.append(letter)
        x0, y0, x1, y1 = min(a, x0), min(c, y0), max(b, x1), max(d, y1)
    if letters:
        yield Line("".join(letters), x0, y0, x1, y1)


_CONTROLS = re.compile(r"[\x00-\x01\x03-\x1f\x7f-\x9f]")


def _letter(code: int) -> str:
    if code in _LIGATURES:
        return _LIGATURES[code]
    if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "" if not code else "\ufffd"
    return _CONTROLS.sub(" ", chr(code))
