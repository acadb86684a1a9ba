"""What the narrator writes next to a quotation, and how much of it two accounts have alike."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from compare.model import Account, Parallel
from compare.tokens import words_of

REACH = 4
"""Words to each side that are looked at."""

FAR = 200
"""Characters in which so many words stand."""


def outside(account: Account, k: int) -> tuple[list[str], list[str]]:
    """The folded words before and behind quotation ``k``, the nearest first; empty for the edge of the sentence.

    Words of the quotations before and behind count as well.
    """
    quotation = account.quotations[k]
    first = _sentence(account, quotation.start)
    last = _sentence(account, max(quotation.start, quotation.end - 1))
    words = words_of(account)
    start, end = account.sentences[first].start, max(quotation.end, account.sentences[last].end)
    before = list(words.keys(max(start, quotation.start - FAR), quotation.start))
    behind = list(words.keys(quotation.end, min(end, quotation.end + FAR)))
    return ["", *before][: -REACH - 1 : -1], [*behind, ""][:REACH]


def alike(left: Account, i: int, right: Account, j: int) -> tuple[list[str], list[str]]:
    """The words next to both quotations ``i`` and ``j`` that are the same, before and behind."""
    ours, theirs = outside(left, i), outside(right, j)
    return _same(ours[0], theirs[0]), _same(ours[1], theirs[1])


def _same(left: list[str], right: list[str]) -> list[str]:
    n = 0
    while n < min(len(left), len(right)) and left[n] == right[n]:
        n += 1
    return left[:n]


def _sentence(account: Account, place: int) -> int:
    return max(0, bisect_right(account.sentences, place, key=lambda s: s.start) - 1)


def only_partners(parallels: Sequence[Parallel]) -> frozenset[int]:
    """The ``id`` of every parallel that shares no word with another: each side is the other's only rendering."""
    used = Counter(word for parallel in parallels for word in _words(parallel))
    return frozenset(id(p) for p in parallels if all(used[word] == 1 for word in _words(p)))


def _words(parallel: Parallel) -> Iterator[tuple[bool, int]]:
    a, b, c, d = parallel.stretch
    yield from ((False, word[0]) for word in parallel.left.words[a:b])
    yield from ((True, word[0]) for word in parallel.right.words[c:d])
