"""quotation-truncated: words left out at an edge, or by an ellipsis, that the other account quotes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Discrepancy

Found = list[tuple[str, ...]]

LEFT = "The council met on Tuesday evening. {} The session lasted two hours."
RIGHT = "Members of the council gathered late on Tuesday. {} No vote was taken that night."

FLAGS = [
    # the end is left out
    ("“We will rebuild the old bridge,” Mayor Ann Dole said.", "“We will rebuild the old bridge before the winter comes,” Dole said.",
     ("", "before the winter comes")),
    # the beginning is left out
    ("“After the storm the harbour was full of splintered boats,” Captain Lee Moss said.",
     "“The harbor was full of splintered boats,” Moss said.", ("After the storm", "")),
    # a fragment in the narrator's sentence
    ("Dr. Ruth Lane called the vaccine “cheap and harmless” on Tuesday.",
     "“This vaccine is cheap and harmless for every child over two,” Dr. Ruth Lane said.", ("", "for every child over two")),
    # a condition is left out
    ("“We will sell the stadium,” Owen Pratt said.", "“We will sell the stadium unless the league pays its rent,” Pratt said.",
     ("", "unless the league pays its rent")),
    # an exception is left out
    ("“Every school stays open tomorrow,” Nora Quist said.", "“Every school stays open tomorrow except the two on the island,” Quist said.",
     ("", "except the two on the island")),
    # an ellipsis
    ("“The tunnel … reopens on Friday,” the engineer Tom Marsh said.",
     "“The tunnel under the northern ridge reopens on Friday,” Marsh said.", ("", "under the northern ridge")),
    # three dots
    ('"The orchestra deserves ... a proper concert hall," Ida Berg said.',
     "“The orchestra deserves, after ninety years of draughty churches, a proper concert hall,” Berg said.",
     ("", "after ninety years of draughty churches")),
    # interrupted by its cue, and shorter behind it
    ("“Our bees,” the keeper Jo Hale said, “vanished in a single week.”",
     "“Our bees vanished in a single week of February,” Hale said.", ("", "of February")),
    # a reason
    ("“I resigned from the board,” Max Weller said.", "“I resigned from the board because nobody read the audit,” Weller said.",
     ("", "because nobody read the audit")),
    # the first of two clauses
    ("“They cut the fence at midnight and the guard dogs were poisoned,” Sergeant Amy Cole said.",
     "“The guard dogs were poisoned,” Cole said.", ("They cut the fence at midnight and", "")),
    # straight and curly marks beside a real cut
    ('"The glacier lost nine metres," Elin Strand said.', "“The glacier lost nine metres in one hot summer,” Strand said.",
     ("", "in one hot summer")),
    # a sentence between, whole in both
    ("“We lost the final. The referee slept through the second half,” coach Ray Dunn said.",
     "“We lost the final. The referee slept,” Dunn said.", ("through the second half", "")),
    # a fragment that opens the fuller sentence
    ("Weller spoke of a “hostile takeover” of the brewery.",
     "“A hostile takeover ruins every brewery in this county,” Max Weller said.", ("", "ruins every brewery in this county")),
    # a clause before
    ("“If the rains fail again, the reservoir runs dry in August,” Marsh said.",
     "“The reservoir runs dry in August,” Marsh said.", ("If the rains fail again", "")),
    # a fragment with less before it than behind it
    ("The minister said the strike was “a reckless gamble” and left.",
     "“It was a reckless gamble with the savings of nine thousand dockers,” the minister, Carla Voss, said.",
     ("", "with the savings of nine thousand dockers")),
    # small letters, a fragment without a speaker of its own
    ("Quist promised “new buses for every island” by spring.",
     "“There will be new buses for every island and every school,” Nora Quist said.", ("", "and every school")),
]  # fmt: skip

QUIET = [
    # the same words
    ("“We will rebuild the old bridge,” Ann Dole said.", "“We will rebuild the old bridge,” Dole told the paper."),
    # a whole sentence more behind it
    ("“We will rebuild the old bridge,” Dole said.", "“We will rebuild the old bridge. The money is there,” Dole said."),
    # a whole sentence more before it
    ("“The storm was fierce. Every boat in the harbour sank,” Moss said.", "“Every boat in the harbor sank,” Moss said."),
    # a whole sentence between
    ("“The dam held. Nobody slept. The village is dry,” Marsh said.", "“The dam held. The village is dry,” Marsh said."),
    # interrupted by its cue, nothing left out
    ("“This hospital,” Dr. Ruth Lane said, “needs forty nurses.”", "“This hospital needs forty nurses,” Lane said."),
    # in two quotations, nothing left out
    ("“The tunnel is safe,” Marsh said. He added: “The ridge is not.”", "“The tunnel is safe. The ridge is not,” Marsh said."),
    # marks, case, spelling
    ("“The harbour programme will honour our neighbours,” Dole said.", '"The harbor program will honor our neighbors," Dole said.'),
    # reworded, not cut
    ("“Our bees vanished in a week,” Hale said.", "“Our bees died in a week,” Hale said."),
    # a lone function word
    ("“And the glacier lost nine metres of ice,” Strand said.", "“the glacier lost nine metres of ice,” Strand said."),
    # another utterance
    ("“The reservoir is nearly empty,” Marsh said.", "“Nobody can rebuild a village in one winter,” Dole said."),
    # the longer one is no quotation
    ("“We will sell the stadium,” Pratt said.", "Pratt said they would sell the stadium unless the league paid."),
    # nothing quoted at all
    ("The mayor said the bridge would be rebuilt.", "The mayor said the bridge would be rebuilt before winter."),
    # the title of a work
    ("She sang “The Drowned Village” on Tuesday.", "She sang the ballad “The Drowned Village of the North” on Tuesday."),
    # the order of two sentences
    ("“The dam held. The village is dry,” Marsh said.", "“The village is dry,” Marsh said. “The dam held.”"),
    # over two paragraphs, nothing left out
    ("“The choir sang all night.\n\n“Nobody went home,” Berg said.", "“The choir sang all night. Nobody went home,” Berg said."),
    # left out in the middle without a sign: another wording
    ("“Smugglers cut the fence and poisoned the dogs,” Cole said.", "“Smugglers poisoned the dogs,” Cole said."),
    # another speaker's words on another thing
    ("“The glacier shrinks every summer,” Strand said.", "“Our fleet of herring boats grew smaller after the war,” Owen Pratt wrote."),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("quotation-truncated", LEFT.format(left), RIGHT.format(right)) == [expected]


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags_whichever_is_left(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("quotation-truncated", RIGHT.format(right), LEFT.format(left)) == [expected[::-1]]


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("quotation-truncated", LEFT.format(left), RIGHT.format(right)) == []


FULLER = "“The museum must return the bronze lions {},” curator Hana Ito said."

SEVERITIES = [
    # a fragment in the narrator's sentence
    ("Ito said the museum “must return the bronze lions” this year.", "to the families who lent them", "note"),
    # passed off as a whole sentence
    ("“The museum must return the bronze lions,” Ito said.", "to the families who lent them", "warning"),
    ("Ito was firm: “The museum must return the bronze lions.”", "to the families who lent them", "warning"),
    # cut before a turn, even in the narrator's sentence
    ("Ito said the museum “must return the bronze lions” this year.", "but not the gold masks", "warning"),
    ("Ito said the museum “must return the bronze lions” this year.", "unless a judge forbids it", "warning"),
    ("Ito said the museum “must return the bronze lions” this year.", "except the smallest pair", "warning"),
    ("Ito said the museum “must return the bronze lions” this year.", "if a court agrees", "warning"),
    ("“The museum must return the bronze lions,” Ito said.", "but not the gold masks", "warning"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "more", "severity"), SEVERITIES)
def test_severity(discrepancies: Callable[..., list[Discrepancy]], left: str, more: str, severity: str) -> None:
    found = discrepancies("quotation-truncated", LEFT.format(left), RIGHT.format(FULLER.format(more)))
    assert next(d.severity for d in found) == severity


def test_a_beginning_left_out_of_what_looks_whole_is_a_warning(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left, right, _ = FLAGS[1]
    (found,) = discrepancies("quotation-truncated", LEFT.format(left), RIGHT.format(right))
    assert found.severity == "warning"


def test_an_ellipsis_is_a_note(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left, right, _ = FLAGS[5]
    (found,) = discrepancies("quotation-truncated", LEFT.format(left), RIGHT.format(right))
    assert found.severity == "note"
    assert found.message == "left leaves out words after “The tunnel”; right goes on “under the northern ridge”."


def test_fuller_words_quoted_elsewhere_make_it_a_note(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left = "“Every school stays open,” Quist said. Later she said: “Every school stays open except the two on the island.”"
    right = "“Every school stays open except the two on the island,” Nora Quist said."
    found = discrepancies("quotation-truncated", LEFT.format(left), RIGHT.format(right))
    assert [d.severity for d in found] == ["note"]
    assert found[0].message.endswith("It quotes these words, too, elsewhere.")


def test_the_message_says_where_it_stops_and_how_it_goes_on(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left, right, _ = FLAGS[3]
    (found,) = discrepancies("quotation-truncated", LEFT.format(left), RIGHT.format(right))
    assert found.message == (
        "left stops after “will sell the stadium”; right goes on “unless the league pays its rent”, a turn that changes it."
    )


def test_the_message_says_what_stands_before(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    left, right, _ = FLAGS[13]
    (found,) = discrepancies("quotation-truncated", LEFT.format(left), RIGHT.format(right))
    assert found.message == "right begins at “The reservoir runs dry”; left quotes “If the rains fail again” before it."


def test_of_a_fragment_only_the_edge_that_leaves_out_more(find: Callable[..., Found]) -> None:
    left = "Pratt called it a “stadium of ghosts” on Tuesday."
    right = "“This is a stadium of ghosts that costs the town two millions a year,” Owen Pratt said."
    assert find("quotation-truncated", LEFT.format(left), RIGHT.format(right)) == [
        ("", "that costs the town two millions a year")
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“The law on this point is clear,” Rebecca Stroud said.", "“law on this point is clear,” Rebecca Stroud said."),
        ("“I heard a noise and then the lights went out,” Lind said.", "“I heard a noise and then the lights went,” Lind said."),
        ("The city “will not allow a stall to close” this year.", "The city “not allow a stall to close” this year."),
        ("Lane spoke. “Nobody ever took a penny for himself.”", "Lane spoke. “Nobody ever took a penny for.”"),
        ("It would “clear up any confusion” about the bill.", "It would “clear up any” about the bill."),
    ],
)
def test_a_word_lost_where_the_narrator_writes_the_same_is_a_warning(
    discrepancies: Callable[..., list[Discrepancy]], left: str, right: str
) -> None:
    assert [d.severity for d in discrepancies("quotation-truncated", left, right)] == ["warning"]


@pytest.mark.parametrize(
    ("left", "right", "severity"),
    [
        ("“It is a great day for the valley,” Ann Dole said.", "“A great day for the valley,” Ann Dole said.", "note"),
        ("“There was a fire on every hill,” Ann Dole said.", "“Fire on every hill,” Ann Dole said.", "note"),
        ("“That's the worst flood in memory,” Ann Dole said.", "“Worst flood in memory,” Ann Dole said.", "note"),
        ("“It's great news for the valley,” Ann Dole said.", "“Great news for the valley!” cried Ann Dole on the steps.", "note"),
        ("“I think this is a great day for the valley,” Ann Dole said.", "“This is a great day for the valley,” Ann Dole said.", "warning"),
        ("“It is not a great day for the valley,” Ann Dole said.", "“A great day for the valley,” Ann Dole said.", "warning"),
    ],
)
def test_a_sentence_without_its_first_pronoun_and_verb_is_a_note(
    discrepancies: Callable[..., list[Discrepancy]], left: str, right: str, severity: str
) -> None:
    rest = "The council met late in the town hall. {} The mayor thanked the fire brigade."
    (found,) = discrepancies("quotation-truncated", rest.format(left), rest.format(right))
    assert found.severity == severity
