"""The words of a text in a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.row import BEYOND, row_of
from compare.tokens import tokenize

TEXT = "Anna's 2 cats, twenty mice"


def test_a_row_has_what_its_words_are() -> None:
    row = row_of(TEXT, tokenize(TEXT))
    assert row.keys[: len(row)] == ["anna", "2", "cats", "20", "mice"]
    assert row.gaps[: len(row) - 1] == [" ", " ", ", ", " "]
    assert row.numbers == [1, 3] and [k for k in range(len(row)) if row.digit(k)] == [1]
    assert row.cased(0) and not row.cased(2)
    assert row.number(3, 1, 99) == 20 and row.figure(3, 1, 99) is None
    assert row.joined(1) and not row.joined(2) and row.joined(2, ("", ","))
    assert list(row.tokens) == tokenize(TEXT)


@given(st.text(alphabet="a 1,.'s", max_size=20))
def test_beyond_its_ends_a_row_has_nothing(text: str) -> None:
    row = row_of(text, tokenize(text))
    for k in (*range(-BEYOND, 0), *range(len(row), len(row) + BEYOND)):
        assert row.keys[k] == "" and row.gaps[k] == "\0"
        assert not (row.digit(k) or row.cased(k) or row.joined(k)) and row.number(k, 0, 9999) is None
