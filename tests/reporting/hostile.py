"""Comparisons of sources that try to break out of a report."""

from __future__ import annotations

from hypothesis import strategies as st

from compare.model import (
    Acceptance,
    Account,
    Alignment,
    Comparison,
    Discrepancy,
    Link,
    Quotation,
    Reading,
    Sentence,
    SetAside,
    Span,
)

NASTY = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style>", "</title>", "]]>", "<!--", "-->", "<?xml", "&lt;b&gt;", "&#60;",
    '"', "'", "`", "```", "~~~", "|", "\\", "*", "**", "_", "# ", "- ", "1. ", "> ", "$x$", "{{7*7}}", "{0}", "{% raw %}", "\t", "    ",
    "[a](javascript:alert(1))", "![a](http://x.example/a.png)", "<http://x.example>", "http://x.example/", "www.x.example", "@everyone", "#1", "!1",
    "\n", "\r", "\r\n", "\n\n", "\n::error::x", "::add-mask::x", "%0A::error::x", "##[error]x", "##vso[task.x]y", ",", ":", "%", "%0D",
    "\x00", "\x07", "\x1b[31m", "\x1b]0;x\x07", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\u200f", "\ufeff", "\ufffe", "\ud800", "\udfff", "\U000e0041",
    "a", "word ", " ", "é", "字", "🌉",
)  # fmt: skip

WORDS = st.lists(st.sampled_from(NASTY), max_size=12).map("".join)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Two or three accounts, with a discrepancy about anything in them, all words hostile."""
    accounts = tuple(draw(_account(f"id{number}")) for number in range(draw(st.integers(2, 3))))
    found = tuple(draw(st.lists(_discrepancy(accounts), max_size=3)))
    ranked = sorted(found, key=lambda each: ("error", "warning", "note").index(each.severity))
    links = (Link((0,), (0,), "overlap", 0.5, (draw(WORDS),)),)
    return Comparison(accounts, (Alignment(accounts[0], accounts[1], links),), tuple(ranked), draw(st.none() | WORDS))


@st.composite
def _account(draw: st.DrawFn, name: str) -> Account:
    first, second, aside = draw(WORDS), draw(WORDS), draw(WORDS)
    text = f"x{first}x{second}{aside}"
    middle, end = 2 + len(first), 2 + len(first) + len(second)
    return Account(
        name, draw(WORDS), draw(WORDS) or "-", "0" * 64, text, draw(st.none() | WORDS), draw(st.none() | WORDS),
        publisher=draw(st.none() | WORDS), published=draw(st.none() | WORDS),
        sentences=(Sentence(0, middle, 0), Sentence(middle, end, 1)),
        set_aside=(SetAside(end, len(text), draw(WORDS)),),
        quotations=(Quotation(1, middle, draw(st.none() | WORDS), Span(0, 1), draw(WORDS)),),
        notices=tuple(draw(st.lists(WORDS, max_size=1))), extracted=draw(st.booleans()),
    )  # fmt: skip


def _reading(accounts: tuple[Account, ...]) -> st.SearchStrategy[Reading]:
    def of(account: Account) -> st.SearchStrategy[Reading]:
        edges = st.lists(st.integers(0, len(account.text)), min_size=4, max_size=4).map(sorted)
        return edges.map(lambda at: Reading(at[1], at[2], account.id, Span(at[0], at[3])))

    return st.sampled_from(accounts).flatmap(of)


def _discrepancy(accounts: tuple[Account, ...]) -> st.SearchStrategy[Discrepancy]:
    return st.builds(
        Discrepancy, st.sampled_from(["quotation-wording", "only-claim"]), st.sampled_from(["error", "warning", "note"]), WORDS,
        st.lists(_reading(accounts), min_size=1, max_size=3).map(tuple), st.uuids().map(str), st.sampled_from(["new", "accepted"]),
        st.none() | st.builds(Acceptance, WORDS, WORDS, WORDS, WORDS),
    )  # fmt: skip
