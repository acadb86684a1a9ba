"""Which of an event's new discrepancies are meant: by severity, or by fingerprint."""

from __future__ import annotations

from collections.abc import Sequence

from compare.checking.outcome import at_least
from compare.model import CompareError, Comparison, Discrepancy

SHORTEST = 4
"""Letters of a fingerprint that must be given."""


def chosen_by_severity(judged: Comparison, least: str) -> list[Discrepancy]:
    """What is new and at least so severe, the worst first."""
    return [d for d in judged.discrepancies if d.status == "new" and at_least(d.severity, least)]


def chosen_by_id(judged: Comparison, ids: Sequence[str], event: str) -> list[Discrepancy]:
    """The new discrepancies with these fingerprints, one for each time one is given; CompareError where there is none."""
    left = [d for d in judged.discrepancies if d.status == "new"]
    chosen = []
    for name in ids:
        meant = [d for d in left if len(name) >= SHORTEST and d.id.startswith(name.lower())]
        if not meant:
            raise CompareError(_none(judged, name, event))
        if len({d.id for d in meant}) > 1:
            raise CompareError(
                f"{name}: begins {len({d.id for d in meant})} fingerprints; give more letters of it"
            )
        chosen.append(meant[0])
        left.remove(meant[0])
    return chosen


def _none(judged: Comparison, name: str, event: str) -> str:
    if len(name) < SHORTEST:
        return f"{name}: give at least {SHORTEST} letters of a fingerprint"
    if any(d.id.startswith(name.lower()) for d in judged.discrepancies):
        return f"{name}: is accepted already in {event}; nothing was changed"
    return f"{name}: no discrepancy of {event} has this fingerprint; rashomon check {event} lists those that are new"
