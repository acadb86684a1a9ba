"""Names that are one: what is no difference then, and what still is."""

from __future__ import annotations

import pytest

from compare.aliases import names_of, without_aliases
from compare.model import Account, CompareError, Discrepancy, Reading, Span

NAMES = {"Vladimir Holm": ("Wladimir Holm", "the Mayor of Lenne"), "Ada Dole": ("Ada Marsh",)}


def left(kind: str, *words: str) -> int:
    """How many of one discrepancy between these words are left."""
    accounts = [Account(f"a{k}", "", "", "", text) for k, text in enumerate(words)]
    readings = tuple(Reading(0, len(text), f"a{k}", Span(0, len(text))) for k, text in enumerate(words))
    return len(list(without_aliases([Discrepancy(kind, "warning", "", readings)], NAMES, accounts)))


QUIET = [
    ("name", "Vladimir", "Wladimir"), ("name", "Vladimir Holm", "WLADIMIR HOLM"), ("inconsistent", "Dole", "Marsh"),
    ("quotation-speaker", "Mayor Vladimir Holm", "the Mayor of Lenne"), ("name", "Holm", "Wladimir Holm", "Vladimir"),
]  # fmt: skip
FLAGS = [
    ("name", "Vladimir", "Valdimir"), ("quotation-wording", "Vladimir", "Wladimir"), ("name", "Vladimir", "Ada"),
    ("quotation-speaker", "Vladimir Holm", "Ada Dole"), ("name", "Vladimir", ""), ("name", "Holm Vladimir", "Wladimir"),
]  # fmt: skip


@pytest.mark.parametrize("case", QUIET)
def test_one_name(case: tuple[str, ...]) -> None:
    assert left(*case) == 0


@pytest.mark.parametrize("case", FLAGS)
def test_two_names(case: tuple[str, ...]) -> None:
    assert left(*case) == 1


def test_what_is_written() -> None:
    assert names_of({"A B": ["C"]}, "x") == {"A B": ("C",)}
    for wrong in ([], {"A": "B"}, {"A": [3]}, {"A": ["…"]}):
        with pytest.raises(CompareError, match=r"^x: names"):
            names_of(wrong, "x")
