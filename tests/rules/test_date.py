"""date: times and durations of the same thing that differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Discrepancy
from compare.pipeline import compare_accounts, read_account

LEFT = "The council met late in the town hall. {} The mayor thanked the fire brigade for its work."
RIGHT = "Members of the council gathered in the town hall. {} Nobody answered questions after the session."

QUIET = [
    # the same day
    ("The old dam burst on Monday after days of rain.", "On Monday the old dam burst after days of rain."),
    # with and without its preposition
    ("The report on the dam was published Monday.", "The report on the dam was published on Monday."),
    # a weekday beside its date
    ("The old dam burst on Monday after heavy rain.", "The old dam burst on Monday, July 2, 2007, after heavy rain."),
    ("The old dam burst on July 2, 2007, after heavy rain.", "The old dam burst on Monday after heavy rain."),
    # either order, short and long
    ("The old dam burst on July 2 after heavy rain.", "The old dam burst on 2 July after heavy rain."),
    ("The old dam burst on Sept. 4 after heavy rain.", "The old dam burst on September 4 after heavy rain."),
    # a day inside its month
    ("The old dam burst on July 2 after heavy rain.", "The old dam burst in July after heavy rain."),
    # nothing to compare with
    ("The old dam burst on Monday after heavy rain.", "The old dam burst last month after heavy rain."),
    ("The old dam burst today after heavy rain.", "The old dam burst yesterday after heavy rain."),
    # two events
    ("The old dam burst on Monday after heavy rain.", "The mayor visited the old dam on Tuesday to count the damage."),
    # who said it when
    ("Ann Dole said on Monday that the dam was safe.", "In a letter to the paper on Friday, Ann Dole called the dam safe."),
    # time of day in two notations
    ("The siren sounded at 3 p.m. in the whole valley.", "The siren sounded at 15:00 in the whole valley."),
    # one half of the day unknown
    ("The siren sounded at 3:30 in the whole valley.", "The siren sounded at 3:30 p.m. in the whole valley."),
    # other clocks
    ("The siren sounded at 3 p.m. EST in the whole valley.", "The siren sounded at 8 p.m. GMT in the whole valley."),
    # inside a quotation
    ("“The dam burst on Monday evening,” Tom Marsh said.", "“The dam burst on Tuesday evening,” Marsh said."),
    # more than one of either, each with its partner
    ("The dam burst on Monday and was sealed on Friday.", "The dam was sealed on Friday, after it burst on Monday."),
    # durations
    ("The repairs took three weeks and two days.", "The repairs took 3 weeks and 2 days."),
]  # fmt: skip

FLAGS = [
    ("The old dam burst on Monday after days of rain.", "The old dam burst on Tuesday after days of rain.", ("Monday", "Tuesday")),
    ("The report on the dam was published Monday.", "The report about the old dam was published on Sunday.", ("Monday", "Sunday")),
    ("The old dam burst on July 2 after heavy rain.", "The old dam burst on July 3 after heavy rain.", ("July 2", "July 3")),
    ("The old dam burst on 2 July after heavy rain.", "The old dam burst on June 2 after heavy rain.", ("2 July", "June 2")),
    ("The old dam burst on Tuesday after heavy rain.", "The old dam burst on July 2, 2007, after heavy rain.",
     ("Tuesday", "July 2, 2007")),
    ("The old dam burst in March after heavy rain.", "The old dam burst in April after heavy rain.", ("March", "April")),
    ("The old dam was built in 1957 by local farmers.", "The old dam was built in 1975 by local farmers.", ("1957", "1975")),
    ("The old dam burst in March 2007 after heavy rain.", "The old dam burst in March 2008 after heavy rain.",
     ("March 2007", "March 2008")),
    ("The siren sounded at 3 p.m. in the whole valley.", "The siren sounded at 4 p.m. in the whole valley.", ("3 p.m.", "4 p.m.")),
    ("The siren sounded at 10:30 a.m. in the whole valley.", "The siren sounded at 10:45 a.m. in the whole valley.",
     ("10:30 a.m.", "10:45 a.m.")),
    ("The old dam burst on Monday morning after heavy rain.", "The old dam burst on Monday evening after heavy rain.",
     ("Monday morning", "Monday evening")),
    ("The repairs of the dam took three weeks in all.", "The repairs of the dam took five weeks in all.", ("three weeks", "five weeks")),
    ("The bridge was closed two days later for repairs.", "The bridge was closed four days later for repairs.",
     ("two days later", "four days later")),
    ("The dam was built in the 1950s by local farmers.", "The dam was built in the 1970s by local farmers.", ("1950s", "1970s")),
    ("The dam was sealed at the end of February.", "The dam was sealed at the end of January.", ("end of February", "end of January")),
    ("The clock was stolen nine years ago from the mill.", "The clock was stolen twelve years ago from the mill.",
     ("nine years ago", "twelve years ago")),
    ("The fair lasts from Saturday, Sept. 1, to the end.", "The fair lasts from Friday, Sept. 1, to the end.",
     ("Saturday, Sept. 1", "Friday, Sept. 1")),
    ("He was sentenced to 46 to 57 months in prison.", "He was sentenced to 46 to 56 months in prison.", ("46 to 57 months", "46 to 56 months")),
    ("The dam was sealed in early July by the engineers.", "The dam was sealed in early June by the engineers.",
     ("early July", "early June")),
]  # fmt: skip

PARTS_QUIET = [
    ("The dam was rebuilt in the autumn of 2019.", "The dam was rebuilt in the fall of 2019."),
    ("The dam was rebuilt in the summer of 2019.", "The dam was rebuilt in June 2019."),
    ("The dam was rebuilt in the spring of 2019.", "The dam was rebuilt in 2019."),
    # a winter has two years, and summers fall in December
    ("The dam was rebuilt in the winter of 2006.", "The dam was rebuilt in January 2007."),
    ("The dam was rebuilt in the winter of 2006.", "The dam was rebuilt in December 2006."),
    ("The dam was rebuilt in the summer of 2019.", "The dam was rebuilt in December 2019."),
    # a clock that is not known
    ("The dam burst at 5 in the afternoon Tokyo time after heavy rain.", "The dam burst at 8 a.m. GMT after heavy rain."),
    ("The dam will be rebuilt next spring.", "The dam will be rebuilt next year."),
    ("The dam was rebuilt in the winter of 2019.", "In the winter of 2019 the dam was rebuilt."),
    ("The dam burst in the evening after heavy rain.", "The dam burst at 7 p.m. after heavy rain."),
    ("The dam burst in the morning after heavy rain.", "The dam burst at dawn after heavy rain."),
    ("The dam burst overnight after heavy rain.", "The dam burst at 3 a.m. after heavy rain."),
    ("The dam burst at 7:30 in the evening after heavy rain.", "The dam burst at 7:30 p.m. after heavy rain."),
    ("The dam burst over the weekend after heavy rain.", "The dam burst on Sunday after heavy rain."),
    ("The dam burst last weekend after heavy rain.", "The dam burst over the weekend after heavy rain."),
    ("The repairs of the dam took three years in all.", "The repairs of the dam took 3 years in all."),
    ("The dam burst on Monday night after heavy rain.", "The dam burst on Monday after heavy rain."),
    ("A spring in the old clock at the dam broke.", "A spring of the old clock at the dam broke in the winter."),
    ("The dam was inspected in the morning, and sealed in the evening.", "The dam was sealed in the evening, after it was inspected in the morning."),
]  # fmt: skip

PARTS_FLAGS = [
    ("The dam was rebuilt in the autumn of 2019.", "The dam was rebuilt in the spring of 2019.", ("autumn of 2019", "spring of 2019")),
    ("The dam was rebuilt in the fall of 2019.", "The dam was rebuilt in the fall of 2018.", ("fall of 2019", "fall of 2018")),
    ("The dam will be rebuilt next spring.", "The dam will be rebuilt next summer.", ("next spring", "next summer")),
    ("The dam was rebuilt last winter by the army.", "The dam was rebuilt last summer by the army.", ("last winter", "last summer")),
    ("The dam dried out in the spring, farmers said.", "The dam dried out in the summer, farmers said.", ("spring", "summer")),
    ("The dam burst in the morning after heavy rain.", "The dam burst in the evening after heavy rain.", ("in the morning", "in the evening")),
    ("The dam burst at dawn after heavy rain.", "The dam burst at dusk after heavy rain.", ("at dawn", "at dusk")),
    ("The dam burst overnight after heavy rain.", "The dam burst in the afternoon after heavy rain.", ("overnight", "in the afternoon")),
    ("The dam burst in the morning after heavy rain.", "The dam burst at 7 p.m. after heavy rain.", ("in the morning", "7 p.m.")),
    ("The dam burst at 7:30 in the morning after heavy rain.", "The dam burst at 7:30 p.m. after heavy rain.", ("7:30 in the morning", "7:30 p.m.")),
    ("The dam burst over the weekend after heavy rain.", "The dam burst on Thursday after heavy rain.", ("the weekend", "Thursday")),
    ("The repairs of the dam took three years in all.", "The repairs of the dam took five years in all.", ("three years", "five years")),
    ("The dam was sealed for six hours on the night.", "The dam was sealed for nine hours on the night.", ("six hours", "nine hours")),
    ("The dam burst on Monday afternoon after heavy rain.", "The dam burst on Monday morning after heavy rain.", ("Monday afternoon", "Monday morning")),
]  # fmt: skip

SAID = "Ann Dole, the mayor of Elmstad, {} that the old dam above the harbour had no more than a one in four chance of holding the winter flood{}."

ONLY_DAYS_QUIET = [
    # the same day
    (SAID.format("said on Monday", ""), SAID.format("admitted", " in an interview on Monday")),
    # no day in one
    (SAID.format("said", ""), SAID.format("admitted", " in an interview on Tuesday")),
    # two days in one: which is meant is open
    (SAID.format("said on Monday", " of last Friday"), SAID.format("admitted", " in an interview on Tuesday")),
    # a dateline
    ("ELMSTAD, May 4 — " + SAID.format("said", ""), SAID.format("admitted", " in an interview on May 5")),
]

DATED = [
    ("The old dam burst on Monday.", "2007-07-03", "The old dam burst yesterday.", "2007-07-03", 0),
    ("The old dam burst on Monday.", "2007-07-03", "The old dam burst today.", "2007-07-03", 1),
    ("The old dam burst today.", "2007-07-02", "The old dam burst yesterday.", "2007-07-03", 0),
    ("The old dam burst today.", "2007-07-02", "The old dam burst today.", "2007-07-03", 1),
    ("The old dam burst last month.", "2007-07-03", "The old dam burst on June 7.", "2007-07-03", 0),
    ("The old dam burst last month.", "2007-07-03", "The old dam burst on May 7.", "2007-07-03", 1),
    ("The old dam burst last month.", "2007-07-03", "The old dam burst last month.", "2007-03-03", 0),
    ("The old dam burst last week.", "2007-07-03", "The old dam burst next week.", "2007-07-03", 1),
    ("The old dam burst last year.", "2007-07-03", "The old dam burst in 2006.", "2007-07-03", 0),
    ("The old dam burst last year.", "2007-07-03", "The old dam burst in 2004.", "2007-07-03", 1),
]


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., list[tuple[str, ...]]], left: str, right: str) -> None:
    assert find("date", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right"), [*PARTS_QUIET, *ONLY_DAYS_QUIET])
def test_seasons_parts_and_single_days_quiet(find: Callable[..., list[tuple[str, ...]]], left: str, right: str) -> None:
    assert find("date", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "expected"), PARTS_FLAGS)
def test_seasons_and_parts_of_the_day(find: Callable[..., list[tuple[str, ...]]], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("date", LEFT.format(left), RIGHT.format(right)) == [expected]


def test_the_one_day_of_two_long_sentences_is_a_note(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left, right = SAID.format("said on Monday", ""), SAID.format("admitted", " in an interview on Tuesday")
    (found,) = discrepancies("date", LEFT.format(left), RIGHT.format(right))
    assert (found.severity, found.message) == ("note", "left has Monday, right Tuesday, perhaps of the same.")


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., list[tuple[str, ...]]], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("date", LEFT.format(left), RIGHT.format(right)) == [expected]


@pytest.mark.parametrize(("left", "written", "right", "too", "count"), DATED)
def test_times_are_resolved_against_the_publication(left: str, written: str, right: str, too: str, count: int) -> None:
    sides = [
        read_account(f"{name}.txt", data=text.encode(), published=day)
        for name, text, day in (("left", LEFT.format(left), written), ("right", RIGHT.format(right), too))
    ]
    assert len([d for d in compare_accounts(sides).discrepancies if d.kind == "date"]) == count


def test_the_message_names_both_times(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left, right, _ = FLAGS[0]
    (found,) = discrepancies("date", LEFT.format(left), RIGHT.format(right))
    assert found.message == "left has Monday, right Tuesday."
    assert found.severity == "error"


def test_the_message_says_which_days_are_meant() -> None:
    sides = [
        read_account(f"{name}.txt", data=b"The old dam burst today after heavy rain.", published=day)
        for name, day in (("left", "2007-07-02"), ("right", "2007-07-03"))
    ]
    (found,) = [d for d in compare_accounts(sides).discrepancies if d.kind == "date"]
    assert found.message == "left has today, right today (2007-07-02 and 2007-07-03)."


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        # one text, dated twice
        ("ELMSTAD, May 4, 2019 — The old dam burst after heavy rain in the hills.", "ELMSTAD, May 6, 2019 — The old dam burst after heavy rain in the hills.", 1),
        # the same day, in other forms
        ("ELMSTAD, May 4, 2019 — The old dam burst after heavy rain in the hills.", "ELMSTAD, May 4 — The old dam burst after heavy rain in the hills.", 0),
        # two reporters, on two days
        ("ELMSTAD, May 4, 2019 — The old dam burst after heavy rain in the hills.", "ELMSTAD, May 6, 2019 — Heavy rain in the hills broke the old dam.", 0),
        ("ELMSTAD, May 4, 2019 — The old dam burst after heavy rain in the hills.", "NORBY, May 6, 2019 — The old dam burst after heavy rain in the hills.", 0),
    ],
)  # fmt: skip
def test_datelines(discrepancies: Callable[..., list[Discrepancy]], left: str, right: str, count: int) -> None:
    rest = "\n\nNobody was hurt, and the farmers of the valley went home before noon."
    assert len(discrepancies("date", left + rest, right + rest)) == count


def test_the_day_on_which_an_account_appeared_is_no_day_it_tells_of(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left = "Old dam bursts after heavy rain\n\n{}\n\nThe old dam burst on {} after heavy rain in the hills.\n"
    appeared = left.format("4 March 2024", "Monday"), left.format("March 5, 2024", "Monday")
    assert discrepancies("date", *appeared) == []
    told = left.format("4 March 2024", "Monday"), left.format("March 5, 2024", "Sunday")
    assert [d.message for d in discrepancies("date", *told)] == ["left has Monday, right Sunday."]
