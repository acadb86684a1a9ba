"""Manifests to tables: whole, joinable, the same bytes however they came about; bad sources are rows."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compare.archives import event, workers
from compare.archives.batch import PARTS, Asked, run_batch
from compare.archives.columns import TABLES
from compare.archives.event import Task
from compare.archives.manifest import Row
from compare.archives.store import FILE, lines_of, names_of
from compare.cli import run
from compare.locking import alone_in
from compare.model import CompareError
from tests.archives.conftest import TEXT, write_archive

FILES = sorted(f"{table}.jsonl" for table in TABLES)
PARQUET = sorted(f"{table}.parquet" for table in TABLES)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A manifest of thirty events, their rows apart from each other; some are bad."""
    monkeypatch.chdir(tmp_path)
    return write_archive(tmp_path)


def table(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text().splitlines()]


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def tables(folder: Path) -> dict[str, bytes]:
    """The bytes of the tables; nothing else is left."""
    assert sorted(path.name for path in folder.iterdir()) in (FILES, sorted([*FILES, *PARQUET]))
    return files_in(folder)


def test_tables(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", "archive.csv", "-o", "results"]) == 2
    out, err = capfd.readouterr()
    assert "31 events: 28 compared, 3 not." in out and "8 rows in errors.jsonl" in out and not err
    results = Path("results")
    tables(results)
    events = [f"event-{k}" for k in range(30)] + ["alone"]
    compared = table(results, "comparisons")
    assert [row["event"] for row in compared] == events, "in the order of the manifest"
    assert [row["event"] for row in compared if not row["compared"]] == ["event-5", "event-6", "alone"]
    errors = table(results, "errors")
    assert [(row["event"], row["source"], row["line"]) for row in errors] == [
        (None, "nowhere.txt", 64), ("event-5", "5-1.txt", 37), ("event-5", None, 7), ("event-6", "6-1.txt", 38), ("event-6", None, 8),
        ("event-7", "gone.txt", 62), ("event-8", "8-0.txt", 63), ("alone", None, 65),
    ]  # fmt: skip
    assert all(row["reason"] and "\n" not in row["reason"] for row in errors)
    found = table(results, "discrepancies")
    wording = [row for row in found if row["kind"] == "quotation-wording"]
    assert len(wording) == 28 and sum(row["severity"] == "error" for row in found) == sum(row["errors"] for row in compared)


def test_tables_join(archive: Path) -> None:
    run(["batch", "archive.csv", "-o", "results", "-q"])
    results = Path("results")
    accounts = {(row["event"], row["account"]): row for row in table(results, "accounts")}
    assert len(accounts) == len(table(results, "accounts")) == 60 - 2 + 1
    found = {row["discrepancy"]: row for row in table(results, "discrepancies")}
    assert len(found) == len(table(results, "discrepancies"))
    readings = table(results, "readings")
    assert len(readings) == sum(row["readings"] for row in found.values())
    for row in readings:
        account = accounts[row["event"], row["account"]]
        assert found[row["discrepancy"]]["event"] == row["event"] and row["text"] in row["context"]
        assert Path(account["source"]).read_text()[row["start"] : row["end"]] == row["text"]
    links = table(results, "links")
    assert len({row["link"] for row in links}) == len(links) >= 28
    assert all((row["event"], row[side]) in accounts for row in links for side in ("left", "right"))
    assert {row["label"] for row in accounts.values()} == {"Courier", "Herald", "9-0"}


def test_the_documented_columns(archive: Path) -> None:
    run(["batch", "archive.csv", "-o", "results", "-q"])
    page = (Path(__file__).resolve().parents[2] / "docs" / "archives.md").read_text()
    for name in TABLES:
        section = page.split(f"`{name}.jsonl`: ")[1].split(".jsonl`: ")[0].split("\n\n## ")[0]
        cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
        columns = {word.strip(" `") for cell in cells for word in cell.split(",")}
        assert all(set(row) == columns for row in table(Path("results"), name)), name


@pytest.mark.parametrize("jobs", [2, 5])
def test_any_number_of_processes(archive: Path, jobs: int) -> None:
    for number in (1, jobs):
        run_batch(Asked(archive, Path(f"by-{number}"), number))
    assert tables(Path("by-1")) == tables(Path(f"by-{jobs}"))


def test_killed_and_gone_on_with(archive: Path) -> None:
    """Twelve times at random, and begun again: the same tables as those of an unbroken run."""
    command = [sys.executable, "-m", "compare.cli", "batch", "archive.csv", "-q", "--jobs", "2", "-o"]
    begun = time.monotonic()
    assert subprocess.run([*command, "whole"], check=False).returncode == 2
    length = time.monotonic() - begun
    chance = random.Random(8)
    seen = set()
    for _ in range(12):
        child = subprocess.Popen([*command, "broken"])
        time.sleep(chance.uniform(0.3, 0.9) * length)
        child.kill()
        child.wait()
        seen.add(len(names_of(Path("broken") / PARTS)))
    assert len(seen) > 1, "killed at many moments"
    assert subprocess.run([*command, "broken"], check=False).returncode == 2
    assert tables(Path("broken")) == tables(Path("whole"))


def test_what_is_done_is_not_done_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise CompareError("full")

    with monkeypatch.context() as patched:
        patched.setattr("compare.archives.batch.merge", stop)
        with pytest.raises(CompareError, match="full"):
            run_batch(Asked(archive, Path("results"), 1))
    Path("0-0.txt").write_text(TEXT.format(3, "nine"))
    real = workers.do_event

    def watched(event: str, rows: Any, task: Task) -> Any:
        before = names_of(task.parts)
        name, counts = real(event, rows, task)
        after = names_of(task.parts)
        with open("log", "a") as log:
            log.write("".join(f"{event}\n" for name in after if before.get(name) != after[name]))
        return name, counts

    monkeypatch.setattr(workers, "do_event", watched)
    run_batch(Asked(archive, Path("results"), 1))
    written = Path("log").read_text().split()
    assert written == ["event-0"], "what has changed"
    run_batch(Asked(archive, Path("anew"), 1))
    assert tables(Path("results")) == tables(Path("anew"))


def test_kept_for_the_next_run(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """An archive that grows: only what is new is compared, the tables are those of a run over everything, and nothing old piles up."""
    assert run(["batch", "archive.csv", "-o", "results", "--keep", "-q"]) == 2
    parts = Path("results") / PARTS
    before = names_of(parts)
    (parts / "links.parquet").write_text("left by a run that was ended")
    Path("0-0.txt").write_text(TEXT.format(3, "nine"))
    header, _, rows = archive.read_text().partition("\n")
    archive.write_text(f"{header}\nnew,1-0.txt,\nnew,2-1.txt,\n{rows}")  # all others stand on other lines now
    capfd.readouterr()
    assert run(["batch", "archive.csv", "-o", "results", "--keep"]) == 2
    after = names_of(parts)
    assert f"\n{len(before) - 1} events of these had been compared before: taken over." in capfd.readouterr().out
    assert {path.name for path in parts.iterdir()} <= {FILE, f"{FILE}-shm", f"{FILE}-wal"}
    assert len(after) == len(before) + 1 and len(after.keys() & before) == len(before) - 1, "the changed event's old part is gone"
    run(["batch", "archive.csv", "-o", "anew", "-q"])
    assert files_in(Path("results")) == tables(Path("anew"))
    run(["batch", "archive.csv", "-o", "results", "-q"])
    assert tables(Path("results")) == tables(Path("anew")), "and without --keep nothing else is left"


def test_kept_from_another_day(archive: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """A page names the day on which it was made; that another day has come is no reason to compare anew."""
    for day in ("0", "86400"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        capfd.readouterr()
        run(["batch", "archive.csv", "-o", "results", "--keep", "--html", "pages"])
    assert "\n31 events of these had been compared before" in capfd.readouterr().out
    told = [" ".join(path.read_text().split()) for path in (next(Path("pages/events").glob("event-0-*.html")), Path("pages/index.html"))]
    assert "· 1 January 1970" in told[0] and "2 January 1970" in told[1]


def test_whoever_waits_is_told(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Path("results").mkdir()
    with alone_in(Path("results")):
        other = subprocess.Popen([sys.executable, "-m", "compare.cli", "batch", "archive.csv", "-o", "results"], stderr=subprocess.PIPE, text=True)
        assert other.stderr and other.stderr.readline() == "rashomon: another run is at work in results; this one waits until it is through\n"
    assert other.wait(60) == 2


def test_kept_where_nobody_may_write(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(["batch", "archive.csv", "-o", "results", "--keep", "-q"])
    kept = files_in(Path("results"))
    (Path("results") / PARTS / "ledger").mkdir()  # no file can be put there, not even by root
    capfd.readouterr()
    assert run(["batch", "archive.csv", "-o", "results", "--keep", "-q"]) == 2
    said = capfd.readouterr().err
    assert said.count("\n") == 1 and "parts cannot be kept there" in said
    assert files_in(Path("results")) == kept


@pytest.mark.parametrize("damage", ["counts = '['", "counts = '[1, 2, 3, 4, 5, 6, 7]'", "text = x'3030300a787878'", "text = x'300a780a2e0a'", "text = NULL"])
def test_kept_and_damaged(archive: Path, capfd: pytest.CaptureFixture[str], damage: str) -> None:
    """Parts lie about for long between two runs: what is none is one line, and the tables stay."""
    run(["batch", "archive.csv", "-o", "results", "--keep", "-q"])
    kept = files_in(Path("results"))
    with contextlib.closing(sqlite3.connect(Path("results") / PARTS / FILE)) as base, base:
        base.execute(f"UPDATE parts SET {damage} WHERE rowid = 2")
    capfd.readouterr()
    assert run(["batch", "archive.csv", "-o", "results", "--keep", "-q"]) == 2
    said = capfd.readouterr().err
    assert said.count("\n") == 1 and "parts cannot be kept there" in said and "Where it is damaged, remove it" in said
    assert files_in(Path("results")) == kept


def test_stopped_and_gone_on_with(archive: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C says what to do; the next run says how much it took over."""
    from compare.archives.ledger import Ledger

    real = Ledger.note

    def stop(ledger: Ledger, number: int, part: str | None, reason: str | None) -> None:
        real(ledger, number, part, reason)
        if number == 10:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "note", stop)
        assert run(["batch", "archive.csv", "-o", "results", "--jobs", "1"]) == 130
    assert capfd.readouterr() == ("", "rashomon: stopped; the same command goes on where it was\n")
    Path("0-0.txt").write_text(TEXT.format(3, "nine"))
    done = len(names_of(Path("results") / PARTS))
    assert run(["batch", "archive.csv", "-o", "results"]) == 2
    assert f"\n{done - 1} events of these had been compared before" in capfd.readouterr().out and done in (10, 11)
    run(["batch", "archive.csv", "-o", "results"])
    assert "had been compared before" not in capfd.readouterr().out


def test_manifests_that_hold_little(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Path("empty.csv").write_text("event,source\n")
    run(["batch", "archive.csv", "-o", "results", "-q"])
    kept = tables(Path("results"))
    capfd.readouterr()
    for folder in ("results", "nowhere"):
        assert run(["batch", "empty.csv", "-o", folder]) == 2
        assert "empty.csv: names no sources, and the tables that are there were left" in capfd.readouterr().err
    assert tables(Path("results")) == kept and not Path("nowhere").exists()
    for name in ("in/one/a.txt", "in/one/b.txt", "in/c.txt", "in/README.md"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(TEXT.format(1, "two"))
    assert run(["batch", "in", "-o", "results"]) == 0
    assert "Passed over: 1 text in in itself, of no event; did you mean 'rashomon pair in'?" in capfd.readouterr().out
    Path("in/c.txt").unlink()
    run(["batch", "in", "-o", "results"])
    assert "Passed over" not in capfd.readouterr().out


def test_parts_that_are_damaged(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (Path("results") / PARTS).mkdir(parents=True)
    (Path("results") / PARTS / FILE).write_bytes(b"no database" * 1000)
    assert run(["batch", "archive.csv", "-o", "results"]) == 2
    out, err = capfd.readouterr()
    assert err.count("\n") == 1 and "remove it" in err and not out


def hang(event: str) -> None:
    time.sleep(600)


def die(event: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(event: str) -> None:
    if not Path("died").exists():
        Path("died").touch()
        die(event)


def test_a_fault_of_its_own(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever breaks in one event, the others are compared."""
    real = event.compare_accounts

    def breaking(accounts: Any, *args: Any) -> Any:
        if accounts[0].source.startswith("3-"):
            raise RecursionError("deep")
        return real(accounts, *args)

    monkeypatch.setattr(event, "compare_accounts", breaking)
    parts = archive.parent / "parts"
    rows = [Row(2, "event-3", "3-0.txt"), Row(3, "event-3", "3-1.txt")]
    name, counts = event.do_event("event-3", rows, Task(archive.parent, parts))
    assert (counts.compared, counts.faults) == (0, 1) and b"RecursionError: deep" in b"".join(line for _, line in lines_of(parts, name))


def hoard(event: str) -> None:
    kept = [bytearray(os.urandom(1 << 20)) for _ in range(1000)]
    time.sleep(len(kept))


def test_a_source_of_many_events_is_read_once(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every two of four sources are an event; the tables are those of reading each anew."""
    pairs = [(a, b) for a in range(4) for b in range(a)]
    event._read.cache_clear()
    read: list[str] = []
    real = event.read_account
    monkeypatch.setattr(event, "read_account", lambda source, **known: (read.append(source), real(source, **known))[1])
    for short in (0, event.SHORT):
        monkeypatch.setattr(event, "SHORT", short)
        for a, b in pairs:
            rows = [Row(2 + k, f"{a}-{b}", f"{k}-{k % 2}.txt") for k in (a, b)]
            event.do_event(f"{a}-{b}", rows, Task(archive.parent, archive.parent / f"parts-{short}"))
    assert len(read) == 2 * len(pairs) + 4
    places = [Path(f"parts-{short}") for short in (0, event.SHORT)]
    anew, once = ({name: list(lines_of(place, name)) for name in names_of(place)} for place in places)
    assert anew == once and len(once) == len(pairs)


LOST: list[tuple[Callable[[str], None], str]] = [
    (hang, "took longer than 2 seconds"), (hoard, "took more than 300 MB"), (die, "a process ended"), (die_once, ""),
]  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="what is patched here reaches processes that are forked")
@pytest.mark.parametrize(("what", "reason"), LOST, ids=["hang", "hoard", "die", "die once"])
def test_a_process_that_is_lost(archive: Path, monkeypatch: pytest.MonkeyPatch, what: Callable[[str], None], reason: str) -> None:
    real = workers.do_event

    def hostile(event: str, rows: Any, task: Task) -> Any:
        if event == "event-3":
            what(event)
        return real(event, rows, task)

    monkeypatch.setattr(workers, "do_event", hostile)
    limit = 60.0 if what is hoard else 2.0
    totals = run_batch(Asked(archive, Path("results"), 2, limit=limit, task=Task(Path(), Path(), memory=300)))
    errors = [row for row in table(Path("results"), "errors") if row["event"] == "event-3"]
    assert totals.events == 31 and totals.counts.compared == 28 - bool(reason)
    assert [reason in row["reason"] for row in errors] == ([True] if reason else [])
    tables(Path("results"))
    monkeypatch.undo()
    monkeypatch.chdir(archive.parent)
    run_batch(Asked(archive, Path("results"), 2))
    assert not [row for row in table(Path("results"), "errors") if row["event"] == "event-3"], "tried again"


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells of memory")
def test_a_process_that_has_grown_is_replaced(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a long text took is not held while short ones follow; processes that stay small stay."""
    real = workers.do_event

    def watched(event: str, rows: Any, task: Task) -> Any:
        if event == "event-3":
            HELD.append(bytearray(os.urandom(1 << 20)) * 200)
        with open("log", "a") as log:
            log.write(f"{event} {os.getpid()}\n")
        return real(event, rows, task)

    monkeypatch.setattr(workers, "do_event", watched)
    run_batch(Asked(archive, Path("results"), 1))
    seen = [line.split() for line in Path("log").read_text().splitlines()]
    first, then = {pid for event, pid in seen[:4]}, {pid for event, pid in seen[4:]}
    assert seen[3][0] == "event-3" and len(first) == len(then) == 1 and first != then


HELD: list[bytearray] = []


def test_exit_codes(archive: Path, tmp_path: Path) -> None:
    good = tmp_path / "good.csv"
    good.write_text("event,source\na,0-0.txt\na,0-1.txt\n")
    command = ["batch", "good.csv", "-q", "-o", "results"]
    assert run(command) == 0
    assert run([*command, "--fail-on", "error"]) == 1
    assert run([*command, "--fail-on", "error", "--rule", "quotation-wording=note"]) == 0
    assert not table(Path("results"), "errors")


def test_an_event_toml_beside_the_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "events" / "bridge"
    folder.mkdir(parents=True)
    for name, years in (("a.txt", "eleven"), ("b.txt", "twelve")):
        (folder / name).write_text(TEXT.format(100, years))
    (folder / "event.toml").write_text(
        'title = "Opened"\ndate = 2026-03-09\n[[source]]\nfile = "a.txt"\nlabel = "Ay"\n[[source]]\nfile = "b.txt"\n[rules]\nquotation-wording = "note"\n'
    )
    assert run(["batch", "events", "-o", "results", "-q", "--fail-on", "error"]) == 0
    assert table(Path("results"), "comparisons")[0]["title"] == "Opened"
    assert [(a["label"], a["published"]) for a in table(Path("results"), "accounts")] == [("Ay", "2026-03-09"), ("b", "2026-03-09")]


BAD: list[tuple[list[str], str]] = [
    (["nothing.csv", "-o", "results"], "nothing.csv: No such file"),
    (["bad.csv", "-o", "results"], "bad.csv: has no column event"),
    (["archive.csv", "-o", "archive.csv"], "archive.csv: "),
    (["archive.csv", "-o", "-"], "-: six tables"),
    (["archive.csv"], "Missing option"),
    (["archive.csv", "-o"], "see 'rashomon batch --help'"),
    (["archive.csv", "-o", "results", "--rule", "date=x"], "date"),
]


@pytest.mark.parametrize(("args", "said"), BAD, ids=[b[1] for b in BAD])
def test_bad_input(archive: Path, capfd: pytest.CaptureFixture[str], args: list[str], said: str) -> None:
    Path("bad.csv").write_text("name,file\na,b\n")
    before = sorted(os.listdir())
    assert run(["batch", *args]) == 2
    out, err = capfd.readouterr()
    assert said in err and err.count("\n") == 1 and err.startswith("rashomon: ") and not out
    assert sorted(os.listdir()) == before, "nothing is left behind"


def test_hostile_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names and texts that steer terminals or break lines: each row is one line of JSON, and is itself again."""
    monkeypatch.chdir(tmp_path)
    for name, years in (("a\x1b[2J.txt", "eleven"), ("b.txt", "twelve")):
        (tmp_path / name).write_text(TEXT.format(100, years) + "\x1b[31m \u2028 \u202e red\x85", encoding="utf-8")
    rows = [{"event": "x#0\n\x1b", "source": name} for name in ("a\x1b[2J.txt", "b.txt")]
    (tmp_path / "m.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    assert run(["batch", "m.jsonl", "-o", "results", "-q"]) == 0
    for name in TABLES:
        data = (tmp_path / "results" / f"{name}.jsonl").read_bytes()
        assert b"\x1b" not in data and all(json.loads(line)["event"] == "x#0\n\x1b" for line in data.splitlines())


