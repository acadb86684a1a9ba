from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from compare.model import Acceptance, Comparison
from compare.reporting.json_report import account_to_json_line, to_json
from compare.reporting.schemas import report_schema

SCHEMA = json.loads(report_schema())


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(SCHEMA)
    return Draft202012Validator(SCHEMA)


def test_the_report_is_as_its_schema_says(pair: Comparison, validator: Draft202012Validator) -> None:
    validator.validate(json.loads(to_json(pair)))


@settings(deadline=None)
@given(data=st.data())
def test_any_comparison_gives_a_valid_report(
    data: st.DataObject, comparisons: st.SearchStrategy[Comparison], validator: Draft202012Validator
) -> None:
    written = to_json(data.draw(comparisons)).encode()
    validator.validate(json.loads(written))
    assert written.endswith(b"}\n")


@pytest.mark.parametrize(
    "field", ["schema_version", "generator", "accounts", "links", "discrepancies", "summary"]
)
def test_the_schema_misses_a_field_that_is_gone(
    field: str, pair: Comparison, validator: Draft202012Validator
) -> None:
    report = json.loads(to_json(pair))
    del report[field]
    assert not validator.is_valid(report)


def test_offsets_mean_the_text_in_the_report(pair: Comparison) -> None:
    report = json.loads(to_json(pair))
    texts = {account["id"]: account["text"] for account in report["accounts"]}
    for found in report["discrepancies"]:
        for reading in found["readings"]:
            assert texts[reading["account"]][reading["start"] : reading["end"]] == reading["text"]
    ids = {sentence["id"] for account in report["accounts"] for sentence in account["sentences"]}
    assert all(set(each) <= ids for link in report["links"] for each in link["sentences"].values())


def test_every_sentence_stands_in_one_passage_and_linked_ones_refer_to_each_other(pair: Comparison) -> None:
    report = json.loads(to_json(pair))
    told = [name for passage in report["passages"] for names in passage["sentences"].values() for name in names]
    assert sorted(told) == sorted(s["id"] for account in report["accounts"] for s in account["sentences"])
    home = {name: k for k, p in enumerate(report["passages"]) for names in p["sentences"].values() for name in names}
    for link in report["links"]:
        left, right = link["sentences"].values()
        for one, other in ((a, b) for a in left for b in right):
            beyond = {name for names in report["passages"][home[one]]["elsewhere"].values() for name in names}
            assert home[one] == home[other] or other in beyond


def test_the_summary_counts(pair: Comparison) -> None:
    summary = json.loads(to_json(pair))["summary"]
    assert summary["severities"] == {"error": 2, "warning": 2, "note": 3}
    assert summary["statuses"] == {"new": 6, "accepted": 1}
    assert summary["kinds"]["quotation-truncated"] == 2
    assert summary["accounts"]["dod"] == {"sentences": 17, "linked": 7}


def test_a_line_an_account(pair: Comparison) -> None:
    line = account_to_json_line(pair.accounts[0])
    assert line.count("\n") == 1 and line.endswith("\n")
    assert json.loads(line)["sentences"][3]["id"] == "dw:3"


def test_lone_surrogates_survive(pair: Comparison) -> None:
    account = replace(pair.accounts[0], text='a\ud800b "\udfff', sentences=(), quotations=(), paragraphs=())
    line = account_to_json_line(account)
    assert json.loads(line.encode())["text"] == account.text


def test_characters_stand_as_they_are(pair: Comparison) -> None:
    assert "“That cooperation" in to_json(pair)


def test_the_schema_is_published_as_it_is_shipped() -> None:
    published = Path(__file__).parents[2] / "docs" / "report.schema.json"
    assert report_schema() == published.read_text(encoding="utf-8"), "run: rashomon schema > docs/report.schema.json"


def test_an_acceptance_is_told(pair: Comparison, validator: Draft202012Validator) -> None:
    accepted = replace(pair.discrepancies[0], status="accepted", acceptance=Acceptance("Seen.", on="2026-05-01"))
    report = json.loads(to_json(replace(pair, discrepancies=(accepted,))))
    validator.validate(report)
    assert report["discrepancies"][0]["acceptance"] == {"reason": "Seen.", "by": None, "on": "2026-05-01", "until": None}
