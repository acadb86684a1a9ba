"""Events to JUnit XML: a suite an event, a test case a discrepancy. The only user of junitparser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from compare.model import SEVERITIES
from compare.reporting.entries import Entry, entries_of
from compare.reporting.subject import Manner, Subject
from compare.reporting.visible import inert, one_line


def to_junit(subjects: Sequence[Subject], manner: Manner = Manner()) -> str:
    """New discrepancies fail that are at least as severe as ``manner.fail_on``; milder ones pass, accepted ones are skipped."""
    report = JUnitXml("rashomon")
    for subject in subjects:
        suite = TestSuite(subject.title or "rashomon")
        suite.add_testcases(list(_cases(subject, manner.fail_on)))  # one by one it would count all of them each time
        report.append(suite)
    report.update_statistics()
    return _written(report)


def _cases(subject: Subject, fail_on: str) -> Iterator[TestCase]:
    event = subject.name or "rashomon"
    if subject.trouble:
        yield _case(event, "could not be compared", Error(subject.trouble, "trouble"))
    entries = entries_of(subject)
    fails = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    for entry in entries:
        yield _judged(event, entry, fails)
    for number, line in enumerate(subject.remarks, 1):
        yield _case(event, f"remark {number}", Skipped(line, "remark"))
    if not entries and subject.comparison:
        yield _case(event, "no discrepancy")


def _judged(event: str, entry: Entry, fails: Sequence[str]) -> TestCase:
    copy = f" {entry.copy}" if entry.copy > 1 else ""
    name = f"{entry.kind} {entry.id}{copy}"
    told = "\n".join(map(inert, [entry.message, *(_line(entry, number) for number in range(len(entry.spots)))]))
    if entry.accepted:
        case = _case(event, name, Skipped(f"accepted: {entry.reason}".rstrip(": "), "accepted"))
    elif entry.severity in fails:
        failure = Failure(entry.message, entry.severity)
        failure.text = told
        return _case(event, name, failure)
    else:
        case = _case(event, name)
    case.system_out = told
    return case


def _line(entry: Entry, number: int) -> str:
    """A reading with the place at which an editor opens the file."""
    spot = entry.spots[number]
    at = f":{spot.region.line}:{spot.region.column}" if spot.region else ""
    return f"{one_line(spot.source)}{at}: {spot.told}"


def _case(event: str, name: str, result: Error | Failure | Skipped | None = None) -> TestCase:
    case = TestCase(name, event)
    if result is not None:
        case.result = [result]
    return case


def _written(report: JUnitXml) -> str:
    """The XML, indented; by the standard library, as junitparser writes with whatever parser is installed."""
    root = ElementTree.fromstring(report.tostring())
    root.attrib.pop("skipped", None)  # only suites have it in the schema most readers follow
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'
