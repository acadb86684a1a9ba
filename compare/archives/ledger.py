"""The rows of a manifest by event, and what became of each event: on disk, so that memory stays flat.

It is made anew by every run from the manifest and thrown away at its end;
what a run survives on are the parts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import NamedTuple

from compare.archives.manifest import Fault, Row

_TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE rows (line INTEGER, event TEXT, source TEXT, label TEXT, published TEXT, url TEXT);
CREATE TABLE entries (number INTEGER PRIMARY KEY, error INTEGER, warning INTEGER, note INTEGER, entry TEXT);
CREATE TABLE faults (line INTEGER, event TEXT, source TEXT, reason TEXT);
"""
_EVENTS = """
CREATE INDEX by_event ON rows (event);
CREATE INDEX faults_by_event ON faults (event);
CREATE TABLE events (number INTEGER PRIMARY KEY, event TEXT, part TEXT, reason TEXT);
INSERT INTO events (event) SELECT event FROM rows GROUP BY event ORDER BY MIN(rowid);
"""


class Told(NamedTuple):
    """What became of an event: the name of its part, or the reason why there is none."""

    event: str
    part: str | None
    reason: str | None


class Ledger:
    """Rows and events in a database at ``path``, which must not exist yet."""

    def __init__(self, path: Path, manifest: Iterable[Row | Fault]) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.executescript(_TABLES)
        self._base.execute("BEGIN")
        for each in manifest:
            if isinstance(each, Row):
                self._base.execute("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)", astuple(each))
            else:
                self._base.execute("INSERT INTO faults VALUES (?, ?, ?, ?)", astuple(each))
        self._base.execute("COMMIT")
        self._base.executescript(_EVENTS)

    def events(self) -> int:
        """How many events there are."""
        count: int = self._base.execute("SELECT COUNT(*) FROM events").fetchone()[0]
        return count

    def rows(self) -> Iterator[tuple[int, str, tuple[Row, ...]]]:
        """Each event's number, name and rows, in the order in which the manifest names them first."""
        for number, event in self._base.execute("SELECT number, event FROM events ORDER BY number"):
            found = self._base.execute("SELECT * FROM rows WHERE event = ? ORDER BY rowid", (event,))
            yield number, event, tuple(Row(*row) for row in found)

    def lines_of(self, event: str) -> list[int]:
        """Where the rows of an event stand in the manifest, in order."""
        return [line for (line,) in self._base.execute("SELECT line FROM rows WHERE event = ? ORDER BY rowid", (event,))]

    def note(self, number: int, part: str | None, reason: str | None) -> None:
        """Write down what became of an event."""
        self._base.execute("UPDATE events SET part = ?, reason = ? WHERE number = ?", (part, reason, number))

    def told(self) -> Iterator[Told]:
        """What became of each event, in order."""
        return (Told(*row) for row in self._base.execute("SELECT event, part, reason FROM events ORDER BY number"))

    def faults(self) -> Iterator[Fault]:
        """The rows of the manifest that are none, in order."""
        return (Fault(*row) for row in self._base.execute("SELECT * FROM faults ORDER BY rowid"))

    def faults_of(self, event: str) -> list[Fault]:
        """Those of one event."""
        return [Fault(*row) for row in self._base.execute("SELECT * FROM faults WHERE event = ? ORDER BY rowid", (event,))]

    def keep_entry(self, number: int, counts: tuple[int, int, int], entry: str) -> None:
        """Keep what an index says of an event, with its errors, warnings and notes."""
        self._base.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", (number, *counts, entry))

    def entries(self) -> Iterator[str]:
        """What the index says of each event, the worst first, then in order."""
        found = self._base.execute("SELECT entry FROM entries ORDER BY error DESC, warning DESC, note DESC, number")
        return (entry for (entry,) in found)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()
