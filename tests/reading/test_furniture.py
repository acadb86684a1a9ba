"""Telling text from furniture, on whole pages: what is kept, what is set aside, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.model import Account
from compare.reading import read_source, read_text

SOURCES = Path(__file__).parents[2] / "sources" / "kennebunkport"
PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def kept(account: Account) -> list[str]:
    return [account.text[span.start : span.end] for span in account.paragraphs]


def aside(account: Account) -> dict[str, str]:
    return {account.text[span.start : span.end]: span.reason for span in account.set_aside}


def test_dw() -> None:
    account = read_source(str(SOURCES / "dw.txt"))
    assert list(aside(account).items()) == [
        ("1. Inhalt", "menu"),
        ("2. Navigation", "menu"),
        ("3. Weitere Inhalte", "menu"),
        ("4. Metanavigation", "menu"),
        ("5. Suche", "menu"),
        ("6. Choose from 30 Languages", "menu"),
        ("Could Europe become the home for a joint US-Russian missile defense?", "caption"),
        (
            "USA Russland Wladimir Putin und George Bush in Kennebunkport",
            "image description in another language",
        ),
        (
            "Bush and Putin had hoped a personal meeting would clear the clouds hanging over relations",
            "caption",
        ),
        ("Bush and Putin want to send a shared message", "caption"),
        ("Symbolbild Iran und Atomkraft und Raketen", "image description in another language"),
        ("Iran's nuclear plans remain a point of dispute between Russia and the USA", "caption"),
        ("DW recommends", "footer"),
    ]
    assert {"Eastern Europe still contentious", "Changing tones", "Iranian question"} <= set(kept(account))
    assert kept(account)[0] == account.title == "Putin Proposes Broader European Missile Defense"
    assert len(account.paragraphs) == 24


def test_dod() -> None:
    account = read_source(str(SOURCES / "dod.txt"))
    assert account.title == kept(account)[0] == "Putin Offers to Cooperate with U.S. on Missile Defense"
    assert kept(account)[1].startswith("Russian President Vladimir Putin pledged")
    assert len(account.paragraphs) == 12
    reasons = aside(account)
    assert reasons["By John J. Kruzel"] == reasons["American Forces Press Service"] == "byline"
    assert reasons["WASHINGTON, July 2, 2007 –"] == "dateline"
    assert reasons["Bookmark and Share"] == "share links"
    assert [r for line, r in reasons.items() if line.endswith("photo by Eric Draper")] == ["caption"]
    assert {"DoD News", "Contact Author", "Related Sites:", "Additional Links", "Stay Connected"} <= set(
        reasons
    )
    assert (account.byline, account.publisher) == ("John J. Kruzel", "American Forces Press Service")
    assert (account.published, account.dateline) == ("2007-07-02", "WASHINGTON, July 2, 2007")


def load(path: Path) -> tuple[str, list[tuple[int, int, bool]]]:
    """A page without its first two columns ("= " text, "- " furniture), and its lines with what they are."""
    rows = [line for line in path.read_text(encoding="utf-8").split("\n") if line]
    lines, position = [], 0
    for row in rows:
        if row[2:].strip():
            lines.append((position, position + len(row[2:]), row[0] == "="))
        position += len(row[2:]) + 1
    return "\n".join(row[2:] for row in rows), lines


def is_kept(account: Account, start: int, end: int) -> bool:
    return any(span.start < end and span.end > start for span in account.paragraphs)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_text_is_lost(path: Path) -> None:
    text, lines = load(path)
    account = read_text(text, path.name)
    assert [text[a:b] for a, b, is_text in lines if is_text and not is_kept(account, a, b)] == []


def test_most_furniture_is_found() -> None:
    right = wrong = 0
    for path in PAGES:
        text, lines = load(path)
        account = read_text(text, path.name)
        flags = [is_text for a, b, is_text in lines if is_kept(account, a, b)]
        right, wrong = right + sum(flags), wrong + flags.count(False)
    assert right / (right + wrong) > 0.97, (right, wrong)


CLEAN = """Council Backs Plan for Night Buses

Tuesday, March 3, 2015

The city council voted on Monday to run buses through the night on six lines, starting in May.

Who pays?

The plan costs $2 million a year. Share prices of the operator rose.

"You can follow the money," said Councilwoman Ann Reyes. "Click, click, click, and there it is."

Opponents listed three doubts:

Too expensive
Too slow
Too loud

Reyes replied:

"Read the report. Watch the buses fill up."

