"""What was found out about one event, on disk: named by all it depends on, whole or not there.

A part has a row a line: the letter of its table, then its JSON; a page is a row,
too. The first line holds counts, the last one is the mark of its end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from compare.archives.columns import TABLES
from compare.archives.rows import Line
from compare.model import CompareError
from compare.output import PART
from compare.reporting.layout import encoded

PAGE = "page"
"""The event's page among the rows of a part, in the field of that name."""

_LETTERS = {table: chr(ord("a") + k) for k, table in enumerate((*TABLES, PAGE))}
_NAMES = {ord(letter): table for table, letter in _LETTERS.items()}
_END = ".\n"


class Counts(NamedTuple):
    """Of one event, or of a whole run: ``events`` that were compared, and rows of the other tables."""

    compared: int = 0
    links: int = 0
    error: int = 0
    warning: int = 0
    note: int = 0
    faults: int = 0

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))


def counts_of(lines: Iterable[Line]) -> Counts:
    """What there is among the rows of an event."""
    found = Counts()
    for table, row in lines:
        if table == "comparisons":
            found = found.plus(Counts(int(row["compared"]), row["links"], row["errors"], row["warnings"], row["notes"]))
        elif table == "errors":
            found = found.plus(Counts(faults=1))
    return found


def part_path(folder: Path, name: str) -> Path:
    """Where a part lies."""
    return folder / name[:2] / name[2:]


def part_of(lines: Sequence[Line]) -> tuple[str, Counts]:
    """The text of a part, and its counts."""
    counts = counts_of(lines)
    return "".join([f"{json.dumps(counts)}\n", *(f"{_LETTERS[table]}{encoded(row)}\n" for table, row in lines), _END]), counts


def keep_part(folder: Path, name: str, text: str) -> None:
    """Write the text of a part to its place; CompareError where that cannot be."""
    path = part_path(folder, name)
    beside = path.with_name(f"{path.name}.{os.getpid()}{PART}")
    data = text.encode("utf-8", "backslashreplace")
    try:
        try:
            beside.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
        os.replace(beside, path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise CompareError(f"{folder}: cannot be written ({error.strerror}); make room and begin again: what is done stays done") from error


def counts_in(text: str) -> Counts:
    """The counts at the head of the text of a part."""
    return Counts(*json.loads(text.partition("\n")[0]))


def read_counts(folder: Path, name: str) -> Counts | None:
    """The counts of a part that is there and whole, else None."""
    try:
        with part_path(folder, name).open("rb") as file:
            first = file.readline()
            file.seek(-len(_END), 2)
            return Counts(*json.loads(first)) if file.read() == _END.encode() else None
    except (OSError, ValueError, TypeError):
        return None


def lines_of(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """The rows of a part: their table, and their JSON with its line feed."""
    with part_path(folder, name).open("rb") as file:
        next(file)
        for line in file:
            if line != _END.encode():
                yield _NAMES[line[0]], line[1:]
