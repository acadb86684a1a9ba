"""What a pair of sentences has in common, as numbers: the same whichever side is left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align import look
from compare.align.candidates import candidates
from compare.align.features import FIRST, longest_run, measure
from compare.align.profile import Profiles, profiles
from compare.model import Account
from compare.pipeline import read_account
from compare.utterances import anchors, shared_stretches

Stories = dict[str, tuple[Account, Account]]

LINES = [
    "The ferry Aurora hit a bank on Monday.", "“Nobody saw the wave,” Captain Henrik Aas said.", "Nobody was hurt.",
    "On Monday the ferry was late.", "“The wave was black,” Aas told 212 passengers.", "Divers inspect the hull.",
    "He called the wave “black”.", "In 1998 a freighter hit the same bank.", "“Nobody saw it,” said Ida Berg.", "…",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=7)


def both_ways(left: Account, right: Account) -> tuple[Profiles, Profiles]:
    """Profiles with one account on the left and then on the right, on the same anchors and hints."""
    forth = look(left, right, shared_stretches(left, right))
    sure, perhaps = ({(j, i): weight for (i, j), weight in kept.items()} for kept in (forth.anchors, forth.hints))
    return forth, profiles(right, left, sure, perhaps)


def assert_alike(forth: Profiles, back: Profiles) -> None:
    for i in range(len(forth.left)):
        for j in range(len(forth.right)):
            one, other = (dict(zip(FIRST, row, strict=True)) for row in (*measure(forth, i, [j]), *measure(back, j, [i])))
            different = {name for name in FIRST if one[name] != pytest.approx(other[name])}
            assert not different, (i, j)


def read(name: str, lines: list[str]) -> Account:
    return read_account(f"{name}.txt", data="\n\n".join(lines).encode(), keep_all=True)


def words(lines: list[str]) -> bool:
    return any(line != "…" for line in lines)


@settings(max_examples=40, deadline=None)
@given(TEXTS.filter(words), TEXTS.filter(words))
def test_swapping_the_sides_gives_the_same_numbers(left: list[str], right: list[str]) -> None:
    assert_alike(*both_ways(read("left", left), read("right", right)))


@pytest.mark.parametrize("story", ["ferry", "orchard", "museum"])
def test_swapping_the_sides_of_a_story_gives_the_same_numbers(stories: Stories, story: str) -> None:
    assert_alike(*both_ways(*stories[story]))


@pytest.mark.parametrize("story", ["ferry", "orchard", "museum"])
def test_swapping_the_sides_of_a_story_gives_the_same_anchors_and_candidates(stories: Stories, story: str) -> None:
    left, right = stories[story]
    forth, back = both_ways(left, right)
    mirrored = anchors(right, left, shared_stretches(right, left))
    assert {(j, i): pytest.approx(weight) for (i, j), weight in mirrored.items()} == dict(forth.anchors)
    assert set(candidates(forth)) == {(i, j) for j, i in candidates(back)}


def named(accounts: Callable[[str, str], tuple[Account, Account]], left: str, right: str) -> dict[str, float]:
    one, other = accounts(left, right)
    seen = look(one, other, shared_stretches(one, other))
    return dict(zip(FIRST, *measure(seen, 0, [0]), strict=True))


def test_a_sentence_and_itself(accounts: Callable[[str, str], tuple[Account, Account]]) -> None:
    text = "“Nobody saw the black wave,” Captain Henrik Aas told 212 passengers."
    found = named(accounts, text, text)
    for name in ("contain", "quoted_contain", "quoted_max", "quoted_both", "figures", "anchored"):
        assert found[name] == pytest.approx(1), name
    assert found["length_gap"] == 0 == found["rounded"]
    assert found["pairs"] == 10 and found["said"] == 5
    assert found["anchor"] > 3


def test_two_sentences_with_nothing_in_common(accounts: Callable[[str, str], tuple[Account, Account]]) -> None:
    found = named(accounts, "Divers inspect hulls.", "“Bananas are cheap,” Ida Berg said.")
    for name in ("count", "contain", "rarest", "pairs", "anchor", "quoted_contain", "said", "figures", "rounded"):
        assert found[name] == 0, name


SAID = [
    # word for word, quoted or not
    ("He called the harbour “a black hole”.", "“It is a black hole,” Aas said.", 3),
    ("He called the harbour “a black hole”.", "The harbour, a black hole, was shut.", 3),
    # the longest of several
    ("“Nobody saw it,” and “nobody saw the black wave”, he said.", "“Nobody saw the black wave.”", 5),
    # another word, another order, one word alone
    ("He called the harbour “a black hole”.", "“It is a blue hole,” Aas said.", 0),
    ("He called the harbour “a black hole”.", "“A hole is black,” Aas said.", 0),
    ("He called the harbour “black”.", "“It is a black hole,” Aas said.", 0),
]


@pytest.mark.parametrize(("left", "right", "length"), SAID)
def test_a_quotation_that_the_other_has_word_for_word(
    accounts: Callable[[str, str], tuple[Account, Account]], left: str, right: str, length: int
) -> None:
    assert named(accounts, left, right)["said"] == named(accounts, right, left)["said"] == length


ROUNDED = [
    # told more roughly, or nearly as much
    ("It cost $1.4 billion.", "The wall cost $1.375 billion.", True),
    ("It cost nearly $44 million.", "They paid $43,885,310.", True),
    ("Some 36 percent voted.", "Of all 35.7 percent voted.", True),
    ("They need $3.5 billion.", "The work needs $3.6 billion.", True),
    # the same, far apart, of something else
    ("It cost $1.4 billion.", "The wall cost $1.4 billion.", False),
    ("It cost $1.4 billion.", "The wall cost $2 billion.", False),
    ("It cost 36 percent more.", "The wall cost $35 more.", False),
    ("There were 50 boats.", "There were 49 lamps.", False),
    ("There were boats.", "The wall cost $2 billion.", False),
]


@pytest.mark.parametrize(("left", "right", "rounded"), ROUNDED)
def test_amounts_that_are_nearly_the_same(
    accounts: Callable[[str, str], tuple[Account, Account]], left: str, right: str, rounded: bool
) -> None:
    assert named(accounts, left, right)["rounded"] == named(accounts, right, left)["rounded"] == rounded


NUMBERS = st.lists(st.integers(0, 3), max_size=8)


@given(NUMBERS, NUMBERS)
def test_the_longest_run_is_common_none_is_longer_and_of_several_it_is_the_heaviest(a: list[int], b: list[int]) -> None:
    weights = [0.1, 0.25, 0.5, 1.0]
    length, weight = longest_run(a, b, weights)
    runs = {tuple(b[j : j + k]) for j in range(len(b)) for k in range(1, len(b) - j + 1)}
    common = [tuple(a[i : i + length]) for i in range(len(a) - length + 1) if tuple(a[i : i + length]) in runs]
    assert not any(tuple(a[i : i + length + 1]) in runs for i in range(len(a) - length))
    assert weight == pytest.approx(max((sum(weights[n] for n in run) for run in common), default=0.0))
