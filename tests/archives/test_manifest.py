"""Manifests to rows: CSV, JSON Lines, folders; what is no row is a fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.archives.manifest import Fault, Row, read_manifest
from compare.model import CompareError

KINDS = {
    "m.csv": "event,source\nb,a.txt\n",
    "tabs.tsv": "event\tsource\nb\ta.txt\n",
    "bom.csv": "\ufeffEvent, source,more\nb,a.txt,x\n\n ,\n",
    "semicolons.csv": '"event";"source"\r\nb;a.txt\r\n',
    "tabs.csv": "source\tevent\tlabel\na.txt\tb\t\n",
    "quoted.csv": 'source,event\r\n"a.txt","b"\r\n',
    "m.jsonl": '{"event": "b", "source": "a.txt", "other": [1]}\n\n',
    "odd.name": '{"source": "a.txt", "event": "b", "label": null}',
}


@pytest.mark.parametrize("name", KINDS)
def test_one_row(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(KINDS[name], encoding="utf-8", newline="")
    (row,) = read_manifest(path)
    assert isinstance(row, Row) and (row.event, row.source, row.label) == ("b", "a.txt", None)


def test_what_is_known_of_a_source(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text('event,source,label,published,url\n7,a.txt,"A, B",2007-07-02T10:00:00Z,https://a.example/x\n')
    assert list(read_manifest(path)) == [Row(2, "7", "a.txt", "A, B", "2007-07-02", "https://a.example/x")]
    (tmp_path / "m.jsonl").write_text('{"event": 7, "source": "a.txt", "published": "2007-07-02"}')
    assert list(read_manifest(tmp_path / "m.jsonl")) == [Row(1, "7", "a.txt", published="2007-07-02")]


FAULTS = [
    ("m.csv", "event,source\n,a.txt\n", "no event"),
    ("m.csv", "event,source\nb\n", "no source"),
    ("m.csv", "event,source\nb,a.txt,c\n", "3 cells under 2 columns"),
    ("m.csv", "event,source,published\nb,a.txt,yesterday\n", "'yesterday' is no date"),
    ("m.csv", "event,source\nb," + "x" * 200_000 + "\n", "not CSV"),
    ("m.csv", f"event,source\n{'x' * 1001},a.txt\n", "event has 1,001 characters; name it with 1,000 or fewer"),
    ("m.jsonl", '{"event": "g", "source": "g.txt"}\n{"event": "b"\n', "not JSON"),
    ("m.jsonl", '{"event": "g", "source": "g.txt"}\n["b", "a.txt"]\n', "not an object"),
    ("m.jsonl", '{"event": "g", "source": "g.txt"}\n{"event": ["b"], "source": "a.txt"}\n', "event must be text"),
    ("m.jsonl", '{"event": "g", "source": "g.txt"}\n{"event": "\\ud800", "source": "a.txt"}\n', "half a character"),
]


@pytest.mark.parametrize(("name", "text", "reason"), FAULTS, ids=[f[2] for f in FAULTS])
def test_a_row_that_is_none(tmp_path: Path, name: str, text: str, reason: str) -> None:
    path = tmp_path / name
    after = '{"event": "z", "source": "z.txt"}\n' if name.endswith("l") else "z,z.txt\n"
    path.write_text(text + after, encoding="utf-8")
    *_, fault, last = read_manifest(path)
    assert isinstance(fault, Fault) and reason in fault.reason and fault.line == 2
    assert isinstance(last, Row) and last.event == "z"


BROKEN = [
    (b"", "has no column event"),
    (b"evnt,source\nb,a.txt\n", "did you mean evnt? A manifest begins"),
    (b"x,y\n", "there are x, y. A manifest begins"),
    (b"event|source\nb|a.txt\n", "parted by commas, semicolons or tabs"),
    ("event,source\n".encode("utf-16"), "not UTF-8 but UTF-16"),
    ("event,source\n".encode("utf-16-be"), "not UTF-8 but UTF-16"),
    (b"event,event,source\n", "twice"),
    (b'[{"event": "b", "source": "a.txt"}]', "a JSON array"),
    (b"PAR1\x00\x00", "Parquet"),
    (b"PK\x03\x04\x00", "neither CSV nor JSON Lines nor Parquet"),
    (b"event,source\nb,a\xff.txt\n", "not UTF-8"),
]


@pytest.mark.parametrize(("data", "reason"), BROKEN, ids=[b[1] for b in BROKEN])
def test_what_is_no_manifest(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes(data)
    with pytest.raises(CompareError, match=r"m\.csv") as caught:
        list(read_manifest(path))
    assert reason in str(caught.value) and "\n" not in str(caught.value)


def test_folders_of_events(tmp_path: Path) -> None:
    for name in ("one/b.txt", "one/a.txt", "one/picture.png", "two/c.txt", "two/d.txt", "three/e.txt", "four/x.png", ".git/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Told.")
    (tmp_path / "two/event.toml").write_text('[[source]]\nfile = "d.txt"\n')
    (tmp_path / "three/event.toml").write_text("title = ")
    found = list(read_manifest(tmp_path))
    assert [row.source for row in found if isinstance(row, Row)] == ["one/a.txt", "one/b.txt", "two/d.txt"]
    assert [fault.event for fault in found if isinstance(fault, Fault)] == ["four", "three"]


def test_a_folder_without_events(tmp_path: Path) -> None:
    with pytest.raises(CompareError, match="no event folders") as caught:
        list(read_manifest(tmp_path))
    assert "pair" not in str(caught.value)
    (tmp_path / "a.txt").write_text("Told.")
    with pytest.raises(CompareError, match="rashomon pair "):
        list(read_manifest(tmp_path))


@pytest.mark.parametrize(("rows", "line"), [('a,a.txt\nb,"b.txt\nc,c.txt\n', 3), ('a,a.txt\nb,"b\nb.txt"\nc,"c.txt\n\n', 5)])
def test_a_quotation_mark_that_is_never_closed(tmp_path: Path, rows: str, line: int) -> None:
    path = tmp_path / "m.csv"
    path.write_text(f"event,source\n{rows}")
    *before, fault = read_manifest(path)
    assert all(isinstance(row, Row) for row in before) and isinstance(fault, Fault)
    assert fault.line == line and f"opened in line {line} is never closed" in fault.reason


def test_quotation_marks_that_open_nothing(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text('event,source\n5" pipe,a.txt\n"5"" pipe",a.txt\n"5"" pipe","b\n""c.txt"\n')
    assert [(row.event, row.source) for row in read_manifest(path)] == [('5" pipe', "a.txt")] * 2 + [('5" pipe', 'b\n"c.txt')]


def test_a_mark_that_takes_in_more_than_a_cell_holds(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text('event,source\nb,"' + "x,y.txt\n" * 20_000)
    fault = next(iter(read_manifest(path)))
    assert isinstance(fault, Fault) and fault.line == 2 and "quotation mark" in fault.reason
