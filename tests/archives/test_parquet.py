"""Parquet in and out: the rows are those of the JSON Lines, and other programs open both as they are."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from compare.archives import parquet
from compare.archives.columns import COLUMNS, TABLES
from compare.archives.manifest import Fault, Row, read_manifest
from compare.archives.parquet import write_parquet
from compare.cli import run
from compare.model import CompareError

TEXT = """\
The new bridge over the Lenne was opened to traffic on Monday morning before {} people, two in three from Kloster.

"We have waited {} years for this bridge, and nobody will have to take the ferry again," Mayor Ada Holm said.
"""


def library(name: str) -> Any:
    """A library of the extra for tests."""
    try:
        return import_module(name)
    except ImportError:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of three events, one of them with a source that is not there."""
    library("pyarrow")
    folder = tmp_path_factory.mktemp("archive")
    rows = []
    for event, years in (("1", "twelve"), ("2", "eleven"), ("gone", "ten")):
        for side, words in (("a", "eleven"), ("b", years)):
            (folder / f"{event}{side}.txt").write_text(TEXT.format(100, words))
            rows.append({"event": event, "source": f"{event}{side}.txt", "published": "2026-03-09"})
    (folder / "goneb.txt").unlink()
    (folder / "m.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    assert run(["batch", str(folder / "m.jsonl"), "-o", str(folder / "results"), "-q"]) == 2
    return folder / "results"


def lines(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text().splitlines()]


KINDS: dict[str, type] = {"text": str, "whole": int, "number": float, "truth": bool, "texts": list, "wholes": list}


@pytest.mark.parametrize("table", TABLES)
def test_rows_keep_to_the_schema(results: Path, table: str) -> None:
    rows = lines(results, table)
    assert rows
    for row in rows:
        assert list(row) == list(COLUMNS[table])
        for name, column in COLUMNS[table].items():
            value = row[name]
            assert (value is None and column.null) or type(value) is KINDS[column.kind], (name, value)
            assert all(type(each) is KINDS[column.kind[:-1]] for each in value) if isinstance(value, list) else True


@pytest.mark.parametrize("table", TABLES)
def test_both_hold_the_same_rows(results: Path, table: str) -> None:
    read = library("pyarrow.parquet").read_table(results / f"{table}.parquet")
    assert read.schema.names == list(COLUMNS[table]) and read.to_pylist() == lines(results, table)


def test_duckdb(results: Path) -> None:
    duckdb = library("duckdb")
    for ending in ("parquet", "jsonl"):
        query = (
            f"SELECT d.kind, a.label, r.text FROM '{results}/discrepancies.{ending}' d JOIN '{results}/readings.{ending}' r USING (discrepancy)"
            f" JOIN '{results}/accounts.{ending}' a ON (a.event = r.event AND a.account = r.account) WHERE d.severity = 'error' ORDER BY a.label"
        )
        assert duckdb.sql(query).fetchall() == [("quotation-wording", "1a", "eleven"), ("quotation-wording", "1b", "twelve")]


def test_pandas(results: Path) -> None:
    pandas = library("pandas")
    for table in TABLES:
        assert len(pandas.read_parquet(results / f"{table}.parquet")) == len(lines(results, table))
        assert len(pandas.read_json(results / f"{table}.jsonl", lines=True, dtype=False)) == len(lines(results, table))
    found = pandas.read_parquet(results / "discrepancies.parquet").merge(pandas.read_parquet(results / "readings.parquet"), on="discrepancy")
    assert list(found[found.severity == "error"].text) == ["eleven", "twelve"]


def test_polars(results: Path) -> None:
    polars = library("polars")
    for table in TABLES:
        columns = polars.read_parquet(results / f"{table}.parquet")
        assert columns.columns == list(COLUMNS[table])
        assert columns.to_dicts() == lines(results, table) == polars.read_ndjson(results / f"{table}.jsonl").to_dicts()


HOSTILE = ["a\\ud800b", "\ud800 half", "\\\\ud800", "\x00\x1b[31m\u2028\u202e", '"', "", "\U0001f309"]


def test_any_text_and_many_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pq = library("pyarrow.parquet")
    from compare.reporting.layout import encoded

    monkeypatch.setattr(parquet, "BLOCK", 200)
    rows = [{"event": text, "source": None, "line": None, "reason": text} for text in HOSTILE]
    (tmp_path / "t.jsonl").write_bytes(b"".join(f"{encoded(row)}\n".encode("utf-8", "backslashreplace") for row in rows))
    write_parquet(tmp_path / "t.jsonl", tmp_path / "t.parquet", "errors")
    with pq.ParquetFile(tmp_path / "t.parquet") as file:
        assert file.num_row_groups > 1
        kept = [row["reason"] for row in file.read().to_pylist()]
    assert kept == [text.replace("\ud800", "\ufffd") for text in HOSTILE]


def test_a_manifest(tmp_path: Path) -> None:
    pa, pq = library("pyarrow"), library("pyarrow.parquet")
    import datetime as dt

    columns = {
        "Event": pa.array([7, 7, None]), "source": pa.array(["a.txt", "b.txt", "c.txt"]).dictionary_encode(), "label": pa.array([b"A", None, None]),
        "published": pa.array([dt.date(2007, 7, 2), dt.date(2007, 7, 3), None]), "other": pa.array([[1], [], None]),
    }  # fmt: skip
    pq.write_table(pa.table(columns), tmp_path / "m.parquet", row_group_size=2)
    first, second, none = read_manifest(tmp_path / "m.parquet")
    assert first == Row(1, "7", "a.txt", "A", "2007-07-02") and second == Row(2, "7", "b.txt", None, "2007-07-03")
    assert not isinstance(none, Row) and (none.line, none.reason) == (3, "no event; name one")
    pq.write_table(pa.table({"evnt": ["a"], "source": ["b"]}), tmp_path / "m.parquet")
    with pytest.raises(CompareError, match="has no column event"):
        list(read_manifest(tmp_path / "m.parquet"))


@pytest.mark.parametrize("unit", ["s", "us"])
def test_a_day_that_no_calendar_has(tmp_path: Path, unit: str) -> None:
    """It is a fault of its row; all others are read."""
    pa, pq = library("pyarrow"), library("pyarrow.parquet")
    days = pa.array([1183334400, 10**12, None]).cast(pa.timestamp("s")).cast(pa.timestamp(unit))
    pq.write_table(pa.table({"event": ["e"] * 3, "source": ["a.txt", "b.txt", "c.txt"], "published": days}), tmp_path / "m.parquet")
    first, bad, last = read_manifest(tmp_path / "m.parquet")
    assert first == Row(1, "e", "a.txt", None, "2007-07-02") and last == Row(3, "e", "c.txt")
    assert isinstance(bad, Fault) and bad.line == 2 and bad.reason.startswith("published cannot be read (")


def test_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """One line says what is missing; without being asked for, Parquet is not written."""
    monkeypatch.setattr(parquet, "installed", lambda: False)
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        Path(f"{name}.txt").write_text(TEXT.format(1, name))
    Path("m.csv").write_text("event,source\ne,a.txt\ne,b.txt\n")
    Path("m.parquet").write_bytes(b"PAR1")
    for args in (["m.parquet"], ["m.csv", "--parquet"]):
        assert run(["batch", *args, "-o", "results"]) == 2
        out, err = capfd.readouterr()
        assert "rashomon[archive]" in err and err.count("\n") == 1 and not out
    assert sorted(os.listdir()) == ["a.txt", "b.txt", "m.csv", "m.parquet"]
    assert run(["batch", "m.csv", "-o", "results"]) == 0
    assert not list(Path("results").glob("*.parquet"))


def test_tables_of_an_earlier_run_do_not_stay(results: Path, tmp_path: Path) -> None:
    manifest = results.parent / "m.jsonl"
    assert run(["batch", str(manifest), "-o", str(tmp_path), "-q", "--parquet"]) == 2
    assert (tmp_path / "links.parquet").read_bytes() == (results / "links.parquet").read_bytes()
    assert run(["batch", str(manifest), "-o", str(tmp_path), "-q", "--no-parquet"]) == 2
    assert sorted(os.listdir(tmp_path)) == sorted(f"{table}.jsonl" for table in TABLES)


def test_imported_only_where_it_is_needed() -> None:
    import subprocess

    code = "import compare.archives.batch, compare.archives.parquet, sys; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
