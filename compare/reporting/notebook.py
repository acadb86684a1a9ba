"""A comparison to what a notebook shows of it: the verdict, and the page in a frame of its own."""

from __future__ import annotations

from compare.model import Comparison
from compare.reporting.findings import make_findings
from compare.reporting.html import to_html
from compare.reporting.templating import page_template

LARGEST = 300_000
"""Characters of the accounts up to which a notebook holds the page, which is three times as long; beyond, a list."""

LISTED = 50
"""Discrepancies in that list, the worst first."""


def to_cell(comparison: Comparison) -> str:
    """HTML for a cell; words of a source can neither run outside the frame nor leave it, and nothing is asked of the network."""
    small = sum(len(account.text) for account in comparison.accounts) <= LARGEST
    found = make_findings(comparison)
    return page_template("cell.html.j2").render(
        found=found,
        page=to_html(comparison) if small else None,
        listed=found.cards[:LISTED],
        more=len(found.cards) - LISTED,
    )
