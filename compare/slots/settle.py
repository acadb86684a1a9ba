"""Judged candidates to those that differ: every slot with its best partner, and none that has one it agrees with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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
    agrees: dict[tuple[Slot, Link | None], float] = {}
    for candidate, verdict in judged:
        if verdict == "same":
            for slot in (candidate.left, candidate.right):
                for link in (candidate.link, None):
                    agrees[slot, link] = max(agrees.get((slot, link), 0.0), candidate.weight)
    taken: set[Slot] = set()
    judged.sort(key=lambda j: (-j[0].weight - (j[1] == "rounding"), j[0].left.start, j[0].right.start))
    for candidate, verdict in judged:
        slots = (candidate.left, candidate.right)
        if verdict == "same" or any(slot in taken for slot in slots):
            continue
        link = candidate.link if verdict == "rounding" else None
        met = [agrees.get((slot, link)) for slot in slots]
        if all(weight is None or (common or candidate.tight) and candidate.weight > weight for weight in met):
            taken.update(slots)
            yield candidate, verdict
