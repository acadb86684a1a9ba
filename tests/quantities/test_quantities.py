"""Text to quantities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.dates import find_expressions
from compare.quantities import Quantity, find_quantities, relation
from compare.row import row_of
from compare.tokens import tokenize


def quantities(text: str) -> list[Quantity]:
    row = row_of(text, tokenize(text))
    return find_quantities(row, find_expressions(row))


FOUND = [
    ("It cost $8 billion.", "$8 billion", 8e9, 8e9, "exact", "$"),
    ("It cost 8 billion dollars.", "8 billion dollars", 8e9, 8e9, "exact", "$"),
    ("It cost £3m.", "£3m", 3e6, 3e6, "exact", "£"),
    ("It cost more than €1.1bn.", "more than €1.1bn", 1.1e9, 1.1e9, "over", "€"),
    ("It grew by 31.4 percent.", "31.4 percent", 31.4, 31.4, "exact", "%"),
    ("It grew by 40 per cent.", "40 per cent", 40, 40, "exact", "%"),
    ("It grew by 35%.", "35%", 35, 35, "exact", "%"),
    ("It grew by 2.5 percentage points.", "2.5 percentage points", 2.5, 2.5, "exact", "point"),
    ("He saw 44 people.", "44", 44, 44, "exact", ""),
    ("He saw 1,250 people.", "1,250", 1250, 1250, "exact", ""),
    ("He saw nearly 50 people.", "nearly 50", 50, 50, "under", ""),
    ("He saw at least six people.", "at least six", 6, 6, "over", ""),
    ("He saw no fewer than 6 people.", "no fewer than 6", 6, 6, "over", ""),
    ("He saw up to 30 people.", "up to 30", 30, 30, "under", ""),
    ("He saw twenty-five ships.", "twenty-five", 25, 25, "exact", ""),
    ("He saw two hundred and six ships.", "two hundred and six", 206, 206, "exact", ""),
    ("He saw half a million people.", "half a million", 5e5, 5e5, "exact", ""),
    ("He ate a dozen eggs.", "a dozen", 12, 12, "exact", ""),
    ("He ate two dozen eggs.", "two dozen", 24, 24, "exact", ""),
    ("They voted 221 to 214.", "221 to 214", 214, 221, "exact", "vote"),
    ("They passed it 51-49.", "51-49", 49, 51, "exact", "vote"),
    ("It takes 10 to 12 percent.", "10 to 12 percent", 10, 12, "exact", "%"),
    ("It costs $5-7 million.", "$5-7 million", 5e6, 7e6, "exact", "$"),
    ("It weighs between 5 and 7 tons.", "5 and 7 tons", 5, 7, "exact", "tonne"),
    ("A 51-year-old man left.", "51-year-old", 51, 51, "exact", "age"),
    ("The man, aged 43, left.", "43", 43, 43, "exact", "age"),
    ("Ann Dole, 43, left.", "43", 43, 43, "exact", "age"),
    ("It was her third term.", "third", 3, 3, "exact", "ordinal"),
    ("It was her 21st term.", "21st", 21, 21, "exact", "ordinal"),
    ("Half of voters left.", "Half", 50, 50, "exact", "%"),
    ("A quarter of voters left.", "A quarter", 25, 25, "exact", "%"),
    ("Three out of four voters left.", "Three out of four", 75, 75, "exact", "%"),
    ("It took three months.", "three months", 3, 3, "exact", "month"),
]  # fmt: skip

NONE = [
    "He left on July 2, 2007.",
    "He left at 3 p.m. on Monday.",
    "The 1990s were quiet.",
    "In 2007 it rained.",
    "Flight 370 was late.",
    "Section 230 was renewed.",
    "He lives at 12 Elm Street.",
    "Call 555-1234.",
    "They won 3-2.",
    "Since 9/11 it is closed.",
    "The G20 met.",
    "They bought S-400 missiles.",
    "One of them left, no one else.",
    "First, he left.",
    "Room 12 was shut.",
]

AMOUNTS = [
    ("44 people", "forty-four people", "same"),
    ("$1.5 million", "$1,500,000", "same"),
    ("about 50 people", "50 people", "same"),
    ("44 people", "47 people", "different"),
    ("nearly 50 people", "47 people", "rounding"),
    ("nearly 50 people", "53 people", "different"),
    ("more than 50 people", "53 people", "rounding"),
    ("more than 50 people", "nearly 50 people", "rounding"),
    ("$212 million", "$211,946,302", "rounding"),
    ("roughly $212 million", "$209 million", "different"),
    ("about a third of voters", "35 percent of voters", "rounding"),
    ("$2.6 billion", "$2.575 billion", "rounding"),
    ("40 people", "44 people", "different"),
    ("221 to 214 votes", "218 to 214 votes", "different"),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "sort", "unit"), FOUND)
def test_finds(text: str, words: str, low: float, high: float, sort: str, unit: str) -> None:
    (q,) = quantities(text)
    assert (text[q.start : q.end], pytest.approx(q.low), pytest.approx(q.high), q.sort, q.unit) == (words, low, high, sort, unit)


@pytest.mark.parametrize("text", NONE)
def test_finds_none(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(("one", "other", "expected"), AMOUNTS)
def test_relation(one: str, other: str, expected: str) -> None:
    (a,), (b,) = quantities(one), quantities(other)
    assert relation(a, b) == relation(b, a) == expected


PIECES = st.sampled_from(
    "a an one two three twenty half third thirds hundred million dozen 44 1,250 3.5 0 007 percent % $ £ - – to and "
    "of in out nearly about more than at least year old years aged , . 221 214 vote per cent 9/11 st th m bn 1e9 ½ ٣".split()
)


def test_many_numbers_in_a_row() -> None:
    """However many stand behind each other, the depth and the time are those of one; found by generated texts."""
    found = quantities("two hundred thousand " * 3000)
    assert len(found) == 3000 and {q.low for q in found} == {200_000.0}


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map(" ".join))
def test_any_text_gives_spans_in_order(text: str) -> None:
    end = 0
    for q in quantities(text):
        assert end <= q.start <= q.core.start < q.core.end <= q.end <= len(text)
        assert 0 <= q.low <= q.high and relation(q, q) == "same"
        end = q.end
