"""Discrepancies as tools list them: a severity, a message, and places in files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.model import SEVERITIES, Acceptance, Account, Comparison, Reading
from compare.reporting.located import locate
from compare.reporting.places import Places
from compare.reporting.subject import Subject
from compare.reporting.visible import one_line

_LONGEST = 600
"""Code points shown of a reading: whoever wants all of a long one opens the file."""

STANDARD_INPUT = "-"


class Region(NamedTuple):
    """Lines and columns (code points) of a file, from 1, the end column excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


class Spot(NamedTuple):
    """A reading: whose it is, where, and its words. ``region`` is None where the file has other lines than the text."""

    label: str
    source: str
    place: str
    words: str
    region: Region | None

    @property
    def told(self) -> str:
        """``DW, paragraph 5, line 20: “Such”``."""
        return f"{self.label}, {self.place}: {f'“{self.words}”' if self.words else 'nothing here'}"


class Entry(NamedTuple):
    """A discrepancy of an event; ``copy`` counts those with one id, from 1; ``reason`` says why it was accepted."""

    event: str
    id: str
    copy: int
    kind: str
    severity: str
    message: str
    spots: tuple[Spot, ...]
    accepted: bool
    reason: str


def entries_of(subject: Subject) -> tuple[Entry, ...]:
    """The discrepancies of an event in the order of its comparison; none where there is no comparison."""
    comparison = subject.comparison
    if comparison is None:
        return ()
    places = {account.id: Places(account) for account in comparison.accounts}
    return tuple(
        Entry(
            event=subject.name,
            id=one_line(each.found.id),
            copy=each.copy,
            kind=each.found.kind,
            severity=each.found.severity,
            message=one_line(each.found.message),
            spots=tuple(
                _spot(reading, places)
                for reading in each.readings
                if reading.start < reading.end or not each.one_sided
            ),
            accepted=each.found.status == "accepted",
            reason=acceptance_words(each.found.acceptance),
        )
        for each in locate(comparison, [places[account.id] for account in comparison.accounts])
    )


def worst_first(subjects: Sequence[Subject]) -> list[Entry]:
    """The discrepancies of all events, the worst first, then by event and in their order there."""
    return sorted(
        (entry for subject in subjects for entry in entries_of(subject)),
        key=lambda entry: SEVERITIES.index(entry.severity),
    )


def acceptance_words(acceptance: Acceptance | None) -> str:
    """``the translators agreed (Ada Holm, 2026-05-01, until 2027-05-01)``; empty if nothing is known."""
    if acceptance is None:
        return ""
    known = [acceptance.by, acceptance.on, f"until {acceptance.until}" if acceptance.until else ""]
    behind = ", ".join(filter(None, map(one_line, known)))
    return " ".join(filter(None, (one_line(acceptance.reason), f"({behind})" if behind else "")))


def accounts_of(subjects: Sequence[Subject]) -> dict[str, Account]:
    """By their path as given, the accounts of all events, in order."""
    comparisons: list[Comparison] = [o.comparison for o in subjects if o.comparison]
    return {account.source: account for comparison in comparisons for account in comparison.accounts}


def _spot(reading: Reading, places: Mapping[str, Places]) -> Spot:
    place = places[reading.account]
    account = place.account
    words = one_line(account.text[reading.start : min(reading.end, reading.start + _LONGEST)])
    own = not account.extracted and account.source != STANDARD_INPUT
    return Spot(
        label=one_line(account.label) or one_line(account.id),
        source=account.source,
        place=place.words(reading.start),
        words=words + (" …" if reading.end - reading.start > _LONGEST else ""),
        region=_region(place, reading) if own else None,
    )


def _region(place: Places, reading: Reading) -> Region:
    return Region(
        place.line(reading.start),
        place.column(reading.start),
        place.line(reading.end),
        place.column(reading.end),
    )
