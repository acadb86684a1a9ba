"""Which slots of two accounts lie in words that both quote."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from compare.model import Account, Alignment, Parallel
from compare.slots.find import Slot, slots

Stretch = tuple[int, int]


@lru_cache(maxsize=4)
def quoted(alignment: Alignment) -> frozenset[Slot]:
    """The slots, of either account, that parallels cover."""
    sides = alignment.left, alignment.right
    return frozenset(slot for side, account in enumerate(sides) for slot in _covered(account, _stretches(alignment.parallels, side)))


def _stretches(parallels: tuple[Parallel, ...], side: int) -> list[Stretch]:
    """What parallels cover on one side (0 left, 1 right), piece by piece, in order."""
    found = []
    for parallel in parallels:
        speech = (parallel.left, parallel.right)[side]
        first, last = parallel.stretch[2 * side : 2 * side + 2]
        while first < last:
            behind = bisect_right(speech.pieces, speech.pieces[first], first, last)
            found.append((speech.words[first][0], speech.words[behind - 1][1]))
            first = behind
    joined: list[Stretch] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _covered(account: Account, stretches: list[Stretch]) -> list[Slot]:
    if not stretches:
        return []
    starts = [start for start, _ in stretches]
    found = []
    for of_sentence in slots(account).values():
        for slot in of_sentence:
            k = bisect_right(starts, slot.start) - 1
            if k >= 0 and slot.start < stretches[k][1]:
                found.append(slot)
    return found
