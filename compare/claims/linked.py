"""The pairs of linked sentences that rules on claims compare."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from compare.model import Account, Alignment, Link
from compare.tokens import words_of


class Claims(NamedTuple):
    """Two linked sentences, by index."""

    link: Link
    left: int
    right: int


@lru_cache(maxsize=4)
def linked_claims(alignment: Alignment) -> tuple[Claims, ...]:
    """Every two linked sentences, in the order of the links, without those that the other account has word for word.

    Such a sentence agrees with its twin, wherever that stands: what it is linked
    with besides is another sentence of its kind, and no other telling of it.
    """
    ours, theirs = _folded(alignment.left), _folded(alignment.right)
    both = set(ours) & set(theirs)
    return tuple(
        Claims(link, i, j)
        for link in alignment.links
        for i, j in product(link.left, link.right)
        if ours[i] not in both and theirs[j] not in both
    )


def _folded(account: Account) -> list[tuple[str, ...]]:
    words = words_of(account)
    return [tuple(words.keys(s.start, s.end)) for s in account.sentences]
