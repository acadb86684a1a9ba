"""A manifest to tables: the table of contents."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from compare.archives.event import Task
from compare.archives.ledger import Ledger
from compare.archives.manifest import Fault, Row, base_of, read_manifest
from compare.archives.merging import merge
from compare.archives.pages import Pages, check_folder
from compare.archives.parts import Counts
from compare.archives.store import FILE, among, close_store, keep_only, last_of, unusable
from compare.archives.work import Done, Engine, Work
from compare.archives.workers import do_events
from compare.locking import alone_in
from compare.model import CompareError

PARTS = ".rashomon-parts"
"""The folder in that of the results in which a run keeps what it has done; gone when it is through, unless it is to be kept."""

LIMIT = 120.0
"""Seconds an event may take: a text of ten thousand sentences takes ten."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a run; ``jobs`` events at once (0: as the engine sees fit), ``limit`` seconds an event.

    ``parquet`` asks for the tables as Parquet, too; ``pages`` is the folder for pages, which ``task.made`` asks for.
    With ``keep`` the parts stay when it is through, and the next run compares what is new alone.
    """

    manifest: Path
    results: Path
    jobs: int = 0
    limit: float = LIMIT
    task: Task = field(default_factory=lambda: Task(Path(), Path()))
    engine: Engine = do_events
    parquet: bool = False
    pages: Path | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """What a run came to: events in the manifest, counts over all of them, and how many an earlier run had done."""

    events: int
    counts: Counts
    before: int = 0


Shown = Callable[[Iterator[Done], int], Iterator[Done]]
"""Passes on what is done, of so many events, and may show it."""


Say = Callable[[str], None]
"""Tells whoever waits for a run what it waits for, in a line."""


def run_batch(asked: Asked, shown: Shown = lambda done, _events: done, say: Say = lambda _line: None) -> Totals:
    """The totals of a run whose tables stand in the folder of results; CompareError where it cannot be done.

    What an earlier run has done already, and has left there, is not done again. Whoever runs
    it twice at once waits for the first, of which ``say`` is told.
    """
    rows = read_manifest(asked.manifest)  # before anything is made: it may not be one
    parts = asked.results / PARTS
    if asked.pages:
        check_folder(asked.pages, parts)
    try:
        parts.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CompareError(f"{asked.results}: {error.strerror}; name a folder that can be written with -o") from error
    with alone_in(asked.results, lambda: say(f"another run is at work in {asked.results}; this one waits until it is through")):
        parts.mkdir(exist_ok=True)  # a run that ended meanwhile took it away
        ledger = _ledger(parts, rows, asked.manifest)
        try:
            totals = _done(ledger, asked, parts, shown)
            pages = Pages(asked.pages, ledger, asked.manifest.name, asked.task.made or "") if asked.pages else None
            merge(ledger, parts, asked.results, asked.parquet, pages)
            if asked.keep:
                keep_only(parts, (told.part for told in ledger.told() if told.part))
        finally:
            ledger.close()
            close_store(parts)
        if asked.keep:
            _leave_parts(parts)
        else:
            shutil.rmtree(parts)
    return totals


def _leave_parts(parts: Path) -> None:
    """Take away everything but the parts: the ledger, and tables that a run left half-written which was ended."""
    for path in parts.iterdir():
        if path.name != FILE and not path.name.startswith(f"{FILE}-"):
            path.unlink()


def _ledger(parts: Path, rows: Iterator[Row | Fault], manifest: Path) -> Ledger:
    """The manifest by event; where it turns out to be none, no empty folder stays behind."""
    place = parts / "ledger"
    try:
        place.unlink(missing_ok=True)
    except OSError as error:
        raise unusable(parts, error) from error
    try:
        ledger = Ledger(place, rows)
        if not ledger.events() and next(ledger.faults(), None) is None:
            ledger.close()
            raise CompareError(f"{manifest}: names no sources, and the tables that are there were left; give it a row each (event,source)")
    except sqlite3.Error as error:
        raise unusable(parts, error) from error
    except CompareError:
        place.unlink(missing_ok=True)
        with suppress(OSError):  # what a run that was ended has done stays
            parts.rmdir()
            parts.parent.rmdir()
        raise
    return ledger


def _done(ledger: Ledger, asked: Asked, parts: Path, shown: Shown) -> Totals:
    """Every event done, and written down in the ledger."""
    task = replace(asked.task, base=Path(os.path.abspath(base_of(asked.manifest))), parts=Path(os.path.abspath(parts)))
    last = last_of(parts)
    close_store(parts)  # it is there; whoever is forked opens it anew
    works = (Work(*each) for each in ledger.rows())
    counts = Counts(faults=sum(1 for _ in ledger.faults()))
    events = ledger.events()
    done = asked.engine(works, task, asked.jobs, asked.limit)
    for each in shown(done, events):
        ledger.note(each.work.number, each.part, each.reason)
        counts = counts.plus(each.counts if each.part else Counts(faults=1))
    return Totals(events, counts, among(parts, (told.part for told in ledger.told() if told.part), last) if last else 0)
