"""A comparison and what was accepted to what is new, accepted and stale: a multiset difference by fingerprint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.model import Comparison, Discrepancy
from compare.review.acceptances import Entry


@dataclass(frozen=True, slots=True)
class Judged:
    """The comparison with the status of every discrepancy, and what of the entries is left over.

    ``stale`` are entries with ``times`` as often as nothing answers to them any
    more; ``remarks`` say which entries pardon nothing although they would answer,
    ``malformed`` which nothing answers to and nobody can audit, and why.
    """

    comparison: Comparison
    stale: tuple[Entry, ...]
    remarks: tuple[str, ...]
    malformed: tuple[str, ...] = ()


def judge(comparison: Comparison, entries: Sequence[Entry], today: str) -> Judged:
    """Each discrepancy new or accepted: an entry pardons as many alike as it says, the first ones.

    ``today`` is an ISO date; the last day of an acceptance is its ``until``.
    """
    faulty = [_expired(entry, today) for entry in entries]
    valid = {entry.id: entry for entry in faulty if not entry.fault}
    left = Counter({entry.id: entry.times for entry in entries})
    found = []
    for discrepancy in comparison.discrepancies:
        pardoned = left[discrepancy.id] > 0
        left[discrepancy.id] -= pardoned
        entry = valid.get(discrepancy.id) if pardoned else None
        found.append(_accepted(discrepancy, entry) if entry else discrepancy)
    ids = {discrepancy.id for discrepancy in found}
    remarks = tuple(f"{e.id} counts as new: {e.fault}" for e in faulty if e.fault and e.id in ids)
    broken = {entry.id for entry in entries if entry.fault}
    malformed = tuple(f"{e.id}: {e.fault}" for e in entries if e.fault and e.id not in ids)
    stale = tuple(replace(e, times=left[e.id]) for e in faulty if left[e.id] > 0 and e.id not in broken)
    return Judged(replace(comparison, discrepancies=tuple(found)), stale, remarks, malformed)


def _accepted(discrepancy: Discrepancy, entry: Entry) -> Discrepancy:
    return replace(discrepancy, status="accepted", acceptance=entry.acceptance)


def _expired(entry: Entry, today: str) -> Entry:
    until = entry.acceptance.until
    if entry.fault or not until or until >= today:
        return entry
    return replace(entry, fault=f"it was accepted until {until}")
