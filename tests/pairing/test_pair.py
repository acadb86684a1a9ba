"""A folder to a manifest: the same whatever was read when, and batch takes it."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from compare.cli import run
from compare.model import CompareError
from compare.pairing import folder as reading
from compare.pairing.folder import files_in
from compare.pairing.index import Read
from compare.pairing.pair import Asked, pair
from tests.pairing.test_events import BRIDGE, BRIDGE_TOO, RECIPE, STRIKE, STRIKE_TOO

STORY = "{}\n\nMarch {}, 2026\n\n{}\n"


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two events, and sources that are none, some of them bad."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "deep").mkdir(parents=True)
    texts = {
        "a.txt": STORY.format("Bridge over the Lenne opens", 9, BRIDGE), "deep/b.md": BRIDGE_TOO, "c, d.txt": STRIKE,
        "deep/e.html": f"<html><title>Walkout</title><body><p>{STRIKE_TOO}</p></body></html>", "f.txt": RECIPE,
        "empty.txt": "", "deep/broken.pdf": "%PDF-1.4 nothing", ".hidden.txt": BRIDGE, "event.toml": "", "g.csv": BRIDGE,
    }  # fmt: skip
    for name, text in texts.items():
        (tmp_path / "in" / name).write_text(text)
    return tmp_path / "in"


def rows(path: str) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_manifest_that_batch_takes(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["pair", "in", "-o", "archive.csv"]) == 2
    out, err = capfd.readouterr()
    lines = err.splitlines()
    assert not out and len(lines) == 3 and all(line.startswith("rashomon: ") for line in lines[:2]), "two could not be read"
    assert "in/deep/broken.pdf" in lines[0] and "in/empty.txt" in lines[1]
    assert lines[2].startswith("7 sources (2 cannot be read), 7 of them opened now: 2 events that two or more tell, 1 source alone.")
    found = rows("archive.csv")
    assert [(row["source"], row["published"]) for row in found] == [
        ("in/a.txt", "2026-03-09"), ("in/deep/b.md", ""), *sorted([("in/c, d.txt", ""), ("in/deep/e.html", "")], key=lambda r: [x["source"] for x in found].index(r[0])),
    ]  # fmt: skip
    assert found[0]["event"] == found[1]["event"] and found[0]["event"].startswith("2026-03-09-bridge-over-the-lenne-opens-")
    assert all(0 < float(row["score"]) <= 1 for row in found)
    assert run(["batch", "archive.csv", "-o", "results", "-q"]) == 0
    assert len(Path("results/comparisons.jsonl").read_text().splitlines()) == 2


def test_no_sources(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    manifest = tmp_path / "archive.csv"
    manifest.write_text("what an earlier run found")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jpg").write_text("")
    assert run(["pair", str(tmp_path / "in"), "-o", str(manifest)]) == 2
    said = capfd.readouterr().err
    assert said.count("\n") == 1 and "no file in it ends as texts do (.docx, " in said
    assert manifest.read_text() == "what an earlier run found"


def test_a_link_that_leads_nowhere(articles: Path) -> None:
    """It is named; links to folders, which may lead in a circle, are passed over."""
    for name, target in (("lost.txt", "nowhere.txt"), ("own.txt", "own.txt"), ("round.txt", "."), ("good.txt", "f.txt")):
        (articles / name).symlink_to(target)
    found = pair(Asked(articles, "archive.csv"))
    assert [path for path, _ in found.faults] == ["deep/broken.pdf", "empty.txt", "lost.txt", "own.txt"] and found.sources == 6


def test_json_lines_and_standard_output(articles: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["pair", "in", "-o", "archive.jsonl", "-q"])
    found = [json.loads(line) for line in Path("archive.jsonl").read_text().splitlines()]
    assert len(found) == 4 and found[1]["published"] is None
    capfd.readouterr()
    run(["pair", "in", "-q"])
    assert capfd.readouterr().out.splitlines()[0] == "event,source,published,score"
    assert not Path("-.index").exists()


def test_only_what_is_new_is_read(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sources that come, go and change, one step at a time: the manifest is that of a run over all."""
    read: list[str] = []
    real = reading._read
    monkeypatch.setattr(reading, "_read", lambda folder, file, limit: read.append(file.path) or real(folder, file, limit))

    def step(expected: list[str]) -> None:
        read.clear()
        found = pair(Asked(articles, "kept.csv"))
        assert sorted(read) == sorted(expected) and found.read == len(expected)
        Path("anew.csv.index").unlink(missing_ok=True)
        pair(Asked(articles, "anew.csv"))
        assert Path("kept.csv").read_bytes() == Path("anew.csv").read_bytes()

    step(["a.txt", "deep/b.md", "c, d.txt", "deep/e.html", "f.txt", "empty.txt", "deep/broken.pdf"])
    step(bad := ["empty.txt", "deep/broken.pdf"])
    (articles / "new.txt").write_text(f"{BRIDGE_TOO} A band played.")
    step(["new.txt", *bad])
    assert len(rows("kept.csv")) == 5
    (articles / "new.txt").write_text(f"{STRIKE} The hospital regrets it.")
    step(["new.txt", *bad])
    (articles / "new.txt").unlink()
    (articles / "deep" / "b.md").rename(articles / "moved.md")
    step(["moved.md", *bad])
    assert len(rows("kept.csv")) == 4


