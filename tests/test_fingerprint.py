"""What a fingerprint holds on to, and what it does not notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from compare.fingerprint import LENGTH, fingerprint
from compare.model import Account, Comparison, Discrepancy

LEFT = "The council met late. “We will rebuild the old bridge,” Ann Dole said."
RIGHT = "On Tuesday the council met. “We will repair the old bridge,” Dole said."

Compared = Callable[..., Comparison]


def only(comparison: Comparison) -> Discrepancy:
    (found,) = [d for d in comparison.discrepancies if d.kind == "quotation-wording"]
    return found


@pytest.fixture
def wanted(make_comparison: Compared) -> str:
    return only(make_comparison(LEFT, RIGHT)).id


def test_it_is_short_and_hexadecimal(wanted: str) -> None:
    assert len(wanted) == LENGTH
    assert int(wanted, 16) >= 0


SAME = [
    # an edit elsewhere, before and behind
    (LEFT.replace("The council", "In spite of the rain the whole council"), RIGHT),
    (LEFT, RIGHT + " It rained all night."),
    # marks, case, spacing, spelling
    (LEFT.replace("“", '"').replace("”", '"'), RIGHT),
    (LEFT, RIGHT.replace("the old bridge", "the  old\nbridge")),
    (LEFT.replace("the old bridge", "the Old Bridge"), RIGHT),
    (LEFT.replace("bridge,”", "bridge!”"), RIGHT),
    # another cue
    (LEFT, RIGHT.replace("Dole said", "Dole told reporters")),
]  # fmt: skip

OTHER = [
    (LEFT.replace("rebuild", "remake"), RIGHT),
    (LEFT, RIGHT.replace("old bridge", "new bridge")),
    (LEFT.replace("We will", "They will"), RIGHT),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), SAME)
def test_what_does_not_matter_changes_nothing(make_comparison: Compared, wanted: str, left: str, right: str) -> None:
    assert only(make_comparison(left, right)).id == wanted


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_other_words_are_another_discrepancy(make_comparison: Compared, wanted: str, left: str, right: str) -> None:
    assert wanted not in {d.id for d in make_comparison(left, right).discrepancies}


def test_severity_message_status_and_order_of_readings_stay_out(make_comparison: Compared) -> None:
    comparison = make_comparison(LEFT, RIGHT)
    accounts = {a.id: a for a in comparison.accounts}
    found = only(comparison)
    assert fingerprint(found, accounts) == found.id
    changed = replace(found, severity="note", message="…", status="accepted", readings=found.readings[::-1], id="")
    assert fingerprint(changed, accounts) == found.id


def test_kind_and_account_belong_to_it(make_comparison: Compared) -> None:
    comparison = make_comparison(LEFT, RIGHT)
    accounts = {a.id: a for a in comparison.accounts}
    found = only(comparison)
    assert fingerprint(replace(found, kind="number"), accounts) != found.id
    renamed = tuple(replace(r, account={"left": "x"}.get(r.account, r.account)) for r in found.readings)
    assert fingerprint(replace(found, readings=renamed), {**accounts, "x": accounts["left"]}) != found.id


def test_words_of_reading_and_context_are_told_apart(make_account: Callable[..., Account], make_comparison: Compared) -> None:
    ids = {
        only(make_comparison(LEFT, RIGHT.replace("repair", words))).id for words in ("repair", "repair and paint", "paint")
    }
    assert len(ids) == 3


def test_lone_surrogates_do_not_stop_it(make_comparison: Compared) -> None:
    comparison = make_comparison(LEFT, RIGHT)
    accounts = {a.id: replace(a, text=a.text.replace("bridge", "brid\udc80e")) for a in comparison.accounts}
    assert len(fingerprint(only(comparison), accounts)) == LENGTH
