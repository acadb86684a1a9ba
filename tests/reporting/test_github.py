"""Annotations: one command a line whatever the sources say, the worst first, ten at most."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from compare.model import Comparison
from compare.reporting import Subject, rendered
from compare.reporting.visible import HIDDEN
from compare.targets import Target, write_subjects
from tests.reporting import hostile

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::([^\r\n]*)")
COUNTED = re.compile(r"\w+ more findings? without an annotation")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A command as GitHub's runner reads it: level, properties, message."""
    match = COMMAND.fullmatch(line)
    assert match, line
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    return match[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(match[3])


def unescaped(words: str) -> str:
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        words = words.replace(code, char)
    return words


def test_the_worst_first(pair: Comparison) -> None:
    lines = [parsed(line) for line in rendered("github", [Subject(pair)]).splitlines()]
    assert [level for level, _, _ in lines] == ["error", "error", "warning", "warning", "notice", "notice"]
    _, properties, message = lines[0]
    assert properties == {
        "file": "sources/kennebunkport/dw.txt", "line": "20", "endLine": "20", "col": "206", "endColumn": "220", "title": "quotation wording",
    }  # fmt: skip
    assert message.startswith("DW has Putin say “a great deal of”, DoD “a gradual”.\n")
    assert "DoD, paragraph 6, line 29: “a gradual”" in message and message.endswith("id 7f3a9c01")


def test_accepted_ones_are_left_out(pair: Comparison) -> None:
    assert "cc22dd33" not in rendered("github", [Subject(pair)])
    accepted = tuple(replace(each, status="accepted") for each in pair.discrepancies)
    assert rendered("github", [Subject(replace(pair, discrepancies=accepted))]) == ""


def test_ten_at_most_over_all_events_and_the_rest_counted(pair: Comparison) -> None:
    lines = rendered("github", [Subject(pair, "one"), Subject(pair, "two"), Subject(None, "three", trouble="missing")]).splitlines()
    assert len(lines) == 11
    levels = [parsed(line)[0] for line in lines[:10]]
    assert levels == ["error"] * 5 + ["warning"] * 4 + ["notice"]
    assert lines[10] == "three more findings without an annotation"
    assert parsed(lines[0])[1]["title"] == "three: could not be compared"


def test_what_is_no_text_file_is_annotated_as_a_whole(pair: Comparison) -> None:
    one, other = pair.accounts
    of_a_page = replace(pair, accounts=(replace(one, extracted=True), replace(other, source="-")))
    lines = [parsed(line)[1] for line in rendered("github", [Subject(of_a_page)]).splitlines()]
    assert lines[0] == {"file": one.source, "line": "1", "title": "quotation wording"}
    assert lines[3] == {"title": "inconsistent"}


@settings(max_examples=80, deadline=None)
@given(found=hostile.comparisons(), name=hostile.WORDS)
def test_no_source_gives_a_command(found: Comparison, name: str) -> None:
    subject = Subject(found, name, remarks=[f"gone {name}"])
    lines = rendered("github", [subject, Subject(None, name, trouble=f"gone {name}")]).split("\n")
    assert lines.pop() == ""
    for line in lines:
        if not COUNTED.fullmatch(line):
            _, properties, message = parsed(line)
            assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
            assert not HIDDEN.search(message) and not HIDDEN.search(line)
    fresh = [each for each in found.discrepancies if each.status == "new"]
    assert len(lines) == min(len(fresh) + 2, 11)


def test_the_summary_of_the_step_is_added_to(pair: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    write_subjects([Subject(pair)], [Target("text", str(tmp_path / "r.txt"))], False)
    assert summary.read_text() == "before\n"
    write_subjects([Subject(pair)], [Target("github", str(tmp_path / "r"))], False)
    assert summary.read_text() == "before\n" + rendered("md", [Subject(pair)])
