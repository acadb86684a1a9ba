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


def neighbours(a: Slot, b: Slot) -> tuple[bool, tuple[float, float]]:
    """Whether all words next to two slots are the same, and how much of them is, word by word, before and behind; the ends of sentences count."""
    before = _run(a, b, a.first - 1, b.first - 1, -1)
    behind = _run(a, b, a.last, b.last, 1)
    return len(before) == len(behind) == REACH, (_weight(before), _weight(behind))


def _run(a: Slot, b: Slot, m: int, n: int, step: int) -> list[str]:
    """The words from ``m`` and ``n`` on that are the same up to the first that is not; none beyond the end of a sentence."""
    ours, theirs = a.words, b.words
    run = []
    for _ in range(REACH):
        one = ours[m].key if 0 <= m < len(ours) else ""
        if one != (theirs[n].key if 0 <= n < len(theirs) else ""):
            break
        run.append(one)
        m, n = m + step, n + step
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
