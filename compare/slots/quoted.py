"""Which places of an account lie in words that both accounts quote."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby

from compare.model import Alignment
from compare.slots.find import Slot


class Quoted:
    """The stretches of one side (0 left, 1 right) that parallels cover, piece by piece; a look-up costs O(log n)."""

    def __init__(self, alignment: Alignment, side: int) -> None:
        stretches = []
        for parallel in alignment.parallels:
            speech = (parallel.left, parallel.right)[side]
            first, last = parallel.stretch[2 * side : 2 * side + 2]
            words = zip(speech.pieces[first:last], speech.words[first:last], strict=True)
            for _, piece in groupby(words, key=lambda pair: pair[0]):
                of_piece = [word for _, word in piece]
                stretches.append((of_piece[0][0], of_piece[-1][1]))
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, slot: Slot) -> bool:
        k = bisect_right(self._starts, slot.start) - 1
        return k >= 0 and slot.start < self._ends[k]
