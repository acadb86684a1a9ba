"""Time the program on the Kennebunkport pair: as a process, and inside one.

    python benchmarks/speed.py [--runs 15] [--where]

Prints medians in milliseconds. The whole process (both texts read and compared,
the HTML report written) is timed in turn with ``python -c "import click, jinja2,
rapidfuzz"``, so that a busy machine slows both; the ratio is the median of the
ratios of neighbours. Both find their modules compiled, as they are after an
installation, whatever PYTHONDONTWRITEBYTECODE says. The comparison is timed warm, on accounts that are read
already, and once more with reading. ``--where`` adds what takes the time.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from compare.pipeline import compare_accounts, compare_sources, read_account
from compare.reporting.html import to_html

ROOT = Path(__file__).resolve().parents[1]
PAIR = [f"sources/kennebunkport/{name}.txt" for name in ("dw", "dod")]
PROGRAM = ["-c", "from compare.cli import entry; entry()"]
IMPORTS = ["-c", "import click, jinja2, rapidfuzz"]

GOALS = {"process": 350.0, "ratio": 3.0, "comparison": 25.0}
"""Milliseconds for the process and the warm comparison; process by imports."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the program on the Kennebunkport pair.")
    parser.add_argument("--runs", type=int, default=15, help="processes of each sort (15)")
    parser.add_argument("--warm", type=int, default=30, help="comparisons inside one process (30)")
    parser.add_argument("--where", action="store_true", help="what takes the time: imports, functions")
    args = parser.parse_args()
    os.chdir(ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))
        command = [*PROGRAM, "compare", *PAIR, "-q", "-o", str(Path(folder, "report.html"))]
        processes(command, args.runs)
        inside(args.warm)
        if args.where:
            slow_imports(command)
            slow_functions()


def processes(command: list[str], runs: int) -> None:
    """Time whole processes, each beside one that only imports."""
    timed_process(command), timed_process(IMPORTS)
    whole, imports = zip(
        *((timed_process(command), timed_process(IMPORTS)) for _ in range(runs)), strict=True
    )
    ratio = median(a / b for a, b in zip(whole, imports, strict=True))
    show("whole process, HTML written", median(whole), GOALS["process"])
    show("imports of click, jinja2, rapidfuzz", median(imports))
    print(f"{'  one by the other':40}{ratio:8.2f} x   (goal: under {GOALS['ratio']:.0f} x)")


def timed_process(arguments: list[str]) -> float:
    """Milliseconds of a Python process from start to exit."""
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True)
    return (perf_counter() - start) * 1000


def inside(runs: int) -> None:
    """Time the parts in this process, warm."""
    accounts = [read_account(source) for source in PAIR]
    comparison = compare_accounts(accounts)
    show("comparison, warm", warm(lambda: compare_accounts(accounts), runs), GOALS["comparison"])
    show("reading one account, warm (mean of two)", warm(lambda: [read_account(s) for s in PAIR], runs) / 2)
    show("reading and comparing, warm", warm(lambda: compare_sources(PAIR), runs))
    show("HTML of a comparison, warm", warm(lambda: to_html(comparison), runs))


def warm(work: Callable[[], object], runs: int) -> float:
    """The median of so many runs in milliseconds, the first left out."""
    work()
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def show(what: str, milliseconds: float, goal: float | None = None) -> None:
    print(f"{what:40}{milliseconds:8.1f} ms{f'  (goal: under {goal:.0f} ms)' if goal else ''}")


def slow_imports(command: list[str], most: int = 20) -> None:
    """The modules that take longest to import, without what they import themselves."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", *command], check=True, capture_output=True, text=True
    )
    rows = re.findall(r"import time:\s+(\d+) \|\s+(\d+) \| +(\S+)", run.stderr)
    print(
        f"\nimports: {len(rows)} modules, {sum(int(own) for own, *_ in rows) / 1000:.1f} ms; the slowest by themselves"
    )
    for own, cumulative, name in sorted(rows, key=lambda row: -int(row[0]))[:most]:
        print(f"{int(own) / 1000:8.1f} ms  {int(cumulative) / 1000:8.1f} with its own imports  {name}")


def slow_functions(most: int = 25) -> None:
    """The functions in which a warm run, from sources to HTML, spends its time."""
    to_html(compare_sources(PAIR))
    profile = cProfile.Profile()
    profile.runcall(lambda: to_html(compare_sources(PAIR)))
    print("\nfrom sources to HTML, warm, under a profiler (which doubles the time of short functions)")
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(most)


if __name__ == "__main__":
    main()
