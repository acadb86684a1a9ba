"""Learning alignment: features and labels of annotated pairs to two looks, by cross-validation over pairs."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from gold import Annotated
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from compare.align import look
from compare.align.candidates import candidates
from compare.align.decision import decide_from
from compare.align.features import SECOND, measure
from compare.align.looks import LEVELS, SECOND_OTHER, Look
from compare.align.scoring import Scores, second_look
from compare.model import Link
from compare.utterances import shared_stretches

LEAST = {"firm": 2, "any": 1}
FOLDS = 5
STRENGTH = (1.0, 0.1)
"""Inverse regularisation (sklearn's C) of the first and the second look; a third and three times give the same within 0.005."""

SECOND_ALL = [*SECOND, *SECOND_OTHER]
Rows = list[list[float]]


class Example:
    """One annotated pair of accounts with the first look's features of its candidates."""

    def __init__(self, pair: Annotated) -> None:
        self.pair = pair
        self.seen = look(pair.left, pair.right, shared_stretches(pair.left, pair.right))
        self.grid = candidates(self.seen)
        self.rows: Rows = [row for i, partners in self.grid.lines() for row in measure(self.seen, i, partners)]
        self.labels = [pair.label(i, j) for i, j in self.grid]

    def scores(self, looks: dict[str, Look]) -> Scores:
        return {level: looks[level].probabilities(self.rows) for level in LEVELS}

    def second_rows(self, looks: dict[str, Look]) -> dict[str, Rows]:
        lines = list(second_look(self.grid, self.scores(looks)))
        return {level: [row for line in lines for row in line[k]] for k, level in enumerate(LEVELS)}

    def decide(self, chance: Scores, threshold: dict[str, float]) -> tuple[Link, ...]:
        return decide_from(self.seen, self.grid, chance, threshold)


APART = 17
"""How far apart in the list two pairs stand whose articles are put together as strangers."""


def strangers(pairs: Sequence[Annotated]) -> list[Example]:
    """Articles on two different events, every third pair: nothing in them belongs together.

    Learned from as well, so that a score means the same where accounts have little in common.
    """
    made = []
    for n, one in list(enumerate(pairs))[::3]:
        other = pairs[(n + APART) % len(pairs)]
        places, holds = (one.places[0], other.places[1]), (one.holds[0], other.holds[1])
        made.append(Example(Annotated(f"{one.name}-{other.name}", one.left, other.right, {}, places, holds)))
    return made


def fit(tables: Sequence[tuple[Rows, list[int]]], least: int, used: Sequence[bool], strength: float) -> Look:
    """A logistic regression on standardised features, folded back into plain weights."""
    x = np.array([row for rows, _ in tables for row in rows])
    y = np.array([label >= least for _, labels in tables for label in labels])
    x = x * np.array(used, dtype=float)
    scaler = StandardScaler().fit(x)
    model = LogisticRegression(C=strength, max_iter=5000).fit(scaler.transform(x), y)
    weights = model.coef_[0] / scaler.scale_ * np.array(used, dtype=float)
    bias = model.intercept_[0] - float((weights * scaler.mean_).sum())
    return Look(float(bias), tuple(float(w) for w in weights))


def learn(examples: Sequence[Example], used: Sequence[bool]) -> tuple[dict[str, Look], dict[str, Look]]:
    """Both looks at both levels; the second is fed first scores from folds that had not seen the pair."""
    first = {level: fit([(e.rows, e.labels) for e in examples], LEAST[level], used, STRENGTH[0]) for level in LEVELS}
    tables: dict[str, list[tuple[Rows, list[int]]]] = {level: [] for level in LEVELS}
    for k in range(FOLDS):
        rest = [(e.rows, e.labels) for n, e in enumerate(examples) if n % FOLDS != k]
        looks = {level: fit(rest, LEAST[level], used, STRENGTH[0]) for level in LEVELS}
        for e in examples[k::FOLDS]:
            if e.rows:
                seconds = e.second_rows(looks)
                for level in LEVELS:
                    tables[level].append((seconds[level], e.labels))
    every = [True] * len(SECOND_ALL)
    return first, {level: fit(tables[level], LEAST[level], every, STRENGTH[1]) for level in LEVELS}


def predict(e: Example, first: dict[str, Look], second: dict[str, Look]) -> Scores:
    """Per level the probability of each candidate."""
    rows = e.second_rows(first)
    return {level: second[level].probabilities(rows[level]) for level in LEVELS}


def orders(count: int, repeats: int) -> list[list[int]]:
    """Orders of the examples to take folds from: as they stand, then shuffled (seeds 1, 2, ...)."""
    found = [list(range(count))]
    for seed in range(1, repeats):
        found.append(random.Random(seed).sample(range(count), count))
    return found


def folds(order: Sequence[int]) -> list[set[int]]:
    """The examples of each fold."""
    return [set(order[k::FOLDS]) for k in range(FOLDS)]


def cross_validate(
    examples: Sequence[Example], used: Sequence[bool], order: Sequence[int], more: Sequence[Example] = ()
) -> list[Scores]:
    """Predictions for every example by a model that has not seen it; ``more`` are learned from and not tested."""
    found: list[Scores] = [{} for _ in examples]
    for held in folds(order):
        looks = learn([*(examples[n] for n in order if n not in held), *more], used)
        for n in held:
            found[n] = predict(examples[n], *looks)
    return found
