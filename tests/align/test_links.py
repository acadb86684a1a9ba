"""Links of whole stories: what tells the same meets, in other words and another order; the rest stays apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.align import align
from compare.model import RELATIONS, Account, Alignment
from compare.tokens import fold, keys, stem

Aligned = Callable[[str, str], Alignment]
Stories = dict[str, tuple[Account, Account]]

TOGETHER = [
    ("ferry", "The car ferry Aurora ran aground", "On Monday night the ferry", "same-claim"),
    ("ferry", "Lifeboats brought the passengers to a school", "Wrapped in blankets", "same-claim"),
    ("ferry", "“I heard a long scraping", "“I heard a long grinding", "same-quotation"),
    ("ferry", "“The crew stayed calm", "The nurse praised the crew", "same-quotation"),
    ("ferry", "The captain, Henrik Aas", "An hour before the Aurora", "same-claim"),
    ("ferry", "The owner of the vessel", "Divers are to look", "same-claim"),
    ("ferry", "“We will pay for every car", "“We will pay for every car", "same-quotation"),
    ("ferry", "In 1998 a freighter", "It was not the first accident", "same-claim"),
    ("orchard", "Half of the apple harvest", "They demand help", "same-claim"),
    ("orchard", "The damage amounts", "The growers' association puts", "same-claim"),
    ("orchard", "Warm winters allowed", "Clara Voss, who studies", "same-claim"),
    ("orchard", "“The insects hatch", "“The insects hatch", "same-quotation"),
    ("orchard", "Farmers protested outside", "Angry farmers tipped", "same-claim"),
    ("orchard", "Minister Jonas Kettel promised", "Jonas Kettel, the minister", "same-claim"),
    ("orchard", "He called the swarm", "“This is a catastrophe", "same-quotation"),
    ("orchard", "The oldest press", "For the first time since 1741", "same-claim"),
    ("museum", "A gilded clock that was stolen", "The clock, built by", "same-claim"),
    ("museum", "A plumber, Otto Brandt", "When Otto Brandt came", "same-claim"),
    ("museum", "He recognised it", "The plumber had seen the clock", "same-claim"),
    ("museum", "“It was ticking", "“It was still ticking", "same-quotation"),
    ("museum", "Detectives questioned the owner", "Detectives released the man", "same-claim"),
    ("museum", "The clock was made in 1684", "The clock, built by", "same-claim"),
    ("museum", "“We thought it had been melted", "“We thought it had been melted", "same-quotation"),
    ("museum", "Brandt will receive a reward", "A reward of fifty thousand", "same-claim"),
]

ALONE = [
    ("ferry", 0, "The last of them came ashore"), ("ferry", 0, "Aas, 54, has commanded"), ("ferry", 0, "A tugboat is on its way"),
    ("ferry", 1, "The weather had been clear"), ("ferry", 1, "“Our village has a big heart"),
    ("orchard", 0, "She has set traps"), ("orchard", 1, "Bananas, meanwhile"), ("orchard", 1, "Rain ended the gathering"),
    ("museum", 1, "The museum's roof is leaking"), ("museum", 1, "Visitors complained"),
]  # fmt: skip

APART = [
    ("ferry", "“We will pay for every car", "“Our village has a big heart"),
    ("ferry", "In 1998 a freighter", "“I heard a long grinding"),
    ("orchard", "Minister Jonas Kettel promised", "“The insects hatch"),
    ("orchard", "“Spraying alone", "“This is a catastrophe"),
    ("museum", "“It was ticking", "“We thought it had been melted"),
    ("museum", "Detectives questioned the owner", "A reward of fifty thousand"),
]


def sentence(account: Account, start: str) -> int:
    """The number of the sentence that begins with some words."""
    (number,) = [k for k, s in enumerate(account.sentences) if account.text.startswith(start, s.start)]
    return number


def relations(left: Account, right: Account) -> dict[tuple[int, int], str]:
    return {(i, j): link.relation for link in align(left, right).links for i in link.left for j in link.right}


@pytest.mark.parametrize(("story", "left", "right", "relation"), TOGETHER)
def test_what_tells_the_same_meets(stories: Stories, story: str, left: str, right: str, relation: str) -> None:
    one, other = stories[story]
    pair = sentence(one, left), sentence(other, right)
    assert relations(one, other).get(pair) == relation


@pytest.mark.parametrize(("story", "side", "start"), ALONE)
def test_what_one_tells_alone_has_no_link(stories: Stories, story: str, side: int, start: str) -> None:
    one, other = stories[story]
    number = sentence((one, other)[side], start)
    assert number not in {pair[side] for pair in relations(one, other)}


@pytest.mark.parametrize(("story", "left", "right"), APART)
def test_what_tells_of_different_things_stays_apart(stories: Stories, story: str, left: str, right: str) -> None:
    one, other = stories[story]
    assert (sentence(one, left), sentence(other, right)) not in relations(one, other)


@pytest.mark.parametrize(("first", "second"), [("ferry", "orchard"), ("orchard", "museum"), ("museum", "ferry")])
def test_two_different_events_have_no_words_said_in_common_and_no_sure_link(stories: Stories, first: str, second: str) -> None:
    alignment = align(stories[first][0], stories[second][1])
    assert alignment.parallels == ()
    assert "same-quotation" not in {link.relation for link in alignment.links}
    assert len(alignment.links) <= 4
    assert all(link.score < 0.7 for link in alignment.links)


@pytest.mark.parametrize("story", ["ferry", "orchard", "museum"])
def test_links_stand_in_the_order_of_the_left_account(stories: Stories, story: str) -> None:
    links = align(*stories[story]).links
    assert [link.left for link in links] == sorted(link.left for link in links)
    assert len({(link.left, link.right) for link in links}) == len(links)
    for link in links:
        assert link.relation in RELATIONS and 0 < link.score <= 1
        assert list(link.left) == sorted(set(link.left)) and list(link.right) == sorted(set(link.right))


@pytest.mark.parametrize("story", ["ferry", "orchard", "museum"])
def test_links_are_the_same_whichever_account_is_left(stories: Stories, story: str) -> None:
    one, other = stories[story]
    mirrored = {(link.right, link.left, link.relation, link.score) for link in align(other, one).links}
    assert mirrored == {(link.left, link.right, link.relation, link.score) for link in align(one, other).links}


@pytest.mark.parametrize("story", ["ferry", "orchard", "museum"])
def test_groups_are_of_neighbours_in_one_paragraph(stories: Stories, story: str) -> None:
    alignment = align(*stories[story])
    for link in alignment.links:
        assert min(len(link.left), len(link.right)) == 1
        for account, numbers in ((alignment.left, link.left), (alignment.right, link.right)):
            assert list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))
            assert len({account.sentences[k].paragraph for k in numbers}) == 1


@pytest.mark.parametrize("story", ["ferry", "orchard", "museum"])
def test_shared_words_stand_on_both_sides(stories: Stories, story: str) -> None:
    alignment = align(*stories[story])
    for link in alignment.links:
        stems = [
            {stem(key) for k in numbers for key in keys(account.text[account.sentences[k].start : account.sentences[k].end])}
            for account, numbers in ((alignment.left, link.left), (alignment.right, link.right))
        ]
        assert len(link.shared) == len(set(link.shared)) <= 6
        for word in link.shared:
            assert all(stem(fold(word)) in side for side in stems), word


TWINS = "The ferry left at nine. Nobody was hurt. It rained all day. Nobody was hurt."


def test_identical_sentences_always_meet(aligned: Aligned) -> None:
    links = aligned(TWINS, "It rained all day.\n\nNobody was hurt.\n\nThe ferry left at nine.\n\nNobody was hurt.").links
    whole = {(link.left, link.right) for link in links if link.score == 1}
    assert whole == {((0,), (2,)), ((1,), (1,)), ((2,), (0,)), ((3,), (3,))}


def test_the_copy_that_is_one_too_many_finds_no_twin_of_its_own(aligned: Aligned) -> None:
    links = aligned(TWINS, "Nobody was hurt. Bananas are cheap this year.").links
    assert [(link.left, link.right) for link in links if link.score == 1] == [((1,), (0,))]


@pytest.mark.parametrize(("left", "right"), [("…", "…"), ("の雨が降った。", "Bananas are cheap."), ("1 2 3", "4 5 6")])
def test_little_or_nothing_to_link(aligned: Aligned, left: str, right: str) -> None:
    assert aligned(left, right).links == ()


def test_an_account_without_sentences_has_no_links(stories: Stories) -> None:
    nothing = Account("nothing", "nothing", "nothing.txt", "", "")
    full = stories["ferry"][0]
    for pair in ((nothing, full), (full, nothing), (nothing, nothing)):
        assert align(*pair).links == () == align(*pair).parallels


def test_other_scripts_are_linked_by_their_words(aligned: Aligned) -> None:
    text = "Паром сел на мель в понедельник.\n\nНикто не пострадал в море."
    links = aligned(text, "Никто не пострадал в море.\n\nПаром сел на мель в понедельник.").links
    assert {(link.left, link.right) for link in links if link.score == 1} == {((0,), (1,)), ((1,), (0,))}


HEADED = (
    "Ferry Aurora runs aground near Elmstad\n\nThe ferry Aurora ran aground near Elmstad on Monday night with 212 passengers.\n\nNobody was hurt.",
    "Ferry Aurora aground near Elmstad\n\nOn Monday night the Aurora, a ferry with 212 passengers, ran aground near Elmstad.\n\nDivers will look at the hull.",
)


def test_a_heading_that_meets_a_heading_meets_nothing_else(aligned: Aligned) -> None:
    links = aligned(*HEADED).links
    assert {(link.left, link.right) for link in links} == {((0,), (0,)), ((1,), (1,))}


def test_a_heading_alone_meets_what_it_sums_up(aligned: Aligned) -> None:
    links = aligned(HEADED[0].partition("\n\n")[2], HEADED[1]).links
    assert ((0,), (0,)) in {(link.left, link.right) for link in links}
