"""What an event folder says about its sources: ``event.toml`` beside them.

    title = "Bush and Putin at Kennebunkport"
    date = 2007-07-02

    [[source]]
    file = "dod.txt"
    label = "DoD"
    published = 2007-07-02
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from compare.model import CompareError

FILE = "event.toml"


@dataclass(frozen=True, slots=True)
class Listed:
    """What is known of one source; ``published`` is an ISO date."""

    label: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event folder: its title and the sources it lists, by file name."""

    title: str | None
    sources: dict[str, Listed]


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
        data = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CompareError(f"{path}: not valid TOML ({_first_line(error)}); mend it or move it away") from error
    sources = data.get("source", [])
    if not isinstance(sources, list) or not all(isinstance(s, dict) for s in sources):
        raise CompareError(f"{path}: source must be a list of tables; write [[source]] before each")
    return Event(
        _text(path, data, "title"),
        {str(s["file"]): _listed(path, s) for s in sources if isinstance(s.get("file"), str)},
    )


def event_of(sources: Sequence[str]) -> tuple[Event | None, list[Listed]]:
    """The event that lists all of some sources (None if there is none), and what is known of each source."""
    events = {folder: read_event(folder) for folder in {Path(s).parent for s in sources if s != "-"}}
    known = []
    shared: list[Event | None] = []
    for source in sources:
        event = events.get(Path(source).parent) if source != "-" else None
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
        iso_date(str(published)[:10], f"{path}: published of {table['file']}") if published is not None else None,
    )


def _text(path: Path, table: dict[str, object], key: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise CompareError(f"{path}: {key} must be text in quotation marks, not {value!r}")
    return value


def iso_date(value: str, where: str) -> str:
    """A date as written (``2007-07-02``); CompareError that says where it stood otherwise."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise CompareError(f"{where}: {value!r} is no date; write it as 2007-07-02") from error


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
