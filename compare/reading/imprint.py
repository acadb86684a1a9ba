"""Lines in which a paper speaks of itself: who published a text and when, disclaimers, captions by their wording."""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.reading.dates import parts_around_date
from compare.reading.shapes import Shape
from compare.reading.vocabulary import DISCLAIMING, FILED, SIDES

_PARTED = re.compile(r"[|·•/(),;]\s|\s[(–—-]")
_YEAR = re.compile(r",?\s+\d{4}\b")
_SMALL = frozenset("of the and for in on & de del der des du la le et und y e di da".split())

_DISCLAIMERS = (
    r"(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|stated|presented)\b.{0,120}"
    r"\b(?:do|does|are|need) not\b.{0,20}(?:reflect|represent|those of)",
    r"\bmay not be (?:published|reproduced|reprinted|copied|redistributed|republished)",
    r"\b(?:is|are) not responsible for (?:the )?(?:content|accuracy)",
    r"\b(?:story|article|report|text|copy) (?:has|was)(?: not)?(?: been)? (?:edited by|published from|auto-?\s?generated"
    r"|generated from|taken from a)",
    r"\b(?:may|might|could) earn (?:a |an )?(?:small )?(?:commission|affiliate)",
    r"\bgenerated from an? (?:syndicated|unedited) feed",
)
_DISCLAIMER = re.compile("|".join(_DISCLAIMERS), re.IGNORECASE)
_DESK = re.compile(r"\(?(?:(?:Additional )?[Rr]eporting|[Ee]diting|[Ww]riting|Compiled|Graphics?) by [A-Z]")
_FILED = re.compile(
    r"\b[Ii]n this (?:undated |combination )?(?:file |handout |aerial )?(?:photo|image|picture|photograph|frame grab)\b"
    r"|^FILE ?[-–—:]|^(?:Pictured|PICTURED|PHOTO|Photo|Image) ?[-–—:]"
)
_SIDES = re.compile(
    r"\((?:left|right|cent(?:er|re)|L|R|C|(?:second|third) from (?:left|right)|top|bottom|pictured)\)"
    r"|, (?:left|right|cent(?:er|re)|(?:second|third) from (?:left|right)|pictured),|\b[Ff]rom left\b|\b(?:[Ff]ile|[Hh]andout) (?:photo|picture|image)\b|\bseen here\b"
)
_CAPTION_WORDS = 45


def is_imprint(shape: Shape) -> bool:
    """Whether a line is a date beside names: a paper's, a place's, an author's; "The Post, 3 May 2024"."""
    if shape.ended or len(shape.words) > 14 or not any(map(str.isdigit, shape.text)):
        return False
    date, names = parts_around_date(shape.text)
    if not _PARTED.search(_YEAR.sub("", shape.text)):  # the comma of "May 3, 2024" parts nothing
        return False
    return date is not None and 1 <= len(names) <= 3 and all(map(is_named, names))


def is_named(part: str) -> bool:
    """Whether a part of a line may be a name: up to six words, all with a capital but the small ones."""
    words = part.split()
    return 0 < len(words) <= 6 and all(w[0].isupper() or w in _SMALL for w in words) and part[0].isalpha()


def is_disclaimer(shape: Shape) -> bool:
    """Whether a block only says whose opinion a text is, who may copy it, or that nobody edited it."""
    if shape.is_quoted or DISCLAIMING.isdisjoint(shape.words):
        return False
    return shape.words[0] == "disclaimer" or bool(_DISCLAIMER.search(shape.text))


def is_desk_note(shape: Shape) -> bool:
    """Whether a block says who reported, wrote and edited: "Reporting by Jane Doe; Editing by John Roe"."""
    return len(shape.words) <= 30 and bool(_DESK.match(shape.text))


def is_note_on(shape: Shape, names: Iterable[str]) -> bool:
    """Whether a block begins with one of the authors and says what he or she does for the paper."""
    for name in names:
        rest = shape.text[len(name) :]
        if shape.text.startswith(name) and len(shape.words) <= 60:
            return bool(re.match(r" (?:covers|reports (?:on|from)|writes (?:about|for)|is an? )", rest))
    return False


def is_worded_as_caption(shape: Shape) -> bool:
    """Whether one sentence says of itself that it stands under an image: "in this file photo"."""
    if len(shape.words) > _CAPTION_WORDS or shape.is_quoted or FILED.isdisjoint(shape.words):
        return False
    return bool(_FILED.search(shape.text))


def points_at_sides(shape: Shape) -> bool:
    """Whether one sentence says who stands where: "Ann Reyes (left)"."""
    if len(shape.words) > _CAPTION_WORDS or shape.is_quoted or SIDES.isdisjoint(shape.words):
        return False
    return not re.search(r"[.!?]\s+[A-Z]", shape.text) and bool(_SIDES.search(shape.text))
