"""A comparison to what a reader is shown: computed once, changed by no format.

Every string in a view is visible text: control characters of a source are
written out, so that no format can let one through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from compare import __version__
from compare.model import SEVERITIES, Account, Comparison, SetAside, Span
from compare.reporting.cards import Card, Heading, heading, make_cards
from compare.reporting.checks import Check, make_checks
from compare.reporting.groups import Join, joins_of, make_groups
from compare.reporting.located import locate
from compare.reporting.overview import Overview, make_overview
from compare.reporting.passages import Passage, make_passages, row_anchors
from compare.reporting.phrases import SYMBOLS, day, kind_words
from compare.reporting.places import Places
from compare.reporting.verdict import Verdict, make_title, make_verdict
from compare.reporting.visible import one_line, visible


class Aside(NamedTuple):
    """Text of a source that is no part of its account: why, where, and the text."""

    reason: str
    place: str
    text: str


class AccountView(NamedTuple):
    """An account as the head of the report shows it; unknown fields are empty."""

    heading: Heading
    title: str
    details: tuple[str, ...]
    source: str
    sha256: str
    sentences: int
    shared: int
    words: int
    asides: tuple[Aside, ...]
    notices: tuple[str, ...]


class Tally(NamedTuple):
    """How many discrepancies there are of one severity."""

    name: str
    symbol: str
    cards: int


class Notes(NamedTuple):
    """Cards of one kind that need no review; ``folded`` where the side by side shows them anyway."""

    title: str
    cards: tuple[Card, ...]
    folded: bool


class View(NamedTuple):
    """Everything a report shows, in the order in which it shows it."""

    title: str
    version: str
    verdict: Verdict
    accounts: tuple[AccountView, ...]
    overview: Overview
    severities: tuple[Tally, ...]
    cards: tuple[Card, ...]
    review: tuple[Card, ...]
    notes: tuple[Notes, ...]
    passages: tuple[Passage, ...]
    checks: tuple[Check, ...]


def make_view(comparison: Comparison) -> View:
    """What to show of a comparison. Linear in the text but for sorting; word edits cost most."""
    places = [Places(account) for account in comparison.accounts]
    headings = [heading(number, account) for number, account in enumerate(comparison.accounts)]
    joins = joins_of(comparison)
    groups = make_groups(comparison, joins)
    rows = row_anchors(groups)
    located = locate(comparison, places)
    cards = make_cards(comparison, places, located, joins, rows)
    shared = _shared(comparison, joins)
    return View(
        title=make_title(comparison, headings),
        version=__version__,
        verdict=make_verdict(comparison, headings, shared),
        accounts=tuple(
            _account(place, head, count) for place, head, count in zip(places, headings, shared, strict=True)
        ),
        overview=make_overview(comparison, located, joins, rows, cards),
        severities=_severities(cards),
        cards=cards,
        review=tuple(card for card in cards if card.severity != "note"),
        notes=_notes(cards),
        passages=make_passages(comparison, places, located, groups, rows),
        checks=make_checks(),
    )


def _shared(comparison: Comparison, joins: Sequence[Join]) -> list[int]:
    """By account, how many sentences are linked to any other account."""
    linked = {node for join in joins for node in join.nodes}
    count = Counter(number for number, _ in linked)
    return [count[number] for number in range(len(comparison.accounts))]


def _account(place: Places, head: Heading, shared: int) -> AccountView:
    account = place.account
    date = (
        day(one_line(account.published))
        if account.published
        else one_line(account.dateline or "no date known")
    )
    details = (one_line(account.publisher or ""), one_line(account.byline or ""), date)
    return AccountView(
        heading=head,
        title=one_line(account.title or ""),
        details=tuple(detail for detail in details if detail),
        source=one_line(account.source),
        sha256=one_line(account.sha256),
        sentences=len(account.sentences),
        shared=shared,
        words=sum(len(account.text[s.start : s.end].split()) for s in account.sentences),
        asides=tuple(_aside(place, span, reason) for span, reason in left_out(account)),
        notices=tuple(one_line(notice) for notice in account.notices),
    )


def left_out(account: Account) -> list[tuple[Span, str]]:
    """Text that stands in no sentence, with the reason, in order: nothing of a source is missing."""
    end = Span(len(account.text), len(account.text))
    stretches = sorted([*account.sentences, *account.set_aside, end], key=lambda span: (span.start, span.end))
    found: list[tuple[Span, str]] = []
    reached = 0
    for span in stretches:
        if visible(account.text[reached : span.start]).strip():
            found.append((Span(reached, span.start), "in no sentence"))
        if isinstance(span, SetAside):
            found.append((span, span.reason))
        reached = max(reached, span.end)
    return found


def _aside(place: Places, span: Span, reason: str) -> Aside:
    words = visible(place.account.text[span.start : span.end])
    start = span.start + len(words) - len(words.lstrip())
    return Aside(one_line(reason), f"line {place.line(min(start, span.end))}", words.strip())


def _severities(cards: Sequence[Card]) -> tuple[Tally, ...]:
    count = Counter(card.severity for card in cards)
    return tuple(Tally(name, SYMBOLS[name], count[name]) for name in SEVERITIES if count[name])


def _notes(cards: Sequence[Card]) -> tuple[Notes, ...]:
    """Notes by kind, in the order in which kinds first appear, one-sided ones last."""
    kinds: dict[str, list[Card]] = {}
    for card in cards:
        if card.severity == "note":
            kinds.setdefault(card.kind, []).append(card)
    groups = [
        Notes(kind_words(kind), tuple(found), kind.startswith("only-")) for kind, found in kinds.items()
    ]
    return tuple(sorted(groups, key=lambda group: group.folded))
