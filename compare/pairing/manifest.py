"""Events to a manifest that ``rashomon batch`` takes as it is."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

COLUMNS = ("event", "source", "published", "score")
_DIGITS = 4


class Source(NamedTuple):
    """A source of an event: its path from the folder, its key, day and title where known, and its score (0 to 1)."""

    path: str
    key: str
    published: str | None
    title: str | None
    score: float


def event_name(sources: Sequence[Source]) -> str:
    """A name for an event: the day and title of its first source, and what tells it from all others.

    The first in day is the first for good, unless an earlier one is found: names
    last when sources are added.
    """
    first = sources[0]
    words = re.sub(r"[^a-z0-9]+", "-", (first.title or "").lower()).strip("-")
    return "-".join(part for part in (first.published, _short(words), first.key[:8]) if part)


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:41].rpartition("-")[0]


def to_manifest(events: Sequence[Sequence[Source]], folder: Path, home: Path, jsonl: bool) -> Iterator[str]:
    """The lines of a manifest that is to stand in ``home``: a row a source of each event, events in order."""
    if not jsonl:
        yield _csv(COLUMNS)
    folder, home = (Path(os.path.realpath(each)) for each in (folder, home))  # what ".." leads to, whoever is a link
    taken: set[str] = set()
    for sources in events:
        name = event_name(sources)
        while name in taken:  # the same bytes twice, far apart in what surrounds them
            name += "-b"
        taken.add(name)
        for source in sources:
            path = _named(os.path.relpath(folder / source.path, home))
            row = (name, path, source.published, round(source.score, _DIGITS))
            yield f"{json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False)}\n" if jsonl else _csv(row)


def _named(path: str) -> str:
    """A path that no spreadsheet takes for a formula, and whose first letter is no space that would be lost."""
    return f".{os.sep}{path}" if path != path.strip() or path.startswith(("=", "+", "-", "@")) else path


def _csv(row: Sequence[object]) -> str:
    buffer = io.StringIO()
    cells = ["" if cell is None else str(cell) for cell in row]
    broken = any("\r" in cell for cell in cells)  # readers end a line there
    csv.writer(buffer, lineterminator="\n", quoting=csv.QUOTE_ALL if broken else csv.QUOTE_MINIMAL).writerow(cells)
    return buffer.getvalue()
