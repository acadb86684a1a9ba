"""What alignment sees of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align.profile import Profiles, profiles, weigh
from compare.model import Account

Accounts = Callable[[str, str], tuple[Account, Account]]

LEFT = "The ferry Aurora hit a bank on Monday.\n\n“Nobody saw the wave,” Captain Henrik Aas told 212 passengers."
RIGHT = "The ferry was late.\n\nOn Monday nobody in the harbour saw it coming."


@pytest.fixture
def seen(accounts: Accounts) -> Profiles:
    return profiles(*accounts(LEFT, RIGHT), {(1, 1): 2.0}, {(0, 0): 1.0})


def printed(seen: Profiles, numbers: frozenset[int]) -> set[str]:
    return {seen.vocabulary[n] for n in numbers}


def test_sets_of_a_sentence(seen: Profiles) -> None:
    first, second = seen.left
    assert printed(seen, first.content) == {"ferry", "Aurora", "hit", "bank", "Monday"}
    assert printed(seen, first.names) == {"Aurora", "Monday"}
    assert printed(seen, second.quoted) >= {"saw", "wave"}
    assert not printed(seen, second.quoted) & {"Captain", "passengers", "the"}
    assert printed(seen, second.numbers) == {"212"}
    assert first.content <= first.all and second.quoted <= second.content


def test_forms_of_one_word_have_one_number(accounts: Accounts) -> None:
    seen = profiles(*accounts("The insects hatched early.", "Every insect hatches late."), {}, {})
    assert len(seen.left[0].content & seen.right[0].content) == 2


def test_rarity_runs_from_nothing_to_one_and_falls_with_frequency(seen: Profiles) -> None:
    assert all(0 <= weight <= 1 for weight in seen.weights)
    number = {word: n for n, word in enumerate(seen.vocabulary)}
    assert seen.weights[number["Aurora"]] > seen.weights[number["ferry"]] > seen.weights[number["The"]]


def test_paragraphs_and_anchors_are_handed_on(seen: Profiles) -> None:
    assert [u.paragraph for u in seen.left_units] == [u.paragraph for u in seen.right_units] == [0, 1]
    assert seen.anchors == {(1, 1): 2.0} and seen.hints == {(0, 0): 1.0}


def test_no_sentences(accounts: Accounts) -> None:
    nothing = Account("nothing", "nothing", "nothing.txt", "", "")
    seen = profiles(nothing, accounts(LEFT, RIGHT)[1], {}, {})
    assert seen.left == () and len(seen.right) == 2


@given(st.lists(st.integers(0, 5)))
def test_weights_add_up_in_any_order(numbers: list[int]) -> None:
    weights = [0.1, 0.2, 0.3, 0.7, 0.9, 1.0]
    assert weigh(numbers, weights) == pytest.approx(weigh(numbers[::-1], weights))
    assert weigh(numbers, weights) == pytest.approx(sum(weights[n] for n in numbers))
