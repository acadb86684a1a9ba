"""What is found inside one account is no difference where all other accounts have it, too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.agreement import Stock, differing
from compare.model import Account, Alignment, Discrepancy, Link, Reading, Span

MakeAccount = Callable[..., Account]

HERE = "Cole called the plan “innovate” on Monday.\n\n“The plan is innovative and strategic,” Cole said."


def finding(account: Account, *words: str) -> Discrepancy:
    places = [(account.text.index(w), account.text.index(w) + len(w)) for w in words]
    return Discrepancy("inconsistent", "warning", "…", tuple(Reading(a, b, account.id, Span(a, b)) for a, b in places))


@pytest.mark.parametrize(
    ("others", "kept"),
    [
        ([], True),
        ([HERE], False),
        ([HERE.replace("“", '"').replace("”", '"').upper()], False),
        (["“The plan is innovative and strategic,” Cole said.\n\nHe called it “innovate”, too."], False),
        (["“The plan is innovative and strategic,” Cole said."], True),
        (["Cole called the plan “innovate” on Monday."], True),
        # said by the narrator, not quoted
        (["To innovate is hard. “The plan is innovative and strategic,” Cole said."], True),
        ([HERE, HERE], False),
        ([HERE, "Snow fell on the villages."], True),
    ],
)
def test_dropped_where_every_other_account_has_both(make_account: MakeAccount, others: list[str], kept: bool) -> None:
    account = make_account(HERE)
    found = finding(account, "innovate", "The plan is innovative and strategic")
    left = list(differing([found], account, [make_account(text, f"other{k}") for k, text in enumerate(others)]))
    assert left == ([found] if kept else [])


@pytest.mark.parametrize(
    ("other", "links", "severity"),
    [
        # one passage is the same, the other is not told
        ("“The plan is innovative and strategic,” Cole said.", [((1,), (0,))], "note"),
        # one is the same, the other told in other words
        ("Cole called it “innovative”.\n\n“The plan is innovative and strategic,” Cole said.", [((0,), (0,)), ((1,), (1,))], "warning"),
        # neither is told, and nothing else that is not told here
        ("Snow fell on the villages.", [((2,), (0,))], "note"),
        # neither is told, but other things in other words
        ("Snow fell on all villages.", [((2,), (0,))], "warning"),
    ],
)
def test_a_note_where_the_other_tells_no_more(
    make_account: MakeAccount, other: str, links: list[tuple[tuple[int, ...], tuple[int, ...]]], severity: str
) -> None:
    account, there = make_account(f"{HERE}\n\nSnow fell on the villages."), make_account(other, "other")
    alignment = Alignment(account, there, tuple(Link(a, b, "same-claim", 0.9) for a, b in links))
    found = finding(account, "innovate", "The plan is innovative and strategic")
    assert [d.severity for d in differing([found], account, [there], [alignment])] == [severity]


def test_words_of_the_narrator_are_looked_for_in_the_whole_text(make_account: MakeAccount) -> None:
    account = make_account("Nine boats sank. Later ten boats sank.")
    found = finding(account, "Nine boats sank", "ten boats sank")
    assert not list(differing([found], account, [make_account("“Ten boats sank,” he said. Nine boats sank, she wrote.")]))


def test_a_wording_has_whole_words_only(make_account: MakeAccount) -> None:
    account = make_account("The boats sank.")
    boats = Span(4, 9)
    assert Stock(make_account("Two boats sank.")).has(account, boats)
    assert not Stock(make_account("Two lifeboats sank.")).has(account, boats)
