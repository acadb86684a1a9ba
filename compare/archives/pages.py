"""The pages of a run: one an event in which something was found, and an index of all events."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from compare.archives.ledger import Ledger
from compare.archives.manifest import Fault
from compare.archives.parts import PAGE, page_in
from compare.model import CompareError
from compare.output import write_output
from compare.reporting.contents import MOST, Entry, contents_of
from compare.reporting.own import is_own_page

FOLDER = "events"
"""Where the pages of events stand, from the index."""


class Pages:
    """Pages that are written as their events come by; ``folder`` is that of the index, ``title`` its heading.

    ``made`` is the day to name as that of the pages, in words.
    """

    def __init__(self, folder: Path, ledger: Ledger, title: str, made: str) -> None:
        self._folder, self._ledger, self._title, self._made = folder, ledger, title, made
        self._written: set[int] = set()  # the digests in the names of pages: little, where there are a million

    def take(self, number: int, event: str, rows: Sequence[tuple[str, bytes]]) -> None:
        """Write the page of an event if its rows hold one, and remember what the index says of it; CompareError where that cannot be."""
        file = None
        for line in (line for table, line in rows if table == PAGE):
            name = page_name(event)
            file = f"{FOLDER}/{name}"
            self._written.add(_digest_in(name))
            write_output(str(self._folder / file), page_in(line), lasting=False)
        entry = _entry(event, file, rows, self._ledger.faults_of(event))
        self._ledger.keep_entry(number, (entry.error, entry.warning, entry.note), json.dumps(entry))

    def write_index(self) -> None:
        """Write the index, the worst events first, so many a page; CompareError where that cannot be."""
        events = self._ledger.events()
        names = [index_name(number) for number in range(max(1, -(-events // MOST)))]
        entries = (Entry(*json.loads(text)) for text in self._ledger.entries())
        for number, name in enumerate(names):
            page = contents_of(list(islice(entries, MOST)), number, events, self._title, self._made)
            write_output(str(self._folder / name), page, lasting=False)
        for path in _index_pages(self._folder):
            if path.name not in names and _is_ours(path):
                path.unlink()  # of an earlier run, which had more events
        for path in (self._folder / FOLDER).glob("*.html"):
            digest = _digest_in(path.name)
            if digest >= 0 and digest not in self._written and _is_ours(path):
                path.unlink()  # of an event that is gone, or has no discrepancies any more


def check_folder(folder: Path, passing: Path) -> None:
    """Nothing; CompareError where no pages could be written to a folder, or its index would go over a page of the user's own.

    ``passing`` is a folder that will be gone. Nothing is made: what comes first may fail.
    """
    if folder.resolve().is_relative_to(passing.resolve()):
        raise CompareError(f"{folder}: is gone when the run is through; name another folder with --html")
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        raise CompareError(f"{folder}: pages cannot be written there; name a folder with --html")
    for path in _index_pages(folder):
        if not _is_ours(path):
            raise CompareError(f"{path}: is no page of rashomon's, and would be lost; name another folder with --html")


def _index_pages(folder: Path) -> list[Path]:
    """What stands in a folder under the name of a page of the index."""
    return [path for path in sorted(folder.glob("index*.html")) if re.fullmatch(r"index(-\d+)?\.html", path.name)]


def _is_ours(path: Path) -> bool:
    """Whether a file was written by a run; what cannot be read was not."""
    try:
        with path.open("rb") as file:
            return is_own_page(file.read(4096))
    except OSError:
        return False


def index_name(number: int) -> str:
    """``index.html`` for the first page of the index (0), ``index-2.html`` for the next."""
    return f"index-{number + 1}.html" if number else "index.html"


def page_name(event: str) -> str:
    """A file's name that tells the event, and tells it from all others, on any system."""
    slug = re.sub(r"[^a-z0-9]+", "-", event.lower())[:60].strip("-")
    digest = sha256(event.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{slug}-{digest}.html" if slug else f"{digest}.html"


def _digest_in(name: str) -> int:
    """The digest in the name of an event's page; -1 for other names."""
    found = re.fullmatch(r"(?:[a-z0-9-]+-)?([0-9a-f]{16})\.html", name)
    return int(found[1], 16) if found else -1


def _entry(event: str, file: str | None, rows: Sequence[tuple[str, bytes]], others: Sequence[Fault]) -> Entry:
    """What the index says of an event: its worst discrepancy, or why it was not compared, and what was left out.

    ``others`` are rows of the manifest that name the event, and are none.
    """
    found = {table: [json.loads(line) for of, line in rows if of == table] for table in ("comparisons", "accounts", "errors")}
    worst: dict[str, Any] = next((json.loads(line) for table, line in rows if table == "discrepancies"), {})
    counts, accounts = found["comparisons"][0], found["accounts"]
    faults = [*others, *(Fault(row["line"] or 0, event, row["source"], row["reason"]) for row in found["errors"])]
    why = next((fault.reason for fault in faults if not fault.source), "")
    lost = [fault.told() for fault in faults if fault.source]
    if not counts["compared"] and not why:
        why, lost = lost[0], lost[1:]
    title = counts["title"] or next((row["title"] for row in accounts if row["title"]), None)
    return Entry(
        event, file, title, counts["compared"], [row["label"] for row in accounts], worst.get("message", "") if counts["compared"] else why,
        worst.get("kind", ""), counts["errors"], counts["warnings"], counts["notes"], counts["links"], lost,
    )  # fmt: skip
