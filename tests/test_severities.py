"""A kind switched off, or its severity changed: what may be asked, and what comes of it."""

from __future__ import annotations

import pytest

from compare.model import CompareError, Discrepancy
from compare.severities import severities_asked, severities_of, with_severities

FOUND = [Discrepancy("date", "error", "one", ()), Discrepancy("name", "warning", "two", ())]


@pytest.mark.parametrize(
    ("severities", "left"),
    [
        ({}, ["date error", "name warning"]),
        ({"date": "off"}, ["name warning"]),
        ({"date": "note", "name": "error"}, ["date note", "name error"]),
        ({"number": "off"}, ["date error", "name warning"]),
    ],
)
def test_what_is_left(severities: dict[str, str], left: list[str]) -> None:
    assert [f"{d.kind} {d.severity}" for d in with_severities(FOUND, severities)] == left


def test_what_is_asked() -> None:
    assert severities_asked(["date=off", "name = note", "date=error"]) == {"date": "error", "name": "note"}
    assert severities_of({"date": "off"}, "event.toml") == {"date": "off"}


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("date", "--rule date: no severity; write date=off, or one of off, note, warning, error for it"),
        ("date=loud", "--rule date=loud: 'loud' is no severity; write one of off, note, warning, error"),
        ("dates=off", "--rule dates=off: no such kind; did you mean date?"),
    ],
)
def test_what_cannot_be_asked(value: str, says: str) -> None:
    with pytest.raises(CompareError) as error:
        severities_asked([value])
    assert str(error.value) == says


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("date", "event.toml: rules must be a table"),
        ({"date": True}, "event.toml: rules: date: True is no severity"),
        ({"weather": "off"}, "event.toml: rules: weather: no such kind; there are "),
    ],
)
def test_what_no_table_may_say(table: object, says: str) -> None:
    with pytest.raises(CompareError) as error:
        severities_of(table, "event.toml")
    assert str(error.value).startswith(says)
