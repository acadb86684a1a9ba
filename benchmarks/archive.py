"""`rashomon batch` over archives: throughput, memory, runs that are killed, and half an hour of bad weather.

    python benchmarks/archive.py throughput [--events 600]       with and without pages, beside difflib and rapidfuzz
    python benchmarks/archive.py memory [1000 100000]            the peak of each, and what it grows by
    python benchmarks/archive.py kills [--events 10000]          killed twenty times at random: the same tables?
    python benchmarks/archive.py soak [--minutes 30]             good, bad and hostile sources: a leak, a hang, an input lost?

Every event is a pair of articles of ``--words`` words (700) that `newsrooms.py`
makes. Seconds of processors are what to compare on a machine that does other
things, too; ratios are of wall time, in one run.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from typing import NamedTuple

from newsrooms import pair
from weather import write_weather

from compare.archives.store import names_of

BATCH = [sys.executable, "-m", "compare.cli", "batch"]
TABLES = ("comparisons", "accounts", "links", "discrepancies", "readings", "errors")


class Run(NamedTuple):
    """What a run took: seconds that passed, seconds of all processors, megabytes at once and of one process, and the sums over time."""

    passed: float
    used: float
    megabytes: float
    largest: float
    seen: Sequence[float]


def main() -> None:
    parser = argparse.ArgumentParser(description="`rashomon batch` over archives.")
    parser.add_argument("what", choices=list(WHAT))
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 100_000], metavar="N", help="of memory: events (1000 100000)")
    parser.add_argument("--events", type=int, help="throughput: 600; kills: 10000")
    parser.add_argument("--words", type=int, default=700, help="of an article (700)")
    parser.add_argument("--minutes", type=float, default=30.0, help="of the soak (30)")
    parser.add_argument("--kills", type=int, default=20, help="how often (20)")
    parser.add_argument("--folder", type=Path, help="where to work; kept (else a temporary one)")
    args = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if args.folder:
        args.folder.mkdir(parents=True, exist_ok=True)
        WHAT[args.what](args, args.folder.resolve())
    else:
        with tempfile.TemporaryDirectory() as folder:
            WHAT[args.what](args, Path(folder))


def write_pairs(folder: Path, events: int, words: int) -> Path:
    """The manifest of so many events, whose articles are written beside it."""
    with (folder / "archive.csv").open("w", encoding="utf-8") as manifest:
        manifest.write("event,source,label\n")
        for number in range(events):
            place = f"texts/{number // 1000:03}"
            if number % 1000 == 0:
                (folder / place).mkdir(parents=True, exist_ok=True)
            for side, text in zip("ab", pair(number, words), strict=True):
                (folder / f"{place}/{number}{side}.txt").write_text(text, encoding="utf-8")
                manifest.write(f"event-{number},{place}/{number}{side}.txt,Newsroom {side.upper()}\n")
    return folder / "archive.csv"


def timed(*arguments: str | Path, quiet: bool = True) -> Run:
    """One run, watched twice a second."""
    before, begun = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    child = subprocess.Popen([*BATCH, *map(str, arguments), *(["-q"] if quiet else [])])
    seen, largest = [], 0.0
    while child.poll() is None:
        sizes = list(megabytes(child.pid))
        if sizes:
            seen.append(sum(sizes))
            largest = max(largest, *sizes)
        time.sleep(0.05)  # what a small archive needs at its end lasts a tenth of a second
    after = getrusage(RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.perf_counter() - begun, used, max(seen, default=0.0), largest, seen)


def megabytes(process: int) -> Iterator[float]:
    """What a process and its children have for themselves (pages they share count in parts)."""
    children = Path(f"/proc/{process}/task/{process}/children")
    try:
        for each in (process, *map(int, children.read_text().split())):
            lines = Path(f"/proc/{each}/smaps_rollup").read_text().splitlines()
            yield next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    except (OSError, StopIteration, ValueError):
        return


def throughput(args: argparse.Namespace, folder: Path) -> None:
    """Print comparisons a second, with tables and with pages, and what loops over other tools take."""
    events = args.events or 600
    manifest = write_pairs(folder, events, args.words)
    texts = [[path.read_text(encoding="utf-8") for path in sorted(folder.glob(f"texts/*/{number}[ab].txt"))] for number in range(events)]
    count = sum(len(text.split()) for each in texts for text in each) / (2 * events)
    print(f"{events} events, pairs of {count:.0f} words, {len(os.sched_getaffinity(0))} cores")
    timed(manifest, "-o", folder / "warm")
    tables = timed(manifest, "-o", folder / "tables", "--no-parquet")
    pages = timed(manifest, "-o", folder / "both", "--no-parquet", "--html", folder / "pages")
    for name, run in (("tables", tables), ("tables and pages", pages)):
        print(f"{name:34}{events / run.passed:8.1f} a second, {run.used / events * 1000:6.1f} ms of a processor each")
    for name, work in (("a loop over difflib.HtmlDiff", html_diff), ("a loop over rapidfuzz cdist", cdist)):
        some = texts[: max(20, events // 20)]
        begun = time.perf_counter()
        for left, right in some:
            work(left, right)
        each = (time.perf_counter() - begun) / len(some)
        print(f"{name:34}{1 / each:8.1f} a second; tables {each * events / tables.passed:.2f} times, pages {each * events / pages.passed:.2f} times as many")


def html_diff(left: str, right: str) -> object:
    """The page that difflib makes, a line a paragraph."""
    return difflib.HtmlDiff(wrapcolumn=80).make_file(left.splitlines(), right.splitlines())


def cdist(left: str, right: str) -> object:
    """Every sentence scored with every other; sentences are told by their marks alone."""
    from rapidfuzz import fuzz, process

    texts = [re.split(r"(?<=[.!?”\"])\s+", text) for text in (left, right)]
    return process.cdist(*texts, scorer=fuzz.token_set_ratio)


def memory(args: argparse.Namespace, folder: Path) -> None:
    """Print the peak of each size, and how it grows."""
    first = None
    for size in args.sizes:
        manifest = write_pairs(folder, size, args.words)
        run = timed(manifest, "-o", folder / "results")
        first = first or run
        print(
            f"{size:>9,} events of {args.words} words: {run.megabytes:6.0f} MB at once, {run.largest:5.0f} MB the largest process, "
            f"{run.passed:7.0f} s, {size / run.passed:6.1f} a second; {run.megabytes / first.megabytes:.2f} times the first",
            flush=True,
        )
        shutil.rmtree(folder / "results")


def digests(folder: Path) -> dict[str, str]:
    """What the tables hold."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def kills(args: argparse.Namespace, folder: Path) -> None:
    """Print whether tables are the same after so many kills."""
    events = args.events or 10_000
    manifest = write_pairs(folder, events, args.words)
    whole = timed(manifest, "-o", folder / "whole")
    chance = random.Random(events)
    done = []
    for _ in range(args.kills):
        child = subprocess.Popen([*BATCH, str(manifest), "-q", "-o", str(folder / "broken")])
        time.sleep(chance.uniform(0.2, 1.8) * whole.passed / (args.kills + 1))
        child.kill()
        child.wait()
        done.append(len(names_of(folder / "broken" / ".rashomon-parts")))
    last = timed(manifest, "-o", folder / "broken")
    same = digests(folder / "whole") == digests(folder / "broken")
    print(f"{events:,} events in {whole.passed:.0f} s; killed {args.kills} times, with {done} done; the rest in {last.passed:.0f} s")
    print(f"the tables are {'the same to the byte' if same else 'NOT THE SAME'}: {', '.join(digests(folder / 'whole'))}")


