"""What an event folder says about its sources: ``event.toml`` beside them.

title = "Bush and Putin at Kennebunkport"
date = 2007-07-02

[[source]]
file = "dod.txt"
label = "DoD"
published = 2007-07-02

[rules]
quotation-unquoted = "off"
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from compare.model import CompareError
from compare.severities import severities_of

FILE = "event.toml"


@dataclass(frozen=True, slots=True)
class Listed:
    """What is known of one source; ``published`` is an ISO date."""

    label: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event folder: its title, the sources it lists, by file name, and how severe kinds are there."""

    title: str | None
    sources: dict[str, Listed]
    severities: dict[str, str] = field(default_factory=dict)


def read_event(folder: Path) -> Event | None:
    """The event of a folder, None where it has no ``event.toml``; CompareError where that is broken."""
    path = folder / FILE
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CompareError(f"{path}: {error.strerror}; make it readable or move it away") from error
    import tomllib

    try:
        data = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CompareError(
            f"{path}: not valid TOML ({_first_line(error)}); mend it or move it away"
        ) from error
    sources = data.get("source", [])
    if not isinstance(sources, list) or not all(isinstance(s, dict) for s in sources):
        raise CompareError(f"{path}: source must be a list of tables; write [[source]] before each")
    listed: dict[str, Listed] = {}
    for number, table in enumerate(sources, 1):
        file = _text(path, table, "file")
        if not file:
            raise CompareError(
                f'{path}: source {number} names no file; write file = "…" under its [[source]]'
            )
        if file in listed:
            raise CompareError(f"{path}: {file} is listed twice; keep one of its [[source]] tables")
        listed[file] = _listed(path, table)
    return Event(_text(path, data, "title"), listed, severities_of(data.get("rules", {}), str(path)))


def event_of(sources: Sequence[str]) -> tuple[Event | None, list[Listed]]:
    """The event that lists all of some sources (None if there is none), and what is known of each source."""
    events: dict[str, Event | None] = {}
    known = []
    shared: list[Event | None] = []
    for source in sources:
        event = None
        if source != "-":
            folder = Path(source).parent
            place = os.path.realpath(folder)
            if place not in events:
                events[place] = read_event(folder)
            event = events[place]
        listed = event.sources.get(Path(source).name) if event else None
        known.append(listed or Listed())
        shared.append(event if listed else None)
    return (shared[0] if shared and all(e is shared[0] for e in shared) else None), known


def _listed(path: Path, table: dict[str, object]) -> Listed:
    published = table.get("published")
    if published is not None and not isinstance(published, (str, date)):
        raise CompareError(f"{path}: published of {table['file']} must be a date such as 2007-07-02")
    return Listed(
        _text(path, table, "label"),
        _text(path, table, "publisher"),
        _day(published, f"{path}: published of {table['file']}") if published is not None else None,
    )


def _text(path: Path, table: dict[str, object], key: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise CompareError(f"{path}: {key} must be text in quotation marks, not {value!r}")
    return value


def _day(value: str | date, where: str) -> str:
    """The ISO date of a TOML date, date and time, or string."""
    return iso_date(value, where) if isinstance(value, str) else value.isoformat()[:10]


def iso_date(value: str, where: str) -> str:
    """A date as written (``2007-07-02``); CompareError that says where it stood otherwise."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise CompareError(f"{where}: {value!r} is no date; write it as 2007-07-02") from error


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0]
