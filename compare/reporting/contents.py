"""The index of an archive's pages: a row an event, the worst first; whole without scripts, quick with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare import __version__
from compare.reporting.addresses import uri_of
from compare.reporting.phrases import many
from compare.reporting.templating import page_template, source_hash
from compare.reporting.visible import one_line

MOST = 10_000
"""Events on one page of an index: as many as a browser opens and searches at once."""

LONGEST = 240
"""Characters of a message that are shown: most have fewer, and ten thousand rows are read by one browser."""

FEW = 3
"""Sources of an event left out that are named; of more, how many."""

_BEFORE = 'document.documentElement.classList.add("live")'
"""Runs before the rows are there, so that no browser lays out ten thousand of them."""


class Entry(NamedTuple):
    """What an index says of an event.

    ``file`` is its page, from the index; ``said`` the message of its worst
    discrepancy, of the kind ``kind``, or why it was not compared; ``lost`` why
    sources are left out. Its heading is ``title``, and where there is none its name.
    """

    event: str
    file: str | None
    title: str | None
    compared: bool
    labels: Sequence[str]
    said: str
    kind: str
    error: int
    warning: int
    note: int
    links: int
    lost: Sequence[str] = ()

    @property
    def severity(self) -> str:
        """The worst there is; empty for none."""
        return next((name for name in ("error", "warning", "note") if getattr(self, name)), "")


def contents_of(entries: Sequence[Entry], number: int, events: int, title: str, made: str = "") -> Iterator[str]:
    """The page of that number (from 0) in pieces; ``events`` are those on all pages, ``made`` a day in words."""
    template = page_template("contents.html.j2", ("report.css", "contents.css"), "contents.js")
    return template.generate(
        entries=map(_shown, entries),
        shown=len(entries),
        first=number * MOST + 1,
        events=events,
        pages=range(max(1, -(-events // MOST))),
        number=number,
        title=one_line(title),
        made=made,
        tallies=_tallies(entries),
        before=_BEFORE,
        before_hash=source_hash(_BEFORE),
        version=__version__,
    )


def _shown(entry: Entry) -> Entry:
    """The entry as visible text; its file as an address."""
    return entry._replace(
        event=one_line(entry.event),
        kind=one_line(entry.kind),
        file=uri_of(entry.file) if entry.file else None,
        title=_short(entry.title) if entry.title and entry.title != entry.event else None,
        labels=[one_line(label) for label in entry.labels],
        said=_short(entry.said),
        lost=[_short(each) for each in entry.lost[:FEW]] + ([f"and {len(entry.lost) - FEW:,} more"] if len(entry.lost) > FEW else []),
    )


def _short(words: str) -> str:
    shown = one_line(words)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST].rstrip()} …"


def _tallies(entries: Sequence[Entry]) -> list[str]:
    """What was found in all of them, counted."""
    told = [
        f"{many(sum(getattr(each, name) for each in entries), name)} in {many(sum(1 for each in entries if getattr(each, name)), 'event')}"
        for name in ("error", "warning", "note")
        if any(getattr(each, name) for each in entries)
    ]
    missing = sum(not each.compared for each in entries)
    return [*told, *([f"{many(missing, 'event')} not compared"] if missing else [])]
