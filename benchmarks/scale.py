"""Compare generated texts of many sentences: time, memory, links found.

    python benchmarks/scale.py                      1,000, 3,000 and 10,000 sentences
    python benchmarks/scale.py 1000 100000          other sizes
    python benchmarks/scale.py --cdist              beside every pair scored by rapidfuzz
    python benchmarks/scale.py --hard               texts that are hard to index or to read

A text of n sentences (words drawn by Zipf's law, 3 to 6 sentences a paragraph)
meets a copy of itself: the sentences shuffled, a tenth of their words replaced.
Every sentence has one true partner. Time and peak memory are those of a whole
process, from the files to the JSON report. The same n makes the same texts.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

PROGRAM = [sys.executable, "-c", "from compare.cli import entry; entry()"]

REPLACED = 0.1
"""Share of the words that the copy has otherwise."""

SHORTEST, LONGEST = 10, 28
"""Words of a sentence."""

CDIST_MOST = 3000
"""Sentences up to which every pair is scored by rapidfuzz: 25 seconds."""

GRAMMAR = """the of and to in a that it was for on with as his they at be this from have or by had not but what all
were when we there an which their if would more will about who so some its after into over could just our only
than other also two before should against through between where those such because while under both being""".split()
"""What stands in the first ranks: the most frequent English words."""

ONSETS = "b br ch d dr f fl g gr h j k kl l m n p pl pr qu r s sh sk st t tr v w z".split()
VOWELS = "a e i o u ai ea oo".split()
CODAS = ["", "", "", "n", "r", "l", "s", "t", "m", "nd", "rt"]

Sentence = list[str]


class Run(NamedTuple):
    """What one process took."""

    seconds: float
    megabytes: float


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare generated texts of many sentences.")
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 3000, 10000], metavar="N")
    parser.add_argument("--cdist", action="store_true", help="score every pair with rapidfuzz, too (needs numpy)")
    parser.add_argument("--hard", action="store_true", help="texts that are hard to index or to read instead")
    args = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        timed(PROGRAM, *pair(folder, "warm", *2 * [as_text(sentences(20))]), folder / "out.json")
        if args.hard:
            hard(folder)
        else:
            sizes(folder, args.sizes, args.cdist)


def sizes(folder: Path, wanted: Sequence[int], cdist: bool) -> None:
    """Print a row a size."""
    print(f"{'sentences':>10}{'seconds':>9}{'peak MB':>9}{'found':>9}{'growth':>9}{'cdist s':>9}{'ratio':>7}")
    before: Run | None = None
    for n in wanted:
        left = sentences(n)
        right, partner = copied(left)
        files = pair(folder, str(n), as_text(left), as_text(right))
        run = timed(PROGRAM, *files, folder / "out.json")
        growth = f"{run.seconds / before.seconds:.2f} x" if before else ""
        print(f"{n:>10,}{run.seconds:>9.2f}{run.megabytes:>9.0f}{found(folder / 'out.json', partner):>9}{growth:>9}", end="")
        if cdist and n <= CDIST_MOST:
            every = every_pair(left, right)
            print(f"{every:>9.2f}{every / run.seconds:>6.1f}x", end="")
        print(flush=True)
        before = run


def sentences(n: int) -> list[Sentence]:
    """So many sentences; the vocabulary grows with the square root of their number (Heaps' law)."""
    chance = random.Random(n)
    words = vocabulary(chance, 2000 + int(60 * n**0.5))
    heights = list(accumulate(1 / rank for rank in range(2, len(words) + 2)))
    lengths = [chance.randint(SHORTEST, LONGEST) for _ in range(n)]
    return [chance.choices(words, cum_weights=heights, k=length) for length in lengths]


def vocabulary(chance: random.Random, size: int) -> list[str]:
    """Words by rank: grammar first, then invented ones of two syllables (no abbreviation is as long) or more."""
    made = dict.fromkeys(GRAMMAR)
    while len(made) < size:
        syllables = range(2 + (len(made) > 3000))
        made["".join(chance.choice(ONSETS) + chance.choice(VOWELS) for _ in syllables) + chance.choice(CODAS)] = None
    return list(made)


def copied(left: Sequence[Sentence]) -> tuple[list[Sentence], dict[int, int]]:
    """The sentences shuffled, a tenth of the words another's; and where each one went."""
    chance = random.Random(-len(left) - 1)
    order = list(range(len(left)))
    chance.shuffle(order)
    others = [word for sentence in left for word in sentence]
    right = [[chance.choice(others) if chance.random() < REPLACED else w for w in left[k]] for k in order]
    return right, {k: place for place, k in enumerate(order)}


def as_text(made: Iterable[Sentence]) -> str:
    """Paragraphs of three to six sentences."""
    chance = random.Random(1)
    rest = iter([" ".join([words[0].capitalize(), *words[1:]]) + "." for words in made])
    paragraphs = iter(lambda: " ".join(islice(rest, chance.randint(3, 6))), "")
    return "\n\n".join(paragraphs) + "\n"


def pair(folder: Path, name: str, left: str, right: str) -> tuple[Path, Path]:
    """Two texts as files."""
    files = folder / f"{name}-a.txt", folder / f"{name}-b.txt"
    for file, text in zip(files, (left, right), strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def timed(program: Sequence[str], left: Path, right: Path, out: Path, *options: str) -> Run:
    """What comparing two files takes in a process of its own."""
    start = perf_counter()
    command = [*program, "compare", str(left), str(right), "-q", "-o", str(out), *options]
    process = os.spawnv(os.P_NOWAIT, program[0], command)
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"{left.name}: the comparison failed")
    scale = 2**20 if sys.platform == "darwin" else 2**10
    return Run(perf_counter() - start, usage.ru_maxrss / scale)


def found(report: Path, partner: dict[int, int]) -> str:
    """The share of true links that were found."""
    data = json.loads(report.read_text(encoding="utf-8"))
    counts = [len(account["sentences"]) for account in data["accounts"]]
    if counts != [len(partner)] * 2:
        return f"{counts[0]}|{counts[1]}?"
    linked = set()
    for link in data["links"]:
        sides = [[int(name.rpartition(":")[2]) for name in names] for names in link["sentences"].values()]
        linked.update((i, j) for i in sides[0] for j in sides[1])
    true = sum((i, j) in linked for i, j in partner.items())
    return f"{true / len(partner):.2%}"


def every_pair(left: Sequence[Sentence], right: Sequence[Sentence]) -> float:
    """Seconds that rapidfuzz takes to score every pair on one core."""
    from rapidfuzz import fuzz, process

    sides = [[" ".join(words) for words in side] for side in (left, right)]
    start = perf_counter()
    process.cdist(*sides, scorer=fuzz.token_set_ratio, workers=1)
    return perf_counter() - start


def hard(folder: Path) -> None:
    """Print a row a text that is hard to index or to read; nothing of it is set aside."""
    print(f"{'text':44}{'characters':>12}{'seconds':>9}{'peak MB':>9}{'links':>8}")
    for name, make in HARD.items():
        texts = make()
        files = pair(folder, "hard", *texts)
        run = timed(PROGRAM, *files, folder / "out.json", "--keep-all")
        links = len(json.loads((folder / "out.json").read_text(encoding="utf-8"))["links"])
        print(f"{name:44}{len(texts[0]):>12,}{run.seconds:>9.2f}{run.megabytes:>9.0f}{links:>8,}", flush=True)


def votes(verb: str, n: int = 5000) -> str:
    """Sentences nearly alike: only their figures tell them apart."""
    lines = [f"Item {k + 1} was {verb} by a vote of {5 + k % 7} to {k % 5}." for k in range(n)]
    return "\n\n".join(" ".join(lines[k : k + 5]) for k in range(0, n, 5)) + "\n"


def marks(n: int = 100_000) -> str:
    """Quotation marks with a word between every two, in one paragraph."""
    return " ".join(f'word{k % 97} "' for k in range(n)) + "\n"


def quoting(verb: str, n: int = 10_000) -> str:
    """So many quotations of four people, none longer than a sentence."""
    made, people = sentences(n), ("Arlen Moss", "Berta Lindqvist", "Carl Otero", "Dina Farouk")
    lines = [f'"{" ".join(words).capitalize()}," {people[k % 4]} {verb}.' for k, words in enumerate(made)]
    return "\n\n".join(" ".join(lines[k : k + 2]) for k in range(0, n, 2)) + "\n"


def one_line(size: int = 5_000_000) -> str:
    """Sentences without a line break."""
    return as_text(sentences(size // 105)).replace("\n\n", " ")[:size] + "\n"


HARD: dict[str, Callable[[], tuple[str, str]]] = {
    "5,000 sentences nearly alike": lambda: (votes("approved"), votes("approved")),
    "the same, one word another": lambda: (votes("approved"), votes("passed")),
    "100,000 quotation marks": lambda: (marks(), marks()),
    "10,000 quotations": lambda: (quoting("said"), quoting("told reporters")),
    "one line of 5 MB": lambda: (one_line(), one_line()),
    "one word 500,000 times": lambda: ("word " * 500_000, "word " * 500_000),
}
"""What is hard, and the two texts that show it."""


if __name__ == "__main__":
    main()
