from __future__ import annotations

import json
from pathlib import Path

import pytest

from compare.model import Comparison
from compare.pipeline import compare_sources
from compare.reporting import ENDINGS, FORMATS

SOURCES = Path(__file__).parents[2] / "sources" / "kennebunkport"


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare_sources([str(SOURCES / "dw.txt"), str(SOURCES / "dod.txt")])


def test_every_ending_has_its_format() -> None:
    assert set(ENDINGS.values()) <= set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_what_was_found(name: str, found: Comparison) -> None:
    report = FORMATS[name](found)
    assert report == FORMATS[name](found)
    assert report.endswith("\n")
    for discrepancy in found.discrepancies:
        if discrepancy.severity != "note":
            assert discrepancy.id in report


def test_the_json_report_holds_every_discrepancy(found: Comparison) -> None:
    report = json.loads(FORMATS["json"](found))
    assert [each["id"] for each in report["discrepancies"]] == [each.id for each in found.discrepancies]
