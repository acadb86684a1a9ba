"""A comparison to a short summary for a terminal.

No control character of a source reaches the terminal: all words come from the
findings, where they are written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.model import Comparison
from compare.reporting.cards import Card
from compare.reporting.findings import Findings
from compare.reporting.listing import account_to_text, quotations_to_text
from compare.reporting.paint import paint
from compare.reporting.phrases import counted, listed
from compare.reporting.segments import Segment
from compare.reporting.subject import Manner, Subject
from compare.reporting.visible import inert
from compare.reporting.wrapping import columns, padded, wrapped

__all__ = ["account_to_text", "quotations_to_text", "to_text"]

_FEW = 3
"""Notes up to this many are shown whole; more are counted."""

_NARROW = 40
"""Columns below which wrapping would tear every line: what does not fit there runs over."""


def to_text(comparison: Comparison, width: int = 80, color: bool = False, notes: bool = False) -> str:
    """The verdict, a block a discrepancy, and the notes counted (``notes``: shown); ``width`` in columns."""
    return text_of([Subject(comparison)], Manner(width, color, notes))


def text_of(subjects: Sequence[Subject], manner: Manner) -> str:
    """The same of each event, under its name where there are several."""
    parts = []
    for subject in subjects:
        named = f"{inert(paint(subject.title, 'strong', manner.color))}\n\n" if len(subjects) > 1 else ""
        found = _told(subject.findings, manner) if subject.findings else ""
        said = [subject.trouble] if subject.trouble else []
        lines = [*said, *(f"accepted.toml: {line}" for line in subject.remarks)]
        told = "".join(f"{inert(line)}\n" for each in lines for line in wrapped(each, max(manner.width, _NARROW)))
        parts.append(f"{named}{found}{told}")
    return "\n".join(parts)


def _told(found: Findings, manner: Manner) -> str:
    width, color, notes = max(manner.width, _NARROW), manner.color, manner.notes
    lines = wrapped(found.verdict.words, width)
    if lines and color:
        lines[0] = lines[0].replace(
            found.verdict.strong, paint(found.verdict.strong, found.verdict.severity), 1
        )
    for account in found.sources:
        for notice in account.notices:
            lines += wrapped(f"{account.heading.label}: {notice}", width)
    small = [card for group in found.notes for card in group.cards]
    shown = small if notes or len(small) <= _FEW else []
    margin = max((columns(account.heading.label) for account in found.sources), default=0) + 2
    for card in (*found.review, *shown):
        lines += ["", *_block(card, min(margin, width // 3), width, color)]
    if not shown and small:
        lines += ["", *wrapped(_folded(found), width)]
    for card in found.accepted if notes else ():
        lines += ["", *_pardoned(card, width, color)]
    return "".join(inert(line.rstrip()) + "\n" for line in lines)


def _folded(found: Findings) -> str:
    """The notes that were not shown, counted by kind."""
    kinds = [f"{len(group.cards)} {group.title}" for group in found.notes]
    total = sum(len(group.cards) for group in found.notes)
    return f"○ {counted(total, 'note')}: {listed(kinds)}. --notes shows them, and so do the HTML and JSON reports."


def _block(card: Card, margin: int, width: int, color: bool) -> list[str]:
    head = f"{card.symbol} {card.severity}"
    lines = [f"{paint(head, card.severity, color)}  {card.title}  {paint(card.id, 'soft', color)}"]
    lines += [f"  {line}" for line in wrapped(card.message, width - 2)]
    for reading in card.readings:
        label = paint(padded(reading.account.label, margin - 2) + "  ", "strong", color)
        lines.append(f"  {label}{paint(reading.place + reading.credit, 'soft', color)}")
        lines += [" " * (margin + 2) + line for line in _marked(reading.segments, width - margin - 2, color)]
    for account in card.silent:
        lines.append(f"  {paint(padded(account.label, margin - 2) + '  ', 'strong', color)}does not have this")
    return lines


def _pardoned(card: Card, width: int, color: bool) -> list[str]:
    """An accepted discrepancy in short: what it is, by whom it was accepted and why."""
    why = f"{card.accepted.words}: {card.accepted.reason}".rstrip(": ") if card.accepted else ""
    told = [line for words in (card.message, why) for line in wrapped(words, width - 2)]
    return [f"✓ accepted  {card.title}  {paint(card.id, 'soft', color)}", *(f"  {line}" for line in told)]


_OPEN, _SHUT = "{", "}"
"""Marks that no newsroom quotes with."""


def _marked(segments: Iterable[Segment], width: int, color: bool) -> list[str]:
    """The words wrapped, those that differ between ``{`` and ``}``; coloured too if wanted."""
    parts = []
    for segment in segments:
        if segment.kind.startswith("gap"):
            parts.append(_OPEN + _SHUT)
        elif segment.kind in ("error", "warning", "note"):
            parts.append(f"{_OPEN}{segment.text}{_SHUT}")
        else:
            parts.append(segment.text)
    lines = wrapped("".join(parts), width)
    return _tinted(lines) if color else lines


def _tinted(lines: Sequence[str]) -> list[str]:
    """Colour from each opening mark to its closing one, begun anew on every line."""
    tinted, inside = [], False
    for line in lines:
        pieces = []
        for number, piece in enumerate(line.split(_OPEN)):
            if number:
                inside = True
            body, shut, rest = piece.partition(_SHUT)
            marked = f"{_OPEN if number else ''}{body}{shut}"
            pieces.append((paint(marked, "mark") if inside else marked) + rest)
            inside = inside and not shut
        tinted.append("".join(pieces))
    return tinted
