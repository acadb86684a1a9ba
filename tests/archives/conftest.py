"""Archives to compare, and a small cluster on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

TEXT = """\
The new bridge over the Lenne was opened to traffic on Monday morning before {} people.

"We have waited {} years for this bridge, and nobody will have to take the ferry again," Mayor Ada Holm said.
"""


def write_archive(folder: Path, events: int = 30) -> Path:
    """A manifest of so many events, their rows apart from each other; some are bad."""
    rows = []
    for side in range(2):
        for number in range(events):
            (folder / f"{number}-{side}.txt").write_text(TEXT.format(100 + number, ("eleven", "twelve")[side]))
            rows.append(f"event-{number},{number}-{side}.txt,{('Courier', 'Herald')[side]}")
    (folder / "5-1.txt").unlink()
    (folder / "6-1.txt").write_bytes(b"%PDF-1.4 nothing")
    rows += ["event-7,gone.txt,Gazette", "event-8,8-0.txt,Courier", ",nowhere.txt,", "alone,9-0.txt,"]
    path = folder / "archive.csv"
    path.write_text("event,source,label\n" + "\n".join(rows) + "\n")
    return path


class Cluster:
    """A scheduler on loopback, and its workers, each a process."""

    def __init__(self, folder: Path) -> None:
        pytest.importorskip("distributed", reason="needs rashomon[cluster]")
        self.folder = folder
        told = folder / "scheduler.json"
        self.scheduler = self._start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
        self.workers: list[subprocess.Popen[bytes]] = []
        until = time.monotonic() + 30
        while True:
            try:
                self.address = str(json.loads(told.read_text())["address"])
                return
            except (OSError, ValueError):
                assert time.monotonic() < until and self.scheduler.poll() is None, "no scheduler came up"
                time.sleep(0.05)

    def work(self, workers: int, threads: int = 1) -> Cluster:
        """Start so many workers."""
        for _ in range(workers):
            self.workers.append(
                self._start("dask_worker", self.address, "--nthreads", str(threads), "--no-nanny", "--no-dashboard", "--local-directory", str(self.folder / "dask"))
            )
        return self

    def _start(self, name: str, *args: str) -> subprocess.Popen[bytes]:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        return subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{name}", *args], cwd=folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "critical"},
        )  # fmt: skip

    def close(self) -> None:
        for process in [*self.workers, self.scheduler]:
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler without workers yet."""
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    yield made
    made.close()
