"""Above the text and after it: who wrote it and when, and headings of what has been set aside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from compare.reading.dates import find_date
from compare.reading.formats.html.nodes import Node, Piece, rank, word_count
from compare.reading.vocabulary import LABELS

_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_BY = re.compile(r"^(?:By|Von|Par|Por|Di|Door)\s+([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3})", re.IGNORECASE)


def mark_head(pieces: Sequence[Piece], reasons: list[str | None], title: int | None, authors: Sequence[str]) -> None:
    """Set aside what names the author or the hour between the title and the text, and notes on the author below it."""
    names = [*authors, *(match[1] for piece in pieces if len(piece.text) < 200 and (match := _BY.match(piece.text)))]
    first = title
    if title is not None:
        for k in range(title):
            if reasons[k] is None and not is_running(pieces[k]):
                reasons[k] = "above the title"
        first = _mark_lines(pieces, reasons, title, names)
    kept = [k for k, reason in enumerate(reasons) if reason is None and k != title and k != first]
    for k in kept[-_LAST:]:
        if any(pieces[k].text.startswith(name) for name in names) and word_count(pieces[k].text) <= 45:
            reasons[k] = "byline"


_LAST = 2
"""Paragraphs at the end in which a text tells of its author."""


def _mark_lines(pieces: Sequence[Piece], reasons: list[str | None], title: int, names: Sequence[str]) -> int:
    """Set aside bylines and dates between the title and the second paragraph; where the first one is."""
    first, running, above = title, 0, ""
    for k in range(title + 1, len(pieces)):
        if reasons[k] is None and is_running(pieces[k]) and not pieces[k].timed:
            first, running = k, running + 1
            if running == 2:
                break
        elif reasons[k] is None:
            stuck = above == "byline" and not pieces[k].gap and word_count(pieces[k].text) <= 8
            reasons[k] = "byline" if stuck else _head_reason(pieces[k], names)
        above = reasons[k] or ""
    return first


def _head_reason(piece: Piece, names: Sequence[str]) -> str | None:
    words = word_count(piece.text)
    if words > 25 or rank(piece) or _END.search(piece.text) and not piece.timed:
        return None
    if any(name.lower() in piece.text.lower() for name in names) and words <= 14 + 3 * len(names):
        return "byline"
    return "date" if piece.timed or find_date(piece.text) or _TIME.search(piece.text) and words <= 12 else None


def is_running(piece: Piece) -> bool:
    """Whether this looks like a paragraph of a text: a sentence or more, and not a link."""
    return word_count(piece.text) >= 8 and bool(_END.search(piece.text)) and piece.linked * 2 < len(piece.text)


def mark_labelled(pieces: Sequence[Piece], reasons: list[str | None]) -> None:
    """Set aside headings such as "More on this story" with what stands under them, up to a heading or a paragraph."""
    level, frame = 0, None
    for k, piece in enumerate(pieces):
        own = rank(piece)
        if own > 1 and piece.text.strip(" :*-–—").lower() in LABELS:
            level, frame = own, piece.node.parent
        elif level and (own and own <= level or is_running(piece) or not _is_in(piece, frame)):
            level = 0
        if level and reasons[k] is None:
            reasons[k] = "related links"


def shown_date(pieces: Sequence[Piece], title: int, told: str) -> str:
    """The date that stands beside the title where the page tells machines none, or the one of the next or last day.

    What machines are told is often UTC; "Monday" in the text is meant where the house stands.
    """
    known = find_date(told)
    for piece in pieces[max(0, title - _BESIDE) : title + _BESIDE]:
        shown = find_date(piece.text) if len(piece.text) < 200 and not is_running(piece) else None
        if shown and (not known or abs(date.fromisoformat(shown) - date.fromisoformat(known)).days == 1):
            return shown
    return told


_BESIDE = 8
"""Pieces above and below a title among which its date stands."""

def _is_in(piece: Piece, frame: Node | None) -> bool:
    return any(node is frame for node in piece.node.lineage())


_PULLING = frozenset(
    ("related links", "newsletter", "promotion", "advertisement", "comments", "navigation", "tags", "share links", "form", "sidebar")
)


def mark_orphans(pieces: Sequence[Piece], reasons: list[str | None]) -> None:
    """Set aside a heading when all that stands under it has been."""
    pulled: str | None = None
    kept = False
    for k in range(len(pieces) - 1, -1, -1):
        reason = reasons[k]
        if reason is not None:
            pulled = reason if reason in _PULLING else pulled
        elif rank(pieces[k]) > 1 and not kept and pulled:
            reasons[k] = pulled
        else:
            kept, pulled = rank(pieces[k]) == 0, None
