"""SARIF: valid by the schema of the standard, and every place is where it says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from compare.model import Acceptance, Comparison
from compare.pipeline import compare_sources
from compare.reporting import Subject, rendered
from compare.reporting.visible import HIDDEN
from compare.rules import rules
from tests.reporting import hostile

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
EMOJI = (
    "The new bridge 🌉 over the Lenne was opened to traffic on Monday.\r\n\r\n🎉 “We have waited {} years for this "
    "bridge, and nobody will have to take the ferry again,” Mayor Ada Holm said.\r\n"
)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8-sig")), format_checker=checker)


def run_of(*subjects: Subject) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(rendered("sarif", subjects))["runs"][0]
    return run


def test_the_report_is_as_the_standard_says(pair: Comparison, validator: Draft202012Validator) -> None:
    validator.validate(json.loads(rendered("sarif", [Subject(pair)])))


@settings(max_examples=60, deadline=None)
@given(found=hostile.comparisons(), name=hostile.WORDS)
def test_any_report_is_as_the_standard_says(found: Comparison, name: str, validator: Draft202012Validator) -> None:
    subjects = [Subject(found, name, remarks=[name]), Subject(None, name, trouble=name)]
    written = rendered("sarif", subjects)
    assert not HIDDEN.search(written)
    log = json.loads(written.encode())
    validator.validate(log)
    run = log["runs"][0]
    messages = [each["message"]["text"] for each in run["results"]]
    messages += [each["message"]["text"] for each in run["invocations"][0].get("toolExecutionNotifications", [])]
    for message in messages:
        assert "](" not in message
        assert not re.search(r"[{}]", message.replace("{{", "").replace("}}", "")), "a placeholder"
        assert not HIDDEN.search(message)


def test_the_schema_finds_what_is_wrong(pair: Comparison, validator: Draft202012Validator) -> None:
    log = json.loads(rendered("sarif", [Subject(pair)]))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator.is_valid(log)
    log = json.loads(rendered("sarif", [Subject(pair)]))
    log["runs"][0]["artifacts"][0]["location"]["uri"] = "two words"
    assert not validator.is_valid(log)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_and_columns_are_those_of_the_file(tmp_path: Path, codec: str) -> None:
    texts = {name: EMOJI.format(word) for name, word in (("one.txt", "eleven"), ("other.txt", "twelve"))}
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text.encode(codec))
    run = run_of(Subject(compare_sources([str(tmp_path / name) for name in texts])))
    assert run["columnKind"] == "unicodeCodePoints"
    result = next(each for each in run["results"] if each["ruleId"] == "quotation-wording")
    words = []
    for place in result["relatedLocations"]:
        where = place["physicalLocation"]
        region = where["region"]
        line = texts[Path(where["artifactLocation"]["uri"]).name].split("\r\n")[region["startLine"] - 1]
        assert region["endLine"] == region["startLine"]
        words.append(line[region["startColumn"] - 1 : region["endColumn"] - 1])
    assert words == ["eleven", "twelve"]


def test_both_places_are_named(pair: Comparison) -> None:
    run = run_of(Subject(pair))
    wording, *_ = run["results"]
    assert wording["level"] == "error" and wording["ruleId"] == "quotation-wording"
    assert [each["id"] for each in wording["relatedLocations"]] == [1, 2]
    assert wording["relatedLocations"][0]["physicalLocation"] == wording["locations"][0]["physicalLocation"]
    for place in wording["relatedLocations"]:
        artifact = place["physicalLocation"]["artifactLocation"]
        assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]
    only = next(each for each in run["results"] if each["ruleId"] == "only-quotation")
    assert len(only["locations"]) == 1 and only["relatedLocations"] == []


def test_text_taken_out_of_another_format_is_told_of_by_file(pair: Comparison) -> None:
    one, other = (replace(account, extracted=True) for account in pair.accounts)
    run = run_of(Subject(replace(pair, accounts=(one, other))))
    regions = [place["physicalLocation"]["region"] for each in run["results"] for place in each["locations"]]
    assert all(region == {"startLine": 1} for region in regions)
    assert "paragraph 4" in run["results"][0]["locations"][0]["message"]["text"]


def test_rules_say_what_they_check(pair: Comparison) -> None:
    run = run_of(Subject(pair))
    described = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(described) >= set(rules())
    assert all("Not flagged:" in described[kind]["help"]["text"] for kind in rules())
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_what_was_accepted_is_suppressed(pair: Comparison) -> None:
    first, *rest = pair.discrepancies
    accepted = replace(first, status="accepted", acceptance=Acceptance("It is the same word.", "Ada", "2026-05-01"))
    results = run_of(Subject(replace(pair, discrepancies=(accepted, *rest))))["results"]
    assert results[0]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "It is the same word. (Ada, 2026-05-01)"}
    ]
    assert all(each["suppressions"] == [] for each in results[1:-1])


def test_fingerprints_tell_copies_apart(pair: Comparison) -> None:
    first = pair.discrepancies[0]
    results = run_of(Subject(replace(pair, discrepancies=(first, first))))["results"]
    prints = [each["partialFingerprints"] for each in results]
    assert [each["rashomon/v1"] for each in prints] == [first.id] * 2
    assert [each["primaryLocationLineHash"] for each in prints] == [f"{first.id}:1", f"{first.id}:2"]


def test_several_events(pair: Comparison) -> None:
    run = run_of(Subject(pair, "one"), Subject(None, "other", trouble="b.txt: missing"))
    assert {each["properties"]["event"] for each in run["results"]} == {"one"}
    invocation = run["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0] == {"level": "error", "message": {"text": "other: b.txt: missing"}}


