"""Probabilities to links, and what a link says."""

from __future__ import annotations

from collections.abc import Mapping, Set

from compare.align.candidates import ORDINARY, Grid, Pair, candidates
from compare.align.copies import copies, twins, without_rivals
from compare.align.grouping import links_of
from compare.align.headings import beside_headings
from compare.align.looks import Decision
from compare.align.profile import Profiles
from compare.align.scoring import Scores, probabilities
from compare.model import Link


def decide(seen: Profiles, decision: Decision) -> tuple[Link, ...]:
    """The links of two accounts in the order of the left one; identical sentences always meet."""
    grid = candidates(seen)
    if max(len(seen.left), len(seen.right)) > ORDINARY:
        copied = copies(seen, grid)
        grid = without_rivals(grid, twins(seen) | copied)
    else:
        copied = None
    return decide_from(seen, grid, probabilities(seen, grid, decision), decision.threshold, copied)


def decide_from(seen: Profiles, grid: Grid, chance: Scores, threshold: Mapping[str, float], copied: Set[Pair] | None = None) -> tuple[Link, ...]:
    """The links that probabilities give at thresholds (both per level), and those of copies (``copied``, where they are known)."""
    twin = twins(seen)
    copied = copies(seen, grid) if copied is None else copied
    met = twin | copied if max(len(seen.left), len(seen.right)) > ORDINARY else twin
    paired_left, paired_right = {i for i, _ in met}, {j for _, j in met}
    found = {pair: (_firm(seen, *pair), 1.0) for pair in twin}
    for pair, firm, any_ in zip(grid, chance["firm"], chance["any"], strict=True):
        sure = firm >= threshold["firm"] or pair in copied
        paired = pair[0] in paired_left and pair[1] in paired_right and pair not in copied
        if pair in twin or paired or not (sure or any_ >= threshold["any"]):
            continue  # where both have their twin, what is like it as well is another of its kind
        relation = _firm(seen, *pair) if sure else "overlap"
        score = max(firm, threshold["firm"]) if sure else any_
        found[pair] = relation, round(score, 4)
    said = [pair for pair, (relation, _) in found.items() if relation != "overlap"]
    for pair in beside_headings(said, found, seen.left_headings, seen.right_headings) - twin:
        del found[pair]
    return links_of(seen, found)


def _firm(seen: Profiles, i: int, j: int) -> str:
    """The relation of two sentences that tell the same."""
    return "same-quotation" if seen.left[i].quoted & seen.right[j].quoted else "same-claim"
