from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Span
from compare.reporting.segments import Mark, clipped, cut
from compare.reporting.visible import visible

TEXT = "one two three"

CASES = [
    ([], [("plain", TEXT)]),
    ([(4, 7, "error")], [("plain", "one "), ("error", "two"), ("plain", " three")]),
    ([(0, 13, "error")], [("error", TEXT)]),
    ([(3, 3, "note")], [("plain", "one"), ("gap note", ""), ("plain", " two three")]),
    ([(13, 13, "error")], [("plain", TEXT), ("gap error", "")]),
    ([(4, 7, "error"), (0, 13, "edit")], [("edit", "one "), ("error", "two"), ("edit", " three")]),
    ([(0, 13, "error"), (4, 7, "edit")], [("error", TEXT)]),
    ([(0, 5, "error"), (3, 9, "edit")], [("error", "one t"), ("edit", "wo t"), ("plain", "hree")]),
]


@pytest.mark.parametrize(("marks", "expected"), CASES)
def test_cut(marks: list[tuple[int, int, str]], expected: list[tuple[str, str]]) -> None:
    segments = cut(TEXT, Span(0, len(TEXT)), [Mark(*mark) for mark in marks])
    assert [(segment.kind, segment.text) for segment in segments] == expected


def test_only_the_span_is_cut() -> None:
    segments = cut(TEXT, Span(4, 9), [Mark(0, 5, "error"), Mark(8, 13, "note"), Mark(0, 2, "warning")])
    assert [(segment.kind, segment.text) for segment in segments] == [
        ("error", "t"),
        ("plain", "wo "),
        ("note", "t"),
    ]


MARKS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["error", "edit"])), max_size=8
)


@given(st.text(st.sampled_from("ab \r\n\x1b\u202e"), max_size=40), MARKS)
def test_segments_rebuild_the_text(text: str, marks: list[tuple[int, int, str]]) -> None:
    whole = Span(0, len(text))
    segments = cut(text, whole, [Mark(min(a, b), max(a, b), kind) for a, b, kind in marks])
    joined = "".join(segment.text for segment in segments)
    assert joined.replace("\n", "") == visible(text).replace("\n", "")


@given(
    st.integers(0, 9),
    st.integers(0, 9),
    st.lists(st.tuples(st.integers(0, 15), st.integers(0, 3)), min_size=1, max_size=4),
)
def test_marks_apart_are_cut_as_marks_that_overlap(
    start: int, length: int, marks: list[tuple[int, int]]
) -> None:
    text, span = "abcdefghijklmnopqrstuvwxyz", Span(start, start + length)
    given_marks = [Mark(at, at + wide, f"k{number}") for number, (at, wide) in enumerate(marks)]
    over_all = Mark(0, len(text), "plain")
    assert cut(text, span, given_marks) == cut(text, span, [*given_marks, over_all, over_all])


def test_marks_are_linear_in_their_number() -> None:
    text = "word " * 40_000
    marks = [Mark(5 * n, 5 * n + 4, "edit") for n in range(40_000)]
    assert len(cut(text, Span(0, len(text)), marks)) == 80_000


def test_a_long_context_is_clipped_around_what_it_is_about() -> None:
    text = "far " * 5000 + "HERE" + " away" * 5000
    at = text.index("HERE")
    words = "".join(
        s.text for s in clipped(text, Span(0, len(text)), Span(at, at + 4), [Mark(at, at + 4, "error")])
    )
    assert words.startswith("… far") and words.endswith("away …") and "HERE" in words
    assert len(words) < 1000
    assert "".join(s.text for s in clipped(text, Span(0, len(text)), Span(0, len(text)), ())).endswith("…")
