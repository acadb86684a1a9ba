"""quotation-wording: the same utterance in other words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LEFT = "The council met on Tuesday evening. {} The session lasted two hours."
RIGHT = "Members of the council gathered late on Tuesday. {} No vote was taken that night."

FLAGS = [
    # one word for another
    ("“We will rebuild the old bridge,” Mayor Ann Dole said.", "“We will repair the old bridge,” Dole said.", ("rebuild", "repair")),
    # a word more
    ("“This budget is a disgrace,” Ann Dole said.", "“This budget is a complete disgrace,” Dole said.", ("", "complete")),
    # a negation
    ("“The river is safe to swim in,” Dr. Ruth Lane told reporters.",
     "“The river is not safe to swim in,” Lane told reporters.", ("", "not")),
    # tense
    ("“We opened every gate of the dam,” the engineer Tom Marsh said.",
     "“We have opened every gate of the dam,” Marsh said.", ("", "have")),
    # contraction
    ("“I'd close the harbour tomorrow,” Captain Lee Moss said.", "“I would close the harbor tomorrow,” Moss said.", ("I'd", "I would")),
    # singular and plural
    ("“They blamed the radical farmer in the valley,” Moss said.", "“They blamed the radical farmers in the valley,” Moss said.",
     ("farmer", "farmers")),
    # a figure in a quotation
    ("“Nine hundred people lost their homes,” Moss said.", "“Eight hundred people lost their homes,” Moss said.", ("Nine", "Eight")),
    # the first word
    ("“Such generosity moved the whole village,” Ann Dole said.", "“That generosity moved the whole village,” Dole said.",
     ("Such", "That")),
    # the last word
    ("“Our ferry service deserves better funding,” Dole said.", "“Our ferry service deserves better management,” Dole said.",
     ("funding", "management")),
    # interrupted on one side
    ("“This hospital,” Dr. Ruth Lane said, “needs forty new nurses by spring.”",
     "“This hospital needs forty new doctors by spring,” Lane said.", ("nurses", "doctors")),
    # straight and curly marks beside a real difference
    ('"Nobody told the parents about the fire," Ann Dole said.', "“Nobody warned the parents about the fire,” Dole said.",
     ("told", "warned")),
    # a bracketed word in place of another
    ("“They ruined the orchard in a week,” Tom Marsh said.", "“[The beetles] ruined the orchard in a week,” Marsh said.",
     ("They", "The beetles")),
    # a sentence of speech cut in two
    ("“We cannot accept that children walk that road in the dark,” Lane said.",
     "“We cannot accept. Children walk that road in the dark,” Lane said.", ("that", "")),
    # two words in the middle
    ("“Farmers lost a great deal of wheat this summer,” Marsh said.", "“Farmers lost a gradual amount of wheat this summer,” Marsh said.",
     ("great deal", "gradual amount")),
    # a fragment in another form
    ("Dole spoke of “reckless builders” in the valley council.", "“A reckless builder ruined this valley,” Dole said.",
     ("builders", "builder")),
    # a short one, one word in it the opposite
    ("“I will not resign,” Mayor Ann Dole said.", "“I will resign,” Mayor Ann Dole said.", ("not", "")),
    ("“We are sorry,” Mayor Ann Dole said.", "“We are not sorry,” Mayor Ann Dole said.", ("", "not")),
    # a sign before a figure
    ("“They paid £500 for the boat,” Moss said.", "“They paid $500 for the boat,” Moss said.", ("£500", "$500")),
    ("“It was -5 degrees in the tent,” Moss said.", "“It was 5 degrees in the tent,” Moss said.", ("-5", "5")),
    # an amount
    ("“We lost 1,000 boats in that storm,” Moss said.", "“We lost two thousand boats in that storm,” Moss said.", ("1,000", "two thousand")),
    # two words or three, and nothing but a function word the same
    ("“We won,” Mayor Ann Dole said.", "“We lost,” Mayor Ann Dole said.", ("won", "lost")),
    ("“I love you,” Mayor Ann Dole told the crowd.", "“I hate you,” Mayor Ann Dole told the crowd.", ("love", "hate")),
    # what the narrator writes around it is the same
    ("Farmers spoke of a “complete disaster” for the valley.", "Farmers spoke of a “small mishap” for the valley.",
     ("complete disaster", "small mishap")),
    ("She read the poem “Winter Harbour” to the children.", "She read the poem “Summer Harbour” to the children.", ("Winter", "Summer")),
]  # fmt: skip

QUIET = [
    # one amount in figures and in words
    ("“It cost us $2 million to rebuild the pier,” Moss said.", "“It cost us two million dollars to rebuild the pier,” Moss said."),
    ("“We lost 1,000 boats in that storm,” Moss said.", "“We lost a thousand boats in that storm,” Moss said."),
    # the writer's own word
    ("“The gouvernment [sic] closed the harbour,” Moss said.", "“The gouvernment closed the harbour,” Moss said."),
    # other words in the same place, and nothing but the speaker around them
    ("“Not now,” Mayor Ann Dole said.", "“Perhaps on Monday,” Mayor Ann Dole said."),
    # two scare quotes of one account
    ("Farmers spoke of a “complete disaster” for the valley.", "Bankers spoke of a “small mishap” for the insurers."),
    # the same words
    ("“We will rebuild the old bridge,” Mayor Ann Dole said.", "“We will rebuild the old bridge,” Dole told the paper."),
    # marks
    ("“We'll rebuild the old bridge,” Dole said.", '"We’ll rebuild the old bridge," Dole said.'),
    # case and punctuation
    ("“Rebuild the bridge: now — not later!” Dole said.", "“Rebuild the bridge, now, not later,” Dole said."),
    # US and UK
    ("“The harbour programme will honour our neighbours,” Dole said.", "“The harbor program will honor our neighbors,” Dole said."),
    # hyphens and one word for two
    ("“This world-view ruined the long-term plan,” Dole said.", "“This worldview ruined the long term plan,” Dole said."),
    # digits and words
    ("“We lost 12 boats and three piers,” Moss said.", "“We lost twelve boats and 3 piers,” Moss said."),
    # and, &
    ("“Lane & Moss built the harbor wall,” Dole said.", "“Lane and Moss built the harbor wall,” Dole said."),
    # okay
    ("“It is O.K. to swim in the river again,” Lane said.", "“It is okay to swim in the river again,” Lane said."),
    # U.S., US
    ("“The U.S. engineers checked the dam twice,” Marsh said.", "“The US engineers checked the dam twice,” Marsh said."),
    # different utterances of one speaker
    ("“We will rebuild the old bridge,” Dole said.", "“Nobody can rebuild a village in one winter,” Dole said."),
    # a few common words only
    ("“I think that we need to do it,” Dole said.", "“I think that they want to go there,” Dole said."),
    # narration, not quoted
    ("The mayor said the town would rebuild the old bridge.", "The mayor said the town would repair the old bridge."),
    # truncated, not reworded
    ("“We will rebuild the old bridge,” Dole said.", "“We will rebuild the old bridge before the winter comes,” Dole said."),
    # a fragment that stands in the other
    ("Dole called the plan “reckless and expensive” on Tuesday.", "“The plan is reckless and expensive,” Dole said."),
    # quoted in pieces, paraphrased between
    ("“This hospital,” Lane said, “needs forty nurses.”", "“This hospital needs forty nurses,” Lane said."),
    # a common frame, another statement
    ("“I have no comment,” Mayor Ann Dole said.", "“I have no plans,” Mayor Ann Dole said."),
    ("“We will win,” Mayor Ann Dole said.", "“We will fight on,” Mayor Ann Dole said."),
    # the order of two sentences
    ("“The dam held. The village is dry,” Marsh said.", "“The village is dry,” Marsh said. “The dam held.”"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., list[tuple[str, ...]]], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("quotation-wording", LEFT.format(left), RIGHT.format(right)) == [expected]


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., list[tuple[str, ...]]], left: str, right: str) -> None:
    assert find("quotation-wording", LEFT.format(left), RIGHT.format(right)) == []


def test_the_message_names_both_renderings(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    left, right, _ = FLAGS[0]
    (found,) = discrepancies("quotation-wording", LEFT.format(left), RIGHT.format(right))
    assert found.message == "left has Ann Dole say “will rebuild the”, right “will repair the”."
    assert found.severity == "error"


def test_a_bracketed_clarification_says_so(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    left, right, _ = FLAGS[11]
    (found,) = discrepancies("quotation-wording", LEFT.format(left), RIGHT.format(right))
    assert "bracketed clarification" in found.message


def test_words_that_the_other_account_quotes_elsewhere_are_no_discrepancy(find: Callable[..., list[tuple[str, ...]]]) -> None:
    left = "“They destroyed his whole life,” Dole said. Later she added: “They ruined his whole life.”"
    right = "“They ruined his whole life,” Dole said. Earlier she had said: “They destroyed his whole life.”"
    assert find("quotation-wording", left, right) == []
