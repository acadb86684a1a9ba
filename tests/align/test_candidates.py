"""Which pairs of sentences are looked at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.align.candidates import candidates
from compare.align.profile import profiles
from compare.model import Account

Accounts = Callable[[str, str], tuple[Account, Account]]

LEFT = "The ferry hit a bank.\n\nNobody was hurt.\n\nDivers inspect the hull."
RIGHT = "Divers come today.\n\nA bank was hit by the ferry.\n\nThe weather was fine."


def test_pairs_that_share_a_content_word_in_order(accounts: Accounts) -> None:
    assert list(candidates(profiles(*accounts(LEFT, RIGHT), {}, {}))) == [(0, 1)]


def test_one_everyday_word_makes_no_candidate_but_a_name_that_both_have_once_does(accounts: Accounts) -> None:
    left = "They met in the old harbour.\n\nThe jury heard Quist at noon."
    right = "The harbour froze last winter.\n\nNobody else saw Quist."
    assert list(candidates(profiles(*accounts(left, right), {}, {}))) == [(1, 1)]


def test_function_words_alone_make_no_candidate(accounts: Accounts) -> None:
    assert list(candidates(profiles(*accounts("It was not for them.", "It was for them then."), {}, {}))) == []


def test_an_anchor_makes_one(accounts: Accounts) -> None:
    assert list(candidates(profiles(*accounts(LEFT, RIGHT), {(1, 2): 1.0}, {}))) == [(0, 1), (1, 2)]


def test_every_pair_is_named_once_in_order(stories: dict[str, tuple[Account, Account]]) -> None:
    for left, right in stories.values():
        found = list(candidates(profiles(left, right, {}, {})))
        assert found == sorted(set(found))
        assert all(0 <= i < len(left.sentences) and 0 <= j < len(right.sentences) for i, j in found)


def test_the_most_alike_is_kept_among_many(accounts: Accounts) -> None:
    crowd = "\n\n".join(f"Ferry {'abcdefghij'[k // 10]}{'abcdefghij'[k % 10]} left." for k in range(100))
    left, right = accounts("The ferry Aurora hit a bank.", f"{crowd}\n\nA bank was hit by the ferry Aurora.")
    found = list(candidates(profiles(left, right, {}, {})))
    assert (0, len(right.sentences) - 1) in found
    assert len(found) < 100


def test_pairs_grow_with_the_text_not_with_its_square(accounts: Accounts) -> None:
    text = "\n\n".join("The ferry hit a bank again." for _ in range(2000))
    assert len(list(candidates(profiles(*accounts(text, text), {}, {})))) <= 40 * 2000


@pytest.mark.parametrize("side", [0, 1])
def test_no_sentences(accounts: Accounts, side: int) -> None:
    pair = [Account("nothing", "nothing", "nothing.txt", "", "")] * 2
    pair[side] = accounts(LEFT, RIGHT)[side]
    assert list(candidates(profiles(pair[0], pair[1], {}, {}))) == []
