"""A comparison to the JSON report that other programs read (``docs/report.schema.json``).

Fields are only ever added. Offsets count code points of the account's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from compare import __version__
from compare.model import SEVERITIES, Acceptance, Account, Alignment, Comparison, Discrepancy, Quotation, Span
from compare.reporting.groups import joins_of, make_groups
from compare.reporting.layout import Blocks, Fields, Rows, encoded, pieces
from compare.reporting.subject import Manner, Subject

SCHEMA_VERSION = 1

_SCORE_DIGITS = 4
"""Digits of a score: enough to order links by, few enough to stay the same on every machine."""

_Object = dict[str, Any]


def to_json(comparison: Comparison) -> str:
    """The whole report as one text."""
    return "".join(json_pieces(comparison))


def json_pieces(comparison: Comparison) -> Iterator[str]:
    """The whole report, a line an item, with a line feed at its end; it can always be written as UTF-8."""
    report = {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "rashomon", "version": __version__},
        "title": comparison.title,
        "accounts": [_spread(account) for account in comparison.accounts],
        "links": Rows(link for alignment in comparison.alignments for link in _links(alignment)),
        "passages": Rows(_passages(comparison)),
        "discrepancies": Blocks(_discrepancies(comparison)),
        "summary": Fields(_summary(comparison)),
    }
    yield from pieces(Fields(report))
    yield "\n"


def account_to_json_line(account: Account) -> str:
    """One account object on one line, with its line feed."""
    return encoded(account_to_dict(account)) + "\n"


def account_to_dict(account: Account) -> _Object:
    """The account with everything read out of its source."""
    return {key: list(value) if isinstance(value, Iterator) else value for key, value in _account(account)}


def _spread(account: Account) -> Fields:
    """The account with a line for each of its sentences and quotations, made while they are written."""
    fields = _account(account)
    return Fields({key: Rows(value) if isinstance(value, Iterator) else value for key, value in fields})


def _account(account: Account) -> Iterator[tuple[str, Any]]:
    for name in ("id", "label", "source", "sha256", "title", "byline", "dateline", "publisher", "published", "language"):
        yield name, getattr(account, name)
    yield "borrowed", account.borrowed
    yield "extracted", account.extracted
    yield "notices", iter(account.notices)
    yield "text", account.text
    yield "paragraphs", map(_span, account.paragraphs)
    yield "set_aside", ({**_span(aside), "reason": aside.reason} for aside in account.set_aside)
    yield (
        "sentences",
        (
            {"id": f"{account.id}:{k}", "start": s.start, "end": s.end, "paragraph": s.paragraph}
            for k, s in enumerate(account.sentences)
        ),
    )
    yield (
        "quotations",
        ({"id": f"{account.id}:q{k}", **_quotation(each)} for k, each in enumerate(account.quotations)),
    )


def _span(span: Span) -> _Object:
    return {"start": span.start, "end": span.end}


def _quotation(quotation: Quotation) -> _Object:
    return {
        **_span(quotation),
        "speaker": quotation.speaker,
        "mention": None if quotation.mention is None else _span(quotation.mention),
        "cue": quotation.cue,
        "kind": quotation.kind,
        "utterance": quotation.utterance,
        "marked": quotation.marked,
    }


def _links(alignment: Alignment) -> Iterator[_Object]:
    left, right = alignment.left.id, alignment.right.id
    for link in alignment.links:
        yield {
            "sentences": {
                left: [f"{left}:{number}" for number in link.left],
                right: [f"{right}:{number}" for number in link.right],
            },
            "relation": link.relation,
            "score": round(link.score, _SCORE_DIGITS),
            "shared": list(link.shared),
        }


def _passages(comparison: Comparison) -> Iterator[_Object]:
    """Each thing told and what every account has of it, in the order of the first account."""
    names = [account.id for account in comparison.accounts]
    nowhere = ((),) * len(names)

    def cells(numbers: Sequence[Sequence[int]]) -> dict[str, list[str]]:
        return {name: [f"{name}:{k}" for k in cell] for name, cell in zip(names, numbers, strict=True) if cell}

    for group in make_groups(comparison, joins_of(comparison)):
        elsewhere = {} if group.elsewhere == nowhere else cells(group.elsewhere)
        yield {"sentences": cells(group.sentences), "elsewhere": elsewhere}


def _discrepancies(comparison: Comparison) -> Iterator[_Object]:
    texts = {account.id: account.text for account in comparison.accounts}
    order = {account: number for number, account in enumerate(texts)}
    for found in comparison.discrepancies:
        yield _discrepancy(found, texts, order)


def _discrepancy(found: Discrepancy, texts: dict[str, str], order: dict[str, int]) -> _Object:
    readings = sorted(found.readings, key=lambda reading: (order[reading.account], reading.start))
    return {
        "id": found.id,
        "kind": found.kind,
        "severity": found.severity,
        "message": found.message,
        "status": found.status,
        "acceptance": _acceptance(found.acceptance),
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


def _acceptance(found: Acceptance | None) -> _Object | None:
    """Why, by whom and when; None for what is not known."""
    if found is None:
        return None
    return {
        "reason": found.reason,
        "by": found.by or None,
        "on": found.on or None,
        "until": found.until or None,
    }


def _summary(comparison: Comparison) -> _Object:
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


def json_of(subjects: Sequence[Subject], manner: Manner) -> Iterator[str]:
    """The report of one event in pieces."""
    assert subjects[0].comparison
    return json_pieces(subjects[0].comparison)
