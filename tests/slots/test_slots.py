"""Accounts to slots: what must hold whatever they say."""

from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from compare.align import align
from compare.model import Account, Alignment, Link
from compare.pipeline import read_account
from compare.rules import date, number
from compare.slots import slots

PIECES = st.sampled_from(
    "“We lost 12 boats,” he said . . 44 people Monday July 2 died in 2007 the dam $3 million % two-thirds at 3 p.m.".split()
)


@given(*[st.lists(PIECES, min_size=1, max_size=40).map(" ".join)] * 2)
def test_rules_quote_their_sentences(left: str, right: str) -> None:
    sides = [read_account(f"{n}.txt", data=f"The council met in the hall. {t}.".encode()) for n, t in (("left", left), ("right", right))]
    alignment = align(*sides)
    for rule in (number, date):
        for found in rule.between(alignment):
            for reading, account in zip(found.readings, sides, strict=True):
                assert reading.context.start <= reading.start < reading.end <= reading.context.end
                assert account.text[reading.start : reading.end].split()[0] in found.message


def test_a_table_of_figures_takes_no_time(make_account: Callable[..., Account]) -> None:
    left = make_account("The list of the town: " + " ".join(f"{n} boats" for n in range(3000)), "left")
    right = make_account("The list of the town: " + " ".join(f"{n} boats" for n in range(1, 3001)), "right")
    alignment = Alignment(left, right, (Link((0,), (0,), "same-claim", 1.0),))
    begun = time.process_time()
    assert list(number.between(alignment)) == []
    assert time.process_time() - begun < 10


def test_a_slot_is_words_of_its_sentence(make_account: Callable[..., Account]) -> None:
    account = make_account("The dam burst on Monday, July 2, and killed at least 44 people.")
    found = [account.text[s.start : s.end] for of_sentence in slots(account).values() for s in of_sentence]
    assert found == ["Monday, July 2", "2", "at least 44", "44"]


def test_slots_at_one_offset_of_two_accounts_are_two(make_account: Callable[..., Account]) -> None:
    left, right = (make_account("The dam burst on Monday.", name) for name in ("left", "right"))
    assert slots(left)[0][0] != slots(right)[0][0]
