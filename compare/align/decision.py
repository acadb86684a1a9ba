"""Features to links: two looks of a logistic regression, and what a link says.

The weights in ``weights.json`` are learned by ``benchmarks/links.py``, which
also says how they came to be.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from compare.align.candidates import Pair, candidates
from compare.align.features import FIRST, SECOND, Table, first_look, surround
from compare.align.headings import beside_headings
from compare.align.profile import Profiles
from compare.model import RELATIONS, Link

LEVELS = ("firm", "any")
"""``firm`` is the probability of same-quotation or same-claim, ``any`` that of any link."""

SHOWN_WORDS = 6
"""Shared words that a link names."""


@dataclass(frozen=True, slots=True)
class Look:
    """A logistic regression: one weight a feature, in the order of the feature list."""

    bias: float
    weights: tuple[float, ...]

    def probability(self, row: Sequence[float]) -> float:
        """The probability (0 to 1) of one row of features."""
        z = self.bias + sum(w * x for w, x in zip(self.weights, row, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


@dataclass(frozen=True, slots=True)
class Decision:
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


SECOND_OTHER = tuple(f"other_{name}" for name in SECOND)
"""The second look's features once more, from the other level's first scores."""


def second_look(scores: Mapping[str, Mapping[Pair, float]]) -> dict[str, Table]:
    """Per level the rows of the second look: its own first scores' surroundings, then the other level's."""
    around = {level: surround(scores[level]) for level in LEVELS}
    return {
        level: {pair: row + around[other][pair] for pair, row in around[level].items()}
        for level, other in zip(LEVELS, reversed(LEVELS), strict=True)
    }


def probabilities(seen: Profiles, decision: Decision) -> dict[str, dict[Pair, float]]:
    """Per level the probability of a link of every candidate pair."""
    table = first_look(seen, candidates(seen))
    scores = {level: _apply(decision.first[level], table) for level in LEVELS}
    rows = second_look(scores)
    return {level: _apply(decision.second[level], rows[level]) for level in LEVELS}


def _apply(look: Look, table: Table) -> dict[Pair, float]:
    return {pair: look.probability(row) for pair, row in table.items()}


def decide(seen: Profiles, decision: Decision) -> tuple[Link, ...]:
    """The links of two accounts in the order of the left one; identical sentences always meet."""
    return decide_from(seen, probabilities(seen, decision), decision.threshold)


def decide_from(
    seen: Profiles, chance: Mapping[str, Mapping[Pair, float]], threshold: Mapping[str, float]
) -> tuple[Link, ...]:
    """The links that probabilities give at thresholds; both per level."""
    twins = _twins(seen)
    paired_left, paired_right = {i for i, _ in twins}, {j for _, j in twins}
    found: dict[Pair, tuple[str, float]] = {}
    for i, j in sorted(set(chance["any"]) | twins):
        if (i, j) in twins:
            relation, score = "same-quotation" if _both_quote(seen, i, j) else "same-claim", 1.0
        else:
            relation, score = _judge(seen, chance, threshold, i, j)
            if i in paired_left and j in paired_right:
                relation = relation and "overlap"
        if relation:
            found[i, j] = relation, round(score, 4)
    firm = [pair for pair, (relation, _) in found.items() if relation != "overlap"]
    for pair in beside_headings(firm, seen.left_headings, seen.right_headings):
        found[pair] = "overlap", found[pair][1]
    return tuple(_link(seen, found, *group) for group in gathered(seen, found))


def gathered(seen: Profiles, found: Mapping[Pair, tuple[str, float]]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Linked pairs as groups (left, right): neighbours in one paragraph that share a partner go together.

    One sentence may be spread over several on the other side; a group has one
    sentence on one side at least, and its relation throughout.
    """
    kinds: dict[tuple[int, str], list[int]] = defaultdict(list)
    for (i, j), (relation, _) in found.items():
        kinds[i, _sort(relation)].append(j)
    wide: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    single: dict[tuple[int, str], list[int]] = defaultdict(list)
    for (i, kind), partners in kinds.items():
        for run in _neighbours(sorted(partners), seen.right_paragraphs):
            if len(run) > 1:
                wide.append(((i,), tuple(run)))
            else:
                single[run[0], kind].append(i)
    for (j, _), partners in single.items():
        wide.extend((tuple(run), (j,)) for run in _neighbours(sorted(partners), seen.left_paragraphs))
    return sorted(wide)


def _sort(relation: str) -> str:
    """Relations that may go together in one link."""
    return relation if relation == "overlap" else "firm"


def _neighbours(numbers: Sequence[int], paragraphs: Sequence[int]) -> list[list[int]]:
    """Ascending numbers cut into runs without a gap and within one paragraph."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and runs[-1][-1] == n - 1 and paragraphs[n - 1] == paragraphs[n]:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


def _link(
    seen: Profiles, found: Mapping[Pair, tuple[str, float]], left: tuple[int, ...], right: tuple[int, ...]
) -> Link:
    """One link: the strongest relation and the best score of its pairs, the words they share."""
    judged = [found[i, j] for i in left for j in right]
    relation = min((r for r, _ in judged), key=RELATIONS.index)
    return Link(left, right, relation, max(s for _, s in judged), _shared(seen, left, right))


def _judge(
    seen: Profiles, chance: Mapping[str, Mapping[Pair, float]], threshold: Mapping[str, float], i: int, j: int
) -> tuple[str, float]:
    """The relation of a candidate pair ("" for none) and its score."""
    firm, any_ = chance["firm"][i, j], chance["any"][i, j]
    if firm >= threshold["firm"]:
        return ("same-quotation" if _both_quote(seen, i, j) else "same-claim"), firm
    if any_ >= threshold["any"]:
        return "overlap", any_
    return "", 0.0


def _both_quote(seen: Profiles, i: int, j: int) -> bool:
    return bool(seen.left[i].quoted & seen.right[j].quoted)


def _twins(seen: Profiles) -> set[Pair]:
    """Pairs of sentences with the same words throughout; the n-th copy meets the n-th copy."""
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for j, profile in enumerate(seen.right):
        if profile.words:
            places[profile.words].append(j)
    used: dict[tuple[int, ...], int] = defaultdict(int)
    twins: set[Pair] = set()
    for i, profile in enumerate(seen.left):
        n = used[profile.words]
        if n < len(places.get(profile.words, ())):
            twins.add((i, places[profile.words][n]))
            used[profile.words] += 1
    return twins


def _shared(seen: Profiles, left: Sequence[int], right: Sequence[int]) -> tuple[str, ...]:
    """The content words both sides have, the rarest first, as the accounts first write them."""
    sides = (frozenset[int]().union(*(seen.left[i].content for i in left)),
             frozenset[int]().union(*(seen.right[j].content for j in right)))  # fmt: skip
    both = sorted(sides[0] & sides[1], key=lambda w: (-seen.weights[w], w))
    return tuple(seen.vocabulary[w] for w in both[:SHOWN_WORDS])
