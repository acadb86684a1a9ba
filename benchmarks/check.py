"""How long `rashomon check` takes over many events: new ones, and once more when nothing has changed.

    python benchmarks/check.py            1,000 events, as many processes as there are cores
    python benchmarks/check.py 200 1      200 events, one process

Every event is the Kennebunkport pair with other names in it, so that nothing
is recalled that was not computed. Seconds of the processors are what to compare
on a machine that does other things, too.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAMES = "Arden Blake Corwin Dacey Ellery Farrow Garner Holm Ives Jarvis Keane Lorne Mercer Nolan".split()


def make_events(home: Path, count: int) -> None:
    """Event folders with checksums, each with texts of its own."""
    texts = {name: (ROOT / "sources" / "kennebunkport" / f"{name}.txt").read_text(encoding="utf-8") for name in ("dw", "dod")}
    chance = random.Random(1)
    for number in range(count):
        folder = home / "sources" / f"event-{number:04}"
        folder.mkdir(parents=True)
        one, other = chance.sample(NAMES, 2)
        listed = [f'title = "Event {number}"\n']
        for name, text in texts.items():
            data = f"{text.replace('Putin', one).replace('Bush', other)}\nText number {number}.\n".encode()
            (folder / f"{name}.txt").write_bytes(data)
            listed.append(f'[[source]]\nfile = "{name}.txt"\nsha256 = "{sha256(data).hexdigest()}"\n')
        (folder / "event.toml").write_text("\n".join(listed), encoding="utf-8")


def timed(home: Path, jobs: int) -> tuple[float, float]:
    """Seconds that passed, and seconds of all processors, for one check."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "compare.cli", "check", "--jobs", str(jobs)]
    environment = os.environ | {"RASHOMON_CACHE": str(home / "cache")}
    subprocess.run(command, cwd=home, env=environment, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - begun, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(count: int = 1000, jobs: int = 0) -> None:
    """Print one line a run."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        make_events(home, count)
        for name in ("new", "unchanged"):
            passed, used = timed(home, jobs)
            print(f"{count} events, {name:9}  {passed:6.1f} s passed, {used:6.1f} s of processors, {used / count * 1000:5.1f} ms an event")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
