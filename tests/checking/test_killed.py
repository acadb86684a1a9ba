"""Killed at any moment, and two at once: every file is whole, old or new, and nobody's acceptance is lost."""

from __future__ import annotations

import os
import random
import re
import signal
import sys
import time
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen

import pytest

from compare.checking.cache import Cache
from compare.checking.event import Check, check_event, compare_folder
from compare.events import read_event
from compare.events.adding import Source, add_sources
from compare.events.folders import read_folder
from compare.model import Acceptance, Account, Comparison, Discrepancy, Reading, Span
from compare.review import accept, begin, prune, read_entries
from compare.settings import Settings

Run = Callable[..., "CompletedProcess[str]"]

TRIES = 200

BRIDGE = Path("sources/bridge")


def turn(check: Check, comparison: Comparison, number: int) -> None:
    """Write accepted.toml, event.toml, a source and the page."""
    accept(BRIDGE, comparison, comparison.discrepancies, Acceptance(f"Turn {number}.", "Ann", "2026-03-09"))
    check_event("bridge", check)
    prune(BRIDGE, replace(comparison, discrepancies=()), "2026-03-09")
    add_sources(Path(), "bridge", [Source("../herald.txt", {"label": f"Herald {number % 3}"})], update=True)
    check_event("bridge", check)


def whole(herald: bytes) -> None:
    """Each file is one that somebody wrote, to its end."""
    entries = read_entries(BRIDGE)
    assert not any(entry.fault for entry in entries)
    assert len({entry.acceptance.reason for entry in entries}) <= 1
    event = read_event(BRIDGE)
    assert event and list(event.sources) == ["courier.txt", "herald.txt"]
    assert Path("sources/bridge/herald.txt").read_bytes() == herald
    page = Path("reports/bridge.html")
    if page.exists():
        text = page.read_text(encoding="utf-8")
        assert text.startswith("<!doctype html>") and text.rstrip().endswith("</html>")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills like this here")
def test_killed_at_any_moment(environment: Path, rashomon: Run) -> None:
    assert rashomon("add", "bridge", "../courier.txt", "../herald.txt").returncode == 0
    herald = Path("sources/bridge/herald.txt").read_bytes()
    check = Check(Path(), Settings(), "2026-03-09", "", environment.parent / "cache")
    comparison = compare_folder(read_folder(Path(), "bridge"), check, Cache(check.cache))
    for number in range(3):
        turn(check, comparison, number)  # everything is imported and in the cache: forks are quick
    begun = time.perf_counter()
    turn(check, comparison, 3)
    length = time.perf_counter() - begun
    chance = random.Random(20)
    found = set()
    for number in range(TRIES):
        child = os.fork()
        if child == 0:
            for later in range(number, number + 10**6):
                turn(check, comparison, later)
        time.sleep(chance.uniform(0, 1.5 * length))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        whole(herald)
        labels = re.findall(r"Herald \d", (BRIDGE / "event.toml").read_text())
        found.add((len(read_entries(BRIDGE)), *labels))
    assert len(found) >= 4, f"killed at many moments: {found}"
    done = rashomon("check")
    assert done.returncode in (0, 1) and not done.stderr
    turn(check, comparison, 0)
    assert not [path for path in BRIDGE.iterdir() if path.suffix == ".part"], "what was left is swept away"


def alike(count: int) -> Comparison:
    sides = tuple(Account(name, name, f"{name}.txt", "0" * 64, "the old bridge") for name in ("a", "b"))
    place = tuple(Reading(4, 7, side.id, Span(0, 14)) for side in sides)
    return Comparison(sides, (), tuple(Discrepancy("number", "error", "Differ.", place, id=f"{k * 7919:016x}") for k in range(count)))


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    """Two people accept other things in one folder at the same time, one after one."""
    begin(tmp_path)
    comparison = alike(40)

    def work(name: str, turn: int) -> None:
        child = os.fork()
        if child == 0:
            for found in comparison.discrepancies[turn::2]:
                accept(tmp_path, comparison, [found], Acceptance("R", name, "2026-03-09"))
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, ("Ann", "Bea"), (0, 1)))
    entries = read_entries(tmp_path)
    assert [entry.id for entry in entries] == [found.id for found in comparison.discrepancies]
    assert {entry.acceptance.by for entry in entries} == {"Ann", "Bea"}
    assert [path.name for path in tmp_path.iterdir()] == ["accepted.toml"]


def test_two_commands_at_once(environment: Path, rashomon: Run) -> None:
    """The same through the command: two accept all, two check and write the page."""
    assert rashomon("add", "bridge", "../courier.txt", "../herald.txt").returncode == 0
    programs = [
        ["accept", "bridge", "--all", "--reason", "One.", "--by", "Ann"], ["check"],
        ["accept", "bridge", "--all", "--reason", "Two.", "--by", "Bea"], ["check"],
    ]  # fmt: skip
    running = [Popen([sys.executable, "-m", "compare.cli", *args], stdout=PIPE, stderr=PIPE) for args in programs]
    codes = [(process.communicate(timeout=120), process.returncode) for process in running]
    assert all(code in (0, 1) for _, code in codes), codes
    data = tomllib.loads(Path("sources/bridge/accepted.toml").read_text())
    assert len(data) >= 3 and all(entry.get("times", 1) == 1 for entry in data.values()), "nobody accepted twice"
    assert rashomon("check", "--fail-on", "note").returncode == 0


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes cannot be listed here")
def test_nobody_goes_on_when_a_check_is_killed(environment: Path) -> None:
    for number in range(24):
        add_sources(Path(), f"bridge-{number}", [Source("../courier.txt"), Source("../herald.txt")])
    program = Popen([sys.executable, "-m", "compare.cli", "check", "--jobs", "2"], stdout=PIPE, stderr=PIPE)
    limit = time.monotonic() + 60
    while len(workers := children(program.pid)) < 2 and time.monotonic() < limit and program.poll() is None:
        time.sleep(0.01)
    program.kill()
    program.communicate()
    assert len(workers) == 2
    while time.monotonic() < limit and any(alive(worker) for worker in workers):
        time.sleep(0.05)
    assert not any(alive(worker) for worker in workers)


def stat(process: int) -> list[str]:
    """State and parent of a process, and more; empty where there is none."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def children(parent: int) -> list[int]:
    return [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit() and stat(int(p.name))[1:2] == [str(parent)]]


def alive(process: int) -> bool:
    return stat(process)[:1] not in ([], ["Z"], ["X"])
