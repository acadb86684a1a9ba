"""Markdown: the markup is set aside, the text and its offsets stay."""

from __future__ import annotations

import pytest

from compare.model import Account
from compare.reading import read_text

PAGE = """---
title: "Quake shakes capital"
date: 2009-03-02
author: Anna Lindqvist
publisher: Coast Wire
---

# Quake shakes **capital** #

![Rubble in a street](rubble.jpg "Rubble")

PORT VALE (CW) — A *strong* earthquake shook the capital early Monday, sending people [into the streets](http://a.example/b.c?d), officials said.

> "Everything was falling," said Maria Olmos, who ran
> outside with her two children.

Damage
------

**Hospitals full**

Hospitals treated 37 people for cuts and bruises, the health minister told reporters on Monday.

- [Home](/)
- [World](/w)
- [Sport](/s)

[1]: http://a.example
"""


def kept(account: Account) -> list[str]:
    return [account.text[span.start : span.end] for span in account.paragraphs]


def test_markup_is_set_aside() -> None:
    account = read_text(PAGE, "quake.md")
    assert [line[:20] for line in kept(account)] == [
        "Quake shakes **capit",
        "A *strong* earthquak",
        '"Everything was fall',
        "Damage",
        "Hospitals full",
        "Hospitals treated 37",
    ]
    aside = {account.text[span.start : span.end][:10]: span.reason for span in account.set_aside}
    assert aside["![Rubble i"] == "image"
    assert aside["- [Home](/"] == "navigation"
    assert aside["#"] == aside["------"] == aside["**"] == aside[">"] == aside["[1]: http:"] == "markup"


def test_front_matter_is_read() -> None:
    account = read_text(PAGE, "quake.md")
    assert (account.title, account.published) == ("Quake shakes capital", "2009-03-02")
    assert (account.byline, account.publisher) == ("Anna Lindqvist", "Coast Wire")
    assert account.dateline == "PORT VALE (CW)"


@pytest.mark.parametrize(
    ("source", "text", "markdown"),
    [
        ("a.txt", PAGE, True),
        (
            "a.txt",
            "# Title\n\nThe minister left the [city](http://a.example) on Monday, his office said.",
            True,
        ),
        ("a.txt", "# 1 hit in the charts, the song was heard everywhere that year, said the band.", False),
        ("a.md", "# Title\n\nThe minister left the city on Monday, his office said in a statement.", True),
        ("a.txt", "---\n\nThe minister left the city on Monday, his office said in a statement.", False),
    ],
)
def test_markdown_is_recognised(source: str, text: str, markdown: bool) -> None:
    account = read_text(text, source)
    assert any(span.reason in ("markup", "front matter") for span in account.set_aside) == markdown


def test_text_is_never_altered() -> None:
    assert read_text(PAGE, "quake.md").text == PAGE
    assert read_text(PAGE, "quake.md", keep_all=True).set_aside == ()
