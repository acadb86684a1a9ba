"""Linked pairs to links of several sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align.grouping import gathered, links_of
from compare.align.profile import Profiles, profiles
from compare.model import RELATIONS, Account
from compare.pipeline import read_account

NAMES = "Anna Berta Clara Dora Emma Frida".split()


def account(name: str, paragraphs: list[int]) -> Account:
    """One short sentence a name, some to a paragraph."""
    names = iter(NAMES)
    text = "\n\n".join(" ".join(f"{next(names)} sang a song." for _ in range(n)) for n in paragraphs)
    return read_account(f"{name}.txt", data=text.encode(), keep_all=True)


LEFT, RIGHT = account("left", [2, 2, 2]), account("right", [3, 3])
SEEN, MIRRORED = profiles(LEFT, RIGHT, {}, {}), profiles(RIGHT, LEFT, {}, {})

Pair = tuple[int, int]

Group = tuple[tuple[int, ...], tuple[int, ...]]

CASES = [
    # one and one
    ({(0, 0): "same-claim"}, [((0,), (0,))]),
    # one and two neighbours
    ({(0, 0): "same-claim", (0, 1): "same-claim"}, [((0,), (0, 1))]),
    # two neighbours and one
    ({(0, 4): "same-claim", (1, 4): "same-claim"}, [((0, 1), (4,))]),
    # no neighbours
    ({(0, 0): "same-claim", (0, 2): "same-claim"}, [((0,), (0,)), ((0,), (2,))]),
    # neighbours in two paragraphs
    ({(0, 2): "same-claim", (0, 3): "same-claim"}, [((0,), (2,)), ((0,), (3,))]),
    ({(1, 0): "same-claim", (2, 0): "same-claim"}, [((1,), (0,)), ((2,), (0,))]),
    # firm and loose stay apart
    ({(0, 0): "same-claim", (0, 1): "overlap"}, [((0,), (0,)), ((0,), (1,))]),
    ({(0, 0): "same-claim", (0, 1): "same-quotation"}, [((0,), (0, 1))]),
    ({(0, 0): "overlap", (0, 1): "overlap"}, [((0,), (0, 1))]),
    # three
    ({(0, 0): "same-claim", (0, 1): "same-claim", (0, 2): "same-claim"}, [((0,), (0, 1, 2))]),
    # a pair that could stand in two groups: the longer one has it
    ({(0, 0): "same-claim", (0, 1): "same-claim", (0, 2): "same-claim", (1, 2): "same-claim"}, [((0,), (0, 1, 2)), ((1,), (2,))]),
    # of two alike neither
    ({(0, 0): "same-claim", (0, 1): "same-claim", (1, 1): "same-claim"}, [((0,), (0,)), ((0,), (1,)), ((1,), (1,))]),
    ({}, []),
]  # fmt: skip


@pytest.mark.parametrize(("relations", "expected"), CASES)
def test_groups(relations: dict[tuple[int, int], str], expected: list[Group]) -> None:
    assert gathered(SEEN, {pair: (relation, 0.5) for pair, relation in relations.items()}) == expected


def test_of_two_groups_as_long_the_likelier_has_the_pair_they_share() -> None:
    scores = {(0, 0): 0.5, (0, 1): 0.5, (1, 1): 0.6}
    assert gathered(SEEN, {pair: ("same-claim", score) for pair, score in scores.items()}) == [((0,), (0,)), ((0, 1), (1,))]


FOUND = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)), st.tuples(st.sampled_from(RELATIONS), st.floats(0.1, 1)), max_size=14
)


@given(FOUND)
def test_groups_hold_every_pair_once_and_no_other(found: dict[tuple[int, int], tuple[str, float]]) -> None:
    groups = gathered(SEEN, found)
    pairs = [(i, j) for left, right in groups for i in left for j in right]
    assert sorted(pairs) == sorted(found)
    assert groups == sorted(groups)
    for left, right in groups:
        assert min(len(left), len(right)) == 1
        assert list(left) == list(range(left[0], left[-1] + 1)) and list(right) == list(range(right[0], right[-1] + 1))
        assert len({SEEN.left_units[i].paragraph for i in left}) == len({SEEN.right_units[j].paragraph for j in right}) == 1
        assert len({found[i, j][0] == "overlap" for i in left for j in right}) == 1


@given(FOUND)
def test_groups_are_the_same_whichever_account_is_left(found: dict[Pair, tuple[str, float]]) -> None:
    mirrored = {(j, i): judged for (i, j), judged in found.items()}
    assert sorted((right, left) for left, right in gathered(MIRRORED, mirrored)) == gathered(SEEN, found)


@given(FOUND)
def test_a_link_has_the_strongest_relation_and_the_best_score(found: dict[tuple[int, int], tuple[str, float]]) -> None:
    for link in links_of(SEEN, found):
        judged = [found[i, j] for i in link.left for j in link.right]
        assert link.relation == min((r for r, _ in judged), key=RELATIONS.index)
        assert link.score == max(s for _, s in judged)


def test_shared_words_come_rarest_first(accounts: Callable[[str, str], tuple[Account, Account]]) -> None:
    left, right = accounts("Anna sang a song.\n\nBerta wrote a song.", "Anna sang a song.\n\nClara heard a song.")
    seen: Profiles = profiles(left, right, {}, {})
    (link,) = links_of(seen, {(0, 0): ("same-claim", 1.0)})
    assert link.shared[-1] == "song" and set(link.shared) == {"Anna", "sang", "song"}
