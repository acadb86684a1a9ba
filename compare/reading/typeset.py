"""Printed lines to paragraphs: words parted at line ends mended, running heads and page numbers told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from compare.reading.layout import Line

HYPHENS = "-\xad\u2010\ufffe\x02"
"""How a word is parted at a line's end; the last two are what pdfium writes for it."""

_EDGE = 3
"""Lines at the top and at the bottom of a page that may be a running head or a page number."""

_STOPS = ".!?:;…。！？"
_CLOSING = "\"”’'»)]"
_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.)?\W*(?:\d{1,4}|[ivxlc]{1,6})\W*(?:(?:of|von|/|sur|de)\W*\d{1,4})?\W*",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"(?:https?|file)://\S+|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s\d{1,2}:\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s.{1,80})?"
)
"""What browsers print at the edges of a page: its address, the time."""

_WIDEST = 1.6
"""Distance of lines in heights of the font: with double spacing it is 2, and up to a third more is no new paragraph."""

_ITEM = re.compile(r"(?:[•▪◦‣·]|\(?\d{1,3}[.)])\s")
_PREFIXES = frozenset(
    "all anti co cross ex far first full great half hard high inter left long low mid multi near non off old on one "
    "over part post pre pro public right second self semi short single so soft sub third three trans two ultra un "
    "under well wide".split()
)

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def find_heads(pages: Sequence[Sequence[Line]]) -> dict[Line, str]:
    """The lines at the edges of pages that say the same on several of them, or count them, and which they are.

    They stand apart from the text, and the same ones at the same height.
    """
    edges = [row for lines in pages for row in _edges(lines)]
    seen = Counter(key for row in edges for line in row for key in {_key(line, 0), _key(line, 1)})
    found = {}
    for row in edges:
        reasons = [_reason(line, seen, len(pages)) for line in row]
        if all(reasons):
            found.update({line: reason for line, reason in zip(row, reasons, strict=True) if reason})
    return found


def _reason(line: Line, seen: Counter[tuple[str, int]], pages: int) -> str | None:
    if _PRINTED.fullmatch(line.text):
        return "running head"
    if _NUMBER.fullmatch(line.text):
        return "page number"
    again = max(seen[_key(line, 0)], seen[_key(line, 1)])
    return "running head" if again >= max(2, pages / 3) else None


def _key(line: Line, shift: int) -> tuple[str, int]:
    """What a line says and about how high it stands; of two ``shift``s one is the same for heights alike."""
    return _bare(line.text), 2 * int((line.bottom + 3 * shift) // 6) + shift


def _edges(lines: Sequence[Line]) -> list[list[Line]]:
    """The rows at the top and at the bottom of a page that stand apart from what is further in."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda n: -(n.bottom + n.top)):
        if rows and rows[-1][0].bottom < (line.bottom + line.top) / 2 < rows[-1][0].top:
            rows[-1].append(line)
        else:
            rows.append([line])
    steps = [a[0].bottom - b[0].bottom for a, b in zip(rows, rows[1:], strict=False)]
    apart = 1.3 * median(steps) if steps else 0.0
    above = [k for k, step in enumerate(steps[:_EDGE]) if step > apart]
    below = [k for k, step in enumerate(steps[::-1][:_EDGE]) if step > apart]
    if len(rows) <= 2:
        return rows
    return [*rows[: above[-1] + 1 if above else 0], *rows[len(rows) - (below[-1] + 1 if below else 0) :]]


def _bare(text: str) -> str:
    """A line without its figures, for they count pages."""
    return " ".join(re.sub(r"\d+", "", text).split()).casefold()


def to_paragraphs(columns: Sequence[Sequence[Line]]) -> list[str]:
    """The paragraphs of columns in reading order; one that a column or page cuts in two is one."""
    known = Counter(
        word.casefold() for column in columns for line in column for word in _WORD.findall(line.text)
    )
    paragraphs: list[list[Line]] = []
    right = 0.0
    for column in columns:
        for k, group in enumerate(_groups(column)):
            if paragraphs and k == 0 and _runs_on(paragraphs[-1][-1], group[0], right):
                paragraphs[-1].extend(group)
            else:
                paragraphs.append(group)
        right = max(line.right for line in column)
    return [_joined([line.text for line in group], known) for group in paragraphs]


def _runs_on(last: Line, first: Line, right: float) -> bool:
    """Whether a paragraph goes on over the end of its column, whose lines end at ``right`` at the furthest."""
    if last.text[-1] in HYPHENS or (first.text[0].islower() and not _is_ended(last.text)):
        return True
    full = right - last.right <= max(2 * last.height, _first_word(first))
    words = len(last.text.split())
    return (
        full
        and words > 4
        and not _is_ended(last.text)
        and not _resized(last, first)
        and not _ITEM.match(first.text)
    )


def _is_ended(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in tuple(_STOPS)


def _groups(column: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of a column, a paragraph each."""
    steps = [a.bottom - b.bottom for a, b in zip(column, column[1:], strict=False) if a.page == b.page]
    usual = median(steps) if steps else 0.0
    tight = min((step for step in steps if step > 0.5 * usual), default=usual) if steps else 0.0
    right = max((line.right for line in column), default=0.0)
    left = median(line.left for line in column) if column else 0.0
    size = max(1.0, median(line.height for line in column)) if column else 1.0
    leading = min(usual, 1.25 * tight) if tight else usual
    leading = min(leading, _WIDEST * size)  # where every paragraph is one line, all steps are wide
    group: list[Line] = []
    for line in column:
        if group and _parts(group[-1], line, leading, size, left, right):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parts(above: Line, line: Line, leading: float, size: float, left: float, right: float) -> bool:
    """Whether a new paragraph begins with a line."""
    larger = max(1.0, min(above.height, line.height) / size)
    if above.bottom - line.bottom > 1.3 * leading * larger or _resized(above, line):
        return True
    if _ITEM.match(line.text):
        return True
    ended = _is_ended(above.text)
    em = max(line.height, 1.0)
    indented = line.left > left + 0.8 * em and above.left <= left + 0.8 * em
    short = right - above.right > 3 * em and right - above.right > _first_word(line)
    return (ended and (short or indented)) or (short and indented)


def _resized(above: Line, line: Line) -> bool:
    """Whether letters are of another size: by a third, for a line without tall letters is lower, too."""
    return not 0.7 < above.height / max(line.height, 0.1) < 1.43


def _first_word(line: Line) -> float:
    """About how wide the first word of a line is: had it fitted above, it would stand there."""
    return (line.right - line.left) * (len(line.text.split(None, 1)[0]) + 1) / max(1, len(line.text))


def _joined(texts: Sequence[str], known: Counter[str]) -> str:
    made = texts[0]
    for text in texts[1:]:
        if made[-1] in HYPHENS and len(made) > 1 and made[-2].isalpha():
            made = _mended(made, text, known)
        else:
            made = f"{made} {text}"
    return made


def _mended(made: str, text: str, known: Counter[str]) -> str:
    """Two lines of which the first ends in a hyphen: the word's own, or one for the line's end alone."""
    before = re.search(r"[^\W\d_]+$", made[:-1])
    after = re.match(r"[^\W\d_]+", text)
    if not before or not after:
        return made[:-1] + "-" + text
    whole, parted = (f"{before[0]}{mark}{after[0]}".casefold() for mark in ("", "-"))
    if made[-1] == "\xad" or known[whole] > known[parted]:
        own = False
    else:
        own = bool(known[parted]) or not after[0][0].islower() or before[0].casefold() in _PREFIXES
    return made[:-1] + ("-" if own else "") + text
