"""Whether two slots stand in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Alignment
from compare.slots.find import Slot
from compare.tokens import Token, stem

LETTERS = 6
"""Letters of a stem that count: "charity" and "charitable" are of one thing."""

CLOSE = 3
"""Words before a time expression among which its verb stands."""

WINDOW = 8
"""Words to each side that say what a slot is about."""

FUNCTION_WORD = 0.4
"""What a function word next to both slots weighs beside another word."""


def run(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """How much of the words next to two slots, on one side, is the same up to the first that is not; the ends of sentences count."""
    weight = 0.0
    for one, other in zip(ours, theirs, strict=True):
        if one != other:
            break
        weight += FUNCTION_WORD if not one or one in FUNCTION_WORDS else 1.0
    return weight


@lru_cache(maxsize=1 << 12)
def around(slot: Slot) -> frozenset[str]:
    """The stems, cut to their first letters, of the content words within reach of a slot."""
    keys = slot.row.folded
    near = chain(keys[max(0, slot.first - WINDOW) : slot.first], keys[slot.last : slot.last + WINDOW])
    return frozenset(map(_cut, near)) - _NOTHING


_NOTHING = frozenset(("",))


@lru_cache(maxsize=1 << 13)
def _cut(key: str) -> str:
    """A content word's stem, cut; nothing of another word."""
    return "" if key in FUNCTION_WORDS or key[0].isdigit() or len(key) < 2 else stem(key)[:LETTERS]


def anchored(alignment: Alignment, a: Slot, b: Slot) -> bool:
    """Whether two slots lean on the same word: the last content word before one, or the word right behind it."""
    return bool(_leans_on(alignment.left, a) & _leans_on(alignment.right, b))


def _leans_on(account: Account, slot: Slot) -> frozenset[str]:
    """Stems of "resigned" in "resigned on Friday" and in "on Friday resigned"; no names."""
    near = [w for w in slot.words[max(0, slot.first - CLOSE) : slot.first] if _tells(account, w)][-1:]
    behind = slot.words[slot.last : slot.last + 1]
    if behind and not account.text[slot.end : behind[0].start].strip():
        near += [w for w in behind if _tells(account, w)]
    return frozenset(stem(w.key)[:LETTERS] for w in near)


def _tells(account: Account, word: Token) -> bool:
    return word.key not in FUNCTION_WORDS and account.text[word.start].islower()
