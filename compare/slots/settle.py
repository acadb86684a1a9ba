"""Judged candidates to those that differ: every slot with its best partner, and none that has one it agrees with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from compare.model import Link
from compare.slots.candidates import Candidate
from compare.slots.find import Slot

Judge = Callable[[Candidate], str | None]


def settle(found: Iterable[Candidate], judge: Judge, common: bool = False) -> Iterator[tuple[Candidate, str]]:
    """Candidates and what ``judge`` says of them, the surest first, each slot once; those it calls ``same`` left out.

    A slot that agrees with one of its candidates differs from no other, unless
    all words next to it are the same there, and are not where it agrees. A
    rounder way to tell it is one all the same, in another sentence. What is told
    by few words, as a weekday is (``common``), agrees by chance: there it counts
    who stands in more of the same words.
    """
    judged = [(candidate, verdict) for candidate in found if (verdict := judge(candidate))]
    differing = [(c, verdict, c.weight) for c, verdict in judged if verdict != "same"]
    if not differing:
        return
    agrees = _agreeing(c for c, verdict in judged if verdict == "same")
    taken: set[Slot] = set()
    differing.sort(key=lambda d: (-d[2] - (d[1] == "rounding"), d[0].left.start, d[0].right.start))
    for candidate, verdict, own in differing:
        slots = (candidate.left, candidate.right)
        if not taken.isdisjoint(slots):
            continue
        link = candidate.link if verdict == "rounding" else None
        met = [agrees.get((slot, link)) for slot in slots]
        if all(weight is None or (common or candidate.tight) and own > weight for weight in met):
            taken.update(slots)
            yield candidate, verdict


def _agreeing(found: Iterable[Candidate]) -> dict[tuple[Slot, Link | None], float]:
    """How surely each slot agrees with another, in sentences that a link holds and in any."""
    agrees: dict[tuple[Slot, Link | None], float] = {}
    for candidate in found:
        weight = candidate.weight
        for place in product((candidate.left, candidate.right), {candidate.link, None}):
            agrees[place] = max(agrees.get(place, 0.0), weight)
    return agrees
