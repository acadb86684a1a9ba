from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.reporting.visible import HIDDEN, inert, one_line, visible

CASES = [
    ("plain", "plain"),
    ("a\tb\nc", "a\tb\nc"),
    ("a\r\nb\rc", "a\nb\nc"),
    ("\x1b[31mred", "␛[31mred"),
    ("nul\x00", "nul␀"),
    ("\x7f", "␡"),
    ("a\u202eb", "a⟨U+202E⟩b"),
    ("\x9b1m", "⟨U+009B⟩1m"),
    ("\ud800", "⟨U+D800⟩"),
    ("\U000e0041", "⟨U+E0041⟩"),
    ("zero\u200bwidth, join\u200der, soft\u00adhyphen", "zero\u200bwidth, join\u200der, soft\u00adhyphen"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "L", "Zs"])))
def test_nothing_hidden_is_left_and_it_can_be_written(text: str) -> None:
    shown = visible(text)
    assert not HIDDEN.search(shown)
    assert visible(shown) == shown
    shown.encode()
    assert "\n" not in one_line(text)


def test_what_is_hidden_is_never_printable() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert not any(map(str.isprintable, HIDDEN.findall(every)))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", "\\::error::x"),
        ("  ::error::x", "  \\::error::x"),
        ("a ::error::x", "a ::error::x"),
        ("##[error]x", "#\\#[error]x"),
        ("so ##vso[task.x]", "so #\\#vso[task.x]"),
        ("# heading ## [x]", "# heading ## [x]"),
        ("\x1b[1m::x", "\x1b[1m\\::x"),
    ],
)
def test_no_line_is_a_command(line: str, shown: str) -> None:
    assert inert(line) == shown
