"""conflict: the same claim, with something in it that cannot both be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, ...]]

LEFT = "The council of Elmstad met on Tuesday evening. {} The session lasted two hours."
RIGHT = "Members of the council gathered late on Tuesday. {} Snow fell that night."

QUIET = [
    # the same
    ("The engineers will build a school in Norden and a clinic in Sulby.", "A school in Norden and a clinic in Sulby will be built by the engineers."),
    # the same, joined, with both things
    ("The engineers will build a school in Norden and a clinic in Sulby.", "The engineers will build a school and a clinic in Norden and Sulby."),
    # other places
    ("The engineers will build a school in Norden and a clinic in Sulby.", "The engineers will build schools in Norden and Tarby."),
    # the same head
    ("The envoys met at the old palace in Norden.", "The envoys met at the summer palace in Norden."),
    # times and figures are other rules'
    ("The envoys met on Friday in Norden.", "The envoys met on Monday in Norden."),
    ("The envoys met for three hours in Norden.", "The envoys met for five hours in Norden."),
    # told by the other account elsewhere
    ("The envoys met at the palace in the morning. The palace is a museum.", "The museum opened for the envoys who met at the palace."),
    # one sentence has both members of a class
    ("The car hit a truck on the harbour bridge.", "A truck and a car collided on the harbour bridge."),
    # a person told of by two relations
    ("The brother and the father of the skipper drowned.", "The father of the skipper drowned with the brother."),
    # capitals: a name
    ("The Red Barn burned down near the harbour bridge.", "The blue barn burned down near the harbour bridge."),
    # words quoted by both
    ("“We met at the palace in Norden,” Mayor Dole said.", "“We met at the station in Norden,” Mayor Dole said."),
    # a light verb
    ("The mayor took part in the race for the lifeboat.", "The mayor took pride in the race for the lifeboat."),
    # sentences that tell different things
    ("The engine of the ferry failed near Norden.", "A pupil brought his dog to the school in Sulby."),
    # an infinitive
    ("The engineers have orders to build a school.", "The engineers have orders to repair a clinic."),
    # another place behind another preposition
    ("The skipper sailed from Norden with forty sheep.", "The skipper sailed to Sulby with forty sheep."),
    # what may only refer to something named
    ("The skipper was dismissed from the Norden Shipping Company.", "The skipper was dismissed from the firm."),
    ("Marsh was born in the northern valley.", "Marsh was born in this province."),
    # two relatives of different people
    ("The father of a drowned pupil praised the divers.", "The divers were praised by a man whose son drowned."),
    # pronouns
    ("The mayor apologized for it in front of the school.", "The mayor apologized for them in front of the school."),
]  # fmt: skip

FLAGS = [
    # each its own, against both the same
    ("The engineers will build a school in Norden and a clinic in Sulby.", "The engineers will build schools in Sulby and Norden.",
     ("a school in Norden and a clinic in Sulby", "schools in Sulby and Norden")),
    ("The army put missiles in Norden and a radar in the Sulby Hills.", "The army put the system in the Sulby Hills and Norden.",
     ("missiles in Norden and a radar in the Sulby Hills", "the system in the Sulby Hills and Norden")),
    ("The firm sends coal to Norden and timber to Sulby.", "The firm sends coal to Sulby and Norden.",
     ("coal to Norden and timber to Sulby", "coal to Sulby and Norden")),
    # how an office ended
    ("The head of the harbour police was dismissed in spring.", "The head of the harbour police resigned in spring.", ("dismissed", "resigned")),
    # how somebody died
    ("The skipper was shot in the cabin of the ferry.", "The skipper was stabbed in the cabin of the ferry.", ("shot", "stabbed")),
    # kinship
    ("The brother of the skipper found the boat at dawn.", "The uncle of the skipper found the boat at dawn.", ("brother", "uncle")),
    # vehicles
    ("A bus with twelve pilgrims fell into the river.", "A van with twelve pilgrims fell into the river.", ("bus", "van")),
    # weapons
    ("The robber threatened the clerk with a knife.", "The robber threatened the clerk with a pistol.", ("knife", "pistol")),
    # quarters
    ("The fire began in the northern wing of the school.", "The fire began in the southern wing of the school.", ("northern", "southern")),
    # a charge
    ("The banker was charged with a felony in Norden.", "The banker was charged with a misdemeanor in Norden.", ("felony", "misdemeanor")),
    # colours
    ("The witness saw a red boat leave the harbour.", "The witness saw a green boat leave the harbour.", ("red", "green")),
    # what hangs on one word
    ("The envoys met at the palace in Norden.", "The envoys met at the station in Norden.", ("the palace", "the station")),
    ("The farmers left in exchange for a pardon.", "The farmers left in exchange for money.", ("a pardon", "money")),
    ("The clerk pleaded guilty to bribery in Norden.", "The clerk pleaded guilty to theft in Norden.", ("bribery", "theft")),
    ("The sheep were driven into the church at dawn.", "The sheep were driven into the station at dawn.", ("the church", "the station")),
    ("The skipper sailed with forty sheep to Norden.", "The skipper sailed with forty sheep to Tarby.", ("Norden", "Tarby")),
    # a thing that shares a word, between the same words
    ("The envoys met at the Dole family's seaside castle in Norden.", "The envoys met at the Dole family home in Norden.",
     ("the Dole family's seaside castle", "the Dole family home")),
]  # fmt: skip

NOTES = [f for f in FLAGS if f[0].startswith(("The envoys", "The farmers left", "The clerk", "The sheep", "The skipper sailed"))]


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("conflict", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("conflict", LEFT.format(left), RIGHT.format(right)) == [expected]


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_severity(discrepancies: Callable[..., list], left: str, right: str, expected: tuple[str, str]) -> None:  # type: ignore[type-arg]
    (found,) = discrepancies("conflict", LEFT.format(left), RIGHT.format(right))
    assert found.severity == ("note" if (left, right, expected) in NOTES else "warning")


def test_the_message_says_what_was_compared(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    (found,) = discrepancies("conflict", LEFT.format(NOTES[0][0]), RIGHT.format(NOTES[0][1]))
    assert found.message == "left has “the palace”, right “the station”, both after “met at”."
