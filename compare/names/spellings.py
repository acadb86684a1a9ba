"""One account to the names that it spells in two ways."""

from __future__ import annotations

from functools import lru_cache

from compare.names.bearers import before_office, differ, same_neighbours, together
from compare.names.likeness import (
    letter_lost,
    near_pairs,
    one_edit,
    only_capitals_differ,
    plain,
    plural,
    related,
)
from compare.names.places import Names, Place
from compare.quotations.vocabulary import ORGANISATIONS, TITLES

SHORTEST, ALONE = 4, 6
"""Letters of the shortest name looked at; of one that no name stands beside."""

RARE = 2
"""A slip stands so often at most, where no name beside it tells that it is one."""

FREQUENT = 3
"""So often stands a short name of which a form that stands once is a slip."""


@lru_cache(maxsize=8)
def two_spellings(names: Names) -> tuple[tuple[Place, Place], ...]:
    """The first place of either spelling, the earlier one first, once a pair of spellings; found once."""
    pairs = [(a, b) for a, b in near_pairs(open_forms(names)) if _one_name(names, a, b)]
    first = [sorted((names.places[a][0], names.places[b][0])) for a, b in pairs]
    return tuple((earlier, later) for earlier, later in first)


@lru_cache(maxsize=8)
def open_forms(names: Names) -> tuple[str, ...]:
    """The forms of an account that are long enough, no title or office, and none of its words in small letters."""
    return tuple(
        form
        for form in names.places
        if len(form) >= SHORTEST
        and (low := form.casefold()) not in names.small
        and low not in TITLES
        and low not in ORGANISATIONS
        and not before_office(names, form)
    )


def _one_name(names: Names, a: str, b: str) -> bool:
    if plural(plain(a), plain(b)):
        return same_neighbours(names, a, names, b) is not None
    if related(a, b) or differ(names, a, names, b):
        return False
    if together(names, a, names, b):
        return True
    if _without_particle(a, b) or _without_particle(b, a):
        return True
    if not (names.likely(a) and names.likely(b)):
        return False
    if a.casefold() == b.casefold():
        return only_capitals_differ(a, b)
    if plain(a) == plain(b):
        return True
    return _slip(names, a, b)


def _slip(names: Names, a: str, b: str) -> bool:
    """Whether one of two long forms is a rare one beside the other; a short one stands once beside a frequent one."""
    counts = sorted((len(names.places[a]), len(names.places[b])))
    if a[0] != b[0] or not one_edit(a, b):
        return False
    if min(len(a), len(b)) >= ALONE:
        return counts[0] <= RARE
    return counts[0] == 1 and counts[1] >= FREQUENT and letter_lost(a, b)


def _without_particle(whole: str, bare: str) -> bool:
    """Whether a form is another without its O' or D'."""
    return whole[1:2] == "'" and whole[2:] == bare
