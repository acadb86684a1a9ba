"""The reports of a check that were asked for: all its events in one file."""

from __future__ import annotations

from collections.abc import Sequence

from compare.checking.outcome import Outcome
from compare.checking.stored import from_bytes
from compare.model import CompareError
from compare.output import write_output
from compare.reporting import FORMATS
from compare.targets import Target, targets


def targets_of(asked: Sequence[tuple[str, str]]) -> list[Target]:
    """The reports asked for beside the summary; none where nothing is asked for."""
    return targets(asked, ()) if asked else []


def write_all(outcomes: Sequence[Outcome], wanted: Sequence[Target]) -> None:
    """Write every report, once all of them are made; CompareError where a format takes one event and there are more."""
    made = []
    for target in wanted:
        comparisons = [from_bytes(outcome.stored) for outcome in outcomes if outcome.stored]
        if len(comparisons) != 1:
            raise CompareError(
                f"--format {target.format}: is for one event, and there are {len(comparisons)}; name one"
            )
        made.append((target.file, FORMATS[target.format](comparisons[0])))
    for file, text in made:
        write_output(file, text)
