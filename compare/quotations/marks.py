"""Quotation marks: every mark of a text, and whether it opens or closes.

A mark is a place in the text, the family it belongs to, and a role. What the
character itself does not tell (a straight mark, a curly one turned the wrong
way) its neighbours do: a mark after a space opens, one after a letter closes.
Apostrophes and the marks of inches, feet and minutes are no marks here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

OPENS, CLOSES, EITHER, MAY_CLOSE = "opens", "closes", "either", "may close"
"""Roles; ``MAY_CLOSE`` is what closes, or is a plural's apostrophe (the boys') or a sign of inches (5")."""

DOUBLE, SINGLE, ANGLE, SMALL_ANGLE, CORNER, WHITE_CORNER = range(6)
"""Families: within one, an opening mark of one style may be closed by another's."""

FAMILIES = 6

_MARK = re.compile("[\"“”„‟〝〞＂‘’‚‛'`«»‹›「」『』](?:(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’)?")
_FAMILY = {
    **dict.fromkeys(["``", "''", "‘‘", "’’", *'"“”„‟〝〞＂'], DOUBLE),
    **dict.fromkeys("‘’‚‛'`", SINGLE),
    **dict.fromkeys("«»", ANGLE),
    **dict.fromkeys("‹›", SMALL_ANGLE),
    **dict.fromkeys("「」", CORNER),
    **dict.fromkeys("『』", WHITE_CORNER),
}
_MEANT_TO_OPEN = frozenset(["``", "‘‘", *"“„‟〝‘‚‛`"])
_MEANT_TO_CLOSE = frozenset(["''", "’’", *"”〞’"])
_FIXED = {"「": OPENS, "『": OPENS, "」": CLOSES, "』": CLOSES}
_BEFORE_OPENING = frozenset("([{—–-/…=:¿¡" + "".join(k for k in _FAMILY if len(k) == 1))
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…" + "".join(k for k in _FAMILY if len(k) == 1))
_ELIDED = frozenset("em til till tis twas twere twill cause cos n round bout ere tween neath nother".split())


class Mark(NamedTuple):
    """A quotation mark: ``text[start:end]``."""

    start: int
    end: int
    family: int
    role: str


def find_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the quotation marks of ``text[start:end]``, a paragraph, in order."""
    attribute = False
    for match in _MARK.finditer(text, start, end):
        shape, i, j = match.group(), match.start(), match.end()
        if shape == '"' and (attribute or (text[i - 1 : i] == "=" and text[i - 2 : i - 1].isalnum())):
            # width="10" in what is left of a page's source.
            attribute = not attribute
            continue
        before = text[i - 1] if i > start else " "
        after = text[j] if j < end else " "
        family = _FAMILY[shape]
        if family == SINGLE:
            role = _single(text, shape, j, before, after)
        elif shape == '"' and _is_inch(text, i, start, after):
            role = None
        elif shape == '"' and before.isdigit() and after == " " and text[j + 1 : j + 2].islower():
            role = MAY_CLOSE
        elif family in (ANGLE, SMALL_ANGLE):
            role = _angled(before, after)
        else:
            role = _FIXED.get(shape) or _facing(shape, before, after)
        if role:
            yield Mark(i, j, family, role)


def _facing(shape: str, before: str, after: str) -> str:
    """Say what a mark between these two characters does."""
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = (after.isspace() or after in _AFTER_CLOSING) and not before.isspace()
    if shape in _MEANT_TO_OPEN:
        return CLOSES if closes and not opens else OPENS
    if shape in _MEANT_TO_CLOSE:
        return OPENS if opens and not closes else CLOSES
    if opens != closes:
        return OPENS if opens else CLOSES
    return EITHER


def _angled(before: str, after: str) -> str:
    """Say what an angled mark does: French sets blanks inside the pair, German turns it round."""
    opens = not before.isalnum() and (after.isalnum() or after in _BEFORE_OPENING)
    closes = not (before.isspace() or after.isalnum()) or (not before.isspace() and after.isspace())
    if opens != closes:
        return OPENS if opens else CLOSES
    return EITHER


def _single(text: str, shape: str, end: int, before: str, after: str) -> str | None:
    """Say what a single mark does, None for an apostrophe or the mark of a minute."""
    if before.isalnum() and (after.isalnum() or (before.isdigit() and shape in "'`")):
        return None
    role = _facing(shape, before, after)
    if role == EITHER:
        role = CLOSES
    if role == OPENS:
        return None if shape == "’" or _is_elision(text, end) else OPENS
    plural = before in "sSzxZX" and after == " "
    return MAY_CLOSE if plural else CLOSES


def _is_elision(text: str, at: int) -> bool:
    """Tell whether the word here has lost its beginning: '90s, ’em, 'til."""
    word = re.match(r"\w*", text[at : at + 9])
    return word is not None and (word.group()[:2].isdigit() or word.group().lower() in _ELIDED)


def _is_inch(text: str, at: int, start: int, after: str) -> bool:
    """Tell whether the straight mark here, after a digit, stands for inches: 6'2", a 5" pipe."""
    if at == start or not text[at - 1].isdigit():
        return False
    i = at - 1
    while i > start and text[i - 1].isdigit() and at - i < 4:
        i -= 1
    if i - 1 > start and text[i - 1] in "'’′" and text[i - 2].isdigit():
        return True
    # `a 5" pipe`: with nothing quoted before it in the paragraph, it cannot close.
    return after == " " and text.find('"', start, at) < 0
