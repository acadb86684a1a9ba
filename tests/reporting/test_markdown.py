"""Markdown: what a source says stays words, also for a forge that makes links of them."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from compare.model import Acceptance, Comparison
from compare.reporting import Subject, rendered
from compare.reporting.markdown import ROOM, escaped
from compare.reporting.visible import HIDDEN, one_line
from tests.reporting import hostile

TAGS = {
    "h1", "h2", "p", "strong", "b", "ul", "li", "code", "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would make of it: tags, attributes, comments and runs of text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.comments: set[str] = set()
        self.runs: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(f"{name}={value}" for name, value in attrs)

    def handle_comment(self, data: str) -> None:
        self.comments.add(data)

    def handle_data(self, data: str) -> None:
        self.runs.append(data)


def page(markdown: str) -> Page:
    return Page(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


@settings(max_examples=80, deadline=None)
@given(found=hostile.comparisons(), name=hostile.WORDS)
def test_nothing_breaks_out(found: Comparison, name: str) -> None:
    subjects = [Subject(found, name, remarks=[name]), Subject(None, name, trouble=name)]
    for written in (rendered("md", subjects), rendered("md", subjects[:1])):
        assert not HIDDEN.search(written)
        assert not re.search(r"^\s*/", written, re.MULTILINE), "a quick action"
        shown = page(written)
        assert shown.tags <= TAGS
        assert shown.attributes <= {"style=text-align:right"}
        assert {comment.strip() for comment in shown.comments} <= {""}
        for run in shown.runs:
            assert not re.search(r"@\w|://|www\.|#\w", run), "a mention, an address or a reference"
        assert written.count("\n#") == len(subjects) or len(subjects) > 1


@settings(max_examples=200, deadline=None)
@given(words=hostile.WORDS)
def test_words_are_shown_as_they_are(words: str) -> None:
    shown = page(f"x {escaped(words)} x")
    assert "".join(shown.runs).strip() == f"x {one_line(words)} x".replace("x  x", "x  x").strip()
    assert shown.tags == {"p"}


def test_a_table_keeps_its_columns(pair: Comparison) -> None:
    one, other = (replace(account, title="a | b `|` \\| c", label="a|b") for account in pair.accounts)
    shown = page(rendered("md", [Subject(replace(pair, accounts=(one, other)))]))
    assert "a|b" in shown.runs and ": a | b `|` \\| c" in shown.runs


def test_what_is_to_review_is_shown_and_the_rest_folded(pair: Comparison) -> None:
    report = rendered("md", [Subject(pair)])
    review, folded = report.split("<details>", 1)
    assert review.startswith("# DW and DoD compared\n\n**Four discrepancies to review**, three of them")
    assert "<b>{a great deal of}</b>" in review and "bold<b>{}</b>" in review
    assert "<summary>2 notes</summary>" in folded and "<summary>1 accepted before</summary>" in folded


def test_an_accepted_one_says_why(pair: Comparison) -> None:
    *rest, last = pair.discrepancies
    accepted = replace(last, acceptance=Acceptance("The *same* radar.", "Ada Holm", "2026-05-01"))
    report = rendered("md", [Subject(replace(pair, discrepancies=(*rest, accepted)))])
    assert "· Accepted by Ada Holm on 1 May 2026: The \\*same\\* radar." in report


@pytest.mark.parametrize("count", [1, 3])
def test_a_comment_can_hold_it(pair: Comparison, count: int) -> None:
    many = replace(pair, discrepancies=(pair.discrepancies[0],) * 400)
    report = rendered("md", [Subject(many, f"event {number}") for number in range(count)])
    assert ROOM / 2 < len(report) < 65_536
    assert re.search(r"^\d+ more found no room here", report, re.MULTILINE)


def test_several_events_begin_with_a_table(pair: Comparison) -> None:
    report = rendered("md", [Subject(pair, "one"), Subject(None, "two", trouble="b.txt: missing")])
    assert "| one | 4 | 2 | 1 |\n| two | could not be compared | | |" in report
    assert "## two\n\n**Could not be compared:** b.txt: missing" in report
