"""Discrepancies to cards: what each account has, who said it, where, and why it was matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.model import Acceptance, Account, Discrepancy, Span
from compare.reporting.groups import Join
from compare.reporting.located import Located
from compare.reporting.orders import Node
from compare.reporting.phrases import SYMBOLS, day, kind_words
from compare.reporting.places import Places
from compare.reporting.segments import Mark, Segment, clipped
from compare.reporting.visible import one_line

ELSEWHERE = "side-by-side"
"""Anchor of the passages as a whole, for a reading that stands in none of them."""

_REASONS = 6
"""Shared words shown as the reason of a match: the rarest come first, six tell it."""


class Heading(NamedTuple):
    """An account where it is named: its number from 1 (for colour and line), its label.

    ``language`` is that of its text, as HTML names it; empty for English, and where it is not known.
    """

    number: int
    label: str
    language: str = ""


class CardReading(NamedTuple):
    """What one account has, in its context. ``row`` is the anchor of the passage it stands in."""

    account: Heading
    place: str
    speaker: str
    cue: str
    segments: tuple[Segment, ...]
    row: str

    @property
    def credit(self) -> str:
        """Who is credited with it, to follow the place: `` · Putin (“he added”)``; empty if nobody is."""
        words = " ".join(filter(None, (self.speaker, f"(“{self.cue}”)" if self.cue else "")))
        return f" · {words}" if words else ""


class Accepted(NamedTuple):
    """That somebody has looked at a discrepancy; what is not known is empty."""

    reason: str
    by: str
    on: str
    until: str

    @property
    def words(self) -> str:
        """``Accepted by A. Meyer on 3 July 2007, until 1 January 2008``."""
        parts = ("by", self.by), ("on", self.on), ("until", self.until)
        told = [f"{word} {what}" for word, what in parts if what]
        return " ".join(["Accepted", *told]).replace(" until", ", until")


class Card(NamedTuple):
    """A discrepancy as it is shown; ``silent`` are the accounts that do not tell it.

    ``title`` is its kind in words, ``why`` the words that matched its sentences,
    ``score`` how sure that match is; both are empty where it needed none, as where
    one account alone tells it.
    """

    anchor: str
    id: str
    severity: str
    symbol: str
    kind: str
    title: str
    message: str
    readings: tuple[CardReading, ...]
    silent: tuple[Heading, ...]
    why: str
    score: str
    accepted: Accepted | None


def heading(number: int, account: Account) -> Heading:
    """How an account is named in the report; ``number`` counts from 0."""
    language = one_line(account.language or "")
    return Heading(
        number + 1, one_line(account.label) or one_line(account.id), "" if language == "en" else language
    )


def make_cards(
    headings: Sequence[Heading],
    places: Sequence[Places],
    located: Sequence[Located],
    joins: Sequence[Join],
    rows: Mapping[Node, str],
) -> tuple[Card, ...]:
    """A card a discrepancy, in the comparison's order."""
    reasons = {node: join for join in reversed(joins) for node in join.nodes}
    return tuple(_card(each, headings, places, reasons, rows) for each in located)


def _card(
    located: Located,
    headings: Sequence[Heading],
    places: Sequence[Places],
    reasons: Mapping[Node, Join],
    rows: Mapping[Node, str],
) -> Card:
    found = located.found
    told = [
        (index, number)
        for index, (number, reading) in enumerate(zip(located.accounts, located.readings, strict=True))
        if reading.start < reading.end or not located.one_sided
    ]
    silent = set(range(len(headings))) - {number for _, number in told} if located.one_sided else set()
    join = None if located.one_sided else _join(located, reasons)
    return Card(
        anchor=located.anchor,
        id=found.id,
        severity=found.severity,
        symbol=SYMBOLS[found.severity],
        kind=found.kind,
        title=kind_words(found.kind),
        message=one_line(found.message),
        readings=tuple(
            _reading(located, index, headings[number], places[number], rows) for index, number in told
        ),
        silent=tuple(headings[number] for number in sorted(silent)),
        why=", ".join(one_line(word) for word in join.shared[:_REASONS]) if join else "",
        score=f"{join.score:.2f}" if join else "",
        accepted=_accepted(found),
    )


def _reading(
    located: Located, index: int, head: Heading, place: Places, rows: Mapping[Node, str]
) -> CardReading:
    reading = located.readings[index]
    focus = Span(reading.start, reading.end)
    context = Span(min(reading.context.start, focus.start), max(reading.context.end, focus.end))
    quotation = place.quotation(focus)
    row = next((rows[node] for node in located.nodes[index] if node in rows), "")
    marks = () if located.one_sided else (Mark(focus.start, focus.end, located.found.severity, row),)
    return CardReading(
        account=head,
        place=place.words(reading.start),
        speaker=one_line(quotation.speaker or "") if quotation else "",
        cue=place.cue(quotation) if quotation else "",
        segments=clipped(place.account.text, place.around(context), focus, marks),
        row=row or ELSEWHERE,
    )


def _join(located: Located, reasons: Mapping[Node, Join]) -> Join | None:
    """The link by which the sentences of a discrepancy between accounts were matched."""
    nodes = [node for each in located.nodes for node in each]
    for node in nodes:
        join = reasons.get(node)
        if join and len({account for account, _ in set(nodes).intersection(join.nodes)}) > 1:
            return join
    return None


def _accepted(found: Discrepancy) -> Accepted | None:
    if found.status != "accepted":
        return None
    given = found.acceptance or Acceptance("")
    days = (day(one_line(each)) for each in (given.on, given.until))
    return Accepted(one_line(given.reason), one_line(given.by), *days)
