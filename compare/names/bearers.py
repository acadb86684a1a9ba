"""Two forms of names to whether one bearer has both: what stands beside them tells."""

from __future__ import annotations

from collections.abc import Iterable

from compare.names.places import Names, Place
from compare.quotations.vocabulary import ORGANISATIONS, TITLES


def differ(ours: Names, a: str, theirs: Names, b: str) -> bool:
    """Whether two forms must be of two bearers: other first names, other surnames, or one first and one last."""
    (before_a, after_a), (before_b, after_b) = _persons(ours, a), _persons(theirs, b)
    if (before_a & before_b) or (after_a & after_b):
        return False
    if before_a and before_b or after_a and after_b:
        return True
    return bool(before_a and after_b and not after_a or before_b and after_a and not after_b)


def together(ours: Names, a: str, theirs: Names, b: str) -> tuple[Place, Place] | None:
    """The first places at which one capitalised word, no title, stands before both forms, or behind both."""
    before = _persons(ours, a)[0] & _persons(theirs, b)[0]
    after = _persons(ours, a)[1] & _persons(theirs, b)[1]
    if not before and not after:
        return None

    def first(places: Iterable[Place]) -> Place:
        return next(p for p in places if p.before.casefold() in before or p.after.casefold() in after)

    return first(ours.places[a]), first(theirs.places[b])


def same_neighbours(ours: Names, a: str, theirs: Names, b: str) -> tuple[Place, Place] | None:
    """The first places at which two forms stand between the same two capitalised words."""
    around = {(p.before.casefold(), p.after.casefold()): p for p in reversed(theirs.places[b]) if p.before and p.after}
    for place in ours.places[a]:
        other = around.get((place.before.casefold(), place.after.casefold()))
        if other:
            return place, other
    return None


def _persons(names: Names, form: str) -> tuple[set[str], set[str]]:
    """What stands before and behind a form, titles and offices left out."""
    before, after = names.beside(form)
    return {w for w in before if not _office(w)}, {w for w in after if not _office(w)}


def _office(word: str) -> bool:
    return word in TITLES or word.removesuffix("s") in TITLES or word in ORGANISATIONS


def before_office(names: Names, form: str) -> bool:
    """Whether a form says which office is meant: Majority Leader, Foreign Minister."""
    return not TITLES.keys().isdisjoint(names.beside(form)[1])
