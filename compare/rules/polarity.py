"""One account affirms what the other denies, or has the opposite word in its place.

Example: one account has prices rise by three percent, the other has them fall by
three percent; or one has a minister sign a paper that he did not sign in the other. As a note: one says “may”, the other “will”.

Not flagged: halves of a denial (not only, not yet, not until); what is told as
possible or wished; words that both accounts quote (quotation-wording); a
sentence that the other account has word for word.

Known false alarms: two steps of one story (a bill rejected first, and accepted later).
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain, repeat

from compare.claims import Wording, linked_claims, wording_of
from compare.claims.opposed import Opposed, denials, modals, opposites
from compare.claims.vocabulary import MODALS, NEGATIONS, OPPOSITES, REFUSALS
from compare.claims.wording import both_have
from compare.model import Alignment, Discrepancy, Link, Reading
from compare.slots import FIRM

SEVERITY = "error"
SEVERITIES = SEVERITY, "note"

BESIDE, SHARED = 1, 3
"""Content words that are the same before the word, and behind it; around it at all: for an error."""

COVER = 0.6
"""Their share of the content words around, on the side that has fewer, for an error."""

SOME = 2
"""So many of them, at least, for a note."""

_WITH_NOUNS = frozenset("no without nobody nothing none neither nor".split())
"""Negations of nouns."""

_DENYING = NEGATIONS | REFUSALS


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One discrepancy a word that linked sentences contradict each other in, the surest first; each word once."""
    left, right = wording_of(alignment.left), wording_of(alignment.right)
    found: list[tuple[bool, Opposed, int, int, Link]] = []
    for link, i, j in linked_claims(alignment):
        if not _may_contradict(left.keys(i), right.keys(j)):
            continue
        a, b = left.words(i), right.words(j)
        firm = chain(denials(a, b), opposites(a, b, OPPOSITES))
        for o, may in chain(zip(firm, repeat(False), strict=False), zip(modals(a, b), repeat(True), strict=False)):
            verb = link.relation in FIRM and {a[o.first_left].key, b[o.first_right].key}.isdisjoint(_WITH_NOUNS)
            if _perhaps(o, verb) and not (a[o.i].quoted and b[o.j].quoted):
                quoted = a[o.i].quoted or b[o.j].quoted
                found.append((_sure(o, link) and not quoted and not may, o, i, j, link))
    found.sort(key=lambda f: (-f[0], -f[1].shared, f[2] + f[3], f[1].i + f[1].j, abs(f[2] - f[3]), abs(f[1].i - f[1].j)))
    seen: set[tuple[int, int, int]] = set()
    for sure, o, i, j, _ in found:
        places = {(0, i, o.i), (1, j, o.j), (0, i, o.first_left), (1, j, o.first_right)}
        if not seen & places:
            seen |= places
            yield _discrepancy(left, i, right, j, o, SEVERITY if sure else "note")


def _may_contradict(left: Set[str], right: Set[str]) -> bool:
    """Whether two sentences have words without which nothing is found: one that denies, or two of one sort."""
    denies = not (_DENYING.isdisjoint(left) and _DENYING.isdisjoint(right))
    return denies or both_have(OPPOSITES, left, right) or both_have(MODALS, left, right)


def _perhaps(o: Opposed, verb: bool) -> bool:
    """Whether two words may be told of one thing; what is denied of a noun ("no lifeboats") needs more for it."""
    return verb and o.shared >= SOME or o.shared >= SHARED or (o.shared >= SOME and min(o.before, o.behind) >= BESIDE)


def _sure(o: Opposed, link: Link) -> bool:
    if link.relation not in FIRM or min(o.before, o.behind) < BESIDE:
        return False
    return o.cover == 1 or (o.shared >= SHARED and o.cover >= COVER)


def _discrepancy(left: Wording, i: int, right: Wording, j: int, o: Opposed, severity: str) -> Discrepancy:
    ours, theirs = _reading(left, i, o.first_left, o.i), _reading(right, j, o.first_right, o.j)
    message = (
        f"{left.account.label} has “{left.shown(ours.start, ours.end)}”, "
        f"{right.account.label} “{right.shown(theirs.start, theirs.end)}”."
    )
    return Discrepancy("polarity", severity, message, (ours, theirs))


def _reading(wording: Wording, number: int, first: int, last: int) -> Reading:
    words = wording.words(number)
    return Reading(words[first].start, words[last].end, wording.account.id, wording.context(number))