def test_a_limit(articles: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """What takes longer than asked is named; with more it is read, as the next run looks at it again."""
    real = reading.read_source

    def slow(path: str, *args: Any, **given: Any) -> Any:
        if path.endswith("f.txt"):
            time.sleep(0.6)
        return real(path, *args, **given)

    monkeypatch.setattr(reading, "read_source", slow)
    assert run(["pair", "in", "-o", "archive.csv", "-q", "--limit", "0.3"]) == 2
    assert "in/f.txt: took longer than 0.3 seconds and was stopped; give it more with --limit" in capfd.readouterr().err
    assert run(["pair", "in", "-o", "archive.csv", "-q", "--limit", "30"]) == 2
    assert "f.txt" not in capfd.readouterr().err


def test_reports_are_no_sources(articles: Path) -> None:
    """Whoever writes reports beside the sources does not find them in the manifest, nor complaints about them."""
    pair(Asked(articles, "before.csv"))
    assert run(["batch", "before.csv", "-o", "results", "-q", "--html", "in/pages"]) == 0
    assert run(["compare", "in/a.txt", "in/deep/b.md", "-o", "in/report.html"]) == 0
    assert Path("in/pages/index.html").exists()
    found = pair(Asked(articles, "after.csv"))
    assert Path("after.csv").read_bytes() == Path("before.csv").read_bytes()
    assert [path for path, _ in found.faults] == ["deep/broken.pdf", "empty.txt"]


def test_a_fault_that_passes(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes and the moment of change are the same when a disk or a permission is mended: it is read again."""
    real = reading.read_bytes

    def refused(path: str) -> bytes:
        if path.endswith("a.txt"):
            raise CompareError(f"{path}: cannot be read (Permission denied)")
        return real(path)

    with monkeypatch.context() as patched:
        patched.setattr(reading, "read_bytes", refused)
        assert len(pair(Asked(articles, "archive.csv", 1)).faults) == 3
    found = pair(Asked(articles, "archive.csv", 1))
    assert (found.read, len(found.faults), found.events) == (3, 2, 2)


def test_whatever_the_order_and_the_processes(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FEW", 2)
    monkeypatch.setattr(reading, "CHUNK", 2)
    pair(Asked(articles, "one.csv", 1))
    pair(Asked(articles, "three.csv", 3))
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: random.Random(4).sample(found := list(real(path)), len(found)))
    pair(Asked(articles, "shuffled.csv", 1))
    assert Path("one.csv").read_bytes() == Path("three.csv").read_bytes() == Path("shuffled.csv").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="what is patched here reaches processes that are forked")
def test_a_process_that_is_lost(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = reading._read

    def hostile(folder: Path, file: reading.File, limit: float) -> reading.Read:
        if file.path == "f.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return real(folder, file, limit)

    for k in range(12):
        (articles / f"more{k}.txt").write_text(f"{RECIPE} {k}")
    pair(Asked(articles, "whole.csv"))
    monkeypatch.setattr(reading, "_read", hostile)
    monkeypatch.setattr(reading, "FEW", 2)
    monkeypatch.setattr(reading, "CHUNK", 2)
    found = pair(Asked(articles, "lost.csv", 2))
    assert [path for path, _ in found.faults] == ["deep/broken.pdf", "empty.txt", "f.txt"]
    assert found.sources == 16, "all others are read"


def test_killed_and_begun_again(articles: Path) -> None:
    for k in range(300):
        (articles / f"more{k}.txt").write_text(f"{(BRIDGE, STRIKE)[k % 2]} {k}")
    command = [sys.executable, "-m", "compare.cli", "pair", "in", "-q", "-o", "killed.csv"]
    child = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while not Path("killed.csv.index").exists():
        time.sleep(0.01)
    time.sleep(0.1)
    child.kill()
    child.wait()
    pair(Asked(articles, "killed.csv"))
    pair(Asked(articles, "whole.csv"))
    assert Path("killed.csv").read_bytes() == Path("whole.csv").read_bytes()


@pytest.mark.parametrize("damage", ["empty", "broken", "another release", "other tables"])
def test_an_index_that_is_of_no_use(articles: Path, damage: str) -> None:
    before = pair(Asked(articles, "archive.csv", code="a"))
    manifest = Path("archive.csv").read_bytes()
    index = Path("archive.csv.index")
    if damage == "empty":
        index.write_bytes(b"")
    elif damage == "broken":
        index.write_bytes(index.read_bytes()[:100] + b"nonsense" * 999)
    elif damage == "other tables":
        with closing(sqlite3.connect(index)) as base:
            base.executescript("DROP TABLE files; CREATE TABLE files (name)")
    assert pair(Asked(articles, "archive.csv", code="b" if damage == "another release" else "a")) == before
    assert Path("archive.csv").read_bytes() == manifest


@pytest.mark.parametrize("foreign", ["text", "database"])
def test_a_file_of_the_users_where_the_index_is_to_be(articles: Path, foreign: str, capfd: pytest.CaptureFixture[str]) -> None:
    index = Path("archive.csv.index")
    if foreign == "text":
        index.write_text("my own notes\n")
    else:
        with closing(sqlite3.connect(index)) as base:
            base.execute("CREATE TABLE mine (words)")
    before = index.read_bytes()
    assert run(["pair", "in", "-o", "archive.csv"]) == 2
    err = capfd.readouterr().err
    assert err == "rashomon: archive.csv.index: stands where the index is to be, and is none; move it, or name another manifest with -o\n"
    assert index.read_bytes() == before and not Path("archive.csv").exists()


def test_an_index_that_breaks_on_the_way(articles: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr("compare.pairing.index.Index.keep", broken)
    assert run(["pair", "in", "-o", "archive.csv"]) == 2
    err = capfd.readouterr().err
    assert err == "rashomon: archive.csv.index: cannot be used (database disk image is malformed); delete it and begin again\n"


def test_an_index_that_another_program_holds(articles: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    pair(Asked(articles, "archive.csv"))
    before = Path("archive.csv.index").read_bytes()
    real = sqlite3.connect
    monkeypatch.setattr("compare.pairing.index.sqlite3.connect", lambda path, **kept: real(path, timeout=0, **kept))
    with closing(real("archive.csv.index")) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert run(["pair", "in", "-o", "archive.csv"]) == 2
    assert "archive.csv.index: cannot be used (database is locked)" in capfd.readouterr().err
    assert Path("archive.csv.index").read_bytes() == before


BAD = [
    (["pair", "nowhere"], "nowhere: no such folder"),
    (["pair", "in", "-o", "missing/archive.csv"], "missing: No such file"),
    (["pair", "in", "-o", "in"], "in"),
    (["pair", "in", "-o", "archive.parquet"], "archive.parquet: a manifest ends in .csv, .jsonl, .ndjson"),
    (["pair", "in", "--days", "99"], "99"),
    (["pair"], "Missing argument"),
]


@pytest.mark.parametrize(("args", "said"), BAD, ids=[" ".join(b[0]) for b in BAD])
def test_bad_input(articles: Path, capfd: pytest.CaptureFixture[str], args: list[str], said: str) -> None:
    for name in ("empty.txt", "deep/broken.pdf"):
        (articles / name).unlink()
    before = sorted(os.listdir())
    assert run([*args, "-q"]) == 2
    out, err = capfd.readouterr()
    assert said in err and err.count("\n") == 1 and not out
    assert sorted(os.listdir()) == before, "nothing is left behind"


SPREADSHEETS = ["=HYPERLINK(1).txt", "+1.txt", "-1.txt", "@x.txt", "\t=1.txt", "a\rb.txt", "\r=1.txt", "plain.txt"]


@pytest.mark.parametrize("manifest", ["archive.csv", "archive.jsonl"])
@pytest.mark.parametrize("name", SPREADSHEETS)
def test_names_that_a_spreadsheet_would_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, manifest: str) -> None:
    """No cell begins like a formula or falls apart, and the file is found by it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(BRIDGE)
    (tmp_path / "other.txt").write_text(BRIDGE_TOO)
    assert run(["pair", ".", "-o", manifest, "-q"]) == 0
    found = rows(manifest) if manifest.endswith("csv") else [json.loads(line) for line in Path(manifest).read_text().splitlines()]
    assert len(found) == 2 and not any(str(cell).startswith(("=", "+", "-", "@", "\t", "\r")) for row in found for cell in row.values())
    assert {Path(row["source"]).name for row in found} == {name, "other.txt"} and all(Path(row["source"]).is_file() for row in found)
    assert run(["batch", manifest, "-o", "results", "-q"]) == 0


def test_a_manifest_in_a_folder_that_is_a_link(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "far" / "away").mkdir(parents=True)
    (tmp_path / "near").symlink_to(tmp_path / "far" / "away")
    (tmp_path / "linked").symlink_to(articles)
    for folder in ("in", "linked"):
        run(["pair", folder, "-o", "near/archive.csv", "-q"])
        assert all((tmp_path / "near" / row["source"]).is_file() for row in rows("near/archive.csv"))


def test_one_bad_entry(articles: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """It is a fault; all others are in the manifest. What is no text is nobody's business."""
    pair(Asked(articles, "whole.csv"))
    for name in ("loop.txt", "loop"):
        (articles / name).symlink_to(name)
    (articles / "broken.txt").symlink_to("nowhere")
    (articles / "shut").mkdir()
    (articles / "shut" / "in.txt").write_text(BRIDGE)
    real = os.scandir

    def refused(path: Path) -> Any:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refused)
        found = pair(Asked(articles, "archive.csv"))
    assert [(path, said) for path, said in found.faults if path in ("loop.txt", "shut")] == [
        ("loop.txt", f"{articles}/loop.txt: Too many levels of symbolic links; check what it leads to, and its permissions"),
        ("shut", f"{articles}/shut: Permission denied; check what it leads to, and its permissions"),
    ]
    assert len(found.faults) == 5 and Path("archive.csv").read_bytes() == Path("whole.csv").read_bytes()
    found = pair(Asked(articles, "archive.csv"))
    assert len(found.faults) == 4 and found.sources == 6, "what was shut is open now"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems name no path that long")
def test_folders_in_folders(tmp_path: Path) -> None:
    """However deep."""
    at = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=at)
        within = os.open("d", os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = within
    os.close(at)
    unlisted: list[Read] = []
    assert list(files_in(tmp_path, unlisted)) == [] and not unlisted
    subprocess.run(["rm", "-r", str(tmp_path / "d")], check=True)  # rmtree goes down by calling itself


def test_hostile_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in ((" a\n\x1b[2J,\".txt", BRIDGE), ("=b.txt", BRIDGE_TOO)):
        (folder / name).write_text(text)
    if sys.platform == "linux":
        Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text(BRIDGE)
    assert run(["pair", "in", "-o", "in/archive.csv", "-q"]) == (2 if sys.platform == "linux" else 0)
    assert "\x1b" not in capfd.readouterr().err
    assert run(["batch", "in/archive.csv", "-o", "results", "-q"]) == 0
    assert len(Path("results/accounts.jsonl").read_text().splitlines()) == 2
