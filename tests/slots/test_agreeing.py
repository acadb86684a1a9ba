from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from compare.model import Account
from compare.pipeline import compare_accounts
from compare.slots import agreeing

QUIET = [
    ("nothing to agree on", "The old bridge was closed for repairs.", "The old bridge was closed for repairs."),
    ("another figure", "The fire destroyed 12 houses in the village of Kaldal.", "The fire destroyed 14 houses in the village of Kaldal."),
    ("another day", "The minister resigned on Monday after the vote.", "The minister resigned on Friday after the vote."),
    ("one figure, two things", "The mill burned for 12 hours. A dog was saved from the roof.", "A dog was saved from the roof. It took 12 men."),
]  # fmt: skip

FLAGS = [
    ("one figure", "The fire destroyed 12 houses in the village of Kaldal.", "In Kaldal the fire destroyed 12 houses, all of wood.", [("12", "12")]),
    ("in figures and words", "The fire destroyed 12 houses in the village of Kaldal.", "The fire destroyed twelve houses in the village of Kaldal.", [("12", "twelve")]),
    ("one day by two names", "The minister resigned on Monday after the vote.", "The minister resigned on July 2 after the vote.", [("Monday", "July 2")]),
]  # fmt: skip


def found(make_account: Callable[..., Account], left: str, right: str) -> list[tuple[str, str]]:
    accounts = [
        replace(make_account(text, name), published="2007-07-03")
        for text, name in ((left, "a"), (right, "b"))
    ]
    (alignment,) = compare_accounts(accounts).alignments
    return [
        (
            alignment.left.text[a.start : a.end].removeprefix("on "),
            alignment.right.text[b.start : b.end].removeprefix("on "),
        )
        for a, b in agreeing(alignment)
    ]


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in QUIET], ids=[case[0] for case in QUIET])
def test_quiet(make_account: Callable[..., Account], left: str, right: str) -> None:
    assert found(make_account, left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "pairs"), [case[1:] for case in FLAGS], ids=[case[0] for case in FLAGS]
)
def test_agree(
    make_account: Callable[..., Account], left: str, right: str, pairs: list[tuple[str, str]]
) -> None:
    assert found(make_account, left, right) == pairs


def test_each_slot_once(make_account: Callable[..., Account]) -> None:
    text = "The fire destroyed 12 houses in Kaldal. The fire destroyed 12 houses in Kaldal."
    pairs = found(make_account, text, text)
    assert 1 <= len(pairs) <= 2
