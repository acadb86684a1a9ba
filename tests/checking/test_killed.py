"""Killed at any moment, and two at once: every file is whole, old or new, and nobody's acceptance is lost."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE, CompletedProcess, Popen

import pytest

from compare.events import read_event
from compare.model import Acceptance, Account, Comparison, Discrepancy, Reading, Span
from compare.review import accept, begin, read_entries

Run = Callable[..., "CompletedProcess[str]"]

TRIES = 200

WRITER = """\
import os, sys
from pathlib import Path
from compare.checking.event import Check, check_event
from compare.cli import place
from compare.events.adding import Source, add_sources
from compare.model import Acceptance
from compare.review import accept, judge, prune, read_entries
from compare.settings import Settings
from dataclasses import replace

check = Check(Path(), Settings(), "2026-03-09", "", None)
bridge = Path("sources/bridge")
folder, comparison = place.event("bridge", check)
none = replace(comparison, discrepancies=())
os.write(1, b".")
for turn in range(10**6):
    accept(bridge, comparison, comparison.discrepancies, Acceptance(f"Turn {turn}.", "Ann", "2026-03-09"))
    check_event("bridge", check)
    prune(bridge, none, "2026-03-09")
    add_sources(Path(), "bridge", [Source("../herald.txt", {"label": f"Herald {turn}"})], update=True)
    check_event("bridge", check)
"""
"""Writes accepted.toml, event.toml, a source and the page over and over."""


def whole(herald: bytes) -> None:
    """Each file is one that somebody wrote, to its end."""
    entries = read_entries(Path("sources/bridge"))
    assert not any(entry.fault for entry in entries)
    assert len({entry.acceptance.reason for entry in entries}) <= 1
    event = read_event(Path("sources/bridge"))
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
    chance = random.Random(20)
    found = set()
    for _ in range(TRIES):
        # forked from a process that has everything imported: 200 starts would take minutes
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(writer, 1)
            exec(compile(WRITER, "writer", "exec"), {})
            os._exit(1)
        os.close(writer)
        assert os.read(reader, 1) == b"."
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reader)
        whole(herald)
        found.add((len(read_entries(Path("sources/bridge"))), Path("sources/bridge/event.toml").read_text()))
    assert len(found) > 5, "killed at many moments"
    done = rashomon("check")
    assert done.returncode in (0, 1) and not done.stderr
    assert rashomon("accept", "bridge", "--all", "--reason", "R").returncode in (0, 1)
    left = [path.name for path in Path("sources/bridge").iterdir() if path.suffix == ".part"]
    assert rashomon("add", "--update", "bridge").returncode == 0
    assert not [name for name in left if Path("sources/bridge", name).exists() and name.startswith(".event")]


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
