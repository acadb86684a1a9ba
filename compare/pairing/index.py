"""Sketches that were made before, kept beside the manifest: a source that has not changed is not read again.

A sketch is known by the digest of its source's bytes, a file by its size and the moment it was
changed. What was written stays when the process is ended; an index that cannot
be read, or is another release's, is made anew. A file that is none of ours is never touched.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from compare.model import CompareError
from compare.pairing.sketches import VERSION, Sketch

_TABLES = """
CREATE TABLE IF NOT EXISTS code (digest TEXT);
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, changed INTEGER, source TEXT, fault TEXT, seen INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sketches (source TEXT PRIMARY KEY, published TEXT, title TEXT, terms BLOB, counts BLOB) WITHOUT ROWID;
"""

_OURS = int.from_bytes(b"Rshm")
"""What SQLite keeps in the head of a file to tell whose it is (``application_id``)."""

_BROKEN = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""Errors that mean the content of a file; others (locked, full, no permission) pass, and nothing is removed for them."""


class File(NamedTuple):
    """A file as it lies in the folder: its path from there, its bytes, and when it was changed (nanoseconds)."""

    path: str
    size: int
    changed: int


class Read(NamedTuple):
    """What came of reading a file: the key of its source and its sketch, or why there is none."""

    file: File
    source: str | None
    sketch: Sketch | None
    fault: str | None = None


class Index:
    """Files and sketches in a database at ``path`` (None: in memory); ``code`` is the digest of the program."""

    def __init__(self, path: Path | None, code: str) -> None:
        self.path, self.code = path, f"{VERSION} {code}"
        try:
            if path is not None:
                _check_ours(path)
            self._base = self._opened()
        except (sqlite3.Error, OSError) as error:
            if path is None or getattr(error, "sqlite_errorcode", 0) & 0xFF not in _BROKEN:
                raise _unusable(path, error) from error
            self._remove(path)
            try:
                self._base = self._opened()
            except sqlite3.Error as again:
                raise _unusable(path, again) from again

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path or ":memory:", isolation_level=None)
        try:
            base.execute("PRAGMA synchronous = OFF")
            base.execute(f"PRAGMA application_id = {_OURS}")  # first of all, so that it is in whatever a process leaves that is ended
            base.executescript(_TABLES)
            found = base.execute("SELECT digest FROM code").fetchone()
            if found != (self.code,):
                base.executescript("DELETE FROM code; DELETE FROM files; DELETE FROM sketches;")
                base.execute("INSERT INTO code VALUES (?)", (self.code,))
            base.execute("UPDATE files SET seen = 0 WHERE seen = 1")
        except sqlite3.Error:
            base.close()
            raise
        return base

    @staticmethod
    def _remove(path: Path) -> None:
        for each in (path, Path(f"{path}-journal"), Path(f"{path}-wal")):
            with suppress(OSError):
                each.unlink()

    def unknown(self, files: Iterable[File]) -> Iterator[File]:
        """Those files, of all that there are now, that are new, have changed, or could not be read; the others are taken as they were."""
        self._base.execute("BEGIN")
        for file in files:
            row = self._base.execute("SELECT size, changed, source FROM files WHERE path = ?", (file.path,)).fetchone()
            known = row is not None and row[:2] == (file.size, file.changed)
            if known and row[2] is not None and self._has(row[2]):  # a fault may have passed: it is looked for again
                self._base.execute("UPDATE files SET seen = 1 WHERE path = ?", (file.path,))
            else:
                yield file
        self._base.execute("COMMIT")

    def _has(self, source: str) -> bool:
        return self._base.execute("SELECT 1 FROM sketches WHERE source = ?", (source,)).fetchone() is not None

    def keep(self, found: Iterable[Read]) -> None:
        """Write down what came of some files."""
        self._base.execute("BEGIN")
        for file, source, sketch, fault in found:
            if source is not None and sketch is not None:
                terms = zlib.compress("\n".join(sketch.terms).encode("utf-8", "surrogatepass"), 1)
                row = (source, sketch.published, sketch.title and json.dumps(sketch.title), terms, sketch.counts)
                self._base.execute("INSERT OR REPLACE INTO sketches VALUES (?, ?, ?, ?, ?)", row)
            self._base.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, 1)", (*file, source, fault))
        self._base.execute("COMMIT")

    def forget_others(self) -> None:
        """Let go of files that are no longer there, and of what nothing needs."""
        self._base.execute("DELETE FROM files WHERE seen = 0")
        self._base.execute("DELETE FROM sketches WHERE source NOT IN (SELECT source FROM files WHERE source IS NOT NULL)")

    def sketches(self) -> Iterator[Sketch]:
        """A sketch for each source that could be read, by day (without one: last), then by its bytes and path."""
        for published, title, terms, counts in self._base.execute(f"SELECT published, title, terms, counts {_IN_ORDER}"):
            words = tuple(zlib.decompress(terms).decode("utf-8", "surrogatepass").split("\n")) if counts else ()
            yield Sketch(published, title and json.loads(title), words, counts)

    def sources(self) -> Iterator[tuple[str, str, str | None, str | None]]:
        """Path, key, day and title of each source, in the same order."""
        for path, source, published, title in self._base.execute(f"SELECT path, f.source, published, title {_IN_ORDER}"):
            yield path, source, published, title and json.loads(title)

    def faults(self) -> Iterator[tuple[str, str]]:
        """Path and reason of each file that could not be read, in the order of paths."""
        return iter(self._base.execute("SELECT path, fault FROM files WHERE fault IS NOT NULL ORDER BY path").fetchall())

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


def _check_ours(path: Path) -> None:
    """Nothing; CompareError where a file stands at ``path`` that no index was written to."""
    if not path.exists():
        return
    with path.open("rb") as file:
        head = file.read(72)
    if head and not (head.startswith(b"SQLite format 3\0") and int.from_bytes(head[68:72]) == _OURS):
        raise CompareError(f"{path}: stands where the index is to be, and is none; move it, or name another manifest with -o")


def _unusable(path: Path | None, error: Exception) -> CompareError:
    said = getattr(error, "strerror", None) or error
    return CompareError(f"{path or 'the index'}: cannot be used ({said}); mend that, or name another manifest with -o")


_IN_ORDER = "FROM files f JOIN sketches s ON f.source = s.source ORDER BY published IS NULL, published, f.source, path"
