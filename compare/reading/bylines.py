"""Who wrote it: lines that name authors, and how to reach them."""

from __future__ import annotations

import re

from compare.reading.shapes import Shape

_BYLINE = re.compile(
    r"(?:(?:Story|Written|Posted|Reported|Words|Text|Photos?)\s+)?(?:By|BY|by|Von|Par|Por|Di|Door)\s*:?\s+"
    r"[^\W\d_a-z][\w.'’-]*(?:,?\s+(?:and|und|et|y|e|&|de|van|von|der|la|del|for|in|of|[^\W\d_a-z][\w.'’-]*))*(?:\s*[,|/·•].{0,90}|.{0,40})"
)
_ROLE = re.compile(
    r"[A-Z]\S+(?: \S+){1,3},.*\b(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ww]riter|Staff|STAFF)s?\b.{0,40}"
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting|to th(?:is|e) (?:report|story|article))\b|^\(?(?:Additional )?[Rr]eporting by [A-Z]"
    r"|^[A-Z].{3,60} can be (?:reached|contacted|emailed|followed) (?:at|by|on|via)\b"
)
ON_AUTHORS = ("contributed ", "eporting by ", " can be ")
"""One of them stands in every paragraph on who contributed, or how to reach whom."""

_BARS = re.compile(r"[|·•]")
_CALLS = ("contact", "email", "e-mail", "reach", "call", "phone", "tel")
_REACHED = re.compile(r"\S@\S|\d{3}[-. ]\d{4}")


def is_byline(shape: Shape) -> bool:
    """Whether a line is "By" and names, or a name and what it does for the paper."""
    if shape.ended or len(shape.words) > 14 + 2 * len(_BARS.findall(shape.text)):
        return False
    return bool(_BYLINE.fullmatch(shape.text) or _ROLE.fullmatch(shape.text))


def names_in_byline(shape: Shape) -> list[str]:
    """The names after "By", as they stand there."""
    if not is_byline(shape) or shape.words[0] != "by":
        return []
    names = re.split(r"\s*[,|/·•]\s*|\s+(?:and|&)\s+", shape.text.split(None, 1)[1])
    return [name for name in names if len(name.split()) > 1]


def is_note_on_authors(shape: Shape) -> bool:
    """Whether a line says who contributed to a report, or how its author can be reached."""
    text = shape.text
    if any(map(text.__contains__, ON_AUTHORS)) and _CONTRIBUTED.search(text):
        return True
    called = len(shape.words) <= 12 and shape.words[:1] and shape.words[0] in _CALLS
    return bool(called and _REACHED.search(shape.text))
