"""What an event folder says about its sources: ``event.toml`` beside them.

title = "Bush and Putin at Kennebunkport"
date = 2007-07-02

[[source]]
file = "dod.txt"
label = "DoD"
published = 2007-07-02
sha256 = "2f1c…"

[rules]
quotation-unquoted = "off"

[names]
"Vladimir Putin" = ["Wladimir Putin"]
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from compare.aliases import Names, names_of
from compare.model import SEVERITIES, CompareError
from compare.severities import severities_of
from compare.tables import Table, check_keys, day_of, iso_date, read_table

__all__ = ["FILE", "Event", "Listed", "event_of", "iso_date", "read_event"]

FILE = "event.toml"

KEYS = {
    "title": "text", "date": "day", "note": "text", "source": "tables", "rules": "table", "names": "table", "fail-on": "text",
}  # fmt: skip
"""What may stand in an event.toml, and of which kind it is."""

SOURCE_KEYS = {
    "file": "text", "label": "text", "publisher": "text", "published": "day", "url": "text", "retrieved": "day",
    "licence": "text", "sha256": "text", "note": "text",
}  # fmt: skip
"""What may stand under a ``[[source]]``."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What is known of one source; ``published`` is an ISO date, ``borrowed`` that of the event."""

    label: str | None = None
    publisher: str | None = None
    published: str | None = None
    sha256: str | None = None
    borrowed: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event folder: its title, the sources it lists, by file name, and what its [rules] and [names] say."""

    title: str | None
    sources: dict[str, Listed]
    severities: dict[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    fail_on: str | None = None


def read_event(folder: Path) -> Event | None:
    """The event of a folder, None where it has no ``event.toml``; CompareError where that is broken."""
    path = folder / FILE
    read = read_table(path)
    if read is None:
        return None
    data, text = read
    sources = data.get("source", [])
    if not isinstance(sources, list) or not all(isinstance(s, dict) for s in sources):
        raise CompareError(f"{path}: source must be a list of tables; write [[source]] before each")
    check_keys(data, KEYS, str(path), text)
    day = day_of(data["date"], f"{path}: date") if "date" in data else None
    listed = {
        file: replace(known, borrowed=day) for file, known in _sources(path, sources, text).items()
    }
    return Event(
        _text(data, "title"),
        listed,
        severities_of(data.get("rules", {}), str(path)),
        names_of(data.get("names", {}), str(path)),
        fail_on_of(data, str(path)),
    )


def fail_on_of(table: Table, where: str) -> str | None:
    """The severity to fail on that a table names, None where it names none; CompareError for any other word."""
    value = table.get("fail-on")
    if value is not None and value not in (*SEVERITIES, "never"):
        raise CompareError(
            f"{where}: fail-on: {value!r} is no severity; write one of error, warning, note, never"
        )
    return None if value is None else str(value)


def event_of(sources: Sequence[str]) -> tuple[Event | None, list[Listed]]:
    """The event that lists all of some sources (None if there is none), and what is known of each source."""
    events: dict[str, Event | None] = {}
    known = []
    shared: list[Event | None] = []
    for source in sources:
        event = None
        if source != "-" and "://" not in source:
            folder = Path(source).parent
            place = os.path.realpath(folder)
            if place not in events:
                events[place] = read_event(folder)
            event = events[place]
        listed = event.sources.get(Path(source).name) if event else None
        known.append(listed or Listed())
        shared.append(event if listed else None)
    return (shared[0] if shared and all(e is shared[0] for e in shared) else None), known


def _sources(path: Path, tables: Sequence[Table], text: str) -> dict[str, Listed]:
    listed: dict[str, Listed] = {}
    for number, table in enumerate(tables, 1):
        file = table.get("file", "")
        if file == "":
            raise CompareError(
                f'{path}: source {number} names no file; write file = "…" under its [[source]]'
            )
        check_keys(table, SOURCE_KEYS, f"{path}: source {number}", text)
        if str(file) in listed:
            raise CompareError(f"{path}: {file} is listed twice; keep one of its [[source]] tables")
        listed[str(file)] = _listed(path, table)
    return listed


def _listed(path: Path, table: Table) -> Listed:
    days = {
        key: day_of(table[key], f"{path}: {key} of {table['file']}")
        for key in ("published", "retrieved")
        if key in table
    }
    return Listed(
        _text(table, "label"), _text(table, "publisher"), days.get("published"), _text(table, "sha256")
    )


def _text(table: Table, key: str) -> str | None:
    value = table.get(key)
    return value if isinstance(value, str) else None
