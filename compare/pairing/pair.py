"""A folder of sources to a manifest of events: the table of contents."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from compare.events.folders import TEXTS
from compare.locking import alone_in
from compare.model import CompareError
from compare.output import STDOUT, write_output
from compare.pairing.clusters import Limits
from compare.pairing.events import events_of
from compare.pairing.folder import LIMIT, files_in, read_files
from compare.pairing.index import Index, Read
from compare.pairing.manifest import Source, to_manifest

INDEX = ".index"
"""How the index is named that stands beside a manifest: ``archive.csv.index``."""

CSV, JSON_LINES = (".csv",), (".jsonl", ".ndjson")
"""How a manifest may end, and what it is then; one without an ending is CSV."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A folder of sources, where the manifest is to stand (``-``: standard output), and ``jobs`` processes (0: one a core).

    Reading a source may take ``limit`` seconds.
    """

    folder: Path
    manifest: str
    jobs: int = 0
    code: str = ""
    limits: Limits = field(default_factory=Limits)
    limit: float = LIMIT


@dataclass(frozen=True, slots=True)
class Found:
    """What a run came to: files that were opened now, sources that could be read, events, sources in them; and what could not be read, and why."""

    read: int
    sources: int
    events: int
    paired: int
    faults: tuple[tuple[str, str], ...]


Shown = Callable[[Iterator[list[Read]], int], Iterator[list[Read]]]
"""Passes on what is read, of so many sources, and may show it."""


def pair(asked: Asked, shown: Shown = lambda read, _sources: read) -> Found:
    """What was found in a folder, whose manifest is written; CompareError where that cannot be done.

    Sources that are in the index are not read again; the manifest is the same as if they were.
    """
    if not asked.folder.is_dir():
        raise CompareError(f"{asked.folder}: no such folder; name one with texts in it")
    if asked.manifest != STDOUT and Path(asked.manifest).is_dir():
        raise CompareError(f"{asked.manifest}: is a folder; name a file in it with -o")
    if asked.manifest != STDOUT and Path(asked.manifest).suffix.lower() not in ("", *CSV, *JSON_LINES):
        raise CompareError(f"{asked.manifest}: a manifest ends in {', '.join((*CSV, *JSON_LINES))}; name one so with -o")
    home = Path() if asked.manifest == STDOUT else Path(asked.manifest).parent
    with alone_in(home) if asked.manifest != STDOUT else nullcontext():
        index = Index(None if asked.manifest == STDOUT else Path(f"{asked.manifest}{INDEX}"), asked.code)
        try:
            return _paired(index, asked, home, shown)
        except sqlite3.Error as error:
            raise CompareError(f"{index.path or 'the index'}: cannot be used ({error}); delete it and begin again") from error
        finally:
            index.close()


def _paired(index: Index, asked: Asked, home: Path, shown: Shown) -> Found:
    read = 0
    unlisted: list[Read] = []
    files = files_in(asked.folder, unlisted)
    first = next(files, None)
    if first is None and not unlisted:  # a disk that is not there, perhaps: what was found before stays
        raise CompareError(f"{asked.folder}: no file in it ends as texts do ({', '.join(sorted(TEXTS))}); name the folder that holds them")
    new = list(index.unknown(chain([first] if first else [], files)))
    index.keep(unlisted)
    for found in shown(read_files(asked.folder, iter(new), asked.jobs, asked.limit), len(new)):
        index.keep(found)
        read += len(found)
    index.forget_others()
    faults = tuple(index.faults())
    listed = list(index.sources())
    events = [
        [Source(*listed[member.number], member.score) for member in members] for members in events_of(index.sketches(), asked.limits)
    ]
    lines = to_manifest(events, asked.folder, home, asked.manifest.lower().endswith(JSON_LINES))
    write_output(asked.manifest, lines)
    return Found(read, len(listed), len(events), sum(map(len, events)), faults)
