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
            one, other = (dict(zip(FIRST, row, strict=True)) for row in (measure(forth, i, j), measure(back, j, i)))
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
    return dict(zip(FIRST, measure(seen, 0, 0), strict=True))


def test_a_sentence_and_itself(accounts: Callable[[str, str], tuple[Account, Account]]) -> None:
    text = "“Nobody saw the black wave,” Captain Henrik Aas told 212 passengers."
    found = named(accounts, text, text)
    for name in ("cosine", "contain_max", "contain_min", "jaccard", "quoted_jaccard", "figures"):
        assert found[name] == pytest.approx(1), name
    assert found["length_gap"] == 0
    assert found["run"] == 11
    assert found["anchor"] > 3 and found["anchored"] == 1


def test_two_sentences_with_nothing_in_common(accounts: Callable[[str, str], tuple[Account, Account]]) -> None:
    found = named(accounts, "Divers inspect hulls.", "“Bananas are cheap,” Ida Berg said.")
    for name in ("weight", "count", "cosine", "jaccard", "quoted", "anchor", "figures"):
        assert found[name] == 0, name


NUMBERS = st.lists(st.integers(0, 3), max_size=8)


@given(NUMBERS, NUMBERS)
def test_the_longest_run_is_common_none_is_longer_and_of_several_it_is_the_heaviest(a: list[int], b: list[int]) -> None:
    weights = [0.1, 0.25, 0.5, 1.0]
    length, weight = longest_run(a, b, weights)
    runs = {tuple(b[j : j + k]) for j in range(len(b)) for k in range(1, len(b) - j + 1)}
    common = [tuple(a[i : i + length]) for i in range(len(a) - length + 1) if tuple(a[i : i + length]) in runs]
    assert not any(tuple(a[i : i + length + 1]) in runs for i in range(len(a) - length))
    assert weight == pytest.approx(max((sum(weights[n] for n in run) for run in common), default=0.0))
