"""A tree to the text of an account: blocks in the order of the page, each with why it is set aside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from compare.reading.blocks import Block
from compare.reading.content import Extract
from compare.reading.formats.html.body import Body, find_body
from compare.reading.formats.html.edges import shown_date
from compare.reading.formats.html.extraction import votes
from compare.reading.formats.html.nodes import Node, Piece, weigh
from compare.reading.formats.html.page_data import find_page_data
from compare.reading.formats.html.walk import Walk
from compare.reading.furniture import find_reasons

_ROLES = {"li": "item", "dd": "item", **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")}


def lay_out(root: Any, notices: tuple[str, ...]) -> Extract | None:
    """What the page tells; None where it has no text."""
    walk = Walk(root)
    pieces = walk.pieces
    data = find_page_data(root)
    if not pieces and not data.text:
        return None
    weigh(pieces, walk.images)
    body = find_body(pieces, votes(root, pieces), data.titles, _authors(data.fields), lambda: _guess(pieces))
    reasons = list(body.reasons)
    pieces = list(pieces)
    if _is_elsewhere(pieces, reasons, data.text):
        told = [Piece(line.strip(), Node("p", {}, None)) for line in data.text.splitlines() if line.strip()]
        reasons = ["hidden" if any(node.tag == "noscript" for node in p.node.lineage()) else r for p, r in zip(pieces, reasons, strict=True)]
        pieces, reasons = [*pieces, *told], [*reasons, *[None] * len(told)]
        notices = (*notices, "its text stands only in what the page says to machines (JSON-LD articleBody)")
    text, blocks = _joined(pieces)
    if not data.fields.get("author") and (name := _named(pieces, reasons)):
        data.fields["author"] = name
    reasons = _with_rules(text, blocks, reasons, body)
    fields = dict(data.fields)
    if body.title is not None:
        fields["title"] = " ".join(pieces[body.title].text.split())
        fields["date"] = shown_date(pieces, body.title, fields.get("date", ""))
    return Extract(text, notices, blocks=tuple(blocks), reasons=tuple(reasons), judged=True, fields=fields)


def _guess(pieces: Sequence[Piece]) -> int | None:
    """The line that the rules for plain text take for the title."""
    text, blocks = _joined(pieces)
    return find_reasons(text, blocks)[1]


def _named(pieces: Sequence[Piece], reasons: Sequence[str | None]) -> str | None:
    """The author whom a byline names, and nothing else."""
    for piece, reason in zip(pieces, reasons, strict=True):
        if reason == "byline" and (match := _NAME.fullmatch(piece.text)):
            return match[1]
    return None


_NAME = re.compile(r"(?:by |By |BY |Von |Par |Por )?([^\W\d_a-z][\w.'’-]+(?: [^\W\d_][\w.'’-]*){1,3})")


def _is_elsewhere(pieces: Sequence[Piece], reasons: Sequence[str | None], told: str) -> bool:
    """Whether most of the text that the page gives to machines is not shown to readers."""
    shown = sum(len(piece.text.split()) for piece, reason in zip(pieces, reasons, strict=True) if reason is None)
    return shown * 2 < len(told.split())


def _joined(pieces: Sequence[Piece]) -> tuple[str, list[Block]]:
    """The text, a blank line between pieces that have one on the page, and their blocks."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for piece in pieces:
        gap = 0 if not piece.gap or (blocks and piece.node.tag in ("li", "tr") and blocks[-1].role in ("item", "row")) else 1
        if parts:
            parts.append("\n" * (gap + 1))
            length += gap + 1
        role = "row" if piece.node.tag == "tr" else next((_ROLES[node.tag] for node in list(piece.node.lineage())[:3] if node.tag in _ROLES), "")
        blocks.append(Block(length, length + len(piece.text), gap, role))
        parts.append(piece.text)
        length += len(piece.text)
    return "".join([*parts, "\n"]), blocks


def _with_rules(text: str, blocks: Sequence[Block], reasons: Sequence[str | None], body: Body) -> list[str | None]:
    """The reasons, and for what they keep those of the rules on furniture."""
    left = [k for k, reason in enumerate(reasons) if reason is None]
    left = [k for k in left if blocks[k].role != "row"]
    found, _ = find_reasons(text, [blocks[k] for k in left], placed=body.placed)
    judged = list(reasons)
    for k, reason in zip(left, found, strict=True):
        if k != body.title:
            judged[k] = reason
    return judged


def _authors(fields: Mapping[str, str]) -> list[str]:
    """The names in an author field that are names of a person."""
    names = [name.strip() for name in fields.get("author", "").replace(" and ", ",").split(",")]
    return [name for name in names if " " in name and name != fields.get("publisher")]
