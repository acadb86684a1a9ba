"""JUnit XML: valid by the schema most readers follow, and read back by a library for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

from compare.model import Acceptance, Comparison
from compare.reporting import Manner, Subject, rendered
from compare.reporting.visible import HIDDEN
from tests.reporting import hostile

SCHEMA = Path(__file__).parent / "schemas" / "junit-10.xsd"
ELEMENTS = {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}


class Schema:
    """The schema, and what it says of a report."""

    def __init__(self) -> None:
        self._schema = etree.XMLSchema(etree.parse(str(SCHEMA)))

    def check(self, report: str) -> None:
        self._schema.assertValid(etree.fromstring(report.encode()))


@pytest.fixture(scope="module")
def schema() -> Schema:
    return Schema()


def results(report: str) -> list[str]:
    """How each test case ended."""
    cases = [case for suite in JUnitXml.fromstring(report.encode()) for case in suite]
    names = {Failure: "failed", Error: "error", Skipped: "skipped"}
    return [names[type(case.result[0])] if case.result else "passed" for case in cases]


def test_the_report_is_valid(pair: Comparison, schema: Schema) -> None:
    schema.check(rendered("junit", [Subject(pair, "summit", remarks=["gone"]), Subject(None, "b", trouble="missing")]))


@settings(max_examples=60, deadline=None)
@given(found=hostile.comparisons(), name=hostile.WORDS)
def test_any_report_is_valid_and_holds_no_more_than_it_should(found: Comparison, name: str, schema: Schema) -> None:
    report = rendered("junit", [Subject(found, name, remarks=[name]), Subject(None, name, trouble=name)])
    schema.check(report)
    assert not HIDDEN.search(report)
    root = ElementTree.fromstring(report)
    assert {element.tag for element in root.iter()} <= ELEMENTS
    assert len(root.findall(".//testcase")) >= len(found.discrepancies)


def test_an_invalid_report_is_told(pair: Comparison, schema: Schema) -> None:
    with pytest.raises(Exception, match="testcases"):
        schema.check(rendered("junit", [Subject(pair)]).replace("testcase", "testcases"))


@pytest.mark.parametrize(
    ("fail_on", "wanted"),
    [
        ("error", ["failed"] * 2 + ["passed"] * 4 + ["skipped"]),
        ("warning", ["failed"] * 4 + ["passed"] * 2 + ["skipped"]),
        ("note", ["failed"] * 6 + ["skipped"]),
        ("never", ["passed"] * 6 + ["skipped"]),
    ],
)
def test_what_fails(pair: Comparison, fail_on: str, wanted: list[str]) -> None:
    assert results(rendered("junit", [Subject(pair)], Manner(fail_on=fail_on))) == wanted


def test_a_failure_says_where_and_what(pair: Comparison) -> None:
    suite = next(iter(JUnitXml.fromstring(rendered("junit", [Subject(pair, "summit")]).encode())))
    case = next(iter(suite))
    assert (case.name, case.classname) == ("quotation-wording 7f3a9c01", "summit")
    assert case.result[0].type == "error"
    assert "sources/kennebunkport/dw.txt:20:206: DW, paragraph 4, line 20: “a great deal of”" in case.result[0].text


def test_an_accepted_one_is_skipped_with_its_reason(pair: Comparison) -> None:
    accepted = [replace(each, status="accepted", acceptance=Acceptance("Seen.", "Ada")) for each in pair.discrepancies]
    report = rendered("junit", [Subject(replace(pair, discrepancies=tuple(accepted)))])
    assert set(results(report)) == {"skipped"}
    assert 'message="accepted: Seen. (Ada)"' in report


def test_events_are_suites_and_count(pair: Comparison) -> None:
    nothing = replace(pair, discrepancies=())
    subjects = [Subject(pair, "one"), Subject(nothing, "two"), Subject(None, "three", trouble="missing")]
    report = JUnitXml.fromstring(rendered("junit", subjects).encode())
    assert [(suite.name, suite.tests, suite.failures, suite.errors, suite.skipped) for suite in report] == [
        ("one", 7, 4, 0, 1),
        ("two", 1, 0, 0, 0),
        ("three", 1, 0, 1, 0),
    ]
