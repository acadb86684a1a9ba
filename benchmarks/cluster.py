"""`rashomon batch` on a Dask cluster of this machine, beside its own processes: the same tables, and what the way costs.

    python benchmarks/cluster.py [--events 1000 10000] [--workers 2] [--words 700]

Needs `pip install -e '.[cluster]'`. Seconds are those of processors: of the workers with
the processes beside them, of the scheduler, and of the command itself.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from archive import write_pairs

ROOT = Path(__file__).resolve().parents[1]
TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser(description="`rashomon batch` on a cluster of this machine.")
    parser.add_argument("--events", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--words", type=int, default=700)
    args = parser.parse_args()
    for events in args.events:
        with tempfile.TemporaryDirectory() as place:
            measure(Path(place), events, args.workers, args.words)


def measure(folder: Path, events: int, workers: int, words: int) -> None:
    write_pairs(folder, events, words)
    passed, used, _ = batch(folder, "local", "--jobs", str(workers))
    print(f"{events:,} events, local: {events / passed:.1f} a second, {used / events * 1000:.2f} ms of processors each")
    told = folder / "scheduler.json"
    started = [start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told))]
    try:
        while not told.exists() or not told.read_text():
            time.sleep(0.1)
        address = json.loads(told.read_text())["address"]
        started += [start("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder / "dask")) for _ in range(workers)]
        before = [seconds(process.pid) for process in started]
        passed, used, largest = batch(folder, "dask", "--engine", "dask", "--scheduler", address)
        took = [seconds(process.pid) - was for process, was in zip(started, before, strict=True)]
        print(
            f"{events:,} events, dask: {events / passed:.1f} a second; of processors, ms an event: workers without their processes {sum(took[1:]) / events * 1000:.2f},"
            f" scheduler {took[0] / events * 1000:.2f}, command {used / events * 1000:.2f}; peak of the command {largest:.0f} MB, of the scheduler {peak(started[0].pid):.0f} MB"
        )
    finally:
        for process in started:
            process.kill()
            process.wait()
    same = digests(folder / "local") == digests(folder / "dask")
    parts = sum(path.stat().st_size for path in (folder / "dask").glob("*.jsonl"))
    print(f"tables: {'the same' if same else 'NOT THE SAME'}, {parts / events / 1000:.1f} kB an event as JSON Lines", flush=True)


def start(name: str, *args: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", f"distributed.cli.{name}", *args], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT)})


def batch(folder: Path, results: str, *args: str) -> tuple[float, float, float]:
    """Seconds that passed, seconds of processors, megabytes of the command."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "compare.cli", "batch", "archive.csv", "-o", results, "-q", "--no-parquet", *args]
    child = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)})
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def seconds(process: int) -> float:
    """Of processors, so far, where the system tells (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def peak(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.jsonl")}


if __name__ == "__main__":
    main()
