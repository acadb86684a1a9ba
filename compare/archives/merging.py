"""Parts to tables, in the order of the manifest: each table is written beside its place and renamed onto it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from compare.archives.ledger import Ledger
from compare.archives.manifest import Fault
from compare.archives.parts import lines_of
from compare.archives.rows import TABLES, Line, error_of, uncompared
from compare.model import CompareError
from compare.reporting.layout import encoded


def merge(ledger: Ledger, parts: Path, results: Path) -> None:
    """The tables in ``results``; CompareError where they cannot be written, and the old ones stay.

    Rows of the manifest that are none come first among the errors. No more than
    one row is in memory.
    """
    try:
        beside = {table: parts / f"{table}.jsonl" for table in TABLES}
        with ExitStack() as stack:
            files = {table: stack.enter_context(path.open("wb")) for table, path in beside.items()}
            for table, line in _all(ledger, parts):
                files[table].write(line)
            for file in files.values():
                file.flush()
                os.fsync(file.fileno())
        for path in beside.values():
            os.replace(path, results / path.name)
    except OSError as error:
        raise CompareError(f"{results}: tables cannot be written ({error.strerror}); make room and begin again: what is done stays done") from error


def _all(ledger: Ledger, parts: Path) -> Iterator[tuple[str, bytes]]:
    yield from _lines(error_of(fault) for fault in ledger.faults())
    for told in ledger.told():
        if told.part is not None:
            yield from lines_of(parts, told.part)
        else:
            fault = Fault(0, told.event, None, told.reason or "")
            yield from _lines([uncompared(told.event), error_of(fault)])


def _lines(rows: Iterable[Line]) -> Iterator[tuple[str, bytes]]:
    return ((table, f"{encoded(row)}\n".encode("utf-8", "backslashreplace")) for table, row in rows)
