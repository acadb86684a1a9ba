"""Two sentences to whether one gives each of two names its own thing, and the other both of them one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.claims.wording import Word
from compare.function_words import FUNCTION_WORDS

_PLACING = frozenset("in at for to from with near on by of".split())
_ARTICLES = frozenset(("the", "a", "an"))

THING, NEAR = 6, 3
"""Words before a preposition among which the thing is named; its article stands within so many."""


class Placed(NamedTuple):
    """A name at ``words[first:last]`` behind the preposition at ``preposition``."""

    preposition: int
    first: int
    last: int
    keys: tuple[str, ...]


class Shares(NamedTuple):
    """Words ``[a:b]`` of the sentence that gives each its own, ``[c:d]`` of the one that gives both the same."""

    a: int
    b: int
    c: int
    d: int


def shares(apart: Sequence[Word], joint: Sequence[Word]) -> Iterator[Shares]:
    """Every two names that stand with a thing each in one sentence, and together with one in the other.

    "missiles in Norden and a radar in Sulby" against "the system in Sulby and Norden".
    """
    pairs = {frozenset((p.keys, q)): (p, end) for p in _placed(joint) for q, end in _joined(joint, p)}
    if not pairs:
        return
    places = _placed(apart)
    for one, other in zip(places, places[1:], strict=False):
        met = pairs.get(frozenset((one.keys, other.keys)))
        if met is None or one.keys == other.keys or apart[one.preposition].key != apart[other.preposition].key:
            continue
        between = apart[one.last : other.preposition]
        if not between or between[0].key not in ("and", "while") or len(between) > THING + 1:
            continue
        thing = [w for w in between if w.key not in FUNCTION_WORDS]
        first = _thing(apart, one.preposition)
        place, end = met
        start = _thing(joint, place.preposition)
        if not thing or first == one.preposition or start == place.preposition:
            continue
        told = {w.stem for w in joint[max(0, start - THING) : place.preposition]}
        if not {thing[-1].stem, apart[one.preposition - 1].stem} <= told:
            yield Shares(first, other.last, start, end)


def _placed(words: Sequence[Word]) -> list[Placed]:
    found = []
    for k, word in enumerate(words):
        if word.key in _PLACING:
            first = k + 1
            if first < len(words) and words[first].key in _ARTICLES:
                first += 1
            if first < len(words) and not words[first].small and not words[first].parted:
                last = _name_end(words, first)
                if last > first:
                    found.append(Placed(k, first, last, tuple(w.key for w in words[first:last])))
    return found


def _name_end(words: Sequence[Word], first: int) -> int:
    last = first
    while last < len(words) and not words[last].small and not words[last].key[0].isdigit() and (last == first or not words[last].parted):
        last += 1
    return last


def _joined(words: Sequence[Word], place: Placed) -> Iterator[tuple[tuple[str, ...], int]]:
    """The name that "and" joins to a placed one, and where it ends."""
    k = place.last
    if k + 1 < len(words) and words[k].key == "and":
        first = k + 2 if words[k + 1].key in _ARTICLES else k + 1
        last = _name_end(words, first)
        if last > first:
            yield tuple(w.key for w in words[first:last]), last


def _thing(words: Sequence[Word], preposition: int) -> int:
    """Where the thing that a preposition hangs on begins: at its article, or with its last word."""
    for k in range(preposition - 1, max(-1, preposition - 1 - NEAR), -1):
        if words[k].key in _ARTICLES:
            return k
        if words[k].key in FUNCTION_WORDS or words[k].parted or not words[k].small:
            break
    last = preposition - 1
    return last if last >= 0 and words[last].small and words[last].key not in FUNCTION_WORDS else preposition
