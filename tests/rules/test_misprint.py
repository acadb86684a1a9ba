"""misprint: a plain slip inside one account."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, ...]]

LEFT = "The council met on Tuesday evening. {} The session lasted two hours."
RIGHT = "Members of the council gathered late on Tuesday. {} No vote was taken that night."

QUIET = [
    # doubled on purpose
    ("The mayor had had enough of that that evening.", ""),
    ("It was a very very long night, long long and cold.", ""),
    # names said twice
    ("A train left Baden Baden for Pago Pago.", ""),
    # across a stop, a comma, a mark
    ("They gave in. In the end it rained. No, no, they said.", ""),
    ("What it was, was theatre; “the band” the band called it.", ""),
    # a paragraph's end
    ("The heading ends with the\n\nthe first word.", ""),
    # good articles
    ("A European, a one-off, a union, a ewe, a unit, a once-in-a-lifetime offer, a eulogy.", ""),
    ("An hour, an honest heir, an NBC crew, an X-ray, an MP, an f-stop.", ""),
    ("Plan A is a go. Vitamin A improved an 80-page report and an 11th one.", ""),
    # a hyphen, a genitive
    ("A a-cappella group and the the-end sign; her hers-and-his towels.", ""),
    # gave her her coat
    ("He gave her her coat and went in in time.", ""),
    # inflections
    ("The farmers rebuilt a granary near the river Vesla.", "The farmer rebuilds a granary near the river Vesla. Granaries burn."),
    # US and UK
    ("The neighbours rebuilt the harbour wall at Vesla.", "The neighbors rebuilt the harbor wall at Vesla."),
    # another word in the same place
    ("The farmers sold the western granary at Vesla.", "The farmers sold the eastern granary at Vesla."),
    # the near-form stands more than once
    ("The soldiers wore uniformed coats. All were uniformed.", "The soldiers wore uninformed coats. All were uninformed."),
    # one letter for another
    ("A preposition closed the meeting of farmers at Vesla.", "A proposition closed the meeting of farmers at Vesla. The proposition fell."),
    # two verbs of saying, two sentences
    ("It rained, Dole said. Marsh said it snowed.", ""),
]  # fmt: skip

FLAGS = [
    # doubled words
    ("The bridge across the the river fell.", "", ("the the",)),
    ("They met in the hall of of the guild.", "", ("of of",)),
    ("The mayor wants to to sell it.", "", ("to to",)),
    ("The guild and and the mayor met.", "", ("and and",)),
    ("The rebuilt bridge bridge fell again.", "", ("bridge bridge",)),
    ("A line ends with a\na broken word.", "", ("a\na",)),
    # the first of them begins the sentence
    ("The the bridge fell.", "", ("The the",)),
    ("“That that is nonsense is plain,” Dole said.", "", ("That that",)),
    # a verb of saying twice
    ("“It fell,” said Dole said on Friday.", "", ("said Dole said",)),
    ("“It fell,” said Mr. Tom Marsh said.", "", ("said Mr. Tom Marsh said",)),
    # articles
    ("It was a old bridge.", "", ("a old",)),
    ("It was an bridge of oak.", "", ("an bridge",)),
    ("A engineer closed it.", "", ("A engineer",)),
    ("They met a Ohio farmer.", "", ("a Ohio",)),
    ("They sold the a painting.", "", ("the a",)),
    ("They sold the their cows.", "", ("the their",)),
    # a letter lost, doubled, changed about
    ("The committment to rebuild the bridge at Vesla stands.", "The commitment to rebuild the bridge at Vesla stands.", ("committment",)),
    ("The goverment sold the bridge at Vesla to farmers.", "The government sold the bridge at Vesla to farmers.", ("goverment",)),
    ("The parliment sold the bridge at Vesla to farmers.", "The parliament sold the bridge at Vesla to farmers.", ("parliment",)),
]  # fmt: skip

AGAIN = " A commitment of the government and the parliament is a commitment."
"""What makes the right forms the common ones."""


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("misprint", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, expected: tuple[str, ...]) -> None:
    assert find("misprint", LEFT.format(left), RIGHT.format(right + AGAIN)) == [expected]


def test_both_accounts_with_the_same_slip_do_not_differ(find: Callable[..., Found]) -> None:
    text = LEFT.format("The bridge across the the river fell.")
    assert find("misprint", text, text) == []


def test_the_message_says_what_slipped(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    (found,) = discrepancies("misprint", LEFT.format(FLAGS[0][0]), RIGHT.format(""))
    assert found.message == "left has “the the”: a word twice."
    assert found.severity == "note"


def test_a_long_line_of_one_word_is_read_in_one_go(find: Callable[..., Found]) -> None:
    assert len(find("misprint", "ho " * 20_000 + "the the end.", "Nothing.")) <= 1
