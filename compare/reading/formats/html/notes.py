"""Small letters beside the text: marks of notes, the notes themselves, and powers of ten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

_MARK = re.compile(r"\s*(?:[\[(]\w{1,3}[\])]|\d{1,3}|[a-z]|[*†‡§]{1,3})\s*")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_POWER = re.compile(r"[+−-]?\d{1,3}")
_BACK = re.compile(r"#(?:(cmnt)|ftnt)_ref\d")


def is_note_mark(element: Any) -> bool:
    """Whether raised letters lead to a note further down, and say nothing else: [1], a, *."""
    if element.tag != "sup" or not _MARK.fullmatch("".join(element.itertext())[:20]):
        return False
    return any((link.get("href") or "").rpartition("#")[1] for link in [*element.iter("a"), element.getparent()] if link is not None)


def beside_text(element: Any) -> str:
    """What a line is that leads back to its mark in an exported document: "comment", "footnote", or nothing."""
    back = _BACK.match(element.get("href") or "") if element.tag == "a" else None
    return "" if back is None else "comment" if back[1] else "footnote"


def raised(text: str, before: Sequence[str]) -> str:
    """Raised figures right behind a figure as such, for 10⁶ is not 106; any other text as it is."""
    last = before[-1][-1:] if before else ""
    return text.translate(_RAISED) if last.isdigit() and _POWER.fullmatch(text.strip()) else text
