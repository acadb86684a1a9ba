"""Where sources lie: files, paths of fsspec, and pages where that is allowed."""

from __future__ import annotations

import builtins
import importlib
import json
import os
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

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
    ("nothing-known://a.txt", "nothing-known:// is not read here; name a file"),
    ("https://a.example/a.txt", "allow it with --fetch"),
    ("simplecache::https://a.example/a.txt", "no such file"),
    ("webhdfs://127.0.0.1:9/x", "webhdfs:// is not read here"),
    ("github://a:b@main/x.txt", "github:// is not read here"),
    ("ftp://127.0.0.1/x.txt", "ftp:// is not read here"),
    ("reference://x.txt::file:///refs.json", "reference:// is not read here"),
    ("zip://a.txt::reference://x.zip::file:///refs.json", "reference:// is not read here"),
    ("zip://a.txt::filecache::s3://a/b.zip", "filecache:// is not read here"),
    ("zip://a.txt::webhdfs", "webhdfs:// is not read here"),
    ("file:///dev/null", "a pipe or a device"),
    ("/dev/null", "a pipe or a device"),
    ("zip://a.txt::file:///dev/null", "a pipe or a device"),
    ("zip://a.txt::https://a.example/a.zip", "https:// is not read here"),
]


@pytest.mark.parametrize(("place", "said"), BAD, ids=[b[0] for b in BAD])
def test_bad_places(place: str, said: str) -> None:
    with pytest.raises(CompareError, match=said) as caught:
        read_place(place)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("place", ["webhdfs://a.example/x", "reference://x.txt::memory://refs.json", "zip://a.txt::https://a.example/a.zip"])
def test_what_is_refused_is_never_opened(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With ``fetching`` or without: a file system would have made requests by the time it could be looked at."""
    monkeypatch.setattr("fsspec.core.url_to_fs", lambda _: pytest.fail("was opened"))
    for fetching in (False, True):
        with pytest.raises(CompareError, match="is not read here") as caught:
            read_place(place, fetching, allow_private=True)
        assert not isinstance(caught.value, Unequipped), "other rows are read"


def test_a_file_in_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("a.txt", "words")
    fsspec.filesystem("memory").pipe("/b.zip", (tmp_path / "a.zip").read_bytes())
    for place in (f"zip://a.txt::file://{tmp_path}/a.zip", f"zip://a.txt::{tmp_path}/a.zip", "zip://a.txt::memory://b.zip"):
        assert read_place(place).data == b"words"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    for place in (f"{tmp_path}/a.txt", f"file://{tmp_path}/a.txt", f"zip://b::local://{tmp_path}/a.txt"):
        with pytest.raises(CompareError, match="a pipe or a device, not a file; save the text"):
            read_place(place)


def test_libraries_that_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(known(), "s3", {"class": "no_such_library.FS", "err": "no library"})
    with pytest.raises(Unequipped, match=r"no library.*pip install s3fs"):
        read_place("s3://b/a.txt")
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

    monkeypatch.setattr(places, "_found", lambda place, _: (Failing(), place))
    with pytest.raises(CompareError, match=r"cannot be read \(denied by somebody") as caught:
        read_place("s3://b/a.txt")
    assert len(str(caught.value)) < 400


def test_a_store_like_s3(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its reader takes a version before the range, and has no range of an empty file to give; seen on s3fs."""

    class Store(fsspec.get_filesystem_class("memory")):  # type: ignore[misc]
        store: ClassVar[dict[str, Any]] = {}

        def cat_file(self, path: str, version_id: str | None = None, start: int | None = None, end: int | None = None) -> bytes:
            data: bytes = super().cat_file(path)
            assert version_id is None
            if start is not None and start >= len(data):
                raise OSError(22, "The requested range is not satisfiable")
            return data[start:end]

    store = Store()
    store.pipe("/b/a.txt", TEXT.format(100, "twelve").encode())
    store.pipe("/b/empty.txt", b"")
    store.pipe("/b/folder/a.txt", b"Text.")
    monkeypatch.setattr(fsspec.core, "url_to_fs", lambda place: (store, place.removeprefix("s3:/")))
    assert read_place("s3://b/a.txt").data == TEXT.format(100, "twelve").encode()
    assert read_place("s3://b/empty.txt").data == b""
    with pytest.raises(CompareError, match="s3://b/folder: a folder, not a file; name the files in it"):
        read_place("s3://b/folder")


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
    monkeypatch.setitem(known(), "s3", {"class": "no_such_library.FS", "err": "no library"})
    Path("m.csv").write_text("event,source\na,s3://b/a.txt\na,s3://b/b.txt\n")
    assert run(["batch", "m.csv", "-o", "results", "-q"]) == 2
    err = capfd.readouterr().err
    assert err == "rashomon: s3://b/a.txt: cannot be read without its library (no library); pip install s3fs, or name files\n"


def test_a_place_that_is_refused_is_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, years in (("a", "ten"), ("b", "nine")):
        Path(f"{name}.txt").write_text(TEXT.format(100, years))
    Path("m.csv").write_text("event,source\na,webhdfs://127.0.0.1:9/x\nb,a.txt\nb,b.txt\nb,nothing-known://x\n")
    assert run(["batch", "m.csv", "-o", "results", "-q"]) == 2
    found = [json.loads(line) for line in Path("results/comparisons.jsonl").read_text().splitlines()]
    assert [row["compared"] for row in found] == [False, True]
    assert len(Path("results/errors.jsonl").read_text().splitlines()) == 2
