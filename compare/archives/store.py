"""Parts on disk: each by the digest of all it depends on, whole or not there, whatever ends a process.

One database holds them all, not a file a part: a million small files take
longer to remove than the events they hold take to compare. Its log keeps it
whole when a process is killed, and lets several write in turn.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from compare.archives.parts import Counts, counts_in, lines_in
from compare.model import CompareError

FILE = "parts"

PATIENCE = 120.0
"""Seconds to wait for others that write; each takes less than a thousandth."""

_open: dict[tuple[int, str], sqlite3.Connection] = {}
"""By process and place: what was opened before a process was forked is not for the new one."""


def open_store(folder: Path) -> sqlite3.Connection:
    """The parts in a folder, made where there are none; CompareError where that cannot be."""
    key = _key(folder)
    if key not in _open:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(folder / FILE, PATIENCE, isolation_level=None)
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
            base.execute("CREATE TABLE IF NOT EXISTS parts (name TEXT PRIMARY KEY, counts TEXT, text BLOB)")
        except (OSError, sqlite3.Error) as error:
            raise unusable(folder, error) from error
        _open[key] = base
    return _open[key]


def close_store(folder: Path) -> None:
    """Let go of the file."""
    base = _open.pop(_key(folder), None)
    if base:
        base.close()


def _key(folder: Path) -> tuple[int, str]:
    return os.getpid(), os.path.abspath(folder)


def keep_part(folder: Path, name: str, text: str) -> None:
    """Keep the text of a part; CompareError where that cannot be."""
    row = name, json.dumps(counts_in(text)), text.encode("utf-8", "backslashreplace")
    try:
        open_store(folder).execute("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", row)
    except sqlite3.Error as error:
        raise unusable(folder, error) from error


def read_counts(folder: Path, name: str) -> Counts | None:
    """The counts of a part that is there, else None."""
    try:
        found = open_store(folder).execute("SELECT counts FROM parts WHERE name = ?", (name,)).fetchone()
        return Counts(*json.loads(found[0])) if found else None
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise unusable(folder, error) from error


def last_of(folder: Path) -> int:
    """The number of the part that was kept last, 0 where there is none; numbers grow."""
    try:
        found: int = open_store(folder).execute("SELECT COALESCE(MAX(rowid), 0) FROM parts").fetchone()[0]
    except sqlite3.Error as error:
        raise unusable(folder, error) from error
    return found


def among(folder: Path, names: Iterable[str], last: int) -> int:
    """How many of some parts were kept up to the number ``last``."""
    base = open_store(folder)
    try:
        return sum(base.execute("SELECT 1 FROM parts WHERE name = ? AND rowid <= ?", (name, last)).fetchone() is not None for name in names)
    except sqlite3.Error as error:
        raise unusable(folder, error) from error


def keep_only(folder: Path, names: Iterable[str]) -> None:
    """Forget all parts but these: of sources that have changed, or are gone. What they took is taken again by others."""
    base = open_store(folder)
    try:
        base.execute("CREATE TEMP TABLE wanted (name TEXT PRIMARY KEY)")
        base.execute("BEGIN")
        base.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((name,) for name in names))
        base.execute("DELETE FROM parts WHERE name NOT IN (SELECT name FROM wanted)")
        base.execute("COMMIT")
        base.execute("DROP TABLE wanted")
    except sqlite3.Error as error:
        raise unusable(folder, error) from error


def lines_of(folder: Path, name: str) -> Sequence[tuple[str, bytes]]:
    """The rows of a part: their table, and their JSON with its line feed; CompareError where it cannot be read."""
    try:
        (text,) = open_store(folder).execute("SELECT text FROM parts WHERE name = ?", (name,)).fetchone()
        return list(lines_in(text))
    except (sqlite3.Error, TypeError, ValueError) as error:
        raise unusable(folder, error) from error


def names_of(folder: Path) -> dict[str, int]:
    """The names of all parts that are there, with a number that another writing changes; for looking on, as nothing is made."""
    try:
        base = sqlite3.connect(f"file:{folder / FILE}?mode=ro", PATIENCE, uri=True)
        try:
            return dict(base.execute("SELECT name, rowid FROM parts ORDER BY name"))
        finally:
            base.close()
    except sqlite3.Error:
        return {}


def unusable(folder: Path, error: Exception) -> CompareError:
    """What to say where a folder of parts cannot be written to, or read from."""
    return CompareError(f"{folder}: parts cannot be kept there ({error}); make room and begin again: what is done stays done. Where it is damaged, remove it")
