"""A comparison to the rows of the tables (``docs/archives.md`` tells the columns)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from compare.archives.manifest import Fault, Row
from compare.model import SEVERITIES, Account, Alignment, Comparison

_SCORE_DIGITS = 4
"""As in the JSON report."""

Line = tuple[str, dict[str, Any]]
"""A table and a row of it."""


def rows_of(event: str, comparison: Comparison, rows: Sequence[Row]) -> Iterator[Line]:
    """The rows of an event whose accounts were compared; ``rows`` are those of its accounts, in their order."""
    found = comparison.discrepancies
    yield "comparisons", _summary(event, comparison)
    yield from accounts_of(event, comparison.accounts, rows, comparison.alignments)
    number = 0
    for alignment in comparison.alignments:
        for link in alignment.links:
            yield "links", {
                "link": f"{event}#{number}", "event": event, "relation": link.relation, "score": round(link.score, _SCORE_DIGITS),
                "left": alignment.left.id, "left_sentences": list(link.left), "left_text": _told(alignment.left, link.left),
                "right": alignment.right.id, "right_sentences": list(link.right), "right_text": _told(alignment.right, link.right),
            }  # fmt: skip
            number += 1
    texts = {account.id: account.text for account in comparison.accounts}
    for number, each in enumerate(found):
        own = f"{event}#{number}"
        yield "discrepancies", {
            "discrepancy": own, "event": event, "fingerprint": each.id, "kind": each.kind, "severity": each.severity,
            "message": each.message, "readings": len(each.readings),
        }  # fmt: skip
        for reading in each.readings:
            text = texts[reading.account]
            yield "readings", {
                "discrepancy": own, "event": event, "account": reading.account, "start": reading.start, "end": reading.end,
                "text": text[reading.start : reading.end], "context": text[reading.context.start : reading.context.end],
            }  # fmt: skip


def accounts_of(event: str, accounts: Sequence[Account], rows: Sequence[Row], alignments: Sequence[Alignment] = ()) -> Iterator[Line]:
    """The rows of accounts that were read, whether they were compared or not."""
    for account, row in zip(accounts, rows, strict=True):
        yield "accounts", _account(event, account, row, alignments)


def error_of(fault: Fault) -> Line:
    """The row that says what could not be done, and why."""
    line = fault.line or None
    return "errors", {"event": fault.event, "source": fault.source, "line": line, "reason": fault.reason}


def uncompared(event: str, accounts: int = 0) -> Line:
    """The row of an event that could not be compared, of which so many accounts were read; why stands under errors."""
    counts = dict.fromkeys(("links", "discrepancies", *(f"{s}s" for s in SEVERITIES)), 0)
    return "comparisons", {"event": event, "compared": False, "title": None, "accounts": accounts, **counts}


def _summary(event: str, comparison: Comparison) -> dict[str, Any]:
    severities = Counter(each.severity for each in comparison.discrepancies)
    return {
        "event": event,
        "compared": True,
        "title": comparison.title,
        "accounts": len(comparison.accounts),
        "links": sum(len(alignment.links) for alignment in comparison.alignments),
        "discrepancies": len(comparison.discrepancies),
        **{f"{severity}s": severities[severity] for severity in SEVERITIES},
    }


def _account(event: str, account: Account, row: Row, alignments: Sequence[Alignment]) -> dict[str, Any]:
    linked = {k for a in alignments if a.left is account for link in a.links for k in link.left}
    linked |= {k for a in alignments if a.right is account for link in a.links for k in link.right}
    return {
        "event": event, "account": account.id, "source": row.source, "url": row.url, "sha256": account.sha256,
        "label": account.label, "publisher": account.publisher, "published": account.published, "title": account.title,
        "language": account.language, "sentences": len(account.sentences), "linked": len(linked),
        "quotations": len(account.quotations), "notices": list(account.notices),
    }  # fmt: skip


def _told(account: Account, sentences: Sequence[int]) -> str:
    told = (account.sentences[k] for k in sentences)
    return " ".join(account.text[s.start : s.end] for s in told)
