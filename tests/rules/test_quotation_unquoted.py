"""quotation-unquoted: quoted in one account, told in the same words without marks in the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, ...]]

LEFT = "The council met on Tuesday evening. {} The session lasted two hours."
RIGHT = "Members of the council gathered late on Tuesday. {} No vote was taken that night."

QUIET = [
    # quoted by both
    ("“We will close every ferry line by spring,” Dole said.", "“We will close every ferry line by spring,” Dole said."),
    ("Dole wants to “close every ferry line by spring.”", "“We will close every ferry line by spring,” Dole said."),
    # quoted, and told again in the same account
    ("“We will close every ferry line by spring,” Dole said.",
     "Dole said they would close every ferry line by spring. “Close every ferry line by spring,” she said again."),
    # three words
    ("“We burned the granary,” Dole said. “Sorry.”", "Dole said that somebody burned the granary. She was sorry."),
    # two words changed
    ("“We will close every ferry line by spring,” Dole said.", "Dole said it may shut each ferry route by spring."),
    # shifted tense and person
    ("“I sold my oldest cow to him,” Dole said.", "Dole said that she had given her oldest cow to a man."),
    # function words only
    ("“It is not the one that we had been with before,” Dole said.", "It is not the one that we had been with before."),
    # one content word
    ("“That is what it was in the village,” Dole said.", "Nobody knew what it was in the village."),
    # a name alone
    ("“I love the Elmstad Museum of Modern Art,” Dole said.", "A fire broke out at the Elmstad Museum of Modern Art."),
    # four words of another matter
    ("“The farmers sold their old red tractor,” Dole said.", "A film shows an old red tractor in a river."),
    # the title of a work
    ("She sang “The Long Road to Northern Lakes” twice.", "He took the long road to northern lakes."),
    # neither quotes
    ("They will close every ferry line by spring.", "They will close every ferry line by spring."),
    # across the end of a sentence
    ("“We burned the granary. Farmers wept loudly,” Dole said.", "The men burned the granary; farmers wept. Loudly they sang."),
    # across a cue
    ("“We burned,” Dole said, “granary after granary.”", "They burned granary number one."),
    # nothing in common
    ("“We will close every ferry line by spring,” Dole said.", "Snow fell on the northern villages."),
]  # fmt: skip

FLAGS = [
    # a phrase of a quotation
    ("“We will close every ferry line by spring,” Ann Dole said.", "Dole said they will close every ferry line by spring.",
     ("will close every ferry line by spring",) * 2),
    # quoted on the right
    ("Ann Dole said they will close every ferry line by spring.", "“We will close every ferry line by spring,” Dole said.",
     ("will close every ferry line by spring",) * 2),
    # a fragment
    ("Ann Dole called it “a reckless and expensive gamble” on Tuesday.", "Ann Dole called it a reckless and expensive gamble.",
     ("a reckless and expensive gamble",) * 2),
    # one word changed
    ("“The dam will flood three small villages,” Tom Marsh said.", "Tom Marsh said the dam will drown three small villages.",
     ("The dam will flood three small villages", "the dam will drown three small villages")),
    # one word less
    ("“They refused to even touch the poisoned wells,” Marsh said.", "Marsh said they refused to touch the poisoned wells.",
     ("They refused to even touch the poisoned wells", "they refused to touch the poisoned wells")),
    # one word more
    ("“They refused to touch the poisoned wells,” Marsh said.", "Marsh said they refused to even touch the poisoned wells.",
     ("They refused to touch the poisoned wells", "they refused to even touch the poisoned wells")),
    # case, marks, spelling
    ("\"The harbour programme cost nine million,\" Dole said.", "The harbor program cost 9 million, Dole said.",
     ("The harbour programme cost nine million", "The harbor program cost 9 million")),
    # four words in sentences that tell the same
    ("Ann Dole promised “forty new nurses tomorrow” at the Elmstad hospital.", "At the Elmstad hospital Ann Dole promised forty new nurses tomorrow.",
     ("forty new nurses tomorrow",) * 2),
    # many words, in a sentence that tells more
    ("“A cold winter killed half of our bees,” Jo Hale said.", "Hale sold honey for years until a cold winter killed half of our bees and the price rose.",
     ("A cold winter killed half of our bees", "a cold winter killed half of our bees")),
    # inside dashes
    ("“Nobody warned the parents of the pupils,” Lane said.", "Lane was angry — nobody warned the parents of the pupils — and left.",
     ("Nobody warned the parents of the pupils", "nobody warned the parents of the pupils")),
    # a quotation begins behind
    ("“Nobody warned the parents of the pupils in time,” Lane said.", "Nobody warned the parents of the pupils “in good time,” Lane said.",
     ("Nobody warned the parents of the pupils",) * 2),
    # a question
    ("“Who paid for the wooden bridge at Vesla?” Marsh asked.", "Marsh asked who paid for the wooden bridge at Vesla.",
     ("Who paid for the wooden bridge at Vesla", "who paid for the wooden bridge at Vesla")),
    # nobody named
    ("“Forty coaches stood empty near the station,” it read.", "Forty coaches stood empty near the station.",
     ("Forty coaches stood empty near the station",) * 2),
    # the second piece
    ("“It burned,” Marsh said. “Forty coaches stood empty near the station.”", "Forty coaches stood empty near the station, Marsh said.",
     ("Forty coaches stood empty near the station",) * 2),
    # the word changed is the second
    ("“The glacier lost nine metres of blue ice,” Strand said.", "Strand said a glacier lost nine metres of blue ice.",
     ("glacier lost nine metres of blue ice",) * 2),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("quotation-unquoted", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("quotation-unquoted", LEFT.format(left), RIGHT.format(right)) == [expected]


def test_the_message_says_who_quotes_and_who_does_not(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    (found,) = discrepancies("quotation-unquoted", LEFT.format(FLAGS[2][0]), RIGHT.format(FLAGS[2][1]))
    words = "a reckless and expensive gamble"
    assert found.message == f"left has Ann Dole say “{words}”; right has “{words}” without quotation marks."
    assert found.severity == "note"


def test_one_phrase_everywhere_is_read_in_one_go(find: Callable[..., Found]) -> None:
    quoted, told = "“the old red barn burned,” he said. " * 500, "The old red barn burned down. " * 500
    assert len(find("quotation-unquoted", quoted, told)) <= 500
