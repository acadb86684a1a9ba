"""What holds for every format: all is told, the same bytes each time, and the files kept beside are what is written.

``python tests/reporting/test_formats.py`` writes those files anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from compare.model import Acceptance, CompareError, Comparison
from compare.pipeline import compare_sources
from compare.reporting import ENDINGS, FORMATS, Manner, Subject, render, rendered

ROOT = Path(__file__).parents[2]
GOLDENS = Path(__file__).parent / "goldens"
WRITTEN = {"json": "json", "md": "md", "sarif": "sarif", "junit": "xml", "github": "github", "text": "txt"}
"""By the format, the ending of the file kept; the page is kept in reports/."""

PAIR = ["sources/kennebunkport/dw.txt", "sources/kennebunkport/dod.txt"]
REASON = Acceptance("The transcript has “gradual”; <b>DW</b> was asked.", "Ada Holm", "2026-05-01", "2027-05-01")


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare_sources([str(ROOT / path) for path in PAIR])


@pytest.fixture(scope="module")
def reviewed(found: Comparison) -> Comparison:
    """The first and the last discrepancy accepted."""
    first, *middle, last = found.discrepancies
    accepted = [replace(each, status="accepted", acceptance=REASON) for each in (first, last)]
    return replace(found, discrepancies=(accepted[0], *middle, accepted[1]))


def test_every_ending_has_its_format() -> None:
    assert set(ENDINGS.values()) <= set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_what_was_found(name: str, found: Comparison) -> None:
    report = rendered(name, [Subject(found)])
    assert report == rendered(name, [Subject(found)])
    assert report.endswith("\n")
    for discrepancy in found.discrepancies:
        if discrepancy.severity != "note":
            assert discrepancy.id in report


@pytest.mark.parametrize("name", ["html", "json", "md", "sarif", "junit", "text"])
def test_what_was_accepted_is_told_with_its_reason(name: str, reviewed: Comparison) -> None:
    report = rendered(name, [Subject(reviewed)], Manner(notes=True))
    assert reviewed.discrepancies[0].id in report
    assert "The transcript has “gradual”" in " ".join(report.split()) and re.search("2027-05-01|1 May 2027", " ".join(report.split()).replace("\u00a0", " "))


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.several])
def test_several_events_in_one_report(name: str, found: Comparison, reviewed: Comparison) -> None:
    subjects = [Subject(found, "summit"), Subject(reviewed, "again"), Subject(None, "broken", trouble="a.txt: missing")]
    report = rendered(name, subjects)
    assert all(subject.name in report for subject in subjects)
    assert "a.txt: missing" in report.replace("\\", "")


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if not form.several])
def test_a_format_of_one_event_says_so(name: str, found: Comparison) -> None:
    for subjects in ([Subject(found)] * 2, [], [Subject(None, "broken", trouble="gone")]):
        with pytest.raises(CompareError, match="holds one event; name one, or take one of md,"):
            render(name, subjects)


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.several])
def test_nothing_to_tell_is_no_failure(name: str, found: Comparison) -> None:
    rendered(name, [])
    assert rendered(name, [Subject(replace(found, discrepancies=()))]) is not None


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_changes_what_another_shows(name: str, found: Comparison) -> None:
    subject = Subject(found)
    for other in FORMATS:
        rendered(other, [subject], Manner(40, True, True, "note"))
    assert rendered(name, [subject]) == rendered(name, [Subject(found)])


def written(form: str) -> bytes:
    """What the program prints of the pair, whatever the machine."""
    command = [sys.executable, "-m", "compare.cli", "compare", *PAIR, "--format", form]
    env = {**os.environ, "COLUMNS": "80", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    env.pop("GITHUB_STEP_SUMMARY", None)
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True).stdout


@pytest.mark.parametrize("form", WRITTEN)
def test_the_report_kept_is_what_is_written(form: str) -> None:
    kept = GOLDENS / f"kennebunkport.{WRITTEN[form]}"
    assert written(form) == kept.read_bytes(), f"look at what changed, then run: python {Path(__file__).name}"


def write_goldens() -> None:
    """Every file kept, as the program writes it now."""
    for form, ending in WRITTEN.items():
        (GOLDENS / f"kennebunkport.{ending}").write_bytes(written(form))


if __name__ == "__main__":
    write_goldens()
