"""Choose when two quotations are one utterance: recall and precision over a grid of thresholds, cross-validated.

    python benchmarks/parallels.py

For each setting the quotation rules run over the annotated pairs; a setting is
chosen on four fifths of the pairs and counted on the fifth.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType

from gold import GOLD, Annotated, annotated_pairs

from compare.align import align
from compare.rules import differences_between, differences_within
from compare.utterances import parallels, shared_stretches

PARALLELS = sys.modules["compare.utterances.parallels"]
GRID = {
    "LONG_RUN": (3, 4, 5),
    "LONG_COVER": (0.4, 0.5, 0.6),
    "LOOSE_WEIGHT": (1.5, 2.0, 3.0),
    "LOOSE_COVER": (0.5, 0.65, 0.8),
}
KINDS = ("quotation-wording", "quotation-truncated")
WEIGHT = 0.5
"""A false alarm costs so many finds."""


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_gold", GOLD / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tally(score: ModuleType, pair: Annotated, found: Sequence, wanted: Sequence[dict]) -> tuple[int, int, int]:
    """Annotated places found, counted reports, counted reports that are right."""
    ids = [pair.left.id, pair.right.id]
    reported = [
        {"kind": d.kind, "severity": d.severity, "readings": [{"account": r.account, "start": r.start, "end": r.end} for r in d.readings]}
        for d in found
        if not d.kind.startswith("only")
    ]
    hits = sum(any(score.finds(d, item, ids) for d in reported) for item in wanted if item["kind"] in KINDS)
    counted = [d for d in reported if d["severity"] != "note"]
    return hits, len(counted), sum(any(score.finds(d, item, ids) for item in wanted) for d in counted)


def main() -> None:
    score = scorer()
    pairs = annotated_pairs()
    wanted = [json.loads((GOLD / "dev" / f"{p.name}.gold.json").read_text())["discrepancies"] for p in pairs]
    bases = [align(p.left, p.right) for p in pairs]
    total = [sum(i["kind"] in KINDS for i in w) for w in wanted]
    table: dict[tuple[float, ...], list[tuple[int, int, int]]] = {}
    for setting in itertools.product(*GRID.values()):
        for name, threshold in zip(GRID, setting, strict=True):
            setattr(PARALLELS, name, threshold)
        rows = []
        for pair, base, want in zip(pairs, bases, wanted, strict=True):
            shared = shared_stretches(pair.left, pair.right)
            full = replace(base, parallels=parallels(pair.left, pair.right, shared, base.links))
            found = [*differences_between(full), *differences_within(pair.left), *differences_within(pair.right)]
            rows.append(tally(score, pair, found, want))
        table[setting] = rows
    best = sorted(table, key=lambda s: -value(table[s]))[:12]
    for setting in best:
        h, n, r = (sum(column) for column in zip(*table[setting], strict=True))
        print(dict(zip(GRID, setting, strict=True)), f"recall {h}/{sum(total)} precision {r}/{n} = {r / max(1, n):.2f}")
    held = [(0, 0, 0)] * len(pairs)
    for k in range(5):
        inside = [n for n in range(len(pairs)) if n % 5 != k]
        chosen = max(table, key=lambda s: value([table[s][n] for n in inside]))
        for n in range(k, len(pairs), 5):
            held[n] = table[chosen][n]
    h, n, r = (sum(column) for column in zip(*held, strict=True))
    print(f"cross-validated: recall {h}/{sum(total)} = {h / sum(total):.2f}, precision {r}/{n} = {r / max(1, n):.2f}")


def value(rows: Sequence[tuple[int, int, int]]) -> float:
    """What a setting is worth: finds less the price of false alarms."""
    return sum(h - WEIGHT * (n - r) for h, n, r in rows)


if __name__ == "__main__":
    main()
