"""Learn the weights of alignment and measure them by cross-validation over pairs.

    python benchmarks/links.py            five folds, four times over: strict and loose F1, relations
    python benchmarks/links.py --ablate   what each group of features gains
    python benchmarks/links.py --units    which short sentences to put together
    python benchmarks/links.py --write    learn on all pairs, write compare/align/weights.json

Needs ``pip install -e '.[bench]'`` and the annotated pairs.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

from gold import RANK, annotated_pairs
from learning import LEAST, SECOND_ALL, Example, cross_validate, folds, learn, orders, strangers

from compare.align import units
from compare.align.features import FIRST
from compare.align.looks import LEVELS
from compare.align.scoring import Scores
from compare.model import Link

OUT = Path(__file__).resolve().parents[1] / "compare" / "align" / "weights.json"
REPEATS = 4
"""Times that the pairs are cut into folds: with one the figures vary by 0.01 for nothing."""

GRID = [round(0.16 + 0.02 * k, 2) for k in range(22)]
NEAR = 0.06
"""A threshold is as good as the mean of those so near to it: the best single one is luck."""

Counts = tuple[int, int, int]
Table = dict[float, list[Counts]]


def f1(rows: Sequence[Counts]) -> tuple[float, float, float]:
    """F1, precision and recall of (hits, claimed, annotated) counts."""
    hit, claimed, there = (sum(column) for column in zip(*rows, strict=True))
    precision, recall = hit / max(1, claimed), hit / max(1, there)
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def tally(e: Example, links: Sequence[Link], level: str) -> Counts:
    """Hits, claimed and annotated pairs of the annotators' sentences: firm links, or all of them."""
    gold = {p for p, rank in e.pair.gold.items() if rank >= LEAST[level]}
    got = {p for link in links if level == "any" or link.relation != "overlap" for p in e.pair.claimed(link)}
    return len(gold & got), len(got), len(gold)


def best(table: Table, among: Sequence[int]) -> float:
    """The threshold whose neighbourhood has the highest mean F1 over some examples."""
    scores = {t: f1([rows[m] for m in among])[0] for t, rows in table.items()}
    return max(GRID, key=lambda t: mean(s for u, s in scores.items() if abs(u - t) < NEAR + 0.001))


def grid(examples: Sequence[Example], found: Sequence[Scores]) -> dict[str, Table]:
    """Per level and threshold the counts of every example (loose ones at the best firm threshold)."""
    pairs = list(zip(examples, found, strict=True))
    firm = {t: [tally(e, e.decide(f, {"firm": t, "any": 2.0}), "firm") for e, f in pairs] for t in GRID}
    fixed = best(firm, range(len(examples)))
    loose = {t: [tally(e, e.decide(f, {"firm": fixed, "any": t}), "any") for e, f in pairs] for t in GRID}
    return {"firm": firm, "any": loose}


def honest(counts: dict[str, Table], order: Sequence[int]) -> dict[str, tuple[float, float, float]]:
    """F1 (and precision, recall) with each fold's threshold chosen on the other folds."""
    result = {}
    for level, table in counts.items():
        rows = []
        for held in folds(order):
            chosen = table[best(table, [n for n in order if n not in held])]
            rows += [chosen[n] for n in sorted(held)]
        result[level] = f1(rows)
    return result


Figures = dict[str, tuple[float, float, float]]


def report(examples: Sequence[Example], apart: Sequence[Example], used: Sequence[bool], repeats: int = REPEATS) -> Figures:
    """Strict (firm) and loose (any) F1, precision and recall: the mean over several cuts into folds."""
    every = []
    for order in orders(len(examples), repeats):
        every.append(honest(grid(examples, cross_validate(examples, used, order, apart)), order))
    return {level: tuple(mean(r[level][k] for r in every) for k in range(3)) for level in LEVELS}  # type: ignore[misc]


def shown(figures: Figures) -> str:
    strict, loose = figures["firm"], figures["any"]
    return (
        f"strict {strict[0]:.3f} (P {strict[1]:.3f} R {strict[2]:.3f})  "
        f"loose {loose[0]:.3f} (P {loose[1]:.3f} R {loose[2]:.3f})"
    )


