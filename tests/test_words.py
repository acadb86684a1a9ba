"""Word edits: they rebuild both texts, are as few as can be, and are readable."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.words import differing_runs, merge_islands, word_edits

words = st.lists(st.sampled_from("a b c d e the , - Putin’s 12".split()), max_size=25)
texts = st.one_of(words.map(" ".join), st.text(max_size=60))


@given(texts, texts)
def test_edits_rebuild_both_texts(left: str, right: str) -> None:
    edits = word_edits(left, right)
    assert "".join(left[e.left_start : e.left_end] for e in edits) == left
    assert "".join(right[e.right_start : e.right_end] for e in edits) == right


@given(texts)
def test_a_text_against_itself_is_equal(text: str) -> None:
    assert all(e.op == "equal" for e in word_edits(text, text))


@given(words, words)
def test_runs_rebuild_and_are_never_longer_than_difflibs(left: list[str], right: list[str]) -> None:
    runs = differing_runs(left, right)
    rebuilt, at = [], 0
    for a, b, c, d in runs:
        rebuilt += left[at:a] + right[c:d]
        at = b
    assert rebuilt + left[at:] == right
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    theirs = sum(b - a + d - c for op, a, b, c, d in codes if op != "equal")
    assert sum(b - a + d - c for a, b, c, d in runs) <= theirs


def test_more_words_than_a_byte_can_number() -> None:
    left = [f"w{k}" for k in range(3000)]
    assert differing_runs(left, left[:1500] + ["new"] + left[1500:]) == [(1500, 1500, 1500, 1501)]


@pytest.mark.parametrize(
    ("left", "right", "changes"),
    [
        ("lead to a great deal of development of ties", "lead to a gradual development of ties", [("great deal of", "gradual")]),
        ("Such cooperation, I believe", "That cooperation, I believe", [("Such", "That")]),
        ("“It’s very sincere”", '"It\'s very sincere"', []),
        ("He said it — twice", "He said it, twice.", []),
        ("the colour of money", "The color of money", []),
        ("we shall pay", "we shall not pay", [("", "not")]),
        ("we shall not pay", "we shall pay", [("not", "")]),
        ("one two three", "uno dos tres", [("one two three", "uno dos tres")]),
        ("", "all new", [("", "all new")]),
        ("a quick x brown y fox ran home today", "a quick p brown q fox ran home today", [("x brown y", "p brown q")]),
    ],
)
def test_what_a_reader_sees_as_changed(left: str, right: str, changes: list[tuple[str, str]]) -> None:
    edits = [e for e in word_edits(left, right) if e.op != "equal"]
    assert [(left[e.left_start : e.left_end], right[e.right_start : e.right_end]) for e in edits] == changes
    names = {(True, True): "replace", (True, False): "delete", (False, True): "insert"}
    assert all(e.op == names[e.left_end > e.left_start, e.right_end > e.right_start] for e in edits)


def test_islands_shorter_than_what_surrounds_them_are_closed() -> None:
    assert merge_islands([(0, 2, 0, 2), (3, 5, 3, 5)]) == [(0, 5, 0, 5)]
    assert merge_islands([(0, 1, 0, 1), (6, 7, 6, 7)]) == [(0, 1, 0, 1), (6, 7, 6, 7)]
