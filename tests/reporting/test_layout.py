"""JSON in pieces: what comes out is what went in, pleasant to read, and safe to print."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.reporting.layout import Blocks, Fields, Rows, encoded, pieces
from compare.reporting.visible import HIDDEN

TEXTS = st.text(st.characters(categories=["Cc", "Cf", "Cs", "L", "Nd", "P", "Zs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8
)  # fmt: skip


def written(value: Any) -> str:
    return "".join(pieces(value))


@settings(deadline=None)
@given(VALUES)
def test_what_goes_in_comes_out(value: Any) -> None:
    objects = [{"a": value}, {"b": [value]}]
    for shape, plain in (
        (value, value),
        (Rows([value, value]), [value, value]),
        (Blocks(iter(objects)), objects),
        (Fields({"x": Rows(iter([value])), "y": [Fields({"z": value})]}), {"x": [value], "y": [{"z": value}]}),
    ):
        text = written(shape)
        assert json.loads(text.encode()) == plain
        assert not HIDDEN.search(text)
    assert "\n" not in encoded(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fields({}), "{}"),
        (Rows([]), "[]"),
        (Blocks([]), "[]"),
        (Fields({"a": Rows([]), "b": []}), '{\n "a": [],\n "b": []\n}'),
        (Fields({"a": Rows([{"x": 1}, {"x": 2}])}), '{\n "a": [\n  {"x":1},\n  {"x":2}\n ]\n}'),
        (Fields({"a": Blocks([{"x": [1]}])}), '{\n "a": [\n  {\n   "x": [\n    1\n   ]\n  }\n ]\n}'),
        (Fields({"a": [Fields({"x": "“é”"})]}), '{\n "a": [\n  {\n   "x": "“é”"\n  }\n ]\n}'),
    ],
)
def test_how_it_looks(value: Any, text: str) -> None:
    assert written(value) == text


@pytest.mark.parametrize("shape", [Rows, Blocks])
def test_long_arrays_hold_together(shape: Any) -> None:
    items = [{"k": number, "t": "\ud800" if number == 1500 else "x"} for number in range(2500)]
    assert json.loads(written(shape(iter(items)))) == items


@pytest.mark.parametrize(
    ("char", "escape"), [("\u202e", "\\u202e"), ("\ud800", "\\ud800"), ("\x7f", "\\u007f"), ("\U000e0041", "\\udb40\\udc41")]
)
def test_what_steers_is_escaped(char: str, escape: str) -> None:
    assert encoded(f"a{char}") == f'"a{escape}"'