def relations(examples: Sequence[Example], found: Sequence[Scores]) -> None:
    """Print which relation was annotated and which was found, pair by pair of the annotators' sentences."""
    counts = grid(examples, found)
    threshold = {level: best(table, range(len(examples))) for level, table in counts.items()}
    table: Counter[tuple[int, int]] = Counter()
    for e, f in zip(examples, found, strict=True):
        got: dict[tuple[int, int], int] = {}
        for link in e.decide(f, threshold):
            for p in e.pair.claimed(link):
                got[p] = max(got.get(p, 0), RANK[link.relation])
        table.update((e.pair.gold.get(p, 0), got.get(p, 0)) for p in got.keys() | e.pair.gold.keys())
    names = {rank: name for name, rank in RANK.items()} | {0: "none"}
    print(f"\n{'annotated / found':18}" + "".join(f"{names[k]:>16}" for k in (3, 2, 1, 0)))
    for row in (3, 2, 1, 0):
        print(f"{names[row]:18}" + "".join(f"{table[row, k]:16}" for k in (3, 2, 1, 0)))


GROUPS = {
    "rarity": "count contain rarest second third",
    "runs": "run_weight pairs",
    "quotations": "anchor anchored quoted_contain quoted_both quoted_any quoted_max said",
    "figures": "figures figures_weight rounded",
    "news": "fresh_weight",
    "place": "place",
    "length": "long length_gap sentences",
}


def ablate(examples: Sequence[Example], apart: Sequence[Example], repeats: int) -> None:
    """Print what is lost without each group of features."""
    print(f"{'all':12} {shown(report(examples, apart, [True] * len(FIRST), repeats))}", flush=True)
    for group, words in GROUPS.items():
        out = words.split()
        used = [n not in out for n in FIRST]
        print(f"- {group:10} {shown(report(examples, apart, used, repeats))}  ({sum(not u for u in used)} features)", flush=True)


def choose_units() -> None:
    """Print the figures with sentences of up to so many words put to their neighbours."""
    pairs = annotated_pairs()
    for short in (0, 2, 3, 4, 5, 6):
        units.SHORT = short
        figures = report([Example(pair) for pair in pairs], strangers(pairs), [True] * len(FIRST))
        print(f"{short} words: {shown(figures)}", flush=True)


def write(examples: Sequence[Example], apart: Sequence[Example]) -> None:
    """Learn on all examples and write the weights, thresholds from cross-validation."""
    used = [True] * len(FIRST)
    every = range(len(examples))
    tables = [grid(examples, cross_validate(examples, used, order, apart)) for order in orders(len(examples), REPEATS)]
    chosen = {level: round(mean(best(counts[level], every) for counts in tables), 2) for level in LEVELS}
    first, second = learn([*examples, *apart], used)
    about = (
        f"Logistic regressions learned by benchmarks/links.py on {len(examples)} annotated pairs of news articles "
        f"and {len(apart)} pairs on two different events; "
        "thresholds by cross-validation over pairs. firm: same-quotation or same-claim; any: any link."
    )
    data: dict[str, object] = {"about": about, "threshold": chosen}
    for level in LEVELS:
        data[level] = {
            name: {"bias": round(look.bias, 4), **dict(zip(names, (round(w, 4) for w in look.weights), strict=True))}
            for name, look, names in (("first", first[level], FIRST), ("second", second[level], SECOND_ALL))
        }
    OUT.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {OUT.name}: {len(FIRST)} + {len(SECOND_ALL)} features, thresholds {chosen}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--repeats", type=int, default=REPEATS, help="times that the pairs are cut into folds")
    for option in ("--ablate", "--units", "--write"):
        parser.add_argument(option, action="store_true")
    args = parser.parse_args()
    if args.units:
        choose_units()
        return
    pairs = annotated_pairs()
    examples, apart = [Example(pair) for pair in pairs], strangers(pairs)
    if args.ablate:
        ablate(examples, apart, args.repeats)
    elif args.write:
        write(examples, apart)
    else:
        used = [True] * len(FIRST)
        print(f"cross-validated, thresholds from the other folds: {shown(report(examples, apart, used, args.repeats))}")
        relations(examples, cross_validate(examples, used, orders(len(examples), 1)[0], apart))


if __name__ == "__main__":
    main()
