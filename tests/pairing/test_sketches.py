"""What a source is told apart by."""

from __future__ import annotations

import pytest

from compare.accounts import account_of
from compare.pairing import sketches
from compare.pairing.sketches import sketch_of

TERMS = [
    ("The mayor said it.", {"mayor": 1}),
    ("Bridges, a bridge; the bridge's", {"bridg": 3}),
    ("on March 5 and on 6th April 2026", {"march": 1, "5": 1, "march 5": 1, "6": 1, "th": 1, "april": 1, "april 6": 1, "2026": 1}),
    ("the 7th of June", {"7": 1, "th": 1, "june": 1, "june 7": 1}),
    ("1,400 people", {"1400": 1, "peopl": 1}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "terms"), TERMS, ids=[t[0] for t in TERMS])
def test_terms(text: str, terms: dict[str, int]) -> None:
    found = sketch_of(account_of("a", [text], published="2026-03-05"))
    assert dict(zip(found.terms, found.counts, strict=True)) == terms
    assert found.published == "2026-03-05" and list(found.terms) == sorted(found.terms)


def test_a_long_text_counts_to_a_point(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sketches, "LONGEST", 500)
    found = sketch_of(account_of("a", ["bridge " * 400, "ferry " * 400]))
    assert dict(zip(found.terms, found.counts, strict=True)) == {"bridg": 255, "ferri": 100}
