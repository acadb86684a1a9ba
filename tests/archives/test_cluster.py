"""The engine dask: the same tables as on one machine, whatever is lost on the way."""

from __future__ import annotations

import builtins
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from compare.archives import cluster as engine
from compare.archives import served
from compare.archives.batch import PARTS, Asked, run_batch
from compare.archives.columns import TABLES
from compare.archives.event import Task
from compare.archives.manifest import Row
from compare.archives.served import Ask, do_some
from compare.archives.store import names_of
from compare.archives.work import Done, Work
from compare.checking.cache import code_digest
from compare.cli import run
from compare.model import CompareError
from tests.archives.conftest import Cluster, write_archive

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes beside workers talk over sockets of POSIX")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_archive(tmp_path, 60)


def tables(folder: str) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.suffix != ".parquet"}
    assert sorted(found) == sorted(f"{table}.jsonl" for table in TABLES)
    return found


def test_the_same_tables_though_a_worker_is_killed(archive: Path, cluster: Cluster) -> None:
    assert run(["batch", "archive.csv", "-o", "local", "-q"]) == 2
    cluster.work(2)
    seen = 0

    def killing(done: Iterator[Done], _events: int) -> Iterator[Done]:
        nonlocal seen
        for each in done:
            seen += 1
            if seen == 20:
                cluster.workers[0].send_signal(signal.SIGKILL)
            yield each

    asked = Asked(archive, Path("dask"), task=Task(Path(), Path(), code_digest()), engine=engine.engine(cluster.address), parquet=False)
    totals = run_batch(asked, killing)
    assert seen == totals.events == 61 and cluster.workers[0].wait(5) == -signal.SIGKILL
    assert tables("dask") == tables("local")


def test_the_scheduler_is_lost_and_the_run_gone_on_with(archive: Path, cluster: Cluster, capfd: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    cluster.work(1)
    command = ["batch", "archive.csv", "-o", "dask", "-q", "--engine", "dask", "--scheduler"]

    def end() -> None:
        while not names_of(Path("dask") / PARTS):
            time.sleep(0.01)
        cluster.scheduler.kill()

    Thread(target=end, daemon=True).start()
    assert run([*command, cluster.address]) == 2
    err = capfd.readouterr().err
    assert err.startswith(f"rashomon: {cluster.address}: the scheduler has gone away; ") and err.count("\n") == 1
    done = names_of(Path("dask") / PARTS)
    assert 0 < len(done) < 61
    second = Cluster(tmp_path_factory.mktemp("second")).work(1, threads=2)
    try:
        kept = []
        asked = Asked(archive, Path("dask"), task=Task(Path(), Path(), code_digest()), engine=engine.engine(second.address))
        run_batch(asked, lambda each, _: (kept.append({name: number for name, number in names_of(Path("dask") / PARTS).items() if name in done}) or d for d in each))
    finally:
        second.close()
    assert kept[-1] == done, "what is done is not done again"
    assert run(["batch", "archive.csv", "-o", "local", "-q"]) == 2
    assert tables("dask") == tables("local")


def test_one_is_killed_and_begun_again(archive: Path, cluster: Cluster) -> None:
    """The one that asks, that is; another engine goes on where it was."""
    cluster.work(1)
    child = subprocess.Popen([sys.executable, "-m", "compare.cli", "batch", "archive.csv", "-q", "-o", "mixed", "--engine", "dask", "--scheduler", cluster.address])
    while not names_of(Path("mixed") / PARTS):
        time.sleep(0.01)
    child.kill()
    child.wait()
    assert run(["batch", "archive.csv", "-o", "mixed", "-q"]) == 2
    assert run(["batch", "archive.csv", "-o", "local", "-q"]) == 2
    assert tables("mixed") == tables("local")


def asking(*rows: Row, limit: float = 20.0, task: Task | None = None) -> list[Any]:
    import pickle

    works = [Work(k, row.event, (row,)) for k, row in enumerate(rows)]
    return do_some(pickle.dumps(Ask(works, task or Task(Path.cwd(), Path()), limit, False)))


def test_an_event_that_hangs_or_ends_its_process(archive: Path) -> None:
    said = "Harbour {0} was closed by wind {0}, and the pilot said “we wait {0} hours for tide {0}”."
    Path("long.txt").write_text("\n\n".join(map(said.format, range(100_000))), encoding="utf-8")  # nobody reads it in two seconds
    for each in served._idle:
        each.end()
    served._idle.clear()
    late, good = asking(Row(2, "late", "long.txt"), Row(3, "good", "0-0.txt"), limit=2.0)
    (fat,) = asking(Row(4, "fat", "long.txt"), task=Task(Path.cwd(), Path(), memory=1))
    assert "more than 1 MB of memory" in fat.reason
    assert late.part is None and "took longer than 2 seconds" in late.reason and good.part
    assert asking(Row(3, "good", "0-0.txt")) == [good]
    (child,) = served._idle
    child.process.kill()
    child.process.wait()
    assert asking(Row(3, "good", "0-0.txt")) == [good], "a process that has ended is replaced"


def test_another_release_on_the_workers() -> None:
    with pytest.raises(CompareError, match="another release"):
        asking(Row(2, "a", "0-0.txt"), task=Task(Path(), Path(), "other"))


BAD = [
    (["--engine", "dask"], "belong together"),
    (["--scheduler", "tcp://127.0.0.1:1"], "belong together"),
    (["--engine", "dask", "--scheduler", "nowhere"], "nowhere: no dask scheduler answers there"),
    (["--engine", "dask", "--scheduler", "http://127.0.0.1"], "no dask scheduler answers there"),
    (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"], "no dask scheduler answers there"),
]


@pytest.mark.parametrize(("args", "said"), BAD, ids=[" ".join(b[0]) for b in BAD])
def test_bad_input(archive: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, args: list[str], said: str) -> None:
    monkeypatch.setattr("compare.archives.connecting.SECONDS", 1)
    assert run(["batch", "archive.csv", "-o", "results", *args]) == 2
    out, err = capfd.readouterr()
    assert said in err and err.count("\n") == 1 and not out


def test_without_the_extra(archive: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".")[0] == "distributed":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    assert run(["batch", "archive.csv", "-o", "results", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"]) == 2
    err = capfd.readouterr().err
    assert "pip install 'rashomon[cluster]'" in err and err.count("\n") == 1


def test_no_workers(archive: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WITHOUT", 0.5)
    monkeypatch.setattr(engine, "ASK_AGAIN", 0.2)
    with pytest.raises(CompareError, match="no workers"):
        run_batch(Asked(archive, Path("results"), engine=engine.engine(cluster.address)))


def test_no_more_is_on_its_way_than_is_worked_on(archive: Path, cluster: Cluster) -> None:
    cluster.work(1)
    taken, most, seen = 0, 0, 0

    def works() -> Iterator[Work]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield Work(number, f"e{number}", (Row(2, f"e{number}", "0-0.txt"),))

    Path("parts").mkdir()
    for _ in engine.engine(cluster.address)(works(), Task(Path.cwd(), Path.cwd() / "parts"), 0, 60.0):
        most, seen = max(most, taken - seen), seen + 1
    assert seen == 100 and most <= engine.FEW * (engine.AHEAD + 1) + 1
