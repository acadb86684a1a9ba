"""quotation-speaker: the same words, credited to two people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, ...]]

LEFT = "The council met on Tuesday evening with Ann Dole and Tom Marsh. {} The session lasted two hours."
RIGHT = "Tom Marsh and Ann Dole of the council gathered late on Tuesday. {} No vote was taken that night."
WORDS = "Nobody told the parents about the fire in the school"

QUIET = [
    # the same speaker
    (f"“{WORDS},” said Ann Dole.", f"“{WORDS},” Ann Dole told the paper."),
    # a short form, a title, an initial
    (f"“{WORDS},” said Mayor Dole.", f"“{WORDS},” Ann B. Dole said."),
    # a pronoun
    (f"Ann Dole was angry. “{WORDS},” she said.", f"“{WORDS},” Tom Marsh said."),
    # a role
    (f"“{WORDS},” the mayor said.", f"“{WORDS},” Tom Marsh said."),
    # an office, a campaign, a letter
    (f"“{WORDS},” her office said.", f"“{WORDS},” Ann Dole said."),
    (f"“{WORDS},” the letter said.", f"“{WORDS},” Ann Dole said."),
    # one is quoted by the other
    (f"“{WORDS},” Ann Dole said, quoting Tom Marsh.", f"“{WORDS},” Tom Marsh said."),
    (f"Tom Marsh reported what the mayor knew. “{WORDS},” Ann Dole told Marsh.", f"“{WORDS},” Tom Marsh said."),
    # a verb that repeats
    (f"Ann Dole read: “{WORDS}.”", f"“{WORDS},” Tom Marsh said."),
    # a thought
    (f"“{WORDS},” Ann Dole thinks.", f"“{WORDS},” Tom Marsh said."),
    # common words only
    ("“I think that we have to do this for them,” Ann Dole said.", "“I think that we have to do this for them,” Tom Marsh said."),
    # other words
    (f"“{WORDS},” Ann Dole said.", "“Somebody warned the parents before the fire in the hall,” Tom Marsh said."),
    # a misspelled name
    (f"“{WORDS},” Peter Johanson said.", f"“{WORDS},” Peter Johansen said."),
    # few words, and other words around them
    ("“We gave our word,” she said.", "“We gave our word,” he said."),
    # a name and its short form beside one verb
    (f"“{WORDS},” said Councilwoman Ann Dole, who voted against.", f"“{WORDS},” said Dole, who voted against."),
    # a day beside the verb
    (f"The mayor said Tuesday that “{WORDS}.”", f"The mayor said Friday that “{WORDS}.”"),
    # a name lost to a letter
    (f"“{WORDS},” Dole said.", f"“{WORDS},” Doel said."),
    # nobody is named
    (f"“{WORDS}.”", f"“{WORDS},” Tom Marsh said."),
]  # fmt: skip

FLAGS = [
    (f"“{WORDS},” said Ann Dole.", f"“{WORDS},” said Tom Marsh.", ("Ann Dole", "Tom Marsh")),
    # the verb behind
    (f"“{WORDS},” Ann Dole said.", f"“{WORDS},” Tom Marsh told reporters.", ("Ann Dole", "Tom Marsh")),
    # surnames alone
    (f"“{WORDS},” Dole said.", f"“{WORDS},” Marsh said.", ("Dole", "Marsh")),
    # titles
    (f"“{WORDS},” Mayor Ann Dole said.", f"“{WORDS},” Captain Tom Marsh said.", ("Mayor Ann Dole", "Captain Tom Marsh")),
    # the speaker first
    (f"Ann Dole said: “{WORDS}.”", f"“{WORDS},” added Tom Marsh.", ("Ann Dole", "Tom Marsh")),
    (f"Ann Dole said, “{WORDS}.”", f"Tom Marsh said, “{WORDS}.”", ("Ann Dole", "Tom Marsh")),
    # straight marks, case, spelling
    ("\"The harbour programme is a costly mistake,\" Ann Dole said.", "“The harbor program is a costly mistake,” Tom Marsh said.",
     ("Ann Dole", "Tom Marsh")),
    # one word of many differs
    (f"“{WORDS},” Ann Dole argued.", "“Nobody warned the parents about the fire in the school,” Tom Marsh argued.", ("Ann Dole", "Tom Marsh")),
    # interrupted
    ("“Nobody told the parents,” Ann Dole said, “about the fire in the school.”", f"“{WORDS},” Tom Marsh said.", ("Ann Dole", "Tom Marsh")),
    # other verbs
    (f"“{WORDS},” Ann Dole complained.", f"“{WORDS},” Tom Marsh explained.", ("Ann Dole", "Tom Marsh")),
    (f"“{WORDS},” Ann Dole wrote.", f"“{WORDS},” Tom Marsh tweeted.", ("Ann Dole", "Tom Marsh")),
    # a whole and a part of it
    (f"“{WORDS},” Ann Dole said.", "“Nobody told the parents about the fire,” Tom Marsh said.", ("Ann Dole", "Tom Marsh")),
    # two of one first name
    (f"“{WORDS},” Tom Harwell said.", f"“{WORDS},” Tom Marsh said.", ("Tom Harwell", "Tom Marsh")),
    # a new person
    (f"“{WORDS},” said Lars Berglund, 44, a fireman.", f"“{WORDS},” said Tom Marsh, 51.", ("Lars Berglund", "Tom Marsh")),
    # an apposition
    (f"“{WORDS},” Lars Berglund, a fireman, said.", f"“{WORDS},” Tom Marsh, the captain, said.", ("Lars Berglund", "Tom Marsh")),
    # a name that is told nowhere else
    (f"“{WORDS},” Dole told him.", f"“{WORDS},” Renner told him.", ("Dole", "Renner")),
    # two pronouns in the same words
    (f"“{WORDS},” she said.", f"“{WORDS},” he said.", ("she", "he")),
    # an office before the name
    (f"“{WORDS},” White House Secretary Tom Marsh said.", f"“{WORDS},” Maria Lund said.", ("White House Secretary Tom Marsh", "Maria Lund")),
    # a second speech of his
    (f"“{WORDS},” Ann Dole said. “It burned,” Dole said.", f"“{WORDS},” Tom Marsh said. “It rained,” Marsh said.", ("Ann Dole", "Tom Marsh")),
]  # fmt: skip


NOTES = [
    # a spokesman, somebody who works for another
    (f"“{WORDS},” a spokesman said.", f"“{WORDS},” Tom Marsh said.", ("a spokesman", "Tom Marsh")),
    (f"“{WORDS},” said Ruth Lane, a spokeswoman for the mayor.", f"“{WORDS},” Ann Dole said.", ("Ruth Lane", "Ann Dole")),
    (f"“{WORDS},” said Ruth Lane, Mr. Marsh's press secretary.", f"“{WORDS},” Tom Marsh said.", ("Ruth Lane", "Tom Marsh")),
    # several of them
    (f"“{WORDS},” aides said.", f"“{WORDS},” Tom Marsh said.", ("aides", "Tom Marsh")),
    # a campaign, a paper, a body
    (f"“{WORDS},” the Dole campaign said.", f"“{WORDS},” Tom Marsh said.", ("the Dole campaign", "Tom Marsh")),
    (f"“{WORDS},” The Elmstad Tribune said.", f"“{WORDS},” Tom Marsh said.", ("Elmstad Tribune", "Tom Marsh")),
    (f"“{WORDS},” the Farmers Union said.", f"“{WORDS},” Tom Marsh said.", ("Farmers Union", "Tom Marsh")),
    # few words
    ("“We told the parents,” Ann Dole said.", "“We told the parents,” Tom Marsh said.", ("Ann Dole", "Tom Marsh")),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("quotation-speaker", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("quotation-speaker", LEFT.format(left), RIGHT.format(right)) == [expected]


@pytest.mark.parametrize(("left", "right", "expected"), NOTES)
def test_notes(
    find: Callable[..., Found],
    discrepancies: Callable[..., list],  # type: ignore[type-arg]
    left: str,
    right: str,
    expected: tuple[str, str],
) -> None:
    texts = LEFT.format(left), RIGHT.format(right)
    assert find("quotation-speaker", *texts) == [expected]
    assert [d.severity for d in discrepancies("quotation-speaker", *texts)] == ["note"]


def test_the_message_names_both_speakers(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    (found,) = discrepancies("quotation-speaker", LEFT.format(FLAGS[2][0]), RIGHT.format(FLAGS[2][1]))
    assert found.message == f"left credits “{WORDS}” to Ann Dole, right to Tom Marsh."
    assert found.severity == "error"


@pytest.mark.parametrize(("left", "right", "expected"), [f for f in FLAGS if f[0].split("”")[0] == f[1].split("”")[0]])
def test_the_same_words_are_no_other_wording(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("quotation-wording", LEFT.format(left), RIGHT.format(right)) == []


def test_few_words_in_a_copy(find: Callable[..., Found]) -> None:
    around = "The union would not strike again. “We gave our word,” {} said. The mayor was glad to hear it."
    assert find("quotation-speaker", around.format("she"), around.format("he")) == [("she", "he")]
    assert find("quotation-speaker", around.format("Dole"), around.format("Marsh")) == [("Dole", "Marsh")]
    assert find("quotation-speaker", around.format("Dole"), around.format("Ann Dole")) == []
