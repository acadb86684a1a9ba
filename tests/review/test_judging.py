"""New, accepted and stale: a multiset difference by fingerprint."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from compare.model import Acceptance, Comparison, Discrepancy
from compare.review import Entry, judge

A, B, C = "a" * 16, "b" * 16, "c" * 16
TODAY = "2026-06-01"


def comparison_of(*ids: str) -> Comparison:
    """A comparison with discrepancies of the given fingerprints."""
    return Comparison(
        (), (), tuple(Discrepancy("number", "error", "They differ.", (), id=own) for own in ids)
    )


def entry(name: str, times: int = 1, until: str = "", fault: str = "") -> Entry:
    return Entry(name, Acceptance("Because.", "Ann", "2026-03-09", until), times, fault=fault)


def statuses(comparison: Comparison) -> list[str]:
    return [found.status for found in comparison.discrepancies]


def test_nothing_accepted_is_all_new() -> None:
    judged = judge(comparison_of(A, B), (), TODAY)
    assert statuses(judged.comparison) == ["new", "new"] and not judged.stale and not judged.remarks


def test_an_acceptance_is_carried_by_its_discrepancy() -> None:
    judged = judge(comparison_of(A, B), [entry(B)], TODAY)
    assert statuses(judged.comparison) == ["new", "accepted"]
    assert judged.comparison.discrepancies[1].acceptance == entry(B).acceptance


def test_one_acceptance_pardons_one_of_two_alike() -> None:
    assert statuses(judge(comparison_of(A, A, B), [entry(A)], TODAY).comparison) == ["accepted", "new", "new"]
    assert statuses(judge(comparison_of(A, A), [entry(A, 2)], TODAY).comparison) == ["accepted", "accepted"]


def test_what_nothing_answers_to_is_stale() -> None:
    judged = judge(comparison_of(A), [entry(A, 3), entry(B)], TODAY)
    assert [(e.id, e.times) for e in judged.stale] == [(A, 2), (B, 1)]


def test_an_expired_or_malformed_one_counts_as_new_and_says_so() -> None:
    entries = [entry(A, until="2026-05-31"), entry(B, until="2026-06-01"), entry(C, fault="it has no reason")]
    judged = judge(comparison_of(A, B, C), entries, TODAY)
    assert statuses(judged.comparison) == ["new", "accepted", "new"]
    assert judged.remarks == (
        f"{A} counts as new: it was accepted until 2026-05-31", f"{C} counts as new: it has no reason",
    )  # fmt: skip
    assert not judged.stale, "what would answer to them still occurs"


def test_a_malformed_one_that_nothing_answers_to_is_an_error_and_not_stale() -> None:
    judged = judge(comparison_of(A), [entry(B, fault="it has no reason"), entry(C, until="2026-05-31")], TODAY)
    assert judged.malformed == (f"{B}: it has no reason",)
    assert [e.id for e in judged.stale] == [C] and not judged.remarks


ids = st.lists(st.sampled_from([A, B, C]), max_size=8)


@given(ids, ids)
def test_a_fix_and_a_new_one_never_cancel_out(found: list[str], accepted: list[str]) -> None:
    here, there = Counter(found), Counter(accepted)
    judged = judge(comparison_of(*found), [entry(name, n) for name, n in there.items()], TODAY)
    new = Counter(d.id for d in judged.comparison.discrepancies if d.status == "new")
    assert new == here - there
    assert Counter({e.id: e.times for e in judged.stale}) == there - here
