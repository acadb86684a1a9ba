"""Sources into an event folder: files copied, event.toml made or extended, checksums taken."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from compare.events import FILE, SOURCE_KEYS
from compare.events.folders import SOURCES, check_ids, check_name, event_folder, listed_in, read_inside
from compare.locking import alone_in
from compare.model import CompareError
from compare.output import write_whole
from compare.reading.sources import read_bytes
from compare.tables import day_of, parse_table

DAYS = tuple(key for key, kind in SOURCE_KEYS.items() if kind == "day")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to add, and what is to be said of it under its ``[[source]]``."""

    path: str
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Its name in the event folder."""
        return Path(self.path).name


@dataclass(frozen=True, slots=True)
class Added:
    """What was done with a source: ``before`` is the checksum it had, None for a new one, empty where it had none."""

    file: str
    content: bytes
    before: str | None


def add_sources(
    home: Path, name: str, sources: Sequence[Source], title: str | None = None, update: bool = False
) -> list[Added]:
    """Put sources into an event, which is made if there is none; CompareError, and nothing done, where that cannot be.

    With ``update`` a source may be another than the one that was added, and without
    ``sources`` all of the event are taken as they are now.
    """
    check_name(name)
    folder = home / SOURCES / name
    if update or folder.is_dir():
        folder = event_folder(home, name)
    contents = {source.file: read_bytes(source.path) for source in sources}
    if len(contents) < len(sources):
        raise CompareError(f"{name}: two of the files have one name; give each its own")
    for source in sources:
        for key in DAYS:
            if key in source.known:
                day_of(source.known[key], f"{source.path}: {key}")
        _check_file(source, contents[source.file], folder, update)
    fresh = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _added(home, name, sources, contents, title, update)
    except BaseException as error:
        with suppress(OSError):
            if fresh:
                folder.rmdir()  # as long as it is empty
        if isinstance(error, OSError):
            raise CompareError(
                f"{folder}: cannot be written ({error.strerror}); make room or mend its permissions"
            ) from error
        raise


def _added(
    home: Path,
    name: str,
    sources: Sequence[Source],
    contents: Mapping[str, bytes],
    title: str | None,
    update: bool,
) -> list[Added]:
    folder = home / SOURCES / name
    with alone_in(folder):
        listed = listed_in(home, name).sources if (folder / FILE).exists() else {}
        every = dict(contents)
        if update and not sources:
            every = {file: read_inside(home, name, file) for file in listed}
        check_ids(folder, [*listed, *(file for file in every if file not in listed)])
        before = {file: known.sha256 or "" for file, known in listed.items()}
        document = _changed(folder / FILE, sources, every, title)
        copied = {folder / s.file: contents[s.file] for s in sources if not _same_place(s, folder)}
        write_whole({**copied, folder / FILE: document})
    return [Added(file, content, before.get(file)) for file, content in every.items()]


def _check_file(source: Source, content: bytes, folder: Path, update: bool) -> None:
    """Nothing; CompareError for a file that cannot be added."""
    from compare.reading import read_source

    if source.file in ("event.toml", "accepted.toml") or source.file.startswith((".", "~")):
        raise CompareError(f"{source.path}: no name for a source; call the file something else")
    read_source(source.path, data=content)
    if update or _same_place(source, folder) or not os.path.lexists(folder / source.file):
        return
    if (folder / source.file).is_symlink() or (folder / source.file).read_bytes() != content:
        raise CompareError(
            f"{source.path}: {folder.name} has another {source.file}; rashomon add --update {folder.name} {source.path} replaces it"
        )


def _same_place(source: Source, folder: Path) -> bool:
    return os.path.realpath(source.path) == os.path.join(os.path.realpath(folder), source.file)


def _changed(
    path: Path, sources: Sequence[Source], contents: Mapping[str, bytes], title: str | None
) -> bytes:
    """The event.toml with these sources in it; whatever else stands there stays as it is."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    content = path.read_bytes() if path.exists() else b""
    known = {source.file: source.known for source in sources}
    sums = {file: sha256(data).hexdigest() for file, data in contents.items()}
    text = parse_table(content, path)[1]
    try:
        document: Any = tomlkit.parse(text)
        _fill(document, known, sums, title)
        changed = tomlkit.dumps(document).encode()
        written = {table["file"]: table["sha256"] for table in parse_table(changed, path)[0]["source"]}  # type: ignore[attr-defined]
    except (TOMLKitError, TypeError, KeyError, CompareError) as error:
        raise CompareError(
            f"{path}: cannot be added to; write each source under a [[source]] of its own"
        ) from error
    if not sums.items() <= written.items():
        raise CompareError(f"{path}: cannot be added to; write each source under a [[source]] of its own")
    return changed


def _fill(
    document: Any, known: Mapping[str, Mapping[str, str]], sums: Mapping[str, str], title: str | None
) -> None:
    import tomlkit

    empty = not document
    if title:
        document["title"] = title
        if empty:
            document.add(tomlkit.nl())
    followed = "source" in document and list(document)[-1] != "source"
    if "source" not in document:
        document["source"] = tomlkit.aot()
    tables = {str(table["file"]): table for table in document["source"]}
    for file, digest in sums.items():
        fresh = file not in tables
        if fresh:
            tables[file] = tomlkit.table()
            tables[file]["file"] = file
            document["source"].append(tables[file])
        for key, value in known.get(file, {}).items():
            tables[file][key] = _day(value, key, file) if key in DAYS else value
        tables[file]["sha256"] = digest
        if fresh and followed:
            tables[file].add(tomlkit.nl())


def _day(value: str, key: str, file: str) -> Any:
    from datetime import date

    return date.fromisoformat(day_of(value, f"{file}: {key}"))
