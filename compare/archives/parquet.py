"""Parquet in and out: the only user of pyarrow, which comes with ``rashomon[archive]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.archives.columns import COLUMNS, Column
from compare.model import CompareError

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 1024
"""Rows of a manifest in memory at a time."""

BLOCK = 1 << 19
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
                for row in _rows(batch):
                    yield {names[name]: _plain(value) for name, value in row.items()}
    except (pa.ArrowException, ValueError) as error:
        raise CompareError(f"{path}: cannot be read as Parquet ({str(error).splitlines()[0]}); write it anew") from error


def _rows(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a batch; where a value is none that Python knows, such as a year over 9999, the error stands in its place."""
    try:
        rows: list[dict[str, Any]] = batch.to_pylist()
        return rows
    except (OverflowError, ValueError):
        return [{name: _value(column[k]) for name, column in zip(batch.schema.names, batch.columns, strict=True)} for k in range(batch.num_rows)]


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except (OverflowError, ValueError) as error:
        return error


def _plain(value: Any) -> Any:
    """Dates as ISO has them, bytes as the text they are in files of old writers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value


def write_parquet(lines: Path, path: Path, table: str) -> None:
    """Write the rows of a table that stand in a file of JSON Lines as Parquet; a row group at a time is in memory."""
    import pyarrow as pa
    import pyarrow.parquet as pq
    from pyarrow import json

    pa.set_memory_pool(pa.system_memory_pool())  # the usual one keeps what it had, and grows with the tables
    schema = pa.schema([pa.field(name, _type(column)) for name, column in COLUMNS[table].items()])
    parsing = json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error")
    with lines.open("rb") as file, pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while block := b"".join(file.readlines(BLOCK)):
            data = _HALF.sub(rb"\1\\ufffd", block)
            reading = json.ReadOptions(use_threads=False, block_size=len(data) + 1)
            writer.write_table(json.read_json(pa.BufferReader(data), reading, parsing))


def _type(column: Column) -> pa.DataType:
    import pyarrow as pa

    plain = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64(), "truth": pa.bool_()}
    return plain[column.kind] if column.kind in plain else pa.list_(plain[column.kind[:-1]])
