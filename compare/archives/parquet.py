"""Parquet in and out: the only user of pyarrow, which comes with ``rashomon[archive]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.archives.columns import COLUMNS, Column
from compare.model import CompareError

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 1024
"""Rows of a manifest in memory at a time."""

BLOCK = 4 << 20
"""Bytes of JSON Lines that become one row group: enough to be read fast, few enough to keep memory flat."""

_HALF = re.compile(rb"(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
"""Half a character, which JSON can hold and Parquet cannot."""


def installed() -> bool:
    """Whether Parquet can be read and written; imports nothing."""
    return find_spec("pyarrow") is not None


def need(what: str) -> None:
    """Nothing; CompareError where pyarrow is not installed."""
    if not installed():
        raise CompareError(f"{what}: Parquet needs pyarrow, which is not installed; pip install 'rashomon[archive]'")


def read_cells(path: Path, wanted: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The columns of a row that are wanted, by their names in small letters, row after row; CompareError where that cannot be."""
    need(str(path))
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            names = {name: name.strip().lower() for name in file.schema_arrow.names}
            yield dict.fromkeys(names.values())  # the header
            columns = [name for name, plain in names.items() if plain in wanted]
            for batch in file.iter_batches(BATCH, columns=columns, use_threads=False):
                for row in batch.to_pylist():
                    yield {names[name]: _plain(value) for name, value in row.items()}
    except (pa.ArrowException, ValueError) as error:
        raise CompareError(f"{path}: cannot be read as Parquet ({str(error).splitlines()[0]}); write it anew") from error


def _plain(value: Any) -> Any:
    """Dates as ISO has them, bytes as the text they are in files of old writers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value


class ParquetTable:
    """A table that is written as its rows come, as lines of JSON; a row group at a time is in memory."""

    def __init__(self, path: Path, table: str) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._schema = pa.schema([pa.field(name, _type(column)) for name, column in COLUMNS[table].items()])
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._lines: list[bytes] = []
        self._size = 0

    def write(self, line: bytes) -> None:
        """Take a row: an object of JSON with its line feed."""
        self._lines.append(line)
        self._size += len(line)
        if self._size >= BLOCK:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if not self._lines:
            return
        from pyarrow import json

        data = _HALF.sub(rb"\1\\ufffd", b"".join(self._lines))
        table = json.read_json(
            BytesIO(data),
            json.ReadOptions(use_threads=False, block_size=len(data) + 1),
            json.ParseOptions(explicit_schema=self._schema, unexpected_field_behavior="error"),
        )
        self._writer.write_table(table)
        self._lines, self._size = [], 0


def _type(column: Column) -> pa.DataType:
    import pyarrow as pa

    plain = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "truth": pa.bool_()}
    return plain[column.kind] if column.kind in plain else pa.list_(plain[column.kind[:-1]])
