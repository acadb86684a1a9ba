"""A file with a row a line, its cells parted by commas, semicolons or tabs, to its rows; what is none says why."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TextIO


def read_delimited(file: TextIO, usual: str, needed: Collection[str]) -> Iterator[tuple[int, list[str] | str]]:
    """The line (from 1) in which each row begins, and its cells, or why it has none; the header comes first.

    ``usual`` parts the cells where no other makes a header with the ``needed`` columns.
    """
    delimiter = _delimiter(file.readline(), usual, needed)
    file.seek(0)
    taken: list[str] = []
    reader = csv.reader(_noted(file, taken), delimiter=delimiter)
    while True:
        line = reader.line_num + 1
        taken.clear()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield line, f"not CSV ({error}); mend the line{': is a quotation mark in it never closed?' if len(taken) > 1 else ''}"
            continue
        if cells is None:
            return
        if _unclosed(taken, delimiter):
            yield line, f"the quotation mark opened in line {line} is never closed, and takes in all that follows; close it, or take it out"
        else:
            yield line, cells


def _noted(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


def _unclosed(lines: Sequence[str], delimiter: str) -> bool:
    """Whether the lines of a row end inside quotation marks, which only the last row of a file does."""
    if not sum(line.count('"') for line in lines) % 2:
        return False
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True), None) is None
    except csv.Error as error:
        return "end of data" in str(error)


def _delimiter(header: str, usual: str, needed: Collection[str]) -> str:
    """What stands between the columns that are needed: spreadsheets in half of Europe write semicolons."""
    return next((each for each in (usual, *",;\t") if {*needed} <= {cell.strip(' "\r\n').lower() for cell in header.split(each)}), usual)
