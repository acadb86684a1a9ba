"""What was found out about one event, as text: its part, which ``store`` keeps.

A part has a row a line: the letter of its table, then its JSON. A page is a row,
too, but as it is: with carriage returns, of which a page has none, for its line
feeds. The first line holds counts, the last one is the mark of its end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from compare.archives.columns import TABLES
from compare.archives.rows import Line
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


def part_of(lines: Sequence[Line]) -> tuple[str, Counts]:
    """The text of a part, and its counts."""
    counts = counts_of(lines)
    return "".join([f"{json.dumps(counts)}\n", *(f"{_LETTERS[table]}{_line(table, row)}\n" for table, row in lines), _END]), counts


def _line(table: str, row: Mapping[str, Any]) -> str:
    if table == PAGE:
        page: str = row[PAGE]
        return page.replace("\n", "\r")
    return encoded(row)


def page_in(line: bytes) -> str:
    """The page in its row."""
    return line[:-1].decode().replace("\r", "\n")


def counts_in(text: str) -> Counts:
    """The counts at the head of the text of a part."""
    return Counts(*json.loads(text.partition("\n")[0]))


def lines_in(text: bytes) -> Iterator[tuple[str, bytes]]:
    """The rows in the text of a part: their table, and their JSON (or the page) with its line feed; ValueError for what is none."""
    _, *lines, end = BytesIO(text)
    if end != _END.encode():
        raise ValueError("the end of a part is missing")
    for line in lines:
        if line[0] not in _NAMES:
            raise ValueError("a row of no table")
        yield _NAMES[line[0]], line[1:]
