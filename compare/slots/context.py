"""Whether two slots stand in the same words."""

from __future__ import annotations

from functools import lru_cache

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Alignment
from compare.slots.find import Slot
from compare.tokens import Token, stem

LETTERS = 6
"""Letters of a stem that count: "charity" and "charitable" are of one thing."""

REACH = 4
"""Words to each side that count as next to a slot."""

CLOSE = 3
"""Words before a time expression among which its verb stands."""

WINDOW = 8
"""Words to each side that say what a slot is about."""

FUNCTION_WORD = 0.4
"""What a function word next to both slots weighs beside another word."""


def neighbours(a: Slot, b: Slot) -> tuple[float, float]:
    """How much of what stands next to two slots is the same, word by word, before and behind; the ends of sentences, too."""
    return _weight(_before(a, b)), _weight(_behind(a, b))


def tight(a: Slot, b: Slot) -> bool:
    """Whether all words next to two slots are the same, the ends of the sentences included."""
    return len(_before(a, b)) == len(_behind(a, b)) == REACH


def _before(a: Slot, b: Slot) -> list[str]:
    return _run(a, b, [(a.first - k, b.first - k) for k in range(1, REACH + 1)])


def _behind(a: Slot, b: Slot) -> list[str]:
    return _run(a, b, [(a.last + k, b.last + k) for k in range(REACH)])


def _run(a: Slot, b: Slot, places: list[tuple[int, int]]) -> list[str]:
    """The words that are the same up to the first that is not; none beyond the end of a sentence."""
    run = []
    for m, n in places:
        one = a.words[m].key if 0 <= m < len(a.words) else ""
        if one != (b.words[n].key if 0 <= n < len(b.words) else ""):
            break
        run.append(one)
    return run


def _weight(run: list[str]) -> float:
    return sum(FUNCTION_WORD if not one or one in FUNCTION_WORDS else 1.0 for one in run)


@lru_cache(maxsize=1 << 12)
def around(slot: Slot) -> frozenset[str]:
    """The stems, cut to their first letters, of the content words within reach of a slot."""
    near = slot.words[max(0, slot.first - WINDOW) : slot.first] + slot.words[slot.last : slot.last + WINDOW]
    return frozenset(
        stem(w.key)[:LETTERS]
        for w in near
        if w.key not in FUNCTION_WORDS and not w.key[0].isdigit() and len(w.key) > 1
    )


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
