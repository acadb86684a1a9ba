from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.model import Acceptance, Account, Alignment, Comparison, Link, Sentence
from compare.pipeline import compare_accounts, read_account
from compare.reporting.html import to_html
from compare.reporting.visible import HIDDEN, one_line

VOID = {"meta", "link", "input"}


class Page(HTMLParser):
    """Tags, attributes and text of a page; complains of a tag that is not closed in its place."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)


@pytest.fixture(scope="module")
def page(pair: Comparison) -> str:
    return to_html(pair)


def test_well_formed_with_every_link_leading_somewhere(page: str) -> None:
    parsed = Page(page)
    ids = [value for _, name, value in parsed.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = {value for tag, name, value in parsed.attributes if (tag, name) == ("a", "href")}
    assert targets <= {f"#{each}" for each in ids}
    assert {"#d-7f3a9c01", "#p1"} <= {f"#{each}" for each in ids}


def test_headings_are_in_order(page: str) -> None:
    levels = [int(tag[1]) for tag in Page(page).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_policy_allows_the_style_and_the_script_and_nothing_else(page: str) -> None:
    policy = next(
        value for _, name, value in Page(page).attributes if name == "content" and "default-src" in value
    )
    for tag in ("style", "script"):
        contents = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(contents) == 1
        digest = b64encode(sha256(contents[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_nothing_is_asked_of_the_network(page: str) -> None:
    assert not re.search(r"https?:|//[a-z]|url\(|@import", page)


def test_small(page: str) -> None:
    assert len(page.encode()) < 200_000


def test_same_bytes_twice(pair: Comparison, page: str) -> None:
    assert to_html(pair) == page


def test_every_sentence_is_on_the_page(pair: Comparison, page: str) -> None:
    words = " ".join("".join(Page(page).words).split())
    for account in pair.accounts:
        for sentence in account.sentences:
            assert one_line(account.text[sentence.start : sentence.end]) in words
        for aside in account.set_aside:
            assert one_line(account.text[aside.start : aside.end]) in words


ALLOWED = {
    "a", "article", "b", "blockquote", "body", "button", "circle", "code", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "g", "h1", "h2", "h3", "h4", "head", "header", "html", "i", "input",
    "kbd", "label", "legend", "li", "link", "main", "mark", "meta", "nav", "ol", "option", "p", "path", "script",
    "section", "select", "span", "style", "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "title",
    "tr", "ul"
}  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(data=st.data())
def test_no_source_breaks_out(data: st.DataObject, comparisons: st.SearchStrategy[Comparison]) -> None:
    page = to_html(data.draw(comparisons))
    page.encode()
    parsed = Page(page)
    assert set(parsed.tags) <= ALLOWED
    assert parsed.tags.count("script") == 1
    assert not [
        name
        for _, name, _ in parsed.attributes
        if name.startswith("on") or name in ("style", "src", "action")
    ]
    assert not HIDDEN.search(page)


HOSTILE = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{7*7}}]]><!--\x1b]0;x\x07\u202e"


def test_markup_in_every_field(pair: Comparison) -> None:
    accounts = tuple(
        replace(account, label=HOSTILE, source=HOSTILE, title=HOSTILE, byline=HOSTILE, publisher=HOSTILE,
                notices=(HOSTILE,), sha256=HOSTILE)
        for account in pair.accounts
    )  # fmt: skip
    found = tuple(replace(each, message=HOSTILE) for each in pair.discrepancies)
    alignment = replace(pair.alignments[0], left=accounts[0], right=accounts[1])
    parsed = Page(to_html(Comparison(accounts, (alignment,), found)))
    assert set(parsed.tags) <= ALLOWED and parsed.tags.count("script") == 1


def many(count: int) -> Comparison:
    sentences = [
        f"Sentence {n} tells of the {n}th thing that {n * 7} people saw there.\n" for n in range(count)
    ]
    text = "".join(sentences)
    starts = list(accumulate(map(len, sentences), initial=0))[:-1]
    whole = tuple(
        Sentence(s, s + len(t) - 1, n // 3) for n, (s, t) in enumerate(zip(starts, sentences, strict=True))
    )
    one, other = (Account(name, name, name, "0" * 64, text, sentences=whole) for name in ("a", "b"))
    links = tuple(Link((n,), (n * 7 % count,), "same-claim", 0.5) for n in range(count))
    return Comparison((one, other), (Alignment(one, other, links),), ())


def test_two_thousand_sentences_a_side() -> None:
    assert len(to_html(many(2000)).encode()) < 6_000_000


def test_same_bytes_in_another_place_and_time(tmp_path: Path) -> None:
    """Another folder, time zone, locale and order of hashes."""
    root = Path(__file__).resolve().parents[2]
    pages = []
    for number, (zone, language) in enumerate(
        (("Pacific/Kiritimati", "C"), ("America/Anchorage", "tr_TR.UTF-8"))
    ):
        folder = tmp_path / str(number) / "sources"
        shutil.copytree(root / "sources" / "kennebunkport", folder / "kennebunkport")
        environment = {
            **os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": str(number), "SOURCE_DATE_EPOCH": "1183420799"
        }  # fmt: skip
        command = [sys.executable, "-m", "compare.cli", "compare", "--format", "html"]
        files = [f"sources/kennebunkport/{name}.txt" for name in ("dw", "dod")]
        ran = subprocess.run(
            [*command, *files], cwd=folder.parent, env=environment, capture_output=True, check=True
        )
        pages.append(ran.stdout)
    assert pages[0] == pages[1]
    assert "compared · 2\xa0July\xa02007<" in pages[0].decode()


def test_an_acceptance_is_told(pair: Comparison) -> None:
    given = Acceptance("See the <b>tape</b>", "A. Reader", "2007-07-03", "2008-01-01")
    found = replace(pair.discrepancies[0], status="accepted", acceptance=given)
    page = to_html(replace(pair, discrepancies=(found, *pair.discrepancies[1:])))
    told = "Accepted by A. Reader on 3\xa0July\xa02007, until 1\xa0January\xa02008</b>: See the &lt;b&gt;tape&lt;/b&gt;"
    assert told in page
    assert "Two accepted before." in page


def test_text_in_another_language_says_so(make_comparison: Callable[..., Comparison]) -> None:
    german = "Die Fähre ist in der Nacht auf eine Sandbank gelaufen, und niemand wurde dabei verletzt."
    page = to_html(make_comparison("The ferry ran aground at night, and nobody was hurt.", german))
    assert f'<p lang="de"><span class="par">1</span>{german}' in page
    assert 'lang="en"' in page and page.count('lang="en"') == 1


def test_the_status_is_asked_for_where_something_was_accepted(pair: Comparison) -> None:
    assert 'name="status"' in to_html(pair)
    assert 'name="status"' not in to_html(
        replace(pair, discrepancies=tuple(replace(each, status="new") for each in pair.discrepancies))
    )


def test_what_is_not_there_is_not_explained_and_has_nothing_to_fold_out() -> None:
    sides = [
        read_account(name, data=data)
        for name, data in (
            ("cake.txt", b"A recipe for plum cake won the village prize. The jury praised the crust."),
            ("budget.txt", b"The parliament adopted a budget late at night. Ministers left without comment."),
        )
    ]
    page = to_html(compare_accounts(sides))
    assert "Ribbons join" not in page and "Marks are discrepancies" not in page
    assert page.count(": nothing was set aside.") == 2
    ferry = b"The old ferry to Norby ran aground in thick fog off the western pier with %s people on board."
    told = to_html(compare_accounts([read_account(f"{n.decode()}.txt", data=ferry % n) for n in (b"40", b"70")]))
    assert "Ribbons join" in told and "Marks are discrepancies" in told


def test_a_page_leaves_nothing_to_the_collector_of_garbage(pair: Comparison) -> None:
    to_html(pair)
    gc.collect()
    gc.disable()
    try:
        to_html(pair)
        assert gc.collect() == 0
    finally:
        gc.enable()
