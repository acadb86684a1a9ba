"""Accounts as the head of a report shows them, and what of their sources was set aside."""

from __future__ import annotations

from typing import NamedTuple

from compare.model import Account, SetAside, Span
from compare.reporting.cards import Heading
from compare.reporting.phrases import day, many
from compare.reporting.places import Places
from compare.reporting.visible import one_line, visible


class Aside(NamedTuple):
    """Text of a source that is no part of its account: why, where, and the text."""

    reason: str
    place: str
    text: str


class SourceView(NamedTuple):
    """An account and its source; ``facts`` are lines: who and when, how long, which file.

    ``reference`` is how it is cited: title, publisher, author, date.
    """

    id: str
    heading: Heading
    title: str
    facts: tuple[str, ...]
    reference: str
    source: str
    sha256: str
    asides: tuple[Aside, ...]
    notices: tuple[str, ...]


def make_source(place: Places, head: Heading, shared: int) -> SourceView:
    """What is known of an account; ``shared`` of its sentences are linked."""
    account = place.account
    date = (
        day(one_line(account.published))
        if account.published and not account.borrowed
        else one_line(account.dateline or "no date known")
    )
    words = sum(len(account.text[span.start : span.end].split()) for span in account.sentences)
    title = one_line(account.title or "")
    known = [*filter(None, (one_line(account.publisher or ""), one_line(account.byline or ""), date))]
    facts = (
        " · ".join(known),
        f"{many(words, 'word')} · {many(len(account.sentences), 'sentence')}, {shared:,} shared",
        f"{one_line(account.source)} · sha256 {one_line(account.sha256)[:12]}",
    )
    return SourceView(
        id=one_line(account.id),
        heading=head,
        title=title,
        facts=facts,
        reference=", ".join([*([f"“{title}”"] if title else []), *known]),
        source=one_line(account.source),
        sha256=one_line(account.sha256),
        asides=tuple(_aside(place, span, reason) for span, reason in left_out(account)),
        notices=tuple(one_line(notice) for notice in account.notices),
    )


def left_out(account: Account) -> list[tuple[Span, str]]:
    """Text that stands in no sentence, with the reason, in order: nothing of a source is missing.

    Neighbours with one reason are one stretch.
    """
    end = Span(len(account.text), len(account.text))
    stretches = sorted([*account.sentences, *account.set_aside, end], key=lambda span: (span.start, span.end))
    found: list[tuple[Span, str]] = []
    reached = 0
    for span in stretches:
        if visible(account.text[reached : span.start]).strip():
            found.append((Span(reached, span.start), "in no sentence"))
        if isinstance(span, SetAside):
            _append(found, Span(span.start, span.end), span.reason, account.text, reached)
        reached = max(reached, span.end)
    return found


def _append(found: list[tuple[Span, str]], span: Span, reason: str, text: str, reached: int) -> None:
    """Add a stretch, or lengthen the last one by it if that has the same reason and touches it.

    ``reached`` is where the last stretch or sentence ends.
    """
    last, known = found[-1] if found else (Span(0, 0), "")
    if found and known == reason and last.end == reached and text[reached : span.start].isspace():
        found[-1] = (Span(last.start, span.end), reason)
    else:
        found.append((span, reason))


def _aside(place: Places, span: Span, reason: str) -> Aside:
    words = visible(place.account.text[span.start : span.end])
    start = span.start + len(words) - len(words.lstrip())
    return Aside(one_line(reason), f"line {place.line(min(start, span.end))}", words.strip())
