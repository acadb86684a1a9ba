"""The rows of one event to its part: sources read, compared, written; what is wrong becomes a row of its own."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from compare.aliases import Names
from compare.archives.manifest import Fault, Row
from compare.archives.parts import PAGE, Counts, part_of
from compare.archives.places import Unequipped, place_of, read_place
from compare.archives.rows import Line, accounts_of, error_of, rows_of, uncompared
from compare.archives.store import keep_part, read_counts
from compare.events import Event, Listed, event_of
from compare.model import Account, CompareError, Comparison
from compare.pipeline import compare_accounts, read_account
from compare.reading.content import Content
from compare.severities import Severities

KEPT, SHORT = 32, 50_000
"""Accounts a process remembers, of sources up to so many bytes: where every two of some sources are an event, each is met again soon."""


ALONE = "one source alone; name two or more for an event"
LEFT = "one source is left, and nothing to compare it with; mend the others, or name more"
"""Why an event of one account is not compared: it had no more, or the others could not be taken."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked of every event: ``base`` is the folder sources are named from, ``parts`` where parts are kept.

    ``code`` is the digest of the program; ``usual`` severities and ``names`` are
    those of the settings, ``severities`` those of flags, which go before all others.
    ``fetching`` allows sources that are pages, ``allow_private`` those of private networks.
    ``memory`` is what a process may take for an event, in megabytes (0: no limit).
    ``made`` is the day to name on pages, in words; where it is None, none are made. A page made on another day is still good.
    """

    base: Path
    parts: Path
    code: str = ""
    severities: Severities = field(default_factory=dict)
    usual: Severities = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    fetching: bool = False
    allow_private: bool = False
    made: str | None = None
    memory: int = 0


@dataclass(frozen=True, slots=True)
class _Taken:
    """A source whose bytes were read."""

    row: Row
    content: Content
    listed: Listed


@dataclass(frozen=True, slots=True)
class Gathered:
    """An event whose sources were read; ``name`` is that of its part: a digest of everything that it depends on."""

    name: str
    event: str
    taken: Sequence[_Taken]
    told: Event | None
    faults: Sequence[Fault]
    task: Task

    def part(self) -> tuple[str, Counts]:
        """The text of its part, and its counts: here sources are compared."""
        return part_of(_lines(self))


def do_event(event: str, rows: Sequence[Row], task: Task) -> tuple[str, Counts]:
    """The name of the event's part, which is there then, and its counts; CompareError where it cannot be written."""
    gathered = gather(event, rows, task)
    counts = read_counts(task.parts, gathered.name)
    if counts is None:
        text, counts = gathered.part()
        keep_part(task.parts, gathered.name, text)
    return gathered.name, counts


def gather(event: str, rows: Sequence[Row], task: Task) -> Gathered:
    """The event with its sources read; what cannot be is a fault in it.

    Lines are the numbers of its own rows from here on, the first is 1: its part is the same wherever
    in the manifest they stand. ``merging`` puts in the lines of the manifest.
    """
    rows = [replace(row, line=number) for number, row in enumerate(rows, 1)]
    faults: list[Fault] = []
    told: Event | None = None
    taken: list[_Taken] = []
    try:
        told, known = event_of([place_of(task.base, row.source) for row in rows])
        taken = list(_taken(rows, known, task, faults))
    except Unequipped:
        raise
    except Exception as error:
        faults.append(Fault(rows[0].line, event, None, _named(_reason(error), task)))
    return Gathered(_name(event, taken, told, faults, task), event, taken, told, faults, task)


def _taken(rows: Sequence[Row], known: Sequence[Listed], task: Task, faults: list[Fault]) -> list[_Taken]:
    taken = []
    seen: set[str] = set()
    for row, listed in zip(rows, known, strict=True):
        if row.source in seen:
            faults.append(Fault(row.line, row.event, row.source, "named twice for this event; it is taken once"))
            continue
        seen.add(row.source)
        try:
            taken.append(_Taken(row, read_place(place_of(task.base, row.source), task.fetching, task.allow_private), listed))
        except Unequipped:
            raise
        except CompareError as error:
            faults.append(Fault(row.line, row.event, row.source, _named(str(error), task)))
    return taken


