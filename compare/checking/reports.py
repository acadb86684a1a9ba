"""The reports of a check that were asked for: all its events in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.checking.outcome import Outcome
from compare.checking.stored import from_bytes
from compare.reporting import Subject
from compare.targets import Target, targets, write_subjects


def targets_of(asked: Sequence[tuple[str, str]]) -> list[Target]:
    """The reports asked for beside the summary; none where nothing is asked for."""
    return targets(asked, ()) if asked else []


def write_all(outcomes: Sequence[Outcome], wanted: Sequence[Target], fail_on: str = "warning") -> None:
    """Write every report, once all of them are made; CompareError where a format takes one event and there are more."""
    subjects = [
        Subject(
            from_bytes(outcome.stored) if outcome.stored else None,
            outcome.event,
            trouble=outcome.broken,
            remarks=list(_remarks(outcome)),
        )
        for outcome in outcomes
    ]
    write_subjects(subjects, wanted, color=False, fail_on=fail_on)


def _remarks(outcome: Outcome) -> Iterator[str]:
    for entry in outcome.stale:
        yield f"{entry.id} is stale: no discrepancy needs it any more"
    yield from outcome.remarks
    yield from outcome.details
