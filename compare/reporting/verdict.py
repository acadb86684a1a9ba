"""The comparison in one sentence: what is to be reviewed, and how much the accounts share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare.model import Comparison, Discrepancy
from compare.reporting.cards import Heading
from compare.reporting.phrases import capital, counted, listed, number, possessive
from compare.reporting.visible import one_line

_LISTED = 3
"""Accounts named one by one in a sentence; of more, a reader keeps none."""


class Verdict(NamedTuple):
    """The finding itself (``strong``) and what belongs to it; ``severity`` is the worst to review."""

    strong: str
    rest: str
    severity: str

    @property
    def words(self) -> str:
        """The whole of it."""
        return f"{self.strong}{self.rest}"


def make_verdict(comparison: Comparison, headings: Sequence[Heading], shared: Sequence[int]) -> Verdict:
    """What a reader in a hurry has to know. ``shared`` counts linked sentences by account."""
    fresh = [found for found in comparison.discrepancies if found.status == "new"]
    review = [found for found in fresh if found.severity != "note"]
    severity = review[0].severity if review else "note"
    strong = f"{capital(counted(len(review), 'discrepancy', 'discrepancies'))} to review"
    notes = len(fresh) - len(review)
    if not review and notes and not _strangers(shared):
        strong, notes = f"Nothing worse than {counted(notes, 'note')}", 0
    begins = _quoted(review)
    if not review and _strangers(shared):
        told = "both accounts tell" if len(shared) == 2 else "two accounts tell"
        strong, severity = f"Nothing was found that {told}", "warning"
        begins = ", so there was nothing to compare: do they tell of one event?"
    sentences = [
        begins,
        _inconsistent(review, comparison, headings),
        _accepted(comparison),
        _notes(notes),
        _shares(comparison, headings, shared),
    ]
    return Verdict(strong, "".join(sentences), severity)


def _quoted(review: Sequence[Discrepancy]) -> str:
    """Ends the first sentence; says how many of the discrepancies are about words quoted."""
    quoted = sum(found.kind.startswith("quotation-") for found in review)
    if not quoted:
        return "."
    if quoted == len(review):
        return ", in words that are quoted." if quoted == 1 else ", all of them in words that are quoted."
    return f", {number(quoted)} of them in words that are quoted."


def _strangers(shared: Sequence[int]) -> bool:
    """Whether no account was found to tell anything that another tells."""
    return len(shared) > 1 and not any(shared)


def nothing_to_review(comparison: Comparison, shared: Sequence[int]) -> str:
    """What stands in the place of discrepancies where none is to review."""
    if any(found.severity != "note" for found in comparison.discrepancies):
        return "Nothing is left to review: what was found has been accepted."
    if _strangers(shared):
        return "Nothing to review: accounts of different things cannot contradict each other."
    if comparison.discrepancies:
        return "Nothing worse than notes was found."
    return "Nothing to review: no account was found to contradict another, or itself."


def _inconsistent(
    review: Sequence[Discrepancy], comparison: Comparison, headings: Sequence[Heading]
) -> str:
    """Which accounts disagree with themselves."""
    own = {reading.account for found in review if found.kind == "inconsistent" for reading in found.readings}
    labels = [
        head.label for account, head in zip(comparison.accounts, headings, strict=True) if account.id in own
    ]
    if len(labels) > _LISTED:
        return f" {capital(counted(len(labels), 'account'))} contradict themselves."
    contradicts = "contradicts itself" if len(labels) == 1 else "contradict themselves"
    return f" {listed(labels)} {contradicts}." if labels else ""


def _accepted(comparison: Comparison) -> str:
    accepted = sum(found.status == "accepted" for found in comparison.discrepancies)
    return f" {capital(number(accepted))} accepted before." if accepted else ""


def _notes(notes: int) -> str:
    return f" {capital(counted(notes, 'note'))}." if notes else ""


def _shares(comparison: Comparison, headings: Sequence[Heading], shared: Sequence[int]) -> str:
    if _strangers(shared):
        return ""
    parts = [
        f"{count} of {possessive(head.label)} {len(account.sentences)}"
        for account, head, count in zip(comparison.accounts, headings, shared, strict=True)
    ]
    parts[0] += " sentence" if len(comparison.accounts[0].sentences) == 1 else " sentences"
    other = "the other" if len(parts) == 2 else "another account"
    if len(parts) > _LISTED:
        alone = [head.label for head, count in zip(headings, shared, strict=True) if not count]
        return f" Nothing that {listed(alone, 'or')} tells was found in another account." if alone else ""
    return f" Also told by {other}: {listed(parts)}." if len(parts) > 1 else ""


def make_title(comparison: Comparison, headings: Sequence[Heading]) -> str:
    """What the event is called, or else what was compared."""
    if comparison.title:
        return one_line(comparison.title)
    labels = [head.label for head in headings]
    named = listed(labels) if len(labels) <= _LISTED else capital(counted(len(labels), "account"))
    return f"{named} compared"
