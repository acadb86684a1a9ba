"""What holds for every text: nothing is lost, nothing overlaps, and no input takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Account, CompareError
from compare.reading import read_source, read_text

LINES = st.sampled_from(
    [
        "Home", "News | Sport | Weather", "Share this", "Read more: A headline", "By Jane Doe", "July 2, 2007", "12:30",
        "WASHINGTON (AP) — The minister said on Monday that the plan had been dropped for the time being.",
        "# Heading", "> quoted", "![x](y.png)", "- [a](b)", "---", "***", "```", "<!-- x", "[1]: http://a.example",
        "“It is over,” he said. “We go home.”", "Photo: Dan Ruiz", "Comments (3)", "Reply", "© 2009 The Post", "**bold**",
        "The two leaders agreed on Monday to meet again in the autumn, officials said.", "他说这是真的。", "  ", "\x0c",
        "Symbolbild Iran und Atomkraft und Raketen", "Opponents of the plan said:", "1. One", "See more", "\u2028x", "*a*",
    ]
)  # fmt: skip


def check(account: Account, text: str) -> None:
    spans = sorted([*account.paragraphs, *account.set_aside], key=lambda span: span.start)
    position = 0
    for span in spans:
        assert span.start >= position
        assert text[position : span.start].strip() == ""
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        position = span.end
    assert text[position:].strip() == ""


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=12),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
    st.booleans(),
)
def test_paragraphs_and_what_is_set_aside_cover_the_text(lines: list[str], gap: str, keep_all: bool) -> None:
    text = gap.join(lines)
    for source in ("a.txt", "a.md"):
        try:
            account = read_text(text, source, keep_all=keep_all)
        except CompareError:
            assert not keep_all or not text.strip()
            continue
        assert account.text is text
        assert account.paragraphs
        check(account, text)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_give_an_account_or_one_line(data: bytes) -> None:
    try:
        account = read_source("a", data=data)
    except CompareError as error:
        lines = str(error).count("\n")
    else:
        account.text.encode()
        check(account, account.text)
        lines = 0
    assert lines == 0


@pytest.mark.parametrize(
    "piece",
    ['"', "[", "](", "<!--", "```\n", "# ", "**", ". ", "By A ", "Home\n", "\n", " ", "A-", "12:30\n", "a: "],
)
@pytest.mark.parametrize("source", ["a.txt", "a.md"])
def test_repetition_takes_linear_time(piece: str, source: str) -> None:
    text = "The minister said on Monday that the plan was dead.\n\n" + piece * 30_000 + "x"
    start = time.process_time()
    read_text(text, source)
    assert time.process_time() - start < 10
