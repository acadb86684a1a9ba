"""Parts to tables, in the order of the manifest: each table is written beside its place and renamed onto it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from compare.archives.columns import TABLES
from compare.archives.ledger import Ledger, Told
from compare.archives.manifest import Fault
from compare.archives.pages import Pages
from compare.archives.parquet import write_parquet
from compare.archives.parts import PAGE
from compare.archives.rows import Line, error_of, uncompared
from compare.archives.store import lines_of
from compare.model import CompareError
from compare.reporting.layout import encoded

Row = tuple[str, bytes]
"""A table and a row of it: JSON with its line feed."""


def merge(ledger: Ledger, parts: Path, results: Path, parquet: bool = False, pages: Pages | None = None) -> None:
    """The tables in ``results``, and the pages; CompareError where they cannot be written, and the old tables stay.

    Rows of the manifest that are none come first among the errors. Memory is
    that of a part, and with ``parquet`` of a row group. Tables of an
    earlier run that are not written anew are removed: they would not agree with these.
    """
    endings = ("jsonl", "parquet") if parquet else ("jsonl",)
    try:
        with ExitStack() as stack:
            files = {table: stack.enter_context((parts / f"{table}.jsonl").open("wb")) for table in TABLES}
            for table, line in _all(ledger, parts, pages):
                files[table].write(line)
        for table in TABLES if parquet else ():
            write_parquet(parts / f"{table}.jsonl", parts / f"{table}.parquet", table)
        if pages:
            pages.write_index()
        for name in [f"{table}.{ending}" for table in TABLES for ending in endings]:
            _sync(parts / name)
            os.replace(parts / name, results / name)
        if not parquet:
            for table in TABLES:
                (results / f"{table}.parquet").unlink(missing_ok=True)
    except OSError as error:
        raise CompareError(f"{results}: tables cannot be written ({error.strerror}); make room and begin again: what is done stays done") from error


def _sync(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _all(ledger: Ledger, parts: Path, pages: Pages | None) -> Iterator[Row]:
    """Every row of every table; a page is handed over on the way."""
    yield from _lines(error_of(fault) for fault in ledger.faults())
    for number, told in enumerate(ledger.told(), 1):
        rows = list(_rows(told, parts, ledger))
        if pages:
            pages.take(number, told.event, rows)
        yield from (row for row in rows if row[0] != PAGE)


def _rows(told: Told, parts: Path, ledger: Ledger) -> Iterator[Row]:
    if told.part is not None:
        return ((table, _placed(row, ledger.lines_of(told.event)) if table == "errors" else row) for table, row in lines_of(parts, told.part))
    fault = Fault(0, told.event, None, told.reason or "")
    return _lines([uncompared(told.event), error_of(fault)])


def _placed(row: bytes, lines: Sequence[int]) -> bytes:
    """An error of a part with the line of the manifest in place of the number of the event's row."""
    told = json.loads(row)
    ((_, placed),) = _lines([("errors", {**told, "line": lines[told["line"] - 1] or None})])
    return placed


def _lines(rows: Iterable[Line]) -> Iterator[Row]:
    return ((table, f"{encoded(row)}\n".encode("utf-8", "backslashreplace")) for table, row in rows)
