"""A comparison to what a reader is shown: computed once, changed by no format.

Every string in a view is visible text: control characters of a source are
written out, so that no format can let one through. All of it is tuples, and
named tuples rather than dataclasses: a module of them loads eight times faster.
"""

from __future__ import annotations

from typing import NamedTuple

from compare import __version__
from compare.model import Comparison
from compare.reporting.checks import Check, make_checks
from compare.reporting.findings import Findings, findings_in
from compare.reporting.groups import make_groups
from compare.reporting.lookups import look_up
from compare.reporting.overview import Overview, make_overview
from compare.reporting.passages import Passage, make_passages, row_anchors
from compare.reporting.utterances import Speaker, make_speakers


class View(NamedTuple):
    """Everything a report shows: findings, map, the accounts side by side, what is said in them, the rules."""

    findings: Findings
    overview: Overview
    passages: tuple[Passage, ...]
    speakers: tuple[Speaker, ...]
    checks: tuple[Check, ...]
    version: str


def make_view(comparison: Comparison) -> View:
    """What to show of a comparison. Linear in the text but for sorting; word edits cost most."""
    lookups = look_up(comparison)
    groups = make_groups(comparison, lookups.joins)
    rows = row_anchors(groups)
    findings = findings_in(lookups, rows)
    return View(
        findings=findings,
        overview=make_overview(lookups, rows, findings.cards),
        passages=make_passages(lookups, groups, rows),
        speakers=make_speakers(lookups, rows),
        checks=make_checks(),
        version=__version__,
    )
