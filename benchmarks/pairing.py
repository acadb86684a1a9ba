"""`rashomon pair`: how many events are found, how many are right, and what it takes.

    python benchmarks/pairing.py growth [1000 10000 100000]   articles; time, memory, recall and precision of each
    python benchmarks/pairing.py learn                        the limits, by leaving out one invented archive after the other
    python benchmarks/pairing.py gold                         annotated pairs, where they are: never used to choose anything

Recall and precision are over pairs of sources: two that tell one event, and two
that are put together. `invented.py` makes the archives and says what is hard about them.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

from gold import GOLD
from invented import Article, Newsroom

from compare.pairing.candidates import pairs_of
from compare.pairing.clusters import Limits, groups_of
from compare.pairing.events import events_of
from compare.pairing.sketches import Sketch, sketch_of
from compare.pairing.vectors import Vector, vectors_of
from compare.reading import read_source

PER_EVENT = 5.25
"""Articles an event has on average."""


class World(NamedTuple):
    """An archive that was read: vectors, candidates, and the event that each source tells."""

    name: str
    vectors: Sequence[Vector]
    pairs: Sequence[tuple[int, int, float]]
    told: Sequence[int]


def main() -> None:
    parser = argparse.ArgumentParser(description="`rashomon pair`.")
    parser.add_argument("what", choices=["growth", "learn", "gold"])
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000, 100_000])
    parser.add_argument("--hardness", type=float, default=0.6, help="0 to 1: how little outlets share (0.6)")
    args = parser.parse_args()
    if args.what == "growth":
        growth(args.sizes, args.hardness)
    elif args.what == "learn":
        learn()
    else:
        gold()


def growth(sizes: Sequence[int], hardness: float) -> None:
    """Files on a disk, the command as users give it, once over all and once more with a hundredth of new ones."""
    before: tuple[int, float] | None = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place, "articles")
            told = write_articles(folder, itertools.islice(Newsroom(int(size / PER_EVENT), 7, hardness).articles(), size))
            late = sorted(told)[:: 100]
            held = {name: (folder / name).read_bytes() for name in late}
            for name in late:
                (folder / name).unlink()
            first = run(place)
            for name, data in held.items():
                (folder / name).write_bytes(data)
            second = run(place)
            Path(place, "archive.csv.index").rename(Path(place, "kept.index"))
            manifest = Path(place, "archive.csv").read_bytes()
            whole = run(place)
            same = "the same" if manifest == Path(place, "archive.csv").read_bytes() else "NOT the same"
            recall, precision = scores(Path(place, "archive.csv"), told)
        power = f", n^{log(whole.used / before[1]) / log(len(told) / before[0]):.2f}" if before else ""
        print(
            f"{len(told):,} articles of {len(set(told.values())):,} events: recall {recall:.4f}, precision {precision:.4f}; {whole.used:.1f} s of processors"
            f" ({whole.used / len(told) * 1000:.2f} ms each{power}), {whole.passed:.1f} s passed, {whole.megabytes:.0f} MB;"
            f" 99 in 100 {first.used:.1f} s, then the last one {second.used:.1f} s: {same} manifest as over all",
            flush=True,
        )
        before = len(told), whole.used


class Run(NamedTuple):
    used: float
    passed: float
    megabytes: float


def run(place: str) -> Run:
    """Seconds of processors, seconds that passed, and megabytes of the largest process."""
    begun, used = time.monotonic(), os.times()
    command = [sys.executable, "-m", "compare.cli", "pair", "articles", "-o", "archive.csv", "-q"]
    child = subprocess.Popen(command, cwd=place, env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])})
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0
    now = os.times()
    return Run(now.children_user + now.children_system - used.children_user - used.children_system, time.monotonic() - begun, usage.ru_maxrss / 1024)


def write_articles(folder: Path, articles: Iterable[Article]) -> dict[str, int]:
    """The event of each file; names say nothing of it."""
    told = {}
    for number, article in enumerate(articles):
        name = f"{number * 7919 % 1000:03}/{number}.txt"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(article.text)
        told[name] = article.event
    return told


def scores(manifest: Path, told: dict[str, int]) -> tuple[float, float]:
    """Recall and precision of a manifest, over pairs of sources."""
    events: dict[str, list[int]] = {}
    with manifest.open(newline="") as file:
        for row in csv.DictReader(file):
            events.setdefault(row["event"], []).append(told[row["source"].removeprefix("articles/")])
    return measured(events.values(), told.values())


def measured(events: Iterable[Iterable[int]], told: Iterable[int]) -> tuple[float, float]:
    """Recall and precision of events, each given as the true events of its sources."""
    right = put = 0
    for event in events:
        found = Counter(event)
        right += sum(map(pairs, found.values()))
        put += pairs(sum(found.values()))
    true = sum(map(pairs, Counter(told).values()))
    return right / (true or 1), right / (put or 1)


def pairs(many: int) -> int:
    return many * (many - 1) // 2


def learn() -> None:
    """For each archive the limits that are best on all others, and what they come to on it; then the best on all."""
    worlds = list(invented_worlds())
    grid = [Limits(least, share, copy) for least in (0.08, 0.11, 0.15) for share in (0.55, 0.6, 0.65) for copy in (0.6, 0.8)]
    table = {(limits, world.name): of_world(world, limits) for limits in grid for world in worlds}
    for left in [*worlds, None]:
        names = [world.name for world in worlds if world is not left]
        best = max(grid, key=lambda limits: _merit(limits, [table[limits, name] for name in names]))
        where = f"{left.name}: recall {table[best, left.name][0]:.4f}, precision {table[best, left.name][1]:.4f}" if left else "none"
        print(f"least {best.least}, share {best.share}, copy {best.copy}; left out: {where}", flush=True)
    for world in worlds:
        recall, precision = table[Limits(), world.name] if (Limits(), world.name) in table else of_world(world, Limits())
        print(f"as it is, {world.name}: recall {recall:.4f}, precision {precision:.4f}")


def _merit(limits: Limits, found: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """What is right counts more than what is found, as long as 96 in 100 are found everywhere; of those as good as any, the lowest limit."""
    recall, precision = min(each[0] for each in found), min(each[1] for each in found)
    return min(recall, 0.96), round(precision, 3), -limits.least, round(recall, 3)


def of_world(world: World, limits: Limits) -> tuple[float, float]:
    groups = groups_of(world.vectors, world.pairs, limits)
    return measured(([world.told[number] for number in group.members] for group in groups), world.told)


def invented_worlds() -> Iterator[World]:
    for seed, (events, hardness, days) in enumerate([(60, 0.5, 365), (60, 0.7, 20), (250, 0.4, 365), (250, 0.7, 60), (600, 0.6, 20)]):
        told = [(sketch(article.text.encode(), "a.txt"), article.event) for article in Newsroom(events, 100 + seed, hardness, days).articles()]
        told.sort(key=lambda each: (each[0].published is None, each[0].published or "", each[0].terms))
        vectors, spread = vectors_of(each for each, _ in told)
        found = list(pairs_of(vectors, spread, Limits().days, 0.04))
        yield World(f"{events} events in {days} days, hardness {hardness}", vectors, found, [event for _, event in told])


def sketch(data: bytes, name: str) -> Sketch:
    return sketch_of(read_source(name, data=data))


def gold() -> None:
    """All annotated pairs as one archive, and archives of some of them, of which some have lost their other half."""
    files = sorted((GOLD / "dev").glob("*.[ab].txt"))
    if not files:
        sys.exit(f"{GOLD}: no annotated pairs there; growth and learn need none")
    sketches = [sketch(path.read_bytes(), path.name) for path in files]
    told = [int(re.sub(r"\D", "", path.name)) for path in files]
    report("all", [(sketches, told)])
    chance = random.Random(2)
    for size in (4, 10, 20, 40):
        some = []
        for _ in range(30):
            kept = {number: chance.random() < 0.7 for number in chance.sample(sorted(set(told)), min(size, len(set(told))))}
            chosen = [k for k, number in enumerate(told) if number in kept and (kept[number] or ".a." in files[k].name)]
            some.append(([sketches[k] for k in chosen], [told[k] for k in chosen]))
        report(f"{size} events, three in ten told by one source, thirty times", some)


def report(name: str, archives: Sequence[tuple[Sequence[Sketch], Sequence[int]]]) -> None:
    events: list[list[int]] = []
    everything: list[int] = []
    for number, (sketches, told) in enumerate(archives):
        events += [[told[member.number] + 10_000 * number for member in members] for members in events_of(sketches)]
        everything += [event + 10_000 * number for event in told]
    recall, precision = measured(events, everything)
    print(f"{name}: recall {recall:.4f}, precision {precision:.4f}", flush=True)


if __name__ == "__main__":
    main()
