"""The same person, place or body is spelled differently in the two accounts, or a person is called differently.

Example: one account writes “Vincente Fox”, the other “Vicente Fox”. Or one has the
finance minister Ann Dole, the other the foreign minister Ann Dole; as a note: a
governor in one, a former governor in the other.

Not flagged: short forms, initials, titles, capitals, hyphens; what is made of a
name (Russia, Russian; Republican, Republicans); names that an account spells
both ways (inconsistent); words quoted by both (quotation-wording); likenesses
without a name beside them that is the same, or sentences that tell the same.
Between the very same words of linked sentences a letter lost, doubled, changed or
moved tells whatever else stands there.

Known false alarms: two members of one family, or two people of nearly one
name, of whom each account names one; two offices of one person, held one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from compare.model import Alignment, Discrepancy, Parallel, Reading, Span
from compare.names import (
    ALONE,
    SHORTEST,
    Names,
    Place,
    differ,
    names_of,
    near_pairs,
    one_edit,
    open_forms,
    plain,
    plural,
    related,
    same_neighbours,
    together,
    two_spellings,
)
from compare.names.slips import slips
from compare.names.two_roles import two_roles

SEVERITY = "warning"
SEVERITIES = SEVERITY, "note"

_Places = tuple[Place, Place]


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One discrepancy a pair of spellings, at the first places that show both to be one name."""
    ours, theirs = names_of(alignment.left), names_of(alignment.right)
    linked = {(i, j) for link in alignment.links for i in link.left for j in link.right}
    forms = [[form for form in open_forms(own) if form.casefold() not in other.small] for own, other in ((ours, theirs), (theirs, ours))]
    told = {frozenset(names.form(place) for place in pair) for names in (ours, theirs) for pair in two_spellings(names)}
    for a, b in near_pairs(*forms):
        strange = b.casefold() not in ours.keys, a.casefold() not in theirs.keys
        if not any(strange) or {a, b} in told:
            continue
        places = (_one_name if all(strange) else _slip)(ours, a, theirs, b, linked)
        if places and not _quoted_by_both(alignment.parallels, *places):
            told.add(frozenset((a, b)))
            yield _discrepancy(ours, theirs, *places)
    for places in slips(alignment):
        pair = frozenset((ours.form(places[0]), theirs.form(places[1])))
        likely = any(names.likely(form) for names in (ours, theirs) for form in pair if form in names.places)
        if pair not in told and (likely or not places[0].initial) and not _quoted_by_both(alignment.parallels, *places):
            told.add(pair)
            yield _discrepancy(ours, theirs, *places)
    yield from _roles(ours, theirs)


def _roles(ours: Names, theirs: Names) -> Iterator[Discrepancy]:
    """One discrepancy a person who is called differently; a note where both may be true, at two times."""
    for called in two_roles(ours, theirs):
        told, readings = [], []
        for names, role in ((ours, called.left), (theirs, called.right)):
            sentence = names.account.sentences[role.sentence]
            told.append(f"{names.account.label} calls {called.surname} “{' '.join(names.account.text[role.start : role.end].split())}”")
            readings.append(Reading(role.start, role.end, names.account.id, Span(sentence.start, sentence.end)))
        message = f"{told[0]}, {told[1].replace(f' calls {called.surname}', '')}."
        yield Discrepancy("name", SEVERITY if called.sure else "note", message, tuple(readings))


def _slip(ours: Names, a: str, theirs: Names, b: str, linked: set[tuple[int, int]]) -> _Places | None:
    """Where two near-forms, one of which both accounts have, stand in the same words."""
    if plural(plain(a), plain(b)) or related(a, b) or differ(ours, a, theirs, b):
        return None
    for p, q in product(ours.places[a], theirs.places[b]):
        if (p.sentence, q.sentence) in linked and _in_the_same_words(ours, p, theirs, q):
            return p, q
    return None


def _one_name(ours: Names, a: str, theirs: Names, b: str, linked: set[tuple[int, int]]) -> _Places | None:
    """Where two near-forms show themselves to be one name; None where they do not."""
    if plural(plain(a), plain(b)):
        return same_neighbours(ours, a, theirs, b)
    if related(a, b) or differ(ours, a, theirs, b):
        return None
    beside = together(ours, a, theirs, b)
    if beside:
        return beside
    alike = plain(a) == plain(b) or a[0] == b[0] and one_edit(a, b) and min(len(a), len(b)) >= ALONE
    firm = alike and ours.likely(a) and theirs.likely(b)
    for p, q in product(ours.places[a], theirs.places[b]):
        if (p.sentence, q.sentence) in linked and (firm or _in_the_same_words(ours, p, theirs, q)):
            return p, q
    return None


def _in_the_same_words(ours: Names, p: Place, theirs: Names, q: Place) -> bool:
    """Whether the same words stand before and behind two places; a name of four letters must begin and end alike."""
    here, there = ours.around(p), theirs.around(q)
    if here != there or not any(len(w) > 3 for w in here):
        return False
    x, y = ours.account.text[p.start : p.end], theirs.account.text[q.start : q.end]
    return min(len(x), len(y)) > SHORTEST or (x[0] == y[0] and x[-1] == y[-1])


def _quoted_by_both(parallels: tuple[Parallel, ...], p: Place, q: Place) -> bool:
    """Whether both places stand in words that are compared as one utterance."""
    for parallel in parallels:
        a, b, c, d = parallel.stretch
        left, right = parallel.left.words[a:b], parallel.right.words[c:d]
        if any(start <= p.start < end for start, end, _ in left) and any(start <= q.start < end for start, end, _ in right):
            return True
    return False


def _discrepancy(ours: Names, theirs: Names, p: Place, q: Place) -> Discrepancy:
    message = f"{ours.account.label} writes “{ours.shown(p)}”, {theirs.account.label} “{theirs.shown(q)}”."
    return Discrepancy("name", SEVERITY, message, (ours.reading(p), theirs.reading(q)))