def _named(reason: str, task: Task) -> str:
    """A reason that names files from the manifest's folder: the same wherever that lies."""
    return reason.replace(f"{task.base}{os.sep}", "")


def _lines(gathered: Gathered) -> list[Line]:
    """The rows of an event; a fault of the program's own is one of them."""
    event, taken = gathered.event, gathered.taken
    faults = list(gathered.faults)
    try:
        return [*_compared(event, taken, gathered.told, faults, gathered.task), *map(error_of, faults)]
    except Exception as error:
        fault = Fault(taken[0].row.line, event, None, _reason(error))
        return [uncompared(event), *map(error_of, [*faults, fault])]


def _reason(error: Exception) -> str:
    """What went wrong, on one line."""
    if isinstance(error, CompareError):
        return str(error)
    if os.environ.get("RASHOMON_DEBUG"):
        raise error
    return f"a fault of rashomon's own ({type(error).__name__}: {error}); please report it"


def _compared(event: str, taken: Sequence[_Taken], told: Event | None, faults: list[Fault], task: Task) -> list[Line]:
    accounts: list[Account] = []
    rows: list[Row] = []
    for each in taken:
        try:  # a source that cannot be read does not keep the others from being compared
            accounts.append(_account(each))
            rows.append(each.row)
        except CompareError as error:
            faults.append(Fault(each.row.line, event, each.row.source, str(error)))
    if len(accounts) < 2:
        if accounts:
            faults.append(Fault(rows[0].line, event, None, LEFT if faults else ALONE))
        return [uncompared(event, len(accounts)), *accounts_of(event, accounts, rows)]
    severities = {**task.usual, **(told.severities if told else {}), **task.severities}
    comparison = compare_accounts(accounts, severities, {**task.names, **(told.names if told else {})})
    comparison = replace(comparison, title=told.title if told else None)
    pages = [] if task.made is None or not comparison.discrepancies else _page(event, comparison, task.made, rows[0], faults)
    return [*rows_of(event, comparison, rows), *pages]


def _page(event: str, comparison: Comparison, made: str, row: Row, faults: list[Fault]) -> list[Line]:
    """The page of an event; where it cannot be made, that is a fault, and the tables are whole."""
    from compare.reporting.html import to_html

    try:
        titled = replace(comparison, title=comparison.title or comparison.accounts[0].title or event)
        lost = [fault.told() for fault in faults if fault.source]
        return [(PAGE, {PAGE: to_html(titled, made, lost)})]
    except Exception as error:
        faults.append(Fault(row.line, event, None, f"its page: {_reason(error)}"))
        return []


def _account(taken: _Taken) -> Account:
    row, listed, content = taken.row, taken.listed, taken.content
    read = _read if len(content.data) <= SHORT else _read.__wrapped__
    return read(
        row.source, content.data, content.media_type, content.charset,
        row.label or listed.label, row.published or listed.published, listed.borrowed, listed.publisher,
    )  # fmt: skip


@lru_cache(maxsize=KEPT)
def _read(
    source: str, data: bytes, media_type: str | None, charset: str | None,
    label: str | None, published: str | None, borrowed: str | None, publisher: str | None,
) -> Account:  # fmt: skip
    content = Content(data, source, media_type, charset)
    return read_account(source, content=content, label=label, published=published, borrowed=borrowed, publisher=publisher)


def _name(event: str, taken: Sequence[_Taken], told: Event | None, faults: Sequence[Fault], task: Task) -> str:
    """A digest of everything that the rows depend on."""
    sources = [[astuple(each.row), astuple(each.listed), sha256(each.content.data).hexdigest(), each.content.media_type, each.content.charset] for each in taken]
    said = [told.title, sorted(told.severities.items()), sorted(told.names.items())] if told else []
    asked = [sorted(task.severities.items()), sorted(task.usual.items()), sorted(task.names.items()), task.made is not None]
    parts = [task.code, event, sources, said, asked, [astuple(fault) for fault in faults]]
    return sha256(json.dumps(parts).encode()).hexdigest()
