"""Saved pages in the manner of many houses: what is body and what is not, as marked in them.

Between the comments ``body`` and ``/body`` in ``pages/*.html`` stands what a reader would call the
account: title, lines under it, paragraphs, headings, quoted posts, lists, tables. The comments are
taken out before a page is read.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from compare.model import Account
from compare.reading import read_source

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
MARKS = re.compile(rb"<!--/?body-->")
INLINE = ("a", "abbr", "b", "em", "font", "i", "span", "strong", "sup")


class Text(HTMLParser):
    """The text of a marked stretch; everything that is not inline parts words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append("" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append("" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def decoded(page: bytes) -> str:
    """The text of a page, whatever it says it is written in."""
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        return page.decode("cp1251" if b"windows-1251" in page else "cp1252")


def marked(page: bytes) -> str:
    """The text between the marks."""
    parser = Text()
    for stretch in re.findall(r"<!--body-->(.*?)<!--/body-->", decoded(page), re.DOTALL):
        parser.feed(stretch.replace("\\n", "\n") + " ")
    parser.close()
    return "".join(parser.parts)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\u3040-\u9fff]|\w+", text.lower()))


def read(path: Path) -> Account:
    return read_source(path.name, data=MARKS.sub(b"", path.read_bytes()))


def kept(account: Account) -> str:
    return "\n".join(account.text[span.start : span.end] for span in account.paragraphs)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_body(path: Path) -> None:
    wanted, found = words(marked(path.read_bytes())), words(kept(read(path)))
    both = (wanted & found).total()
    assert wanted.total() > 60
    assert both / found.total() >= 0.95, f"set aside too little: {found - wanted}"
    assert both / wanted.total() >= 0.95, f"set aside too much: {wanted - found}"


def test_there_are_twenty_pages_and_more() -> None:
    assert len(PAGES) >= 20


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_of_the_page_is_lost(path: Path) -> None:
    page = MARKS.sub(b"", path.read_bytes())
    account = read_source(path.name, data=page)
    parser = Text()
    parser.feed(re.sub(r"(?is)<(script|style|head)\b.*?</\1>", " ", decoded(page)))
    parser.close()
    shown, told = (Counter(filter(str.isalnum, text)) for text in ("".join(parser.parts), account.text))
    assert not shown - told


ABOUT = {
    "amp": ("Our Special Correspondent", "Deccan Observer", "2019-07-15"),
    "broadsheet": ("Ruth Calloway and Imran Sadiq", "The Northern Sentinel", "2016-03-14"),
    "french": ("Lucie Barraud", "Le Fanal", "2012-10-23"),
    "german": ("Birgit Hallmann", "Landesbote", "2017-09-05"),
    "hidden": ("Theo Marsh", "The Gazette", "2018-11-29"),
    "interview": ("Freya Nolan", "Longshore Magazine", "2011-06-18"),
    "liveblog": ("Jonas Aker", "The Capital Post", "2018-08-21"),
    "localtv": ("Tasha Benning", "KRVX", "2015-08-11"),
    "multipage": ("LOUISA HARTE", "The Metropolitan Review", "2008-02-17"),
    "paywall": ("Selma Ruiz", "The Ledger", "2023-11-08"),
    "russian": (None, "Северный вестник", "2014-11-14"),
    "spanish": ("Marta Ledesma", "El Faro del Sur", "2021-08-03"),
    "tables2003": ("HOLLIS TREADWAY", "Courier", "2003-10-17"),
    "happened": ("Gil Prentice", "The Observer of the North", "2011-03-23"),
    "radio": ("Marlene Sykes", "CR.org", "2016-09-03"),
    "wire": ("Katya Brandl and Owen Mbeki", "Meridian Wire", "2022-04-07"),
    "wordpress": ("Dot Farrell", "Millbrook Matters", "2020-06-30"),
}


@pytest.mark.parametrize(("name", "about"), ABOUT.items())
def test_who_published_it_and_when(name: str, about: tuple[str | None, str, str]) -> None:
    account = read(Path(__file__).parent / "pages" / f"{name}.html")
    assert (account.byline, account.publisher, account.published) == about
    assert account.title
    assert account.title in " ".join(marked((Path(__file__).parent / "pages" / f"{name}.html").read_bytes()).split())


REASONS = {
    "broadsheet": {"Advertisement": "advertisement", "Comments (3)": "comments", "Sign up": "newsletter", "Opinion": "navigation"},
    "hidden": {"Do not show: internal note to the night editor.": "hidden", "Sponsored paragraph that the page hides.": "hidden"},
    "interview": {"You learned to stop talking in the middle of a word and go on when it was over.": "pull quote"},
    "infinite": {"Library to lend fishing rods from July": "another story"},
    "paywall": {"Subscribe to unlock this article": "paywall note"},
    "broadcaster": {"More than 9,000 tonnes of rock were taken to the site": "caption"},
    "german": {"Wir brauchen Ihre Zustimmung": "cookie notice"},
}


@pytest.mark.parametrize(("name", "reasons"), REASONS.items())
def test_why_it_is_set_aside(name: str, reasons: dict[str, str]) -> None:
    account = read(Path(__file__).parent / "pages" / f"{name}.html")
    found = {account.text[span.start : span.end]: span.reason for span in account.set_aside}
    assert {line: found.get(line) for line in reasons} == reasons
