"""What else the words around a number say of it: the dead or the hurt, a part or the total, a rate."""

from __future__ import annotations

from compare.dates.vocabulary import SPANS
from compare.row import Row

_DEAD = frozenset(
    "dead died die dies dying death deaths kill killed kills killing killings fatality fatalities lives slain "
    "murdered perished drowned".split()
)
_HURT = frozenset("injured injuries injuring injury wounded wounding wounds hurt hospitalized".split())
_PART = frozenset("another additional including further more".split())
_TOTAL = frozenset("total altogether combined overall".split())

_MARKING = _DEAD | _HURT | _PART | _TOTAL | SPANS.keys() | {"other", "others", "of"}
"""Words without which nothing more is said of a number."""

_UNMARKED = frozenset[str]()

BEFORE, BEHIND = 3, 5
"""Words to each side that are looked at."""

RATE = 4
"""Words behind among which a rate begins: 40 sacks of flour a day."""


def read_marks(row: Row, first: int, behind: int, counted: bool = True) -> frozenset[str]:
    """Marks of the number from word ``first`` up to ``behind``; those with other marks count other things.

    "40 tonnes of grain" is no part of grain: only what is ``counted``, and has no unit, is.
    """
    if _MARKING.isdisjoint(row.keys[max(0, first - BEFORE) : behind + BEHIND]):
        return _UNMARKED
    marks = set()
    casualty = _nearest(row, first, behind)
    if casualty:
        marks.add(casualty)
    near = [row.keys[k] for k in (*range(first - 2, first), *range(behind, behind + 2))]
    if any(key in _PART for key in near[1:3]) or row.keys[behind] in ("other", "others") or counted and row.keys[behind] == "of":
        marks.add("part")
    if any(key in _TOTAL for key in near):
        marks.add("total")
    for k in range(behind, behind + RATE):
        if k > behind and not row.joined(k - 1, ("", "-")):
            break
        if row.keys[k] in ("a", "an", "per", "each", "every") and (span := SPANS.get(row.keys[k + 1])):
            if row.keys[k + 2] not in ("after", "before", "later", "earlier", "ago", "of"):
                marks.add(f"per {span}")
            break
    return frozenset(marks)


def _nearest(row: Row, first: int, behind: int) -> str:
    """``dead`` or ``hurt``, whichever the nearest word says; words behind count before those in front."""
    for k in range(behind, min(behind + BEHIND, len(row))):
        if k > behind and not row.joined(k - 1, ("", "-")):
            break
        if row.keys[k] in _DEAD or row.keys[k] in _HURT:
            return "dead" if row.keys[k] in _DEAD else "hurt"
    for k in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        if row.keys[k] in _DEAD or row.keys[k] in _HURT:
            return "dead" if row.keys[k] in _DEAD else "hurt"
        if not row.joined(k - 1):
            break
    return ""