def soak(args: argparse.Namespace, folder: Path) -> None:
    """Print whether memory stayed flat, the run ended, and every input is in the tables."""
    options = ("--limit", "10", "--memory", "700", "--html", folder / "pages")
    probe = folder / "probe"
    run = timed(write_weather(probe, 300), "-o", probe / "results", *options)
    events = int(300 / run.passed * args.minutes * 60)
    manifest = write_weather(folder / "all", events)
    run = timed(manifest, "-o", folder / "results", *options)
    third = len(run.seen) // 3
    early, late = median(run.seen[third // 2 : third]), median(run.seen[-third:])
    print(f"{events:,} events in {run.passed / 60:.1f} minutes; {early:.0f} MB in the first third, {late:.0f} MB in the last, {run.megabytes:.0f} MB at most")
    rows = [json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines()]
    told = {table: [json.loads(line) for line in (folder / "results" / f"{table}.jsonl").open(encoding="utf-8")] for table in ("comparisons", "accounts", "errors")}
    found = {(row["event"], row["source"]) for table in ("accounts", "errors") for row in told[table]}
    stopped = {row["event"] for row in told["errors"] if row["source"] is None}
    lost = [row for row in rows if (row["event"], row["source"]) not in found and row["event"] not in stopped]
    twice = len(told["comparisons"]) - len({row["event"] for row in told["comparisons"]})
    print(f"{len(rows):,} inputs: {len(told['accounts']):,} accounts, {len(told['errors']):,} errors; {len(lost)} lost, {twice} events twice")
    print("reasons:", *sorted({row["reason"].partition(": ")[2][:60] or row["reason"][:60] for row in told["errors"]}), sep="\n  ")


WHAT: dict[str, Callable[[argparse.Namespace, Path], None]] = {"throughput": throughput, "memory": memory, "kills": kills, "soak": soak}

if __name__ == "__main__":
    main()
