"""Linked sentences tell the same claim with something in it that cannot both be: where, who, with what, for what.

Example: one account has “a school in Norden and a clinic in Sulby”, the other “schools
in Norden and Sulby”. Or a mayor resigned in one, and was dismissed in the other.
As a note: what stands behind the same word and preposition in both (“in exchange
for …”, “met at …”) is something else, what "and" joins to the same thing ("nurses and doctors", "nurses
and porters"), or how far a deed went ("decided to close", "urged to close").

Not flagged: times and figures (date, number); what the other account tells as well;
the same thing in other words, as far as they share one; words that both accounts quote.

Known false alarms: one thing under two names ("the bureau", "the agency"); two
things that are both so (notes).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from compare.claims import Wording, linked_claims, wording_of
from compare.claims.frames import Frames
from compare.claims.lists import other_halves
from compare.claims.opposed import opposites
from compare.claims.shares import shares
from compare.claims.steps import STEPS, other_steps
from compare.claims.vocabulary import ALTERNATIVES
from compare.claims.wording import both_have
from compare.model import Alignment, Discrepancy, Link, Reading
from compare.slots import FIRM

SEVERITY = "warning"
SEVERITIES = SEVERITY, "note"

BESIDE, SHARED, COVER = 1, 3, 0.6
"""Content words that are the same on either side of two alternatives, around them, and their share there: for a warning."""

SOME = 2
"""So many of them, at least, for a note."""

_KIN = ALTERNATIVES["father"][0]
"""The class of relatives: two of them may both be told of, unless all around is the same."""


class Found(NamedTuple):
    """Words ``[a:b]`` of a sentence against ``[c:d]`` of another; the best comes first."""

    rank: tuple[int, ...]
    severity: str
    left: tuple[int, int, int]
    right: tuple[int, int, int]
    compared: str


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """The best of what each two linked sentences tell differently; each place once."""
    left, right = wording_of(alignment.left), wording_of(alignment.right)
    frames = Frames(left), Frames(right)
    found: list[Found] = []
    for link, i, j in linked_claims(alignment):
        found += sorted(_slots(left, i, right, j, link, frames), key=_rank)[:1]
    seen: set[tuple[int, int, int]] = set()
    for slot in sorted(found, key=_rank):
        places = {(0, *slot.left[:2]), (1, *slot.right[:2])}
        if not seen & places:
            seen |= places
            yield _discrepancy(left, right, slot)


def _rank(slot: Found) -> tuple[int, ...]:
    (i, a, _), (j, c, _) = slot.left, slot.right
    return *slot.rank, i + j, a + c, abs(i - j), abs(a - c)


def _slots(
    left: Wording, i: int, right: Wording, j: int, link: Link, frames: tuple[Frames, Frames]
) -> Iterator[Found]:
    a, b = left.words(i), right.words(j)
    ours, theirs = left.keys(i), right.keys(j)
    firm = link.relation in FIRM
    for s in shares(a, b) if "and" in theirs else ():
        yield Found((0,), SEVERITY, (i, s.a, s.b), (j, s.c, s.d), "")
    for s in shares(b, a) if "and" in ours else ():
        yield Found((0,), SEVERITY, (i, s.c, s.d), (j, s.a, s.b), "")
    for o in opposites(a, b, ALTERNATIVES) if both_have(ALTERNATIVES, ours, theirs) else ():
        if o.shared >= SOME and not (a[o.i].quoted and b[o.j].quoted):
            quoted = a[o.i].quoted or b[o.j].quoted
            sure = firm and not quoted and o.shared >= SHARED and min(o.before, o.behind) >= BESIDE and o.cover >= COVER
            if sure or ALTERNATIVES[a[o.i].key][0] != _KIN:
                yield Found((1,), SEVERITY if sure else "note", (i, o.i, o.i + 1), (j, o.j, o.j + 1), "")
    for step, other in other_steps(a, b) if both_have(STEPS, ours, theirs) else ():
        yield Found((2, 0), "note", (i, step.first, step.last + 1), (j, other.first, other.last + 1), "")
    for half, rest in other_halves(a, b) if firm and "and" in ours and "and" in theirs else ():
        told = [wording.content(n) for wording, n in ((right, j), (left, i))]
        new = [not {w.stem for w in words[p:q]} & t for words, (p, q), t in ((a, half, told[0]), (b, rest, told[1]))]
        if any(new) and not (a[half[0]].quoted and b[rest[0]].quoted):
            yield Found((2, 1), "note", (i, *half), (j, *rest), "")
    for f, g in frames[0].differing(i, frames[1], j):
        compared = left.shown(a[f.governor].start, a[f.preposition].end)
        rank = 3, f.distance + g.distance
        yield Found(rank, "note", (i, f.first, f.last), (j, g.first, g.last), compared)


def _discrepancy(left: Wording, right: Wording, slot: Found) -> Discrepancy:
    ours, theirs = _reading(left, *slot.left), _reading(right, *slot.right)
    behind = f", both after “{slot.compared}”" if slot.compared else ""
    message = (
        f"{left.account.label} has “{left.shown(ours.start, ours.end)}”, "
        f"{right.account.label} “{right.shown(theirs.start, theirs.end)}”{behind}."
    )
    return Discrepancy("conflict", slot.severity, message, (ours, theirs))


def _reading(wording: Wording, number: int, first: int, last: int) -> Reading:
    words = wording.words(number)
    return Reading(words[first].start, words[last - 1].end, wording.account.id, wording.context(number))
