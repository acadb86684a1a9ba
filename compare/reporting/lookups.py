"""What every part of a report looks up in a comparison, found once."""

from __future__ import annotations

from typing import NamedTuple

from compare.model import Comparison
from compare.reporting.cards import Heading, heading
from compare.reporting.groups import Join, joins_of
from compare.reporting.located import Located, locate
from compare.reporting.places import Places


class Lookups(NamedTuple):
    """By account its places and its heading; the discrepancies with their sentences; the links, the strongest first."""

    comparison: Comparison
    places: list[Places]
    headings: list[Heading]
    located: tuple[Located, ...]
    joins: list[Join]


def look_up(comparison: Comparison) -> Lookups:
    """The lookups of a comparison; linear in the text but for sorting."""
    places = [Places(account) for account in comparison.accounts]
    headings = [heading(number, account) for number, account in enumerate(comparison.accounts)]
    return Lookups(comparison, places, headings, locate(comparison, places), joins_of(comparison))
