"""inconsistent: one account quotes the same words two ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Account, Discrepancy
from compare.rules.inconsistent import near_form, within

Found = list[tuple[str, ...]]

TEXT = "The council met on Tuesday evening.\n\n{}\n\nThe session lasted two hours."
OTHER = "Snow fell on the northern villages for a third night.\n\nTrains stood still between Elmstad and the coast."

FLAGS = [
    # in the lead and below, one word for another
    ("“We will rebuild the old bridge,” Mayor Ann Dole said.\n\nLater she went on. “We will repair the old bridge,” Dole said.",
     ("rebuild", "repair")),
    # a figure
    ("“The quake buried nine hundred homes in the valley,” Tom Marsh said.\n\n“The quake buried eight hundred homes in the valley,” Marsh said.",
     ("nine", "eight")),
    # a word more
    ("“This budget is a disgrace to the town,” Ann Dole said.\n\nDole said again: “This budget is a complete disgrace to the town.”",
     ("", "complete")),
    # tense
    ("“They close every library on the island,” Nora Quist said.\n\n“They closed every library on the island,” Quist said.",
     ("close", "closed")),
    # a negation
    ("“The river is safe to swim in this summer,” Ruth Lane said.\n\n“The river is not safe to swim in this summer,” Lane said.",
     ("", "not")),
    # contraction
    ("“I'd close the harbour for good tomorrow,” Lee Moss said.\n\n“I would close the harbour for good tomorrow,” Moss said.",
     ("I'd", "I would")),
    # a verb in an adjective's place, quoted alone
    ("Quist called the timetable “oppress” at noon.\n\n“This timetable is oppressive, and you know it,” Quist said.",
     ("oppress", "oppressive")),
    # it comes after the whole
    ("“Their method is destructive, whatever they say,” Owen Pratt said.\n\nPratt called it “destruct” twice that day.",
     ("destructive", "destruct")),
    # another ending
    ("Lane found the offer “accept” at first.\n\n“The offer is acceptable to every nurse,” Lane said.",
     ("accept", "acceptable")),
    # a slip of the pen in a fragment with an article
    ("Berg saw “a catastrofe” coming.\n\n“The whole choir is a catastrophe,” Berg said.",
     ("catastrofe", "catastrophe")),
    # in one paragraph
    ("“Our bees vanished in a single week of February,” Jo Hale said. Again: “Our bees vanished in a single month of February,” Hale said.",
     ("week", "month")),
    # interrupted the second time
    ("“The glacier lost nine metres of ice,” Elin Strand said.\n\n“The glacier,” Strand said, “lost nine miles of ice.”",
     ("metres", "miles")),
    # straight marks and curly marks
    ('"Smugglers poisoned the guard dogs at midnight," Amy Cole said.\n\n“Smugglers poisoned the watch dogs at midnight,” Cole said.',
     ("guard", "watch")),
    # the last word
    ("“Our ferry service deserves better funding,” Dole said.\n\n“Our ferry service deserves better management,” Dole said.",
     ("funding", "management")),
    # nobody named
    ("“Nobody told the parents about the fire,” read the note.\n\n“Nobody warned the parents about the fire,” it read on the back.",
     ("told", "warned")),
]  # fmt: skip

QUIET = [
    # the same words twice
    "“We will rebuild the old bridge,” Ann Dole said.\n\n“We will rebuild the old bridge,” Dole said again.",
    # case, marks, spelling
    "“The harbour programme is late,” Ann Dole said.\n\n“The harbor program is late!” Dole said.",
    # a fragment whose words stand in the whole
    "Dole called the budget “a disgrace” on Tuesday.\n\n“This budget is a disgrace to the town,” Dole said.",
    # a derived form
    "Dole spoke of “economic” harm.\n\n“Our economy is small but sound,” Dole said.",
    "Dole saw “danger” everywhere.\n\n“This is a dangerous road for all of us,” Dole said.",
    "Dole promised to “accept” the offer.\n\n“The offer is acceptable to every nurse,” Dole said.",
    # two people
    "“The bridge was closed on Monday because of ice,” Ann Dole said.\n\n“The bridge was closed on Tuesday because of ice,” Tom Marsh said.",
    # an inflected form
    "Cole spoke of “attacks” on the fence.\n\n“The attack on the fence came at midnight,” Cole said.",
    "Cole said the men had “poisoned” dogs.\n\n“They poison every dog they see,” Cole said.",
    "Weller “resigned” on Monday.\n\n“I am resigning because nobody read the audit,” Weller said.",
    # forms of one word, two speakers
    "Quist called it “provocation” at noon.\n\n“That speech was provocative, and you know it,” Owen Pratt said.",
    # the word itself stands in the whole, too
    "Quist called it “provocation” at noon.\n\n“This provocation is as provocative as the last,” Quist said.",
    # two utterances that begin alike
    "“We will rebuild the old bridge,” Dole said.\n\n“We will sell the stadium,” Dole said.",
    # a few function words in common
    "“I think that we need to do it,” Dole said.\n\n“I think that they want to go there,” Dole said.",
    # two speakers, nearly the same words, few of them
    "“We want peace now,” Quist said.\n\n“We want bread now,” Pratt said.",
    # not quoted the second time
    "“The quake buried nine hundred homes,” Marsh said.\n\nThe quake buried eight hundred homes, the paper had said.",
    # cut, not reworded
    "“The museum must return the bronze lions,” Ito said.\n\n“The museum must return the bronze lions to the families,” Ito said.",
    # a single word that is like another by chance
    "Strand spoke of “interest” in ice.\n\n“The interior of the island is melting,” Strand said.",
    # far apart
    "Quist called it “provocation” at noon.\n\n"
    + "It rained.\n\n" * 6
    + "“This timetable is provocative, and you know it,” Quist said.",
    # far apart, the other way round
    "“This timetable is provocative, and you know it,” Quist said.\n\n"
    + "It rained.\n\n" * 6
    + "Quist called it “provocation” at noon.",
    # few words, most of them the same
    "“We want fish now,” Quist said.\n\n“We want bread now,” Quist said.",
    # a title
    "He read “Destruction” aloud.\n\n“Their method is destructive,” Pratt said.",
    # no quotation at all
    "The mayor rebuilt the bridge.\n\nThe mayor repaired the bridge.",
]  # fmt: skip

NAMES_QUIET = [
    # one spelling, short forms
    "Governor Alice Thornton closed the bridge.\n\nThornton, 61, lost an election. Gov. Thornton left.",
    # two first names
    "Karen Johanson sued the bank.\n\nHer lawyer, Peter Johansen, was late.",
    "Karen Harwood sued the bank.\n\nThe judge was Anna Horwood.",
    # a first name and a surname
    "Martin Ekholm built the pier.\n\nThe diver was Olaf Martins.",
    # a country and its people
    "Soldiers of Bolivia left.\n\nA Bolivian general and two Bolivians stayed.",
    # plural
    "A Labourite left the hall.\n\nThe other Labourites stayed in the hall.",
    # capitals in a heading
    "TUNNEL AT HARBOTTLE CLOSED\n\nThe tunnel at Harbottle was closed.",
    "Mcleod Sells The Lions At Last\n\nThe sculptor Ann McLeod sold the lions.",
    # an acronym with an ending
    "Three SUVs burned.\n\nThe police sold the Suvs.",
    # parts of titles
    "The Foreign Minister left.\n\nThe Foreign Ministry closed.",
    "Senate Majority Leader Ann Dole spoke.\n\nSenate Minority Leader Tom Marsh left.",
    # a word that stands in small letters, too
    "Ruth Barley left.\n\nThe Barlay brewery needs barley and barlay.",
    # genitives
    "Hartwell's bridge closed.\n\nThe bridge is Hartwells' pride.",
    # short and without a name beside it
    "They sailed to Oman.\n\nThey sailed to Oran.",
    # both long, both frequent: two places
    "They left Karlstad.\n\nKarlstad is cold. They saw Karlstad burn.\n\nThey left Karlsted. The fair at Karlsted, and all of Karlsted.",
    # an address, a tag
    "The museum wrote to @AnnMcleod and #Mcleod.\n\nThe sculptor is Ann McLeod.",
]  # fmt: skip

NAMES_FLAGS = [
    # a letter less
    ("Sen. Ruth Hutchings voted no.\n\nLater Hutchins left the chamber.", ("Hutchings", "Hutchins")),
    # capitals inside
    ("The sculptor Ann McLeod sold the lions.\n\nThe buyer met Mcleod in June.", ("McLeod", "Mcleod")),
    # an accent
    ("Minister Carla Núñez closed the border.\n\nA guard saw Nunez at noon.", ("Núñez", "Nunez")),
    # the same first name
    ("The skipper Olav Brun lost the catch.\n\nThe insurer of Olav Brum paid.", ("Brun", "Brum")),
    # a lost O'
    ("The goalkeeper Liam O’Hanlon broke a finger.\n\nHanlon played on.", ("O’Hanlon", "Hanlon")),
    # a body
    ("The Royal Farmers Union sued the dairy.\n\nThe Royal Farmer Union won.", ("Farmers", "Farmer")),
    # a first name
    ("Colonel Yevgeni Baranov left the base.\n\nA court freed Yevgeny Baranov.", ("Yevgeni", "Yevgeny")),
    # a place
    ("A tanker ran aground near Novosadsk.\n\nThe mayor of Novasadsk wept.", ("Novosadsk", "Novasadsk")),
    # letters changed about
    ("A tanker ran aground near Kelmarno.\n\nThe mayor of Kelmanro wept.", ("Kelmarno", "Kelmanro")),
    # a double letter
    ("The chemist Anna Pettersen found the leak.\n\nPolice thanked Petersen on Friday.", ("Pettersen", "Petersen")),
    # a genitive
    ("The chemist Anna Pettersen found the leak.\n\nPolice praised Petersen’s nose.", ("Pettersen", "Petersen")),
    # the slip comes first, and twice
    ("Police thanked Petersen, and again Petersen.\n\nAnna Pettersen smiled. Friends call Pettersen a hero.", ("Petersen", "Pettersen")),
    # in a quotation and out of it
    ("“We thank Ruth Hutchings for all,” Dole said.\n\nRuth Hutchins smiled.", ("Hutchings", "Hutchins")),
    # a paper
    ("The NewsHour of Elmstad had it first.\n\nA Newshour reporter fell ill.", ("NewsHour", "Newshour")),
    # two edits beside one first name
    ("The chemist Anna Krzyzewska found the leak.\n\nPolice thanked Anna Krzycevska.", ("Krzyzewska", "Krzycevska")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FLAGS + NAMES_FLAGS)
def test_flags(find: Callable[..., Found], text: str, expected: tuple[str, str]) -> None:
    assert find("inconsistent", TEXT.format(text), OTHER) == [expected]


@pytest.mark.parametrize("text", QUIET + NAMES_QUIET)
def test_quiet(find: Callable[..., Found], text: str) -> None:
    assert find("inconsistent", TEXT.format(text), OTHER) == []


def test_the_message_names_the_speaker_and_both_renderings(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    (found,) = discrepancies("inconsistent", TEXT.format(FLAGS[0][0]), OTHER)
    assert found.severity == "warning"
    assert found.message == "left quotes the same words of Ann Dole two ways: “will rebuild the” and “will repair the”."


def test_both_readings_are_of_the_account_in_the_order_of_its_text(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    (found,) = discrepancies("inconsistent", OTHER, TEXT.format(FLAGS[7][0]))
    first, second = found.readings
    assert {first.account, second.account} == {"right"}
    assert first.end <= second.start


@pytest.mark.parametrize("text", [text for text, _ in FLAGS + NAMES_FLAGS])
def test_two_accounts_with_the_same_contradiction_do_not_differ(find: Callable[..., Found], text: str) -> None:
    assert find("inconsistent", TEXT.format(text), TEXT.format(text)) == []


def test_the_other_account_must_have_both_renderings(find: Callable[..., Found]) -> None:
    both = TEXT.format("“We will rebuild the old bridge,” Ann Dole said.\n\n“We will repair the old bridge,” Dole said.")
    one = TEXT.format("“We will rebuild the old bridge,” Ann Dole said.")
    assert find("inconsistent", both, one) == [("rebuild", "repair")]


def test_of_three_accounts_all_must_have_both_renderings(find: Callable[..., Found]) -> None:
    both = TEXT.format(FLAGS[0][0])
    assert find("inconsistent", both, both, both) == []
    assert find("inconsistent", both, both, OTHER) == [("rebuild", "repair")] * 2


def test_an_account_alone_is_read_without_another(make_account: Callable[..., Account]) -> None:
    assert len(list(within(make_account(TEXT.format(FLAGS[6][0]))))) == 1


NEAR = [("catastrofe", "catastrophe"), ("parlament", "parlamint")]
FAR = [("attack", "attacks"), ("attack", "attacked"), ("poison", "poisoning"), ("quick", "quickly"), ("build", "builder"),
       ("bridge", "bridge"), ("rebuild", "repair"), ("form", "formal"), ("interest", "interior"),
       ("provocation", "provocative"), ("persistence", "persistent"), ("stabile", "stability"), ("danger", "dangerous"),
       ("economy", "economic"), ("democratic", "democracy"), ("historic", "historical"), ("disappointed", "disappointment")]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), NEAR)
def test_near_forms(a: str, b: str) -> None:
    assert near_form(a, b)
    assert near_form(b, a)


@pytest.mark.parametrize(("a", "b"), FAR)
def test_inflections_and_other_words_are_no_near_forms(a: str, b: str) -> None:
    assert not near_form(a, b)
    assert not near_form(b, a)