A second vote is due in April. Related plans will be read then.
"""


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        CLEAN.replace("\n\n", "\n"),
        "Buses to run at night\n\nNo.\n\nNot now, said the mayor, who has never liked the plan of the council.\n\nAsk me later.\n",
        "What would you say about your website and its cookies?\n\nWe use them, as everybody does, but you may browse without them.\n\nAnd your privacy policy?\n\nRead it. You will like it.\n",
        "Obama on Climate: 'Terrifying'\n\nThe president said that he found the trends terrifying and would act on them.\n\n'All bets are off'\n\nHe said that all bets were off if nobody else acted in the coming years.\n",
        "他说这是真的，而且没有人会怀疑这一点。\n\n总统星期一在华盛顿会见了记者，并回答了几个问题。\n\n他很高兴。\n",
        "Путин заявил, что готов сотрудничать с Соединёнными Штатами в области противоракетной обороны.\n\nБуш согласен.\n",
        "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you\n",
    ],
    ids=["clean", "one a line", "short", "interview", "headings", "Chinese", "Russian", "verse"],
)
def test_clean_texts_lose_nothing(text: str) -> None:
    assert aside(read_text(text, "a.txt")) == {}


@pytest.mark.parametrize(
    "heading",
    [
        "Privacy settings",
        "Facebook comments",
        "Next: the Senate",
        "Video evidence",
        "More money",
        "Home",
        "Reply",
    ],
)
def test_headings_of_words_that_pages_use_are_kept(heading: str) -> None:
    paragraphs = CLEAN.split("\n\n")
    assert aside(read_text("\n\n".join([*paragraphs[:3], heading, *paragraphs[3:]]), "a.txt")) == {}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share on Facebook", "share links"),
        ("Sign up for our newsletter", "newsletter"),
        ("© 2015 The Daily Post. All rights reserved.", "footer"),
        ("Related: Why the buses stopped in 1998", "related links"),
        ("Home | News | Sport | Weather", "navigation"),
        ("* * *", "separator"),
        ("Click here to read the full story", "navigation"),
    ],
)
def test_furniture_between_paragraphs(line: str, reason: str) -> None:
    paragraphs = CLEAN.split("\n\n")
    text = "\n\n".join([*paragraphs[:3], line, *paragraphs[3:]])
    assert aside(read_text(text, "a.txt")) == {line: reason}


def test_weak_signs_count_only_on_a_page_with_strong_ones() -> None:
    credit = "Night buses in the depot on Monday. Photo: Dan Ruiz"
    paragraphs = CLEAN.split("\n\n")
    text = "\n\n".join([*paragraphs[:3], credit, *paragraphs[3:]])
    assert credit in kept(read_text(text, "a.txt"))
    page = "Home\nNews\nSport\nWeather\n\n" + text + "\nShare this page\n\nPrivacy policy\n"
    assert aside(read_text(page, "a.txt"))[credit] == "caption"


def test_comments_need_more_than_their_heading() -> None:
    heading = (
        CLEAN + "\nComments\n\nThe mayor said that she would not comment on the comments of the council.\n"
    )
    assert (
        "Comments" not in aside(read_text(heading, "a.txt"))
        or "comments" not in aside(read_text(heading, "a.txt")).values()
    )
    comments = (
        CLEAN
        + "\nComments (2)\n\nzed\n2 hours ago\nI have waited for a night bus all my life and it is high time.\nReply\n"
    )
    account = read_text(comments, "a.txt")
    assert aside(account)["I have waited for a night bus all my life and it is high time."] == "comments"


ALIKE = [
    [f"Item {n} was approved by a vote of {9 - n % 3} to {n % 3}." for n in range(1, 20)],
    [
        f"The motion of the finance committee was put off until {day}."
        for day in "Monday Tuesday Friday".split()
    ],
    [
        f"On {day} the committee on the harbour and its bridges met at noon."
        for day in "Monday Tuesday".split()
    ],
]


@pytest.mark.parametrize("lines", ALIKE, ids=["items", "days", "openings"])
def test_sentences_that_are_nearly_alike_are_kept(lines: list[str]) -> None:
    paragraphs = CLEAN.split("\n\n")
    text = "\n\n".join([*paragraphs[:3], *lines, *paragraphs[3:]])
    assert aside(read_text(text, "a.txt")) == {}


def test_copies_and_beginnings_are_set_aside() -> None:
    paragraphs = CLEAN.split("\n\n")
    teaser = paragraphs[2][:60] + "…"
    account = read_text("\n\n".join([*paragraphs, teaser, paragraphs[4]]), "a.txt")
    assert [account.text[s.start : s.end] for s in account.set_aside if s.reason == "repeated"] == [
        teaser,
        paragraphs[4],
    ]


@pytest.mark.parametrize(
    ("line", "byline", "publisher", "published"),
    [
        ("By Jane Doe | The Daily Post | May 3, 2024", "Jane Doe", "The Daily Post", "2024-05-03"),
        ("By Jane Doe, Daily Post, 3 May 2024", "Jane Doe", "Daily Post", "2024-05-03"),
        (
            "By Jane Doe · The Daily Post · May 3, 2024 · 5 min read",
            "Jane Doe",
            "The Daily Post",
            "2024-05-03",
        ),
        ("By Jane Doe\nThe Daily Post\nMay 3, 2024", "Jane Doe", "The Daily Post", "2024-05-03"),
        ("By Jane Doe, Political Correspondent", "Jane Doe", None, None),
        ("By Jane Doe and John Roe | Associated Press", "Jane Doe and John Roe", "Associated Press", None),
        ("The Daily Post, 3 May 2024", None, "The Daily Post", "2024-05-03"),
        ("3 May 2024 | The Daily Post", None, "The Daily Post", "2024-05-03"),
        ("The Daily Post\n3 May 2024", None, None, "2024-05-03"),
        ("Springfield, 3 May 2024", None, None, "2024-05-03"),
    ],
)
def test_lines_under_the_title(
    line: str, byline: str | None, publisher: str | None, published: str | None
) -> None:
    paragraphs = CLEAN.split("\n\n")
    account = read_text("\n\n".join([paragraphs[0], line, *paragraphs[2:]]), "a.txt")
    assert list(aside(account)) == line.split("\n")
    assert (account.byline, account.publisher, account.published) == (byline, publisher, published)
    assert account.title == paragraphs[0]


@pytest.mark.parametrize(
    "line",
    [
        "Room 12, City Hall",
        "Vote: 9 to 2",
        "MARCH 3, 2015 PRESS RELEASE",
        "Councilwoman Ann Reyes said on 3 May 2024, in the hall, that she agreed.",
    ],
)
def test_lines_that_are_no_imprint(line: str) -> None:
    paragraphs = CLEAN.split("\n\n")
    assert aside(read_text("\n\n".join([paragraphs[0], line, *paragraphs[2:]]), "a.txt")) == {}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "The views and opinions expressed in this article are those of the author and do not necessarily reflect "
            "the official policy or position of The Daily Post, its owners or any of its employees, advertisers or "
            "contributors, nor those of any institution with which the author is or was associated.",
            "disclaimer",
        ),
        (
            "This material may not be published, broadcast, rewritten or redistributed without permission.",
            "disclaimer",
        ),
        (
            "(This story has not been edited by our staff and is generated from a syndicated feed.)",
            "disclaimer",
        ),
        ("Reporting by Jane Doe in Springfield; Editing by John Roe", "note on authors"),
        ("FILE - A night bus stands in the depot, March 1, 2015.", "caption"),
        ("A night bus waits at the depot in this file photo taken on 3 April.", "caption"),
    ],
)
def test_notes_of_the_paper_are_set_aside_even_on_clean_texts(line: str, reason: str) -> None:
    assert aside(read_text(CLEAN + "\n" + line + "\n", "a.txt")) == {line: reason}


def test_a_note_on_the_author_who_signs() -> None:
    paragraphs = CLEAN.split("\n\n")
    note = "Ann Moe covers city hall for the Post. She can be reached by letter."
    signed = "\n\n".join([paragraphs[0], "By Ann Moe", *paragraphs[1:], note])
    assert aside(read_text(signed, "a.txt")) == {"By Ann Moe": "byline", note: "note on authors"}
    assert aside(read_text(CLEAN + "\n" + note, "a.txt")) == {}


@pytest.mark.parametrize(
    "line",
    [
        "The mayor said that her views do not reflect those of the council, which is free to vote as it likes.",
        "The city is not responsible for the buses of the county, Reyes said, and will not pay for them.",
        "The motion turned left, then right, and was put off in the end by all who had asked for it.",
        "“This article may not be published,” the mayor said of the paper’s report on the buses.",
    ],
)
def test_sentences_about_such_things_are_kept(line: str) -> None:
    paragraphs = CLEAN.split("\n\n")
    page = "Home\nNews\nSport\nWeather\n\n" + "\n\n".join([*paragraphs[:4], line, *paragraphs[4:]])
    assert line in kept(read_text(page + "\nShare this page\n\nPrivacy policy\n", "a.txt"))
