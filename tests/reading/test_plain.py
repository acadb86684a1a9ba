"""Plain text to blocks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.reading.plain import find_blocks


def read(text: str) -> list[str]:
    return [text[block.start : block.end] for block in find_blocks(text)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\n\nTwo.\n", ["One.", "Two."]),
        ("One.\nTwo.\n", ["One.", "Two."]),
        ("  One.  \r\n\r\n\r\n\tTwo.", ["One.", "Two."]),
        ("One.\x0cTwo.\u2028Three.", ["One.", "Two.", "Three."]),
        ("Home\nNews\nSport", ["Home", "News", "Sport"]),
        ("- one thing\n- and two\n- or three", ["- one thing", "- and two", "- or three"]),
        (
            "The note says that he regularly\nincites\nviolence and more.",
            ["The note says that he regularly\nincites\nviolence and more."],
        ),
        ("", []),
        (" \n \n", []),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert read(text) == blocks


WRAPPED = """A strong earthquake shook the capital early Monday, cracking
walls and sending thousands of people into the streets, but
officials said that there were no reports of deaths.
The Quake, as the papers call it, struck at 4:12 a.m. and was
felt as far away as the border.
  Schools will stay closed, and the Minister of Health told a
News conference that hospitals had treated 37 people for cuts.
"""


def test_hard_wrapped_lines_are_joined() -> None:
    starts = [block.split()[:2] for block in read(WRAPPED)]
    assert starts == [["A", "strong"], ["The", "Quake,"], ["Schools", "will"]]


def test_short_lines_in_wrapped_text_stay_apart() -> None:
    text = "By Anna Lind\nStaff Writer\n\n" + WRAPPED
    assert read(text)[:2] == ["By Anna Lind", "Staff Writer"]


def test_gaps_are_counted() -> None:
    assert [block.gap for block in find_blocks("\n\na\nb\n\nc\r\n\r\n\r\nd")] == [0, 0, 1, 2]


@given(st.text(alphabet=st.sampled_from("aB1.,- \n\r\t\x0c\u2028\xa0é字“*")))
def test_blocks_hold_everything_but_white_space_in_order(text: str) -> None:
    blocks = find_blocks(text)
    assert "".join("".join(text[b.start : b.end].split()) for b in blocks) == "".join(text.split())
    for block in blocks:
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
    assert all(a.end <= b.start for a, b in pairwise(blocks))


@pytest.mark.parametrize("end", ["\r\n", "\r", "\r\r\n", "\u2028", "\x85"])
def test_any_line_end_gives_the_same_blocks(end: str) -> None:
    text = "A Title\n\n" + WRAPPED + "\nOne more.\n\nAnd one.\n"
    same = [block.replace("\n", end) for block in read(text)]
    assert read(text.replace("\n", end)) == same


def test_mixed_line_ends() -> None:
    text = "One.\r\n\r\nTwo is here.\n\nThree is here.\r\rFour.\r\r\nFive."
    assert read(text) == ["One.", "Two is here.", "Three is here.", "Four.", "Five."]
