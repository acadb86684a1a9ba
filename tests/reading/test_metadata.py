"""Datelines, bylines and dates."""

from __future__ import annotations

import pytest

from compare.model import Span
from compare.reading import read_text
from compare.reading.dates import find_date, is_date_line
from compare.reading.metadata import find_dateline

REST = "The two leaders agreed on Monday to meet again in the autumn, officials said."


@pytest.mark.parametrize(
    "line",
    [
        "WASHINGTON — ",
        "WASHINGTON―",
        "WASHINGTON -- ",
        "BRUSSELS - ",
        "WASHINGTON (AP) — ",
        "NEW YORK, July 2 (Reuters) - ",
        "WASHINGTON, July 2, 2007 – ",
        "HARRISBURG, Pa. — ",
        "DAYTON, Ohio, Mar. 9 (UPI) — ",
        "KABUL, Afghanistan — ",
        "Taipei, Taiwan — ",
        "Paris (AFP) – ",
        "ST. LOUIS, 2 July 2007 -- ",
    ],
)
def test_datelines(line: str) -> None:
    assert find_dateline(line + REST, Span(0, len(line + REST))) == Span(0, len(line))


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "President Bush - who had been fishing - said that the plan was bold and that he liked it a lot.",
        "NATO's plan – the one that failed – was never put to a vote in the council, its members say.",
        "BREAKING: The two leaders agreed on Monday to meet again in the autumn, officials said.",
        "PRESS RELEASE — 2012",
        "The U.S. — Bush said — would go on with the plan, whatever the others thought of it that day.",
    ],
)
def test_no_datelines(text: str) -> None:
    assert find_dateline(text, Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("July 2, 2007", "2007-07-02"),
        ("2 July 2007", "2007-07-02"),
        ("Monday, 2nd July 2007 at 10:30", "2007-07-02"),
        ("Sept. 3, 2015", "2015-09-03"),
        ("2007-07-02T10:30:00Z", "2007-07-02"),
        ("02.07.2007", "2007-07-02"),
        ("2. Juli 2007", "2007-07-02"),
        ("le 1er mars 2014", "2014-03-01"),
        ("12 mars 2014 à 18h42", "2014-03-12"),
        ("5 de mayo de 2011", "2011-05-05"),
        ("05/17/2004", "2004-05-17"),
        ("17/05/2004", "2004-05-17"),
        ("03/07/2007", None),
        ("February 30, 2007", None),
        ("room 12 2007", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("July 2, 2007", True),
        ("Published 3:02 PM EDT, Mon July 2, 2007", True),
        ("Updated 3 hours ago", True),
        ("23:41", True),
        ("6:05 p.m.", True),
        ("7/2/2007", True),
        ("On July 2, 2007, he left", False),
        ("Monday", False),
        ("9/11", False),
        ("1998", False),
    ],
)
def test_date_lines(line: str, expected: bool) -> None:
    assert is_date_line(line) == expected


@pytest.mark.parametrize(
    ("header", "byline", "publisher"),
    [
        ("By Jane Doe\nCoast News Service", "Jane Doe", "Coast News Service"),
        ("By Jane Doe and Luis Vega", "Jane Doe and Luis Vega", None),
        ("By JANE DOE, Coast Wire", "JANE DOE", "Coast Wire"),
        ("By Jane Doe\nCoast Wire Writer", "Jane Doe", "Coast Wire"),
        ("By Jane Doe\nJuly 2, 2007", "Jane Doe", None),
        ("By Monday night the water had reached the second floor of the town hall", None, None),
    ],
)
def test_bylines(header: str, byline: str | None, publisher: str | None) -> None:
    account = read_text(f"Leaders agree to meet again in the autumn\n\n{header}\n\n{REST}\n", "a.txt")
    assert (account.byline, account.publisher) == (byline, publisher)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Leaders to Meet Again\n\n{REST}", "Leaders to Meet Again"),
        (
            f"Leaders to meet again | The Post\n\nWorld\n\nLeaders to meet again\n\n{REST}",
            "Leaders to meet again",
        ),
        (f"Leaders To Meet In The Autumn.\n\n{REST}", "Leaders To Meet In The Autumn."),
        (REST, None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert read_text(text, "a.txt").title == title
