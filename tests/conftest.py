"""What many tests need: accounts and comparisons made of a few lines of text."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

from compare.model import Account, Comparison, Discrepancy
from compare.pipeline import compare_accounts, read_account
from compare.rules import severities_of_rule

Found = list[tuple[str, ...]]

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")  # a slow one finds no fault that a fast one does not

os.environ.pop("SOURCE_DATE_EPOCH", None)  # whoever builds a package sets it; reports show it


def account(text: str, name: str = "left") -> Account:
    """The account in a text; its id and label are ``name``."""
    return read_account(f"{name}.txt", data=text.encode("utf-8"))


def compared(*texts: str) -> Comparison:
    """The comparison of texts named left, right, third …"""
    names = ("left", "right", "third", "fourth", "fifth")
    comparison = compare_accounts([account(text, name) for text, name in zip(texts, names, strict=False)])
    for found in comparison.discrepancies:
        assert found.severity in severities_of_rule(found.kind), "rashomon rules lists it"
    return comparison


def readings(comparison: Comparison, kind: str) -> Found:
    """The words of each reading of every discrepancy of a kind."""
    texts = {a.id: a.text for a in comparison.accounts}
    return [
        tuple(texts[r.account][r.start : r.end] for r in d.readings) for d in comparison.discrepancies if d.kind == kind
    ]


@pytest.fixture
def find() -> Callable[..., Found]:
    """Readings of one kind in the comparison of some texts."""
    return lambda kind, *texts: readings(compared(*texts), kind)


@pytest.fixture
def discrepancies() -> Callable[..., list[Discrepancy]]:
    """Discrepancies of one kind in the comparison of some texts."""
    return lambda kind, *texts: [d for d in compared(*texts).discrepancies if d.kind == kind]


@pytest.fixture
def make_account() -> Callable[..., Account]:
    return account


@pytest.fixture
def make_comparison() -> Callable[..., Comparison]:
    return compared
