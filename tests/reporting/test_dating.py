from __future__ import annotations

import pytest

from compare.model import CompareError
from compare.reporting.dating import day_of_report

DAYS = [
    ("", ""),
    ("0", "1\xa0January\xa01970"),
    ("1183420799", "2\xa0July\xa02007"),
    ("1183420800", "3\xa0July\xa02007"),
]


@pytest.mark.parametrize(("given", "day"), DAYS)
def test_the_day(monkeypatch: pytest.MonkeyPatch, given: str, day: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert day_of_report() == day


@pytest.mark.parametrize("given", ["today", "1e9", "9" * 30, "0x10"])
def test_no_day(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(CompareError, match=r"^SOURCE_DATE_EPOCH=.*unset it$"):
        day_of_report()
