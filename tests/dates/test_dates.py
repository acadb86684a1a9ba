"""Text to time expressions, and what two of them say of each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.dates import Expression, find_expressions, interval, relation
from compare.row import row_of
from compare.tokens import tokenize


def expressions(text: str) -> list[Expression]:
    return find_expressions(row_of(text, tokenize(text)))


WRITTEN = "2007-07-03"  # a Tuesday

FOUND = [
    ("He left on Monday.", "Monday", "2007-07-02", "2007-07-02"),
    ("Monday's session was short.", "Monday's", "2007-07-02", "2007-07-02"),
    ("He left last Friday.", "last Friday", "2007-06-29", "2007-06-29"),
    ("He left on Monday night.", "Monday night", "2007-07-02", "2007-07-02"),
    ("He left today.", "today", "2007-07-03", "2007-07-03"),
    ("He left yesterday morning.", "yesterday morning", "2007-07-02", "2007-07-02"),
    ("He leaves tomorrow.", "tomorrow", "2007-07-04", "2007-07-04"),
    ("He left on July 2.", "July 2", "2007-07-02", "2007-07-02"),
    ("He left on Jan. 25.", "Jan. 25", "2007-01-25", "2007-01-25"),
    ("He left on 2 July 2006.", "2 July 2006", "2006-07-02", "2006-07-02"),
    ("He left on Monday, July 2, 2007.", "Monday, July 2, 2007", "2007-07-02", "2007-07-02"),
    ("He left on the 2nd of July.", "2nd of July", "2007-07-02", "2007-07-02"),
    ("He left on December 30.", "December 30", "2007-12-30", "2007-12-30"),
    ("He left in June.", "June", "2007-06-01", "2007-06-30"),
    ("He left in March 2006.", "March 2006", "2006-03-01", "2006-03-31"),
    ("He left in February 2008.", "February 2008", "2008-02-01", "2008-02-29"),
    ("He left at the end of June.", "end of June", "2007-06-15", "2007-06-30"),
    ("Last month's summit was short.", "Last month's", "2007-06-01", "2007-06-30"),
    ("He left last year.", "last year", "2006-01-01", "2006-12-31"),
    ("He left earlier this year.", "this year", "2007-01-01", "2007-12-31"),
    ("He left in 1999.", "1999", "1999-01-01", "1999-12-31"),
    ("It was the 1990s.", "1990s", "1990-01-01", "1999-12-31"),
    ("He left two months ago.", "two months ago", "2007-05-01", "2007-05-31"),
    ("He left three days ago.", "three days ago", "2007-06-30", "2007-06-30"),
]

UNRESOLVED = [
    ("The siren sounded at 3 p.m. EDT.", "3 p.m. EDT"),
    ("The siren sounded at 10:30.", "10:30"),
    ("Two days later he left.", "Two days later"),
]

NONE = [
    "He fell in the fall of the regime.",
    "A spring in the mattress broke.",
    "The weekend is short.",
    "He may march in the fall.",
    "August Wilson wrote plays.",
    "He paid 2007 dollars.",
    "He saw 2,007 people.",
    "The sun shone.",
    "They won 10-7.",
    "It cost $1999.",
]

RELATIONS = [
    ("Monday", "Monday night", "agree"),
    ("Monday", "Tuesday", "differ"),
    ("Monday morning", "Monday evening", "differ"),
    ("Monday", "July 2, 2007", "agree"),
    ("Tuesday", "July 2, 2007", "differ"),
    ("Monday", "July 2", None),
    ("Monday", "July", None),
    ("Monday", "today", None),
    ("July 2", "2 July", "agree"),
    ("July 2", "July 3", "differ"),
    ("July 2", "in July", "agree"),
    ("July 2, 2007", "July 2, 2006", "differ"),
    ("in 2006", "July 2, 2007", "differ"),
    ("in the 1990s", "in 1995", "agree"),
    ("last month", "June 7", None),
    ("3 p.m.", "15:00", "agree"),
    ("3 p.m.", "3:30 p.m.", "differ"),
    ("3 p.m. EST", "8 p.m. GMT", None),
    ("3 p.m.", "Monday", None),
    ("two days later", "three days later", "differ"),
    ("two days later", "two days earlier", None),
    ("in the autumn of 2019", "in the spring of 2019", "differ"),
    ("in the autumn of 2019", "in the fall of 2019", "agree"),
    ("in the summer of 2019", "in June 2019", "agree"),
    ("summer 2018", "in the summer of 2019", "differ"),
    ("next spring", "next summer", "differ"),
    ("in the spring", "last summer", None),
    ("over the weekend", "Sunday", "agree"),
    ("over the weekend", "Friday", "differ"),
    ("over the weekend", "last weekend", None),
    ("in the morning", "in the evening", "differ"),
    ("in the morning", "at dawn", "agree"),
    ("overnight", "in the morning", "agree"),
    ("Monday morning", "in the evening", "differ"),
    ("in the evening", "7 p.m.", "agree"),
    ("in the morning", "7 p.m.", "differ"),
    ("7 in the evening", "7 p.m.", "agree"),
    ("7:30 in the morning", "7:30 p.m.", "differ"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), FOUND)
def test_finds_and_resolves(text: str, words: str, first: str, last: str) -> None:
    (e,) = expressions(text)
    days = interval(e, WRITTEN)
    assert text[e.start : e.end] == words
    assert days is not None and (days[0].isoformat(), days[1].isoformat()) == (first, last)


@pytest.mark.parametrize(("text", "words"), UNRESOLVED)
def test_finds_what_no_calendar_resolves(text: str, words: str) -> None:
    (e,) = expressions(text)
    assert (text[e.start : e.end], interval(e, WRITTEN)) == (words, None)


@pytest.mark.parametrize("text", NONE)
def test_finds_none(text: str) -> None:
    assert expressions(text) == []


@pytest.mark.parametrize(("one", "other", "expected"), RELATIONS)
def test_relation(one: str, other: str, expected: str | None) -> None:
    (a,), (b,) = expressions(one), expressions(other)
    assert relation(a, b) == relation(b, a) == expected


def test_relation_with_publication_dates() -> None:
    (month,), (day,), (today,) = expressions("last month"), expressions("June 7"), expressions("today")
    assert relation(month, day, WRITTEN, WRITTEN) == "agree"
    assert relation(today, today, WRITTEN, "2007-07-04") == "differ"


PIECES = st.sampled_from(
    "Monday Mon. July 2 31 30 2007 1999 last this next month year week summer early late end of the at 3 p.m. 10:30 "
    "EST noon over weekend spring in autumn overnight dawn today yesterday morning two days later ago s th , . - February 29 May in ٣ ² 0 24:99".split()
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=30).map(" ".join), st.dates().map(str))
def test_any_text_gives_spans_in_order(text: str, written: str) -> None:
    end = 0
    for e in expressions(text):
        assert end <= e.start < e.end <= len(text)
        days = interval(e, written)
        assert days is None or days[0] <= days[1]
        assert relation(e, e, written, written) != "differ"
        end = e.end
