"""Accounts to the names of persons, places and bodies in them, however they are spelled."""

from __future__ import annotations

from compare.names.bearers import differ, same_neighbours, together
from compare.names.likeness import near_pairs, one_edit, plain, plural, related
from compare.names.places import Names, Place, names_of
from compare.names.spellings import ALONE, SHORTEST, open_forms, two_spellings

__all__ = [
    "ALONE", "SHORTEST", "Names", "Place", "differ", "names_of", "near_pairs", "one_edit", "open_forms", "plain", "plural",
    "related", "same_neighbours", "together", "two_spellings",
]  # fmt: skip
