"""Event folders under ``sources/``: which there are, and the bytes of one's sources, as they were added."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from compare.events import FILE, Event, read_event
from compare.model import CompareError
from compare.reading.sources import find_id, read_bytes
from compare.tables import nearest

SOURCES = "sources"

BESIDE = frozenset({"event.toml", "accepted.toml"})
"""What an event folder holds beside its sources."""

TEXTS = frozenset(
    ".txt .md .markdown .html .htm .xhtml .pdf .docx .odt .rtf .epub .xml .json .eml .mht".split()
)
"""Endings of files that are sources, wherever they are not said to be something else."""

REMARKS = re.compile(r"(readme|licen[cs]e|notice|notes|copying|changes)\b.*", re.IGNORECASE)
"""Names of files that say something about sources, and are none."""


@dataclass(frozen=True, slots=True)
class Folder:
    """An event folder as it stands: its event, and the bytes of each source by its file name."""

    name: str
    path: Path
    event: Event
    contents: Mapping[str, bytes]
    remarks: tuple[str, ...] = ()


class ChangedSource(CompareError):
    """A source is not the one that was added: ``file`` had the checksum ``before``."""

    def __init__(self, message: str, file: str, before: str, content: bytes) -> None:
        super().__init__(message)
        self.file, self.before, self.content = file, before, content

    def __reduce__(self) -> tuple[type[ChangedSource], tuple[str, str, str, bytes]]:
        return type(self), (str(self), self.file, self.before, self.content)


def event_names(home: Path) -> list[str]:
    """The names of the folders under ``sources/``, in order; CompareError where there is no such folder."""
    try:
        entries = list(os.scandir(home / SOURCES))
    except OSError as error:
        raise CompareError(
            f"{home / SOURCES}: {error.strerror}; rashomon add EVENT FILE… makes a first event"
        ) from error
    return sorted(e.name for e in entries if not e.name.startswith(".") and (e.is_dir() or e.is_symlink()))


def check_name(name: str) -> None:
    """Nothing; CompareError for what cannot be the name of an event."""
    if not re.fullmatch(r"[^\W_][\w-]*", name):
        raise CompareError(
            f"{name or '(nothing)'}: no name of an event; use letters, figures, - and _ alone, as its folder under {SOURCES}/ is called"
        )


def event_folder(home: Path, name: str) -> Path:
    """Where an event is; CompareError where there is none, or it lies elsewhere."""
    check_name(name)
    folder = home / SOURCES / name
    if not folder.is_dir():
        known = event_names(home) if (home / SOURCES).is_dir() else []
        hint = nearest(name, iter(known)) if known else "there is none yet: rashomon add makes one"
        raise CompareError(f"{folder}: no such event; {hint}")
    if os.path.realpath(folder) != os.path.join(os.path.realpath(home / SOURCES), name):
        raise CompareError(f"{folder}: is a link to another place; put the folder itself there")
    return folder


def read_folder(home: Path, name: str) -> Folder:
    """An event and its sources; CompareError where anything is not as event.toml says it was."""
    folder = event_folder(home, name)
    event = listed_in(home, name)
    check_ids(folder, event.sources)
    contents = {file: read_inside(home, name, file) for file in event.sources}
    for file, content in contents.items():
        _check_sum(folder / file, name, file, event.sources[file].sha256, content)
    missing = [file for file in event.sources if not event.sources[file].sha256]
    unlisted = _unlisted(folder, event)
    if unlisted:
        raise CompareError(
            f"{folder / unlisted[0]}: not listed in event.toml, so nothing would be checked of it; "
            f"rashomon add {name} {folder / unlisted[0]}"
        )
    if len(contents) < 2:
        raise CompareError(
            f"{folder}: {len(contents)} of the two sources a comparison needs; rashomon add {name} FILE"
        )
    remarks = [
        f"{file} has no checksum, a change of it would go unnoticed; rashomon add --update {name}"
        for file in missing
    ]
    return Folder(name, folder, event, contents, tuple(remarks))


def listed_in(home: Path, name: str) -> Event:
    """What an event's event.toml says; CompareError where there is none, or it is broken."""
    folder = event_folder(home, name)
    event = read_event(folder)
    if event is None:
        raise CompareError(f"{folder}: has no {FILE}; rashomon add {name} {folder}/FILE…")
    return event


def read_inside(home: Path, name: str, file: str) -> bytes:
    """The bytes of a source of an event; CompareError where it is not there, or lies outside the folder."""
    folder = home / SOURCES / name
    if Path(file).name != file or file in BESIDE or "\\" in file:
        raise CompareError(
            f"{folder / FILE}: {file}: a source is a file of this folder; rashomon add {name} FILE copies one into it"
        )
    path = folder / file
    if not os.path.lexists(path):
        raise CompareError(
            f"{path}: listed in event.toml, and not there; restore it or take out its [[source]]"
        )
    if os.path.realpath(path) != os.path.join(os.path.realpath(folder), file):
        raise CompareError(f"{path}: is a link to another place; put the file itself there")
    return read_bytes(str(path))


def check_ids(folder: Path, files: Iterable[str]) -> None:
    """Nothing; CompareError for two sources that only their text would tell apart: what is accepted goes by their ids."""
    seen: dict[tuple[str, str], str] = {}
    for file in files:
        other = seen.setdefault((find_id(file), Path(file).suffix.lower()), file)
        if other != file:
            raise CompareError(f"{folder}: {other} and {file} would have one id, {find_id(file)}; rename one of them")


def _check_sum(path: Path, name: str, file: str, before: str | None, content: bytes) -> None:
    if before and sha256(content).hexdigest() != before.lower():
        raise ChangedSource(
            f"{path}: not the text that was added (its checksum differs); if it is meant to be another, rashomon add --update {name}",
            file, before.lower(), content,
        )  # fmt: skip


def _unlisted(folder: Path, event: Event) -> list[str]:
    """Files of the folder that look like sources, and are none of the event's."""
    return sorted(
        entry.name
        for entry in os.scandir(folder)
        if entry.name not in event.sources
        and entry.name not in BESIDE
        and not entry.name.startswith((".", "~"))
        and not REMARKS.fullmatch(entry.name)
        and Path(entry.name).suffix.lower() in TEXTS
    )
