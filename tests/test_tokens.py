"""Words and their folded forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.tokens import fold, keys, stem, tokenize

SAME = [
    ("U.S.", "US"), ("U.S.A.", "USA"), ("U.N.", "UN"), ("colour", "color"), ("labour", "labor"), ("organise", "organize"),
    ("organisation", "organization"), ("analyse", "analyze"), ("centre", "center"), ("theatre", "theater"),
    ("defence", "defense"), ("travelled", "traveled"), ("cancelled", "canceled"), ("dialogue", "dialog"),
    ("programme", "program"), ("O.K.", "okay"), ("OK", "okay"), ("&", "and"), ("don’t", "don't"), ("Putin", "PUTIN"),
    ("percent", "%"), ("three", "3"), ("twelve", "12"), ("second", "2nd"), ("1,000", "1000"), ("towards", "toward"),
    ("grey", "gray"), ("neighbours", "neighbors"), ("favourite", "favorite"), ("whilst", "while"), ("Gen", "General"), ("Sen", "Senator"), ("Sept", "September"),
]  # fmt: skip

DIFFERENT = [
    ("innovate", "innovative"), ("gradual", "great"), ("us", "US"), ("hour", "hours"), ("four", "for"), ("I'd", "I"),
    ("Peña", "Pena"), ("1,000", "1,001"), ("3.5", "35"), ("sour", "sore"), ("prize", "price"), ("tour", "tore"),
    ("advice", "advise"), ("10:30", "1030"), ("2007", "2008"), ("it", "It's"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), SAME)
def test_never_a_difference(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_a_difference(a: str, b: str) -> None:
    assert fold(a) != fold(b)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the U.S.-Russian talks", ["the", "u.s.", "russian", "talks"]),
        ("world-class", ["world", "class"]),
        ("3 p.m. Monday", ["3", "p.m.", "monday"]),
        ("$1,250.50, or 35.7%", ["1250.50", "or", "35.7", "%"]),
        ("“I’m—well…”", ["i'm", "well"]),
        ("f***ing wall", ["f***ing", "wall"]),
        ("f---ing wall", ["f***ing", "wall"]),
        ("so he went--but why", ["so", "he", "went", "but", "why"]),
        ("Bush’s home", ["bush's", "home"]),
        ("普京说", ["普", "京", "说"]),
        ("", []),
        (" \n\t—…!", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert keys(text) == words


@given(st.text(), st.integers(0, 20), st.integers(0, 40))
def test_tokens_quote_their_text(text: str, start: int, size: int) -> None:
    tokens = tokenize(text, start, start + size)
    assert all(token.key == fold(text[token.start : token.end]) for token in tokens)
    assert all(start <= token.start < token.end <= max(start, min(len(text), start + size)) for token in tokens)
    assert all(a.end <= b.start for a, b in zip(tokens, tokens[1:], strict=False))


@pytest.mark.parametrize(("a", "b"), [("attack", "attacks"), ("attack", "attacked"), ("Putin", "Putin's")])
def test_one_stem(a: str, b: str) -> None:
    assert stem(fold(a)) == stem(fold(b))
