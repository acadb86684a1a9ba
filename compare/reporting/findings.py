"""What a comparison found, without the accounts in full: all that a short report needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.model import SEVERITIES, Comparison
from compare.reporting.cards import Card, make_cards
from compare.reporting.groups import Join
from compare.reporting.lookups import Lookups, look_up
from compare.reporting.orders import Node
from compare.reporting.phrases import SYMBOLS, kind_words
from compare.reporting.sources import SourceView, make_source
from compare.reporting.verdict import Verdict, make_title, make_verdict, nothing_to_review


class Tally(NamedTuple):
    """How many discrepancies there are of one severity, in words (``2 errors``)."""

    severity: str
    symbol: str
    words: str


class Facet(NamedTuple):
    """A kind of which there are discrepancies, in words, and how many (``many``)."""

    kind: str
    title: str
    many: int


class Notes(NamedTuple):
    """Cards of one kind that need no review; ``folded`` where the side by side shows them anyway."""

    title: str
    cards: tuple[Card, ...]
    folded: bool


class Findings(NamedTuple):
    """The verdict, the accounts, and the discrepancies.

    ``cards`` are all of them, the worst first; each is one to ``review``, one
    of the ``notes``, or one that was ``accepted`` before. ``kinds`` count them.
    ``nothing`` is to be said where none is to review.
    """

    title: str
    verdict: Verdict
    sources: tuple[SourceView, ...]
    tallies: tuple[Tally, ...]
    kinds: tuple[Facet, ...]
    cards: tuple[Card, ...]
    review: tuple[Card, ...]
    nothing: str
    notes: tuple[Notes, ...]
    accepted: tuple[Card, ...]


def make_findings(comparison: Comparison) -> Findings:
    """What was found, for a report that does not show the accounts."""
    return findings_in(look_up(comparison), {})


def findings_in(lookups: Lookups, rows: Mapping[Node, str]) -> Findings:
    """What was found; ``rows`` are the anchors of the passages."""
    comparison, places, headings, located, joins = lookups
    cards = make_cards(headings, places, located, joins, rows)
    shared = _shared(comparison, joins)
    return Findings(
        title=make_title(comparison, headings),
        verdict=make_verdict(comparison, headings, shared),
        sources=tuple(map(make_source, places, headings, shared)),
        tallies=_tallies(cards),
        kinds=tuple(
            Facet(kind, kind_words(kind), count) for kind, count in Counter(c.kind for c in cards).items()
        ),
        cards=cards,
        review=tuple(card for card in cards if card.severity != "note" and not card.accepted),
        nothing=nothing_to_review(comparison, shared),
        notes=_notes([card for card in cards if card.severity == "note" and not card.accepted]),
        accepted=tuple(card for card in cards if card.accepted),
    )


def _shared(comparison: Comparison, joins: Sequence[Join]) -> list[int]:
    """By account, how many sentences are linked to any other account."""
    linked = {node for join in joins for node in join.nodes}
    count = Counter(number for number, _ in linked)
    return [count[number] for number in range(len(comparison.accounts))]


def _tallies(cards: Sequence[Card]) -> tuple[Tally, ...]:
    count = Counter(card.severity for card in cards)
    return tuple(
        Tally(name, SYMBOLS[name], f"{count[name]} {name}{'s' if count[name] != 1 else ''}")
        for name in SEVERITIES
        if count[name]
    )


def _notes(cards: Sequence[Card]) -> tuple[Notes, ...]:
    """Cards by kind, in the order in which kinds first appear, one-sided ones last."""
    kinds: dict[str, list[Card]] = {}
    for card in cards:
        kinds.setdefault(card.kind, []).append(card)
    groups = [
        Notes(kind_words(kind), tuple(found), kind.startswith("only-")) for kind, found in kinds.items()
    ]
    return tuple(sorted(groups, key=lambda group: group.folded))
