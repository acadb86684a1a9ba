"""What a check found out about one event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compare.model import SEVERITIES, Comparison, Discrepancy
from compare.reporting.places import Places
from compare.review import Entry


@dataclass(frozen=True, slots=True)
class Finding:
    """A new discrepancy as a check lists it; ``places`` are ``file:line``."""

    id: str
    kind: str
    severity: str
    message: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on an event: ``new`` are what stops the check, ``below`` counts what is new but less severe.

    ``broken`` says in one line why nothing could be told, ``details`` what more
    there is to say of that. ``page`` is where its report was written. ``stored``
    is the judged comparison (``compare.checking.stored``) where it was asked for.
    """

    event: str
    new: tuple[Finding, ...] = ()
    below: int = 0
    accepted: int = 0
    stale: tuple[Entry, ...] = ()
    remarks: tuple[str, ...] = ()
    broken: str = ""
    details: tuple[str, ...] = ()
    page: str = ""
    stored: bytes = b""


def at_least(severity: str, fail_on: str) -> bool:
    """Whether a severity is ``fail_on`` or worse; nothing is at least ``never``."""
    return fail_on in SEVERITIES and SEVERITIES.index(severity) <= SEVERITIES.index(fail_on)


def findings(comparison: Comparison, fail_on: str) -> tuple[Finding, ...]:
    """The new discrepancies that are at least so severe, the worst first."""
    known = {account.id: Places(account) for account in comparison.accounts}
    return tuple(
        Finding(d.id, d.kind, d.severity, d.message, tuple(dict.fromkeys(_places(d, known))))
        for d in comparison.discrepancies
        if d.status == "new" and at_least(d.severity, fail_on)
    )


def _places(found: Discrepancy, known: Mapping[str, Places]) -> Iterator[str]:
    """Where each reading stands: the file as it was named, and its line; of a page or a PDF, the paragraph."""
    for reading in found.readings:
        place = known[reading.account]
        source = place.account.source
        if reading.context.end > reading.context.start or reading.end > reading.start:
            if place.account.extracted:
                yield f"{source}, paragraph {place.paragraph(reading.start) or 1}"
            else:
                yield f"{source}:{place.line(reading.start)}"
