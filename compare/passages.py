"""What the links of two accounts say about a place: who else tells it, and where it would stand."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from compare.model import Alignment, Reading, Span
from compare.tokens import words_of

LONGEST = 2000
"""Characters of a sentence that is compared as a whole; bounds the work on endless ones."""


def linked_sentences(alignment: Alignment, side: int) -> frozenset[int]:
    """Indexes of the sentences of one side (0 left, 1 right) that any link holds."""
    return frozenset(k for link in alignment.links for k in (link.left, link.right)[side])


class Opposite:
    """Where the other side would tell what one side (0 left, 1 right) tells; a look-up costs O(log n)."""

    def __init__(self, alignment: Alignment, side: int) -> None:
        account, self._other = (alignment.left, alignment.right)[:: 1 if side == 0 else -1]
        partner: dict[int, int] = {}
        for link in alignment.links:
            own, opposite = (link.left, link.right)[:: 1 if side == 0 else -1]
            last = max(own)
            partner[last] = max(partner.get(last, -1), max(opposite))
        self._starts = [s.start for s in account.sentences]
        self._before = list(accumulate((partner.get(k, -1) for k in range(len(account.sentences))), _latest))

    def place(self, start: int) -> Reading:
        """An empty reading of the other side, for what this side tells at offset ``start``.

        It stands behind the partner of the last sentence before that has one; at
        the start of the text where none has.
        """
        k = bisect_right(self._starts, start) - 1
        partner = self._before[k] if k >= 0 else -1
        offset = self._other.sentences[partner].end if partner >= 0 else 0
        return Reading(offset, offset, self._other.id, Span(offset, offset))


def _latest(before: int, here: int) -> int:
    """The partner of this sentence, else of the last one before it."""
    return here if here >= 0 else before


def copied_beside(alignment: Alignment, places: tuple[Span, Span]) -> bool:
    """Whether the sentence before, or the one behind, is the same in both accounts."""
    sides = (alignment.left, alignment.right)
    at = [bisect_right(a.sentences, p.start, key=lambda s: s.start) - 1 for a, p in zip(sides, places, strict=True)]
    for step in (-1, 1):
        if all(0 <= k + step < len(a.sentences) for a, k in zip(sides, at, strict=True)):
            beside = [a.sentences[k + step] for a, k in zip(sides, at, strict=True)]
            if max(s.end - s.start for s in beside) > LONGEST:
                continue
            words = [list(words_of(a).keys(s.start, s.end)) for a, s in zip(sides, beside, strict=True)]
            if words[0] == words[1] and len(words[0]) > 2:
                return True
    return False
