"""What was computed before, by what it was computed from: kept under the user's cache folder.

A record's name is a digest of everything it depends on, so that none is ever
out of date, and two processes that write one write the same. Records are JSON
or a source's bytes, never code; a damaged one is as good as none. The cache is
kept outside of the repository, so that a change to be reviewed cannot bring
its own verdict along.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from hashlib import sha256
from pathlib import Path

UNUSED = 30 * 24 * 60 * 60
"""Seconds after which a record that nobody has read is swept away."""

LARGEST_TEXT = 4 * 1024 * 1024
"""Bytes of a source that is kept, to show later what changed in it."""


def cache_folder() -> Path | None:
    """Where records are kept: ``RASHOMON_CACHE`` (empty: nowhere), else ``rashomon`` in the user's cache folder."""
    chosen = os.environ.get("RASHOMON_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "rashomon"
    except RuntimeError:
        return None


class Cache:
    """Records in a folder; without one, nothing is kept and nothing found."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """A record, None where there is none."""
        path = self._path(name)
        if path is None:
            return None
        try:
            data = path.read_bytes()
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > UNUSED / 4:
                    os.utime(path)  # it is in use
            return data
        except OSError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Keep a record; where that cannot be, it is computed anew the next time."""
        path = self._path(name)
        if path is None:
            return
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                os.replace(beside, path)
            except BaseException:
                os.unlink(beside)
                raise

    def keep_text(self, content: bytes) -> None:
        """Keep a source's bytes under their checksum."""
        name = sha256(content).hexdigest()
        path = self._path(name)
        if path is not None and len(content) <= LARGEST_TEXT and not path.exists():
            self.put(name, content)

    def text(self, digest: str) -> bytes | None:
        """The bytes of that checksum, if they were kept."""
        data = self.get(digest) if len(digest) == 64 and digest.isalnum() else None
        return data if data is not None and sha256(data).hexdigest() == digest else None

    def sweep(self) -> None:
        """Take out what was not used for a month; done once a day at most."""
        if self.folder is None:
            return
        now, mark = time.time(), self.folder / "swept"
        with contextlib.suppress(OSError):
            if mark.exists() and now - mark.stat().st_mtime < 24 * 60 * 60:
                return
            mark.touch()
            for path in self.folder.glob("??/*"):
                with contextlib.suppress(OSError):
                    if now - path.stat().st_mtime > UNUSED:
                        path.unlink()

    def _path(self, name: str) -> Path | None:
        return self.folder / name[:2] / name[2:] if self.folder else None


def code_digest() -> str:
    """A digest of the program itself: its modules, Python, and the libraries results depend on."""
    import sys
    import unicodedata
    from importlib.metadata import PackageNotFoundError, requires, version

    digest = sha256(f"{sys.version}\n{unicodedata.unidata_version}\n".encode())
    root = Path(__file__).resolve().parents[1]
    for path in sorted(
        path for path in root.rglob("*") if path.suffix in (".py", ".json", ".j2", ".css", ".js")
    ):
        digest.update(f"{path.relative_to(root)}\n".encode())
        digest.update(path.read_bytes())
    with contextlib.suppress(PackageNotFoundError):
        for line in requires("rashomon") or ():
            name = line.partition(">")[0].strip()
            if "extra" not in line:
                with contextlib.suppress(PackageNotFoundError):
                    digest.update(f"{name} {version(name)}\n".encode())
    return digest.hexdigest()
