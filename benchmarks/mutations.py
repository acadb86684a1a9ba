"""Change one thing in copies of an article and see whether it is found, and nothing else.

    python benchmarks/mutations.py [FILE …] [--gold] [--each 6] [--list]

A copy has some paragraphs dropped and moved and its marks straightened, and one
change. The change counts as found where a discrepancy touches it on both sides
(on one, where the account contradicts itself); as right, where its kind is the
one asked for; as counted, where it is more than a note. Controls are copies without
a change: they must have no counted discrepancy. ``--gold`` takes the annotated
pairs' articles and the quotation corpus', where they are.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gold import GOLD
from mutants import CHANGES, Mutant, mutant

from compare.model import Account, Discrepancy
from compare.pipeline import compare_accounts, read_account

ROOT = Path(__file__).resolve().parents[1]
OWN = [*ROOT.glob("benchmarks/articles/*.txt"), *ROOT.glob("tests/stories/*.txt"), *ROOT.glob("sources/kennebunkport/*.txt")]

SLACK = 40
"""Characters by which a reading may miss a change, and be longer."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Change one thing in copies of an article and see whether it is found.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--gold", action="store_true", help="the annotated articles instead of our own")
    parser.add_argument("--each", type=int, default=6, help="changes of a sort in an article")
    parser.add_argument("--seed", default="")
    parser.add_argument("--only", choices=[*CHANGES, "control"], help="one sort alone")
    parser.add_argument("--list", action="store_true", help="print what was missed and what was wrong")
    args = parser.parse_args()
    count: Counter[tuple[str, str]] = Counter()
    for name, text in articles(args.files, args.gold):
        for sort, made in mutants(name, text, args.each, args.seed):
            if args.only in (None, sort):
                tally(count, sort, compared(name, text, made), made, name if args.list else None)
    print(f"{'':15}{'made':>6}{'found':>8}{'counted':>8}{'right':>8}{'twice':>7}{'stray':>7}")
    for sort in (*CHANGES, "control"):
        n = max(1, count[sort, "made"])
        shares = [f"{count[sort, key] / n:8.3f}" for key in ("found", "counted", "right")]
        print(f"{sort:15}{count[sort, 'made']:6}{''.join(shares)}{count[sort, 'twice']:7}{count[sort, 'stray']:7}")


def articles(files: Sequence[Path], gold: bool) -> Iterator[tuple[str, str]]:
    """Names and texts."""
    if gold:
        if not GOLD.is_dir():
            sys.exit("No annotated articles here: leave --gold away to measure on the project's own.")
        files = sorted(GOLD.glob("dev/*.txt"))
        for line in (GOLD / "quotes" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            yield document["doc"], document["text"]
    for path in files or sorted(OWN):
        yield path.stem, path.read_text(encoding="utf-8")


def mutants(name: str, text: str, each: int, seed: str) -> Iterator[tuple[str, Mutant]]:
    """Copies of a text with up to ``each`` changes of a sort, and as many without; the same ones every time."""
    for sort, changes in CHANGES.items():
        rng = random.Random(f"{seed}{name}:{sort}")
        found = list(changes(text, rng))
        for change in rng.sample(found, min(each, len(found))):
            yield sort, mutant(text, change, rng)
    rng = random.Random(f"{seed}{name}:control")
    for _ in range(each):
        yield "control", mutant(text, None, rng)


def compared(name: str, text: str, made: Mutant) -> tuple[Account, Account, list[Discrepancy]]:
    """Both accounts and what differs, sentences told by one alone left out."""
    left = replace(read_account("-", data=text.encode()), id="original")
    right = replace(read_account("-", data=made.text.encode()), id="copy")
    found = compare_accounts([left, right]).discrepancies
    return left, right, [d for d in found if not d.kind.startswith("only")]


def tally(count: Counter[tuple[str, str]], sort: str, result: tuple[Account, Account, list[Discrepancy]], made: Mutant, name: str | None) -> None:
    """Count one copy; say what was missed or strays where a name is given."""
    found = result[2]
    mine = [d for d in found if touches(d, made)]
    counted = [d for d in mine if d.severity != "note"]
    stray = [d for d in found if d not in mine and d.severity != "note"]
    right = any(d.kind in made.right for d in mine)
    for key, value in (("made", 1), ("found", bool(mine)), ("counted", bool(counted)), ("right", right),
                       ("twice", len(counted) > 1), ("stray", len(stray))):  # fmt: skip
        count[sort, key] += value
    if name and made.here and not (counted and right):
        print(f"{name} {sort}: {made.what}  found as {[(d.kind, d.severity) for d in mine]}")
    if name and len(counted) > 1:
        print(f"{name} {sort} twice: {made.what} {[d.kind + ': ' + d.message for d in counted]}")
    for d in stray if name else ():
        print(f"{name} {sort} stray: {d.kind}: {d.message}")


def touches(found: Discrepancy, made: Mutant) -> bool:
    """Whether readings of both sides touch the change; one of the copy's, where it contradicts itself."""
    places = {"original": made.here, "copy": made.there}
    near = {r.account for r in found.readings if any(_near(r.start, r.end, place) for place in places[r.account])}
    return "copy" in near and near == {r.account for r in found.readings}


def _near(start: int, end: int, place: tuple[int, int]) -> bool:
    size = place[1] - place[0]
    return start <= place[1] + SLACK and end >= place[0] - SLACK and end - start <= 3 * size + SLACK


if __name__ == "__main__":
    main()
