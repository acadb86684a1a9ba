"""Learn the weights of alignment and measure them by cross-validation over pairs.

    python benchmarks/links.py            five folds: strict and loose F1, relations
    python benchmarks/links.py --ablate   what each group of features gains
    python benchmarks/links.py --write    learn on all pairs, write compare/align/weights.json

Needs ``pip install -e '.[bench]'`` and the annotated pairs.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from gold import Annotated, annotated_pairs
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from compare.align import look
from compare.align.candidates import candidates
from compare.align.decision import decide_from
from compare.align.features import FIRST, SECOND, first_look
from compare.align.looks import LEVELS, SECOND_OTHER, Look
from compare.align.scoring import Scores, second_look
from compare.model import Link
from compare.utterances import shared_stretches

OUT = Path(__file__).resolve().parents[1] / "compare" / "align" / "weights.json"
LEAST = {"firm": 2, "any": 1}
FOLDS = 5
STRENGTH = 0.1
"""Inverse regularisation (sklearn's C); 0.03 to 1 give the same within 0.005."""

SECOND_ALL = [*SECOND, *SECOND_OTHER]
Rows = list[list[float]]


class Example:
    """One annotated pair of accounts with the first look's features of its candidates."""

    def __init__(self, pair: Annotated) -> None:
        self.pair = pair
        self.seen = look(pair.left, pair.right, shared_stretches(pair.left, pair.right))
        self.grid = candidates(self.seen)
        self.rows: Rows = list(first_look(self.seen, self.grid))
        self.labels = [pair.label(i, j) for i, j in self.grid]

    def scores(self, looks: dict[str, Look]) -> Scores:
        return {level: [looks[level].probability(row) for row in self.rows] for level in LEVELS}

    def second_rows(self, looks: dict[str, Look]) -> dict[str, Rows]:
        rows = list(second_look(self.grid, self.scores(looks)))
        return {level: [row[k] for row in rows] for k, level in enumerate(LEVELS)}

    def decide(self, chance: Scores, threshold: dict[str, float]) -> tuple[Link, ...]:
        return decide_from(self.seen, self.grid, chance, threshold)


def fit(tables: Sequence[tuple[Rows, list[int]]], least: int, used: Sequence[bool]) -> Look:
    """A logistic regression on standardised features, folded back into plain weights."""
    x = np.array([row for rows, _ in tables for row in rows])
    y = np.array([label >= least for _, labels in tables for label in labels])
    x = x * np.array(used, dtype=float)
    scaler = StandardScaler().fit(x)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(scaler.transform(x), y)
    weights = model.coef_[0] / scaler.scale_ * np.array(used, dtype=float)
    bias = model.intercept_[0] - float((weights * scaler.mean_).sum())
    return Look(float(bias), tuple(float(w) for w in weights))


def learn(examples: Sequence[Example], used: Sequence[bool]) -> tuple[dict[str, Look], dict[str, Look]]:
    """Both looks at both levels; the second is fed first scores from folds that had not seen the pair."""
    first = {level: fit([(e.rows, e.labels) for e in examples], LEAST[level], used) for level in LEVELS}
    tables: dict[str, list[tuple[Rows, list[int]]]] = {level: [] for level in LEVELS}
    for k in range(FOLDS):
        rest = [(e.rows, e.labels) for n, e in enumerate(examples) if n % FOLDS != k]
        looks = {level: fit(rest, LEAST[level], used) for level in LEVELS}
        for e in examples[k::FOLDS]:
            if e.rows:
                seconds = e.second_rows(looks)
                for level in LEVELS:
                    tables[level].append((seconds[level], e.labels))
    every = [True] * len(SECOND_ALL)
    return first, {level: fit(tables[level], LEAST[level], every) for level in LEVELS}


def predict(e: Example, first: dict[str, Look], second: dict[str, Look]) -> Scores:
    """Per level the probability of each candidate."""
    rows = e.second_rows(first)
    return {level: [second[level].probability(row) for row in rows[level]] for level in LEVELS}


def cross_validate(examples: Sequence[Example], used: Sequence[bool]) -> list[Scores]:
    """Predictions for every example by a model that has not seen it, in the order of the examples."""
    found: list[Scores] = [{} for _ in examples]
    for k in range(FOLDS):
        looks = learn([e for n, e in enumerate(examples) if n % FOLDS != k], used)
        for n in range(k, len(examples), FOLDS):
            found[n] = predict(examples[n], *looks)
    return found


def f1(rows: Sequence[tuple[int, int, int]]) -> tuple[float, float, float]:
    """F1, precision and recall of (hits, claimed, annotated) counts."""
    hit, claimed, there = (sum(column) for column in zip(*rows, strict=True))
    precision, recall = hit / max(1, claimed), hit / max(1, there)
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def tally(e: Example, links: Sequence[Link], level: str) -> tuple[int, int, int]:
    """Hits, claimed and annotated pairs of the annotators' sentences: firm links, or all of them."""
    gold = {p for p, rank in e.pair.gold.items() if rank >= LEAST[level]}
    got = {p for link in links if level == "any" or link.relation != "overlap" for p in e.pair.claimed(link)}
    return len(gold & got), len(got), len(gold)


GRID = [round(0.16 + 0.02 * k, 2) for k in range(22)]


def grid(examples: Sequence[Example], found: Sequence[Scores]) -> dict[str, dict[float, list[tuple[int, int, int]]]]:
    """Per level and threshold the counts of every example (loose ones at the best firm threshold)."""
    firm = {
        t: [tally(e, e.decide(f, {"firm": t, "any": 2.0}), "firm") for e, f in zip(examples, found, strict=True)]
        for t in GRID
    }
    best = max(GRID, key=lambda t: f1(firm[t])[0])
    loose = {
        t: [tally(e, e.decide(f, {"firm": best, "any": t}), "any") for e, f in zip(examples, found, strict=True)]
        for t in GRID
    }
    return {"firm": firm, "any": loose}


def thresholds(counts: dict[str, dict[float, list[tuple[int, int, int]]]]) -> dict[str, float]:
    """Per level the threshold with the highest F1."""
    return {level: max(GRID, key=lambda t: f1(table[t])[0]) for level, table in counts.items()}


def honest(counts: dict[str, dict[float, list[tuple[int, int, int]]]], n: int) -> dict[str, tuple[float, float, float]]:
    """F1 (and precision, recall) with each fold's threshold chosen on the other folds."""
    result = {}
    for level, table in counts.items():
        rows = []
        for k in range(FOLDS):
            chosen = max(GRID, key=lambda t: f1([row for m, row in enumerate(table[t]) if m % FOLDS != k])[0])
            rows += table[chosen][k::FOLDS]
        result["strict" if level == "firm" else "loose"] = tuple(round(x, 3) for x in f1(rows))
    return result


def report(examples: Sequence[Example], used: Sequence[bool]) -> dict[str, tuple[float, float, float]]:
    return honest(grid(examples, cross_validate(examples, used)), len(examples))


GROUPS = {
    "rarity": "rarest second third unique rare weight cosine contain jaccard count",
    "runs": "run pairs",
    "quotations": "quoted anchor hint",
    "speakers": "speaker",
    "figures": "figures",
    "names": "names other_weight",
    "place": "place first_any first_both",
    "length": "long short length_gap sentences",
    "rivals": "lead rank share",
}


def ablate(examples: Sequence[Example]) -> None:
    """Print what is lost without each group of features."""
    whole = report(examples, [True] * len(FIRST))
    print(f"{'all':12} strict {whole['strict'][0]:.3f} loose {whole['loose'][0]:.3f}")
    for group, words in GROUPS.items():
        heads = tuple(words.split())
        used = [not (n.startswith(heads) if group != "rivals" else any(w in n.split("_") for w in heads)) for n in FIRST]
        less = report(examples, used)
        print(f"- {group:10} strict {less['strict'][0]:.3f} loose {less['loose'][0]:.3f} ({sum(not u for u in used)} features)")


def write(examples: Sequence[Example]) -> None:
    """Learn on all examples and write the weights, thresholds from cross-validation."""
    used = [True] * len(FIRST)
    chosen = thresholds(grid(examples, cross_validate(examples, used)))
    first, second = learn(examples, used)
    about = (
        f"Logistic regressions learned by benchmarks/links.py on {len(examples)} annotated pairs of news articles; "
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
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    examples = [Example(pair) for pair in annotated_pairs()]
    if args.ablate:
        ablate(examples)
    elif args.write:
        write(examples)
    else:
        counts = grid(examples, cross_validate(examples, [True] * len(FIRST)))
        print("cross-validated, threshold from the other folds (F1, precision, recall):", honest(counts, len(examples)))
        print("all folds at one threshold:", thresholds(counts))
        print("candidates", sum(len(e.rows) for e in examples), Counter(r for e in examples for r in e.labels))


if __name__ == "__main__":
    main()
