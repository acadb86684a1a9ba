"""The lists of words that exclude one another: written as words are compared."""

from __future__ import annotations

import pytest

from compare import slips
from compare.claims import opposed, shares, speakers, vocabulary
from compare.tokens import fold

LISTS = {
    f"{module.__name__}.{name}": words
    for module in (vocabulary, opposed, shares, speakers, slips)
    for name, words in vars(module).items()
    if isinstance(words, dict | frozenset) and not name.startswith("__") and name not in ("FUNCTION_WORDS", "MENTAL") and all(isinstance(word, str) for word in words)
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_words_stand_in_their_folded_form(name: str) -> None:
    assert {word: fold(word) for word in LISTS[name] if fold(word) != word} == {}


@pytest.mark.parametrize("name", ["OPPOSITES", "ALTERNATIVES"])
def test_a_class_has_two_sides_at_least(name: str) -> None:
    sides: dict[int, set[int]] = {}
    for number, side in vars(vocabulary)[name].values():
        sides.setdefault(number, set()).add(side)
    assert all(len(held) > 1 for held in sides.values())
