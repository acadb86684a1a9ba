"""Where sources lie: files, paths of fsspec, and pages where that is allowed."""

from __future__ import annotations

import builtins
import importlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from compare.archives import places
from compare.archives.places import Unequipped, place_of, read_place
from compare.cli import run
from compare.model import CompareError
from tests.archives.conftest import TEXT

fsspec = pytest.importorskip("fsspec", reason="needs rashomon[cluster]")


def known() -> dict[str, Any]:
    """What fsspec knows of protocols."""
    found: dict[str, Any] = importlib.import_module("fsspec.registry").known_implementations
    return found


class Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(TEXT.format(100, "twelve").encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


PLACES = [
    ("a.txt", "/base/a.txt"), ("/a.txt", "/a.txt"), ("memory://a.txt", "memory://a.txt"), ("s3://b/a.txt", "s3://b/a.txt"),
    ("file:///a.txt", "file:///a.txt"), ("http://a.example/x", "http://a.example/x"), ("a: b.txt", "/base/a: b.txt"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "place"), PLACES)
def test_places(source: str, place: str) -> None:
    assert place_of(Path("/base"), source) == place


def test_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    fsspec.filesystem("memory").pipe("/here/b.txt", b"words")
    for place in (str(tmp_path / "a.txt"), f"file://{tmp_path}/a.txt", "memory://here/b.txt"):
        content = read_place(place)
        assert (content.data, content.source) == (b"words", place)
    monkeypatch.setattr("compare.reading.sources.LARGEST", 4)
    with pytest.raises(CompareError, match="larger than"):
        read_place("memory://here/b.txt")


BAD = [
    ("memory://nowhere.txt", "memory://nowhere.txt: no such file"),
    ("nothing-known://a.txt", "check how it begins"),
    ("https://a.example/a.txt", "allow it with --fetch"),
    ("simplecache::https://a.example/a.txt", "no such file"),
    ("zip://a.txt::https://a.example/a.zip", "an address behind another"),
]


@pytest.mark.parametrize(("place", "said"), BAD, ids=[b[0] for b in BAD])
def test_bad_places(place: str, said: str) -> None:
    with pytest.raises(CompareError, match=said) as caught:
        read_place(place)
    assert "\n" not in str(caught.value)


def test_libraries_that_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(known(), "lacking", {"class": "no_such_library.FS", "err": "install it"})
    with pytest.raises(Unequipped, match="install it"):
        read_place("lacking://a.txt")
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "fsspec":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Unequipped, match=r"rashomon\[cluster\]"):
        read_place("memory://a.txt")


def test_a_file_system_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def info(self, path: str) -> dict[str, int]:
            raise RuntimeError("denied\nby somebody " + "x" * 999)

    monkeypatch.setattr(places, "_found", lambda place: (Failing(), place))
    with pytest.raises(CompareError, match=r"cannot be read \(denied by somebody") as caught:
        read_place("s3://b/a.txt")
    assert len(str(caught.value)) < 400


def test_a_batch_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: str, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    fsspec.filesystem("memory").pipe("/here/a.txt", TEXT.format(100, "eleven").encode())
    Path("m.csv").write_text(f"event,source\nbridge,memory://here/a.txt\nbridge,{server}/b\n")
    assert run(["batch", "m.csv", "-o", "refused", "-q"]) == 2
    assert "--fetch" in json.loads(Path("refused/errors.jsonl").read_text().splitlines()[0])["reason"]
    assert run(["batch", "m.csv", "-o", "private", "-q", "--fetch"]) == 2
    assert "--allow-private" in json.loads(Path("private/errors.jsonl").read_text().splitlines()[0])["reason"]
    assert run(["batch", "m.csv", "-o", "results", "-q", "--fetch", "--allow-private"]) == 0
    found = [json.loads(line) for line in Path("results/accounts.jsonl").read_text().splitlines()]
    assert [row["source"] for row in found] == ["memory://here/a.txt", f"{server}/b"]
    assert "quotation-wording" in Path("results/discrepancies.jsonl").read_text()


def test_a_library_that_is_missing_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(known(), "lacking", {"class": "no_such_library.FS", "err": "install it"})
    Path("m.csv").write_text("event,source\na,lacking://a.txt\na,lacking://b.txt\n")
    assert run(["batch", "m.csv", "-o", "results", "-q"]) == 2
    err = capfd.readouterr().err
    assert err == "rashomon: lacking://a.txt: cannot be read without its library (install it)\n"
