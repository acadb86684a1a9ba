"""name: one name in two spellings, one an account."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, ...]]

LEFT = "The council met on Tuesday evening in the old town hall. {} The session lasted two hours."
RIGHT = "Members of the council gathered late on Tuesday. {} No vote was taken that night."

QUIET = [
    # the same name
    ("The engineer Tomas Lindqvist closed the dam.", "Tomas Lindqvist, an engineer, closed the dam."),
    # a short form, a title, initials
    ("Mayor Benjamin Hartwell closed the harbour bridge.", "Mr. Hartwell closed the harbour bridge."),
    ("Governor Alice B. Thornton closed the harbour bridge.", "Gov. Alice Thornton closed the harbour bridge."),
    # a nickname that is nearly the name
    ("The pilot Steven Marlow landed the burning plane.", "The pilot Steve Marlow landed the burning plane."),
    # a genitive
    ("Hartwell's bridge was closed to lorries on Monday.", "The Hartwell bridge was closed to lorries on Monday."),
    # plural
    ("Two Labourites of the Norwich branch left the hall.", "A Labourite of the Norwich branch left the hall."),
    # a country and its people
    ("Troops from Bolivia crossed the border river at night.", "Bolivian troops crossed the border river at night."),
    ("The Estonian fleet left the harbour before dawn.", "The fleet of Estonia left the harbour before dawn."),
    # capitals alone
    ("The sculptor Ann McLeod sold the bronze lions.", "The sculptor Ann Mcleod sold the bronze lions."),
    # a hyphen
    ("The sculptor Ann Lloyd-Weber sold the bronze lions.", "The sculptor Ann Lloyd Weber sold the bronze lions."),
    # other first names: two people
    ("The lawyer Karen Johanson sued the bank on Friday.", "The lawyer Peter Johansen sued the bank on Friday."),
    # near names in sentences that tell different things
    ("The painter Mortensen died in a fire near the coast.", "A teacher called Mortenson won the regional lottery."),
    # an account has both spellings
    ("The engineer Tomas Lindqvist closed the dam.", "Tomas Lindqvist closed the dam. Lindquist left at nine."),
    # ordinary words
    ("Voters of the valley rejected the tunnel plan.", "Votes of the valley rejected the tunnel plan."),
    ("There stood forty empty coaches near the station.", "Where stood forty empty coaches near the station?"),
    # weekdays and months
    ("The ferry sank in March with forty coaches aboard.", "The ferry sank in Marsh with forty coaches aboard."),
    # capitals only in a heading
    ("The council rejected the tunnel plan.", "Tunnal Plan Rejected By Angry Council\n\nThe council rejected it."),
    # short names of two places
    ("The ship left Oman with forty tonnes of grain.", "The ship left Amman with forty tonnes of grain."),
    # an office and its holder
    ("The Foreign Minister closed the border crossing.", "The Foreign Ministry closed the border crossing."),
    # one of a kind, or several, between the same words
    ("The grant went to the Harbour School of Elmstad.", "The grant went to the Harbour Schools of Elmstad."),
    # two ordinary words after all, between the same words
    ("Last of all the ferry left the flooded quay.", "Lost of all the ferry left the flooded quay."),
    # words that both quote (quotation-wording)
    ("“We lost to Halvorsen by three votes,” Dole said.", "“We lost to Halverson by three votes,” Dole said."),
]  # fmt: skip

FLAGS = [
    # the same first name
    ("The engineer Tomas Lindqvist closed the dam.", "The engineer Tomas Lindquist closed the dam.", ("Lindqvist", "Lindquist")),
    # the same surname
    ("Colonel Yevgeni Baranov left the base at dawn.", "Colonel Yevgeny Baranov left the base at dawn.", ("Yevgeni", "Yevgeny")),
    # an accent
    ("Minister Carla Núñez closed the border crossing.", "Carla Nunez, the minister, closed the border.", ("Núñez", "Nunez")),
    ("The singer Björk Olafsdottir left the stage.", "The singer Björk Ólafsdóttir left the stage.", ("Olafsdottir", "Ólafsdóttir")),
    # a letter more
    ("The lawyer Peter Johanson sued the bank on Friday.", "Peter Johannson, a lawyer, sued the bank.", ("Johanson", "Johannson")),
    # a place, in sentences that tell the same
    ("The tanker ran aground near Novosadsk with 300 tonnes of oil.", "A tanker with 300 tonnes of oil ran aground near Novasadsk.",
     ("Novosadsk", "Novasadsk")),
    # letters changed about
    ("The tanker ran aground near Kelmarno with oil.", "The tanker ran aground near Kelmanro with oil.", ("Kelmarno", "Kelmanro")),
    # the first letter
    ("The nurse Edith Barstow saved eleven children.", "The nurse Edith Garstow saved eleven children.", ("Barstow", "Garstow")),
    # a short one, between the same words
    ("On Friday mayor Bosk opened the tunnel to lorries.", "On Friday mayor Bask opened the tunnel to lorries.", ("Bosk", "Bask")),
    # a short one with a first name
    ("The skipper Olav Brun lost the whole catch.", "The skipper Olav Brum lost the whole catch.", ("Brun", "Brum")),
    # a body: the plural of one word
    ("The Royal Farmers Union sued the dairy.", "The Royal Farmer Union sued the dairy.", ("Farmers", "Farmer")),
    # two letters of a long name
    ("The chemist Anna Krzyzewska found the leak.", "The chemist Anna Krzycevska found the leak.", ("Krzyzewska", "Krzycevska")),
    # a title beside it, and only at the start of a sentence
    ("Judge Harbottle froze the accounts of the bank.", "Judge Harbotle froze the accounts of the bank.", ("Harbottle", "Harbotle")),
    # many mentions, one discrepancy
    ("The engineer Tomas Lindqvist closed the dam. Lindqvist left at nine.",
     "The engineer Tomas Lindquist closed the dam. Lindquist left at nine.", ("Lindqvist", "Lindquist")),
    # a river between the same words
    ("Ice blocked the river Vesla for a week.", "Ice blocked the river Vessla for a week.", ("Vesla", "Vessla")),
    # between two pieces of a quotation
    ("“The dam burst,” said Karl Brandvold, an engineer, “and nobody warned the village.”",
     "“The dam burst,” said Karl Brandwold, an engineer, “and nobody warned the village.”", ("Brandvold", "Brandwold")),
    # a slip beside the right form
    ("On Friday Olsen opened the tunnel. Olsen slept.", "On Friday Olson opened the tunnel. Olsen slept.", ("Olsen", "Olson")),
    # an office, a body, a paper: words that are no names elsewhere
    ("It was stolen from the Science Museum in Elmstad, a great museum.", "It was stolen from the Science Musemu in Elmstad, a great museum.",
     ("Museum", "Musemu")),
    ("A poll by the Elmstad Tribune asked nine people.", "A poll by the Elmstad Tribunne asked nine people.", ("Tribune", "Tribunne")),
    ("The letter was sent to Councilman Victor Ashby on Friday.", "The letter was sent to Councilamn Victor Ashby on Friday.",
     ("Councilman", "Councilamn")),
    # what would be an ending, were it not lost inside
    ("They met the Russian envoy in the lobby.", "They met the Russin envoy in the lobby.", ("Russian", "Russin")),
    # an apostrophe
    ("The goalkeeper Liam O'Hanlon broke a finger.", "The goalkeeper Liam OHanlon broke a finger.", ("O'Hanlon", "OHanlon")),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("name", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("name", LEFT.format(left), RIGHT.format(right)) == [expected]


def test_the_message_names_both_spellings(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    (found,) = discrepancies("name", LEFT.format(FLAGS[0][0]), RIGHT.format(FLAGS[0][1]))
    assert found.message == "left writes “Tomas Lindqvist”, right “Tomas Lindquist”."
    assert found.severity == "warning"
