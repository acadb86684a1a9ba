"""A comparison to the JSON report that other programs read (``docs/report.schema.json``).

Fields are only ever added. Offsets count code points of the account's text.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from compare import __version__
from compare.model import SEVERITIES, Account, Alignment, Comparison, Discrepancy, Quotation, Span

SCHEMA_VERSION = 1

_SCORE_DIGITS = 4
"""Digits of a score: enough to order links by, few enough to stay the same on every machine."""

Fields = dict[str, Any]

_UNSAFE = re.compile("[\ud800-\udfff\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def to_json(comparison: Comparison) -> str:
    """The whole report, indented, with a line feed at its end; it can always be written as UTF-8."""
    report = {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "rashomon", "version": __version__},
        "title": comparison.title,
        "accounts": [account_to_dict(account) for account in comparison.accounts],
        "links": [link for alignment in comparison.alignments for link in _links(alignment)],
        "discrepancies": [_discrepancy(comparison, found) for found in comparison.discrepancies],
        "summary": _summary(comparison),
    }
    return _encoded(report, indent=1)


def account_to_json_line(account: Account) -> str:
    """One account object on one line, with its line feed."""
    return _encoded(account_to_dict(account))


def _encoded(value: Fields, indent: int | None = None) -> str:
    """JSON with characters as they are; escaped are lone surrogates and what steers a terminal or turns text round."""
    encoded = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", encoded) + "\n"


def account_to_dict(account: Account) -> Fields:
    """The account with everything read out of its source."""
    return {
        "id": account.id,
        "label": account.label,
        "source": account.source,
        "sha256": account.sha256,
        "title": account.title,
        "byline": account.byline,
        "dateline": account.dateline,
        "publisher": account.publisher,
        "published": account.published,
        "notices": list(account.notices),
        "text": account.text,
        "paragraphs": [_span(paragraph) for paragraph in account.paragraphs],
        "set_aside": [{**_span(aside), "reason": aside.reason} for aside in account.set_aside],
        "sentences": [
            {"id": f"{account.id}:{number}", **_span(sentence), "paragraph": sentence.paragraph}
            for number, sentence in enumerate(account.sentences)
        ],
        "quotations": [
            {"id": f"{account.id}:q{number}", **_quotation(quotation)}
            for number, quotation in enumerate(account.quotations)
        ],
    }


def _span(span: Span) -> Fields:
    return {"start": span.start, "end": span.end}


def _quotation(quotation: Quotation) -> Fields:
    return {
        **_span(quotation),
        "speaker": quotation.speaker,
        "mention": None if quotation.mention is None else _span(quotation.mention),
        "cue": quotation.cue,
        "kind": quotation.kind,
        "utterance": quotation.utterance,
        "marked": quotation.marked,
    }


def _links(alignment: Alignment) -> list[Fields]:
    left, right = alignment.left.id, alignment.right.id
    return [
        {
            "sentences": {
                left: [f"{left}:{number}" for number in link.left],
                right: [f"{right}:{number}" for number in link.right],
            },
            "relation": link.relation,
            "score": round(link.score, _SCORE_DIGITS),
            "shared": list(link.shared),
        }
        for link in alignment.links
    ]


def _discrepancy(comparison: Comparison, found: Discrepancy) -> Fields:
    texts = {account.id: account.text for account in comparison.accounts}
    order = list(texts)
    readings = sorted(found.readings, key=lambda reading: (order.index(reading.account), reading.start))
    return {
        "id": found.id,
        "kind": found.kind,
        "severity": found.severity,
        "message": found.message,
        "status": found.status,
        "readings": [
            {
                "account": reading.account,
                **_span(reading),
                "text": texts[reading.account][reading.start : reading.end],
                "context": _span(reading.context),
            }
            for reading in readings
        ],
    }


def _summary(comparison: Comparison) -> Fields:
    found = comparison.discrepancies
    linked: dict[str, set[int]] = {account.id: set() for account in comparison.accounts}
    for alignment in comparison.alignments:
        for link in alignment.links:
            linked[alignment.left.id].update(link.left)
            linked[alignment.right.id].update(link.right)
    severities = Counter(each.severity for each in found)
    statuses = Counter(each.status for each in found)
    return {
        "discrepancies": len(found),
        "kinds": dict(sorted(Counter(each.kind for each in found).items())),
        "severities": {severity: severities[severity] for severity in SEVERITIES},
        "statuses": {status: statuses[status] for status in ("new", "accepted")},
        "accounts": {
            account.id: {"sentences": len(account.sentences), "linked": len(linked[account.id])}
            for account in comparison.accounts
        },
    }
