"""The piece of a page that is the title of its story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.formats.html.nodes import Piece, rank


def find_title(pieces: Sequence[Piece], titles: Sequence[str]) -> int | None:
    """The heading that says what the page calls itself, else the first of the highest rank there is."""
    headings = [k for k, piece in enumerate(pieces) if rank(piece) and not piece.hidden]
    lines = {k for k, piece in enumerate(pieces) if len(piece.text) < _LONGEST and not piece.hidden}
    scores = {
        k: max((_likeness(pieces[k].text, title) for title in titles), default=0.0)
        for k in sorted(lines.union(headings))
    }
    best = max(headings, key=lambda k: (scores[k], -(rank(pieces[k]) or 9), -k), default=None)
    if best is not None and scores[best] >= 0.5:
        return best
    other = max(scores, key=lambda k: (scores[k], -k), default=None)
    if other is not None and scores[other] >= 0.7:
        return other
    first = [k for k in headings if rank(pieces[k]) == 1]
    return first[0] if len(first) == 1 else None


def _likeness(one: str, other: str) -> float:
    """The share of words two lines have alike, of the longer one."""
    left, right = (set(re.findall(r"\w+", line.lower())) for line in (one, other))
    return len(left & right) / max(1, len(left), len(right))


_LONGEST = 250
"""Characters of a title, at most, where no heading says that it is one."""
