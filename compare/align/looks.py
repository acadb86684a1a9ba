"""Features to probabilities: two looks of a logistic regression.

The weights in ``weights.json`` are learned by ``benchmarks/links.py``, which
also says how they came to be.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import mul
from pathlib import Path
from typing import NamedTuple

from compare.align.features import FIRST, SECOND

LEVELS = ("firm", "any")
"""``firm`` is the probability of same-quotation or same-claim, ``any`` that of any link."""

SECOND_OTHER = tuple(f"other_{name}" for name in SECOND)
"""The second look's features once more, from the other level's first scores."""


class Look(NamedTuple):
    """A logistic regression: one weight a feature, in the order of the feature list."""

    bias: float
    weights: tuple[float, ...]

    def probabilities(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The probability (0 to 1) of each row of features."""
        bias, weights = self.bias, self.weights
        return [sigmoid(bias + sum(map(mul, weights, row))) for row in rows]


def sigmoid(z: float) -> float:
    """The logistic function, kept off 0 and 1."""
    return 1 / (1 + math.exp(-z if -30 < z < 30 else -30.0 if z > 0 else 30.0))


class Decision(NamedTuple):
    """What was learned: two looks a level, and the probability from which on a pair is linked."""

    first: Mapping[str, Look]
    second: Mapping[str, Look]
    threshold: Mapping[str, float]


@lru_cache(maxsize=1)
def learned() -> Decision:
    """The decision that is shipped with the program."""
    return decision_from(json.loads((Path(__file__).parent / "weights.json").read_text(encoding="utf-8")))


def decision_from(data: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Decision:
    """A decision from its file's JSON; KeyError where a feature has no weight."""

    def look(level: str, which: str, names: Sequence[str]) -> Look:
        weights = data[level][which]
        return Look(weights["bias"], tuple(weights[name] for name in names))

    return Decision(
        {level: look(level, "first", FIRST) for level in LEVELS},
        {level: look(level, "second", [*SECOND, *SECOND_OTHER]) for level in LEVELS},
        {level: float(data["threshold"][level]) for level in LEVELS},  # type: ignore[arg-type]
    )
