"""number: figures of the same thing that differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Discrepancy

LEFT = "The council met late in the town hall. {} The mayor thanked the fire brigade for its work."
RIGHT = "Members of the council gathered in the town hall. {} Nobody answered questions after the session."

QUIET = [
    # the same figure
    ("The flood killed 44 people in the valley.", "The flood in the valley killed 44 people."),
    # digits and words
    ("The flood destroyed twelve houses in the valley.", "The flood destroyed 12 houses in the valley."),
    # thousands
    ("The town spent $1,500,000 on the new bridge.", "The town spent $1.5 million on the new bridge."),
    # percent, per cent, %
    ("Turnout in the town reached 61 percent.", "Turnout in the town reached 61%."),
    # each has its partner
    ("The flood killed 44 people and injured 80 people in the valley.",
     "The flood in the valley injured 80 people and killed 44 people."),
    # dead beside injured
    ("The flood in the valley killed 44 people.", "The flood in the valley left 47 people injured."),
    # a part beside the total
    ("The flood in the valley killed 44 people in total.", "The flood in the valley killed another 31 people."),
    # what is counted differs
    ("The fire brigade sent 12 engines to the valley.", "The fire brigade sent 13 boats to the valley."),
    # units differ
    ("The bridge is 300 feet long and crosses the river.", "The bridge is 300 years old and crosses the river."),
    # far apart: hardly the same
    ("The town paid $4 million for the bridge repairs.", "The town paid $900 a week for the bridge guards."),
    # inside a quotation that both have
    ("“We lost twelve boats and three piers,” Captain Lee Moss said.", "“We lost fourteen boats and three piers,” Moss said."),
    # dates
    ("The flood of July 2, 2007 ruined the valley.", "The flood of 2007 ruined the whole valley."),
    # names with a number
    ("The judge ruled under Section 12 that the dam was safe.", "The judge ruled that the dam was safe under the Water Act."),
    # one as a pronoun
    ("The mayor said no one had warned the valley of the flood.", "The mayor said that not one of two engineers had warned the valley."),
    # told by the other elsewhere
    ("The dam burst and killed 44 people. A week before, it had injured 39 people.",
     "The dam burst and killed 44 people."),
    # votes told in either way
    ("The council voted 17-15 to keep the dam.", "The council voted 17 to 15 to keep the dam."),
    # fraction and percentage
    ("Two-thirds of voters want to keep the dam.", "Two thirds of the voters want to keep the dam."),
    # ages of different people
    ("Ann Dole, 43, ran the dam for a decade.", "Tom Marsh, 61, ran the mill for a decade."),
]  # fmt: skip

FLAGS = [
    # deaths
    ("The flood killed 44 people in the valley.", "The flood killed 47 people in the valley.", ("44", "47")),
    # told in another order
    ("At least 44 people were killed when the old dam burst in the valley.",
     "The old dam in the valley burst, and 61 people were killed.", ("At least 44", "61")),
    # words
    ("The flood destroyed twelve houses in the valley.", "The flood destroyed fourteen houses in the valley.",
     ("twelve", "fourteen")),
    # money
    ("The town spent $1.5 million on the new bridge.", "The town spent $1.9 million on the new bridge.",
     ("$1.5 million", "$1.9 million")),
    # the scale
    ("The town spent $15 million on the new bridge.", "The town spent $15 billion on the new bridge.",
     ("$15 million", "$15 billion")),
    # percentages
    ("Turnout in the town reached 61 percent.", "Turnout in the town reached 67 percent.", ("61 percent", "67 percent")),
    # votes
    ("The council voted 17 to 15 to keep the dam.", "The council voted 18 to 14 to keep the dam.", ("17 to 15", "18 to 14")),
    # ages
    ("The 51-year-old engineer Tom Marsh had built the dam.", "The 15-year-old engineer Tom Marsh had built the dam.",
     ("51-year-old", "15-year-old")),
    # ages between commas
    ("The engineer Tom Marsh, 43, had built the dam.", "The engineer Tom Marsh, 45, had built the dam.", ("43", "45")),
    # ordinals
    ("Ann Dole was sworn in for her third term as mayor.", "Ann Dole was sworn in for her fourth term as mayor.",
     ("third", "fourth")),
    # fractions
    ("Two-thirds of voters want to keep the dam.", "Three-quarters of voters want to keep the dam.",
     ("Two-thirds", "Three-quarters")),
    # one in three
    ("The report gave the dam a one in three chance of failing.", "The report gave the dam a one in five chance of failing.",
     ("one in three", "one in five")),
    # a range
    ("The repairs of the dam cost $5 to $7 million.", "The repairs of the dam cost $8 to $9 million.",
     ("$5 to $7 million", "$8 to $9 million")),
    # measures
    ("The wall of the dam is 300 feet high.", "The wall of the dam is 350 feet high.", ("300 feet", "350 feet")),
    # a number that names, between the very same words
    ("The judge ruled under Section 12 of the Water Act.", "The judge ruled under Section 14 of the Water Act.", ("12", "14")),
    # thousands
    ("The valley is home to 12,400 farmers and their families.", "The valley is home to 14,200 farmers and their families.",
     ("12,400", "14,200")),
    # mere rounding
    ("Nearly 50 people were killed when the dam burst in the valley.", "When the dam in the valley burst, 47 people were killed.",
     ("Nearly 50", "47")),
    ("The couple paid roughly $212 million in taxes to the town.", "The couple paid $211,946,302 in taxes to the town.",
     ("roughly $212 million", "$211,946,302")),
    ("About a third of voters want to keep the dam.", "Some 35 percent of voters want to keep the dam.",
     ("About a third", "Some 35 percent")),
]  # fmt: skip

ROUNDED = FLAGS[-3:]


PARA_QUIET = [
    # the other figure is there, too
    ("Inspectors found 14 cracks in the steel girders of the bridge.", "In the steel girders of the bridge inspectors found cracks, 14 of them."),
    ("Engineers counted 14 cracks in the girders on Monday and 40 cracks on Friday.", "On Friday engineers counted 40 cracks in the girders."),
    # parts
    ("Of the 60 workers at the mill 12 were hurt in the fire.", "The fire at the mill hurt 12 of the workers."),
    # another thing
    ("The mill employs 60 workers and burned for hours.", "Firemen took 16 hours to save the mill."),
    ("The mill cost $40 million when it was built.", "The fire did damage of $2,000 to a shed of the mill."),
    # other units
    ("The bridge was closed to 60 percent of the lorries.", "The bridge was closed to 16 lorries."),
    # many times more
    ("The fire destroyed 3 houses on the quay of the old town.", "The old town has 900 houses around the quay."),
    # one
    ("One crack was found in the girders of the bridge.", "The girders of the bridge have 40 cracks."),
    # dead and hurt
    ("The fire at the mill left 12 workers dead.", "The fire at the mill left 31 workers injured."),
    # two people
    ("Ann Dole, 34, left the burning mill by a window.", "Tom Marsh, 51, left the burning mill by a ladder."),
    # rates
    ("The mill makes 40 sacks of flour a day.", "The mill makes 200 sacks of flour a week."),
    # votes on two things
    ("The council passed the budget of the harbour by 12 votes to 3.", "A plan for the school failed by 9 votes to 6."),
    # ordinals of different things
    ("It was the third fire at the mill since the war.", "The fire began on the second floor of the mill."),
    # names
    ("Flight 214 was held at the gate by fog.", "Fog held 40 flights at their gates."),
    # nothing in common
    ("The choir sold 300 tickets before noon.", "Divers raised 250 crates from the wreck."),
]  # fmt: skip

PARA_FLAGS = [
    ("Engineers said 14 cracks were found in the steel girders of the bridge.", "The engineers found 40 cracks in the steel girders of the bridge.", "14", "40"),
    ("About 60 percent of the valley's voters turned out for the ballot.", "Only 16 percent of the voters in the valley turned out for the ballot.", "About 60 percent", "16 percent"),
    ("The fire at the old mill destroyed 120 tonnes of grain.", "Grain weighing 180 tonnes was destroyed by fire in the old mill.", "120 tonnes", "180 tonnes"),
    ("The council will pay $4 million for the repair of the bridge.", "Repair of the bridge will cost the council $9 million.", "$4 million", "$9 million"),
    ("Rescuers saved 14 sailors from the sinking ferry.", "From the sinking ferry rescuers saved 41 sailors.", "14", "41"),
    ("The strike closed 22 schools in the valley on Monday.", "On Monday 32 schools in the valley were closed by the strike.", "22", "32"),
    ("The mayor signed 23 orders to save the harbour on Friday.", "To save the harbour the mayor on Friday issued 19 decrees.", "23", "19"),
    ("Police arrested 35 protesters near the harbour gate.", "Near the gate of the harbour 53 protesters were arrested by police.", "35", "53"),
    ("The pipeline will carry water over 80 miles to the valley.", "Water for the valley will come through a pipeline of 180 miles.", "over 80 miles", "180 miles"),
    ("The storm left 4,000 homes in the valley without power.", "In the valley 7,000 homes were without power after the storm.", "4,000", "7,000"),
    ("The council rejected the harbour plan by 12 votes to 9.", "The harbour plan was rejected by the council, 15 votes to 9.", "12 votes to 9", "15 votes to 9"),
    ("It was the third fire at the old mill this year.", "It was the fifth fire at the old mill this year.", "third", "fifth"),
    ("The museum bought the stolen clock for £300 in the spring.", "The museum paid £900 for the stolen clock.", "£300", "£900"),
    ("More than 50 trees fell on the harbour road in the storm.", "The storm felled 31 trees on the harbour road.", "More than 50", "31"),
    ("The factory will dismiss 450 workers before the winter.", "Before the winter the factory will dismiss 650 workers.", "450", "650"),
]  # fmt: skip


AGES = [
    ("Ann Dole, 43, ran the dam for a decade.", "The 45-year-old Ann Dole ran the dam for ten years.", True),
    ("Ann Dole, 43, ran the dam for a decade.", "For ten years the dam was run by Ann Dole, 45, of Elmstad.", True),
    ("The dam was run by 43-year-old engineer Ann Dole.", "Ann Dole, 45, an engineer, ran the dam.", True),
    ("Ann Dole, 43, ran the dam for a decade.", "The 43-year-old Ann Dole ran the dam for ten years.", False),
    ("Ann Dole, 43, ran the dam for a decade.", "The 45-year-old Tom Marsh ran the dam for ten years.", False),
    ("Ann Dole, 43, died at the dam on the way home.", "Lina Dole, 9, died at the dam on the way home.", False),
    ("Ann Dole, 43, ran the dam with her son Tom Dole, 20.", "Tom Dole, 20, and his mother ran the dam.", False),
    ("Ann Dole, 43, ran the dam for a decade.", "Ann Dole ran the dam for 45 years.", False),
    ("Ann Dole, 43, ran the dam for a decade.", "The 45-year-old told Dole to run the dam for ten years.", False),
]


@pytest.mark.parametrize(("left", "right", "differ"), AGES)
def test_ages_of_one_person(discrepancies: Callable[..., list[Discrepancy]], left: str, right: str, differ: bool) -> None:
    found = discrepancies("number", LEFT.format(left), RIGHT.format(right))
    assert [d.severity for d in found] == ["error"] * differ


@pytest.mark.parametrize(("left", "right"), PARA_QUIET)
def test_other_words_quiet(find: Callable[..., list[tuple[str, ...]]], left: str, right: str) -> None:
    assert find("number", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "ours", "theirs"), PARA_FLAGS)
def test_other_words(find: Callable[..., list[tuple[str, ...]]], left: str, right: str, ours: str, theirs: str) -> None:
    assert find("number", LEFT.format(left), RIGHT.format(right)) == [(ours, theirs)]


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., list[tuple[str, ...]]], left: str, right: str) -> None:
    assert find("number", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., list[tuple[str, ...]]], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("number", LEFT.format(left), RIGHT.format(right)) == [expected]


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_rounding_is_a_note(
    discrepancies: Callable[..., list[Discrepancy]], left: str, right: str, expected: tuple[str, str]
) -> None:
    (found,) = discrepancies("number", LEFT.format(left), RIGHT.format(right))
    rounded = (left, right, expected) in ROUNDED
    assert (found.severity == "note") == rounded
    assert ("rounds" in found.message) == rounded


def test_the_message_names_both_figures(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left, right, _ = FLAGS[0]
    (found,) = discrepancies("number", LEFT.format(left), RIGHT.format(right))
    assert found.message == "left has 44 people, right 47 people."


def test_a_figure_in_a_quotation_is_told_once(make_comparison: Callable[..., object]) -> None:
    left, right = "“We lost twelve boats and three piers,” Lee Moss said.", "“We lost fourteen boats and three piers,” Moss said."
    found = make_comparison(LEFT.format(left), RIGHT.format(right)).discrepancies  # type: ignore[attr-defined]
    assert [d.kind for d in found if d.severity == "error"] == ["quotation-wording"]


def test_rounding_between_the_same_words_is_a_warning(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    around = "It would cost an estimated {} million to rebuild the pier."
    (found,) = discrepancies("number", around.format("$46"), around.format("$47"))
    assert (found.severity, found.message) == ("warning", "left has an estimated $46 million, right an estimated $47 million: one rounds, or is less exact.")


def test_a_digit_of_a_precise_figure_is_an_error(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left = "Between May and July the mayor spent $5,687.75 on furs, hats and gloves, the charges say."
    right = "She bought a boat as well. Furs, hats and gloves for $5,587.75 were sent to her home in the mountains."
    assert [d.severity for d in discrepancies("number", left, right)] == ["error"]


def test_other_words_are_an_error_only_where_the_same_is_counted(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    severities = {left: discrepancies("number", LEFT.format(left), RIGHT.format(right))[0].severity for left, right, *_ in PARA_FLAGS}
    assert [left for left, severity in severities.items() if severity == "note"] == [PARA_FLAGS[6][0], PARA_FLAGS[8][0]]
