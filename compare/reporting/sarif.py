"""Events to SARIF 2.1.0, which code scanning and editors show.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compare import __version__
from compare.model import Account
from compare.reporting.addresses import uri_of
from compare.reporting.entries import Entry, Region, Spot, accounts_of, worst_first
from compare.reporting.layout import Blocks, Fields, Rows, pieces
from compare.reporting.phrases import capital, kind_words
from compare.reporting.subject import Manner, Subject
from compare.reporting.visible import one_line, visible
from compare.rules import documentation, rules

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_Object = dict[str, Any]


def to_sarif(subjects: Sequence[Subject], manner: Manner = Manner()) -> Iterator[str]:
    """One run with the discrepancies of all events as results, in pieces.

    Columns count code points. Accepted ones are suppressed, with the reason.
    """
    accounts = accounts_of(subjects)
    indexes = {source: number for number, source in enumerate(accounts)}
    entries = worst_first(subjects)
    kinds = sorted({*rules(), *(entry.kind for entry in entries)})
    run = {
        "tool": Fields({"driver": Fields(_driver(kinds))}),
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(subjects)],
        "artifacts": Rows(map(_artifact, accounts.values())),
        "results": Blocks(_result(entry, kinds.index(entry.kind), indexes) for entry in entries),
    }
    yield from pieces(Fields({"$schema": SCHEMA, "version": "2.1.0", "runs": [Fields(run)]}))
    yield "\n"


def _driver(kinds: Sequence[str]) -> _Object:
    return {
        "name": "rashomon",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": Rows(map(_rule, kinds)),
    }


def _rule(kind: str) -> _Object:
    """A rule in the words of its own documentation."""
    rule: _Object = {"id": kind, "shortDescription": {"text": capital(kind_words(kind))}}
    if kind in rules():
        text = visible(documentation(kind))
        rule["fullDescription"] = {"text": one_line(text.split("\n\n")[0])}
        rule["help"] = {"text": text}
    return rule


def _invocation(subjects: Sequence[Subject]) -> _Object:
    notifications = [
        {"level": level, "message": {"text": _message(f"{subject.name}: {line}" if subject.name else line)}}
        for subject in subjects
        for level, lines in (
            ("error", [subject.trouble]),
            ("note", subject.remarks),
            ("note", _notices(subject)),
        )
        for line in filter(None, lines)
    ]
    done = not any(subject.trouble for subject in subjects)
    return {"executionSuccessful": done, "toolExecutionNotifications": notifications}


def _notices(subject: Subject) -> list[str]:
    """What was odd about the sources."""
    accounts = subject.comparison.accounts if subject.comparison else ()
    return [one_line(f"{account.label}: {notice}") for account in accounts for notice in account.notices]


def _artifact(account: Account) -> _Object:
    artifact: _Object = {
        "location": {"uri": uri_of(account.source)},
        "description": {"text": _message(one_line(account.label) or one_line(account.id))},
    }
    if account.sha256:
        artifact["hashes"] = {"sha-256": account.sha256}
    return artifact


def _result(entry: Entry, rule: int, indexes: Mapping[str, int]) -> _Object:
    locations = [_location(spot, indexes) for spot in entry.spots]
    first = next((n for n, spot in enumerate(entry.spots) if spot.words), 0)
    reviewed = {"kind": "external", "status": "accepted", "justification": entry.reason}
    return {
        "ruleId": entry.kind,
        "ruleIndex": rule,
        "level": entry.severity,
        "message": {"text": _message(entry.message)},
        "locations": locations[first : first + 1],
        "relatedLocations": [{"id": n, **each} for n, each in enumerate(locations, 1) if len(locations) > 1],
        "partialFingerprints": {
            "rashomon/v1": entry.id,
            "primaryLocationLineHash": f"{entry.id}:{entry.copy}",  # the one that GitHub follows
        },
        "suppressions": [{k: v for k, v in reviewed.items() if v}] if entry.accepted else [],
        "properties": {"event": entry.event, "status": "accepted" if entry.accepted else "new"},
    }


def _location(spot: Spot, indexes: Mapping[str, int]) -> _Object:
    artifact = {"uri": uri_of(spot.source), "index": indexes[spot.source]}
    region = _region(spot.region) if spot.region else {"startLine": 1}
    return {
        "physicalLocation": {"artifactLocation": artifact, "region": region},
        "message": {"text": _message(spot.told)},
    }


def _region(region: Region) -> _Object:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _message(words: str) -> str:
    """A message that is nothing but words: no placeholder, no link (sections 3.11.5 and 3.11.6 of the standard)."""
    return words.replace("](", "] (").replace("{", "{{").replace("}", "}}")
