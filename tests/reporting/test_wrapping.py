"""Lines fit their width in columns, whatever the script, and lose no word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.reporting.wrapping import columns, padded, wrapped

WORDS = st.lists(st.text(st.sampled_from("aé“字橋한🌉ก"), min_size=1, max_size=30)).map(" ".join)


@settings(deadline=None)
@given(WORDS, st.integers(10, 60))
def test_lines_fit_and_nothing_is_lost(words: str, width: int) -> None:
    lines = wrapped(words, width)
    assert "".join("".join(lines).split()) == "".join(words.split())
    for line in lines:
        assert columns(line) <= width or " " not in line and "字" not in line and "橋" not in line


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("", 10, []),
        ("one two three", 8, ["one two", "three"]),
        ("a-very-long-word-indeed runs over", 10, ["a-very-long-word-indeed", "runs over"]),
        ("新桥于星期一上午通车", 8, ["新桥于星", "期一上午", "通车"]),
        ("The 新桥 is open", 9, ["The 新桥", "is open"]),
    ],
)
def test_where_lines_end(words: str, width: int, lines: list[str]) -> None:
    assert wrapped(words, width) == lines


def test_labels_stand_in_a_column() -> None:
    assert {columns(padded(label, 6)) for label in ("DW", "新桥", "")} == {6}
    assert padded("longer than that", 6) == "longer than that"
