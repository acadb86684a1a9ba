"""Each difference once: which of two findings in the same words is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Account, Discrepancy, Reading, Span
from compare.once import once

MakeAccount = Callable[..., Account]

LEFT = "Ann Harbottle said “the Harbottle bridge is safe” and that the bridge was safe on Monday."
RIGHT = "Ann Harbotle said “the Harbotle bridge is unsafe” and that the bridge was not safe on Friday."


def finding(accounts: list[Account], kind: str, *places: tuple[str, str, int]) -> Discrepancy:
    """A discrepancy with a reading a place: the account, the words, which of their occurrences."""
    readings = []
    for own, words, nth in places:
        account = next(a for a in accounts if a.id == own)
        start = -1
        for _ in range(nth):
            start = account.text.index(words, start + 1)
        readings.append(Reading(start, start + len(words), own, Span(0, len(account.text))))
    return Discrepancy(kind, "warning", "…", tuple(readings))


CASES = [
    # two kinds for the same words on both sides
    ([("polarity", ("left", "was safe", 1), ("right", "was not safe", 1)),
      ("conflict", ("left", "was safe", 1), ("right", "not safe", 1))], ["polarity"]),
    # of one side only: two differences
    ([("date", ("left", "Monday", 1), ("right", "Friday", 1)), ("number", ("left", "Monday", 1), ("right", "bridge", 2))],
     ["number", "date"]),
    # a name in a quotation, and elsewhere
    ([("name", ("left", "Harbottle", 1), ("right", "Harbotle", 1)),
      ("quotation-wording", ("left", "Harbottle", 2), ("right", "Harbotle", 2))], ["name"]),
    # other words in the quotation
    ([("name", ("left", "Harbottle", 1), ("right", "Harbotle", 1)),
      ("quotation-wording", ("left", "safe", 1), ("right", "unsafe", 1))], ["name", "quotation-wording"]),
    # an account that contradicts itself where the other says so
    ([("name", ("left", "Harbottle", 1), ("right", "Harbotle", 1)),
      ("inconsistent", ("right", "Harbotle", 1), ("right", "Harbotle", 2))], ["name"]),
    ([("date", ("left", "Monday", 1), ("right", "Friday", 1)),
      ("inconsistent", ("right", "Harbotle", 1), ("right", "Harbotle", 2))], ["date", "inconsistent"]),
    ([("misprint", ("right", "not safe", 1)), ("polarity", ("left", "safe", 2), ("right", "not safe", 1))], ["polarity"]),
    # words that one account repeats
    ([("number", ("left", "bridge", 1), ("right", "safe", 1)), ("number", ("left", "bridge", 2), ("right", "safe", 1))], ["number"]),
    ([("number", ("left", "bridge", 1), ("right", "safe", 1)), ("number", ("left", "Monday", 1), ("right", "safe", 1))],
     ["number", "number"]),
    # what one account alone tells is no rival
    ([("only-claim", ("left", LEFT, 1), ("right", "Ann", 1)), ("name", ("left", "Harbottle", 1), ("right", "Harbotle", 1))],
     ["name", "only-claim"]),
]  # fmt: skip


@pytest.mark.parametrize(("given", "kinds"), CASES)
def test_once(make_account: MakeAccount, given: list[tuple], kinds: list[str]) -> None:  # type: ignore[type-arg]
    accounts = [make_account(LEFT, "left"), make_account(RIGHT, "right")]
    found = [finding(accounts, kind, *places) for kind, *places in given]
    assert [d.kind for d in once(found, accounts)] == kinds
    assert [d.kind for d in once(found[::-1], accounts[::-1])] == kinds


def test_endless_findings_cost_no_more_each(make_account: MakeAccount) -> None:
    account, other = make_account("word " * 20_000, "left"), make_account("word " * 20_000, "right")
    found = [
        Discrepancy(
            "number", "error", "…", tuple(Reading(k, k + 4, own, Span(k, k + 4)) for own in ("left", "right"))
        )
        for k in range(0, 100_000, 5)
    ]
    assert len(once(found, [account, other])) == len(found)
