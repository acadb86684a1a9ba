"""What the links of two accounts say about a place: who else tells it, and where it would stand."""

from __future__ import annotations

from bisect import bisect_right

from compare.model import Alignment, Reading, Span


def linked_sentences(alignment: Alignment, side: int) -> frozenset[int]:
    """Indexes of the sentences of one side (0 left, 1 right) that any link holds."""
    return frozenset(k for link in alignment.links for k in (link.left, link.right)[side])


def place_in_other(alignment: Alignment, side: int, start: int) -> Reading:
    """An empty reading of the other side, where it would tell what one side tells at ``start``.

    That is behind the partner of the last sentence before it that has one; the
    start of the text where none has.
    """
    account, other = (alignment.left, alignment.right) if side == 0 else (alignment.right, alignment.left)
    k = bisect_right([s.start for s in account.sentences], start) - 1
    partners = [
        (max((link.left, link.right)[side]), max((link.right, link.left)[side]))
        for link in alignment.links
        if max((link.left, link.right)[side]) <= k
    ]
    offset = other.sentences[max(partners)[1]].end if partners else 0
    return Reading(offset, offset, other.id, Span(offset, offset))
