"""Names in the narration: where they stand, and what is said of their bearers beside them.

"Russian President Vladimir Putin" is the name "Vladimir Putin" with the role
"president" and the word "Russian" before it; "John Moe, a spokesman" has
the role "spokesman".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from itertools import compress, count
from typing import NamedTuple

from compare.quotations.bearers import DEPUTIES, KIN, follows_office, role_of, roles_beside, with_another
from compare.quotations.narration import SENTENCE, WORD, Narration
from compare.quotations.parts_of_speech import is_name
from compare.quotations.vocabulary import (
    ORGANISATIONS,
    PARTICLES,
    PREPOSITIONS,
    SUBORDINATORS,
    TITLES,
)

LONGEST = 9
"""Words of the longest name looked for, with what stands before it."""

_BEFORE_THINGS = frozenset("the in at across near inside".split())
_OFFICES = TITLES.keys() | DEPUTIES
_SMALL = PREPOSITIONS | SUBORDINATORS
_SUFFIXES = frozenset("jr sr ii iii iv".split())


class Name(NamedTuple):
    """A name at ``tokens[first:last]``: its parts in the order written, and what stands with it.

    ``thing`` says that it stands like a place's or a body's (in Maine, the Senate),
    ``titled`` that a title precedes it, ``kin`` that it names one of a family (Kim and Ann Moe; his wife, Ann Moe).
    """

    first: int
    last: int
    parts: tuple[str, ...]
    surname: str
    gender: str = ""
    roles: Set[str] = frozenset()
    before: Set[str] = frozenset()
    thing: bool = False
    titled: bool = False
    kin: bool = False


def surname_of(parts: Sequence[str]) -> str:
    """The last part, in lower case; that before it where the last is "Jr." or "III"."""
    own = (part for part in reversed(parts) if part.rstrip(".").lower() not in _SUFFIXES)
    return next(own, parts[-1]).casefold()


def find_names(tokens: Narration) -> Iterator[Name]:
    """Yield the names of a narration in order, lines set like a heading left out."""
    words = set(tokens.text)
    small = {word for word in words if word[:1].islower()}
    plain = set(filter(str.isalpha, small))
    likely = {word for word in words - plain if word.isalnum() or len(word) > 1}
    lows = {tokens.low[i] for i in _places(tokens, small - plain)}
    lows.update(map(str.lower, plain))
    ends = tokens.paragraphs
    free, end, heading = 0, -1, False
    for i in _places(tokens, likely):
        if i > end:
            k = bisect_left(ends, i)
            end = ends[k]
            heading = _is_heading(tokens, ends[k - 1] + 1, end)
        if i >= free and not heading and is_name(tokens, i):
            free = _run_end(tokens, i)
            name = _read_name(tokens, i, free, lows)
            if name:
                yield name


def _places(tokens: Narration, words: Set[str]) -> Iterator[int]:
    """Yield the numbers of the tokens that are one of some words."""
    return compress(count(), map(words.__contains__, tokens.text))


def _is_heading(tokens: Narration, start: int, end: int) -> bool:
    """Tell whether a paragraph capitalises all its long words and ends without a full stop."""
    if end - start > 40:
        return False
    long = 0
    for k in range(start, end):
        if tokens.kind[k] == WORD and len(tokens.text[k]) > 3:
            if tokens.text[k][0].islower() and tokens.low[k] not in _SMALL:
                return False
            long += 1
    return long >= 3


def _run_end(tokens: Narration, start: int) -> int:
    """Return the end of the capitalised words (and particles between them) that begin here."""
    i = start + 1
    while i < len(tokens.kind) and i - start < LONGEST and not tokens.genitive[i - 1]:
        if is_name(tokens, i):
            i += 1
        elif tokens.low[i] in PARTICLES and i + 1 < len(tokens.kind) and is_name(tokens, i + 1):
            i += 2
        else:
            break
    return i


def _read_name(tokens: Narration, first: int, last: int, lows: set[str]) -> Name | None:
    """Return the name in a run of capitalised words, titles taken off."""
    if last - first == 1:
        low = tokens.low[first]
        if low in _OFFICES or (tokens.kind[first - 1] >= SENTENCE and low in lows):
            return None
        start = at = first
    else:
        start, at = _without_titles(tokens, first, last, lows)
    if at >= last:
        return None
    titles = [k for k in range(start, at) if tokens.low[k] in TITLES]
    gender = next((g for k in titles if (g := TITLES[tokens.low[k]])), "") if titles else ""
    roles = roles_beside(tokens, start, last)
    if titles:
        roles.update([role_of(tokens, k) for k in titles])
    parts = tuple([_part(tokens, k) for k in range(at, last)])
    # "former" and "late" stand in lower case before the title.
    before = frozenset(tokens.low[start - (tokens.kind[start - 1] == WORD) : at])
    thing = not titles and tokens.low[start - 1] in _BEFORE_THINGS
    kin = not KIN.isdisjoint(roles) or not KIN.isdisjoint(before) or with_another(tokens, at, last)
    return Name(at, last, parts, surname_of(parts), gender, roles, before, thing, bool(titles), kin)


def _without_titles(tokens: Narration, first: int, last: int, lows: set[str]) -> tuple[int, int]:
    """Return where several capitalised words begin, a sentence's first word left out, and where the name in them (``last``: none)."""
    start = first
    if tokens.kind[first - 1] >= SENTENCE and tokens.low[first] in lows and tokens.low[first] not in TITLES:
        start += 1
    if tokens.low[start] in _OFFICES and all(tokens.low[k] in _OFFICES for k in range(start + 1, last)):
        return start, last
    titles = [k for k in range(start, last - 1) if tokens.low[k] in TITLES]
    at = titles[-1] + 1 if titles else start
    for k in range(at, last - 1):
        if tokens.low[k] in ORGANISATIONS and last - at > 2:
            at = k + 1
    if last - at > 2 and follows_office(tokens, start):
        at = last - 2
    if at == start and last - start == 1 and tokens.kind[start - 1] >= SENTENCE and tokens.low[start] in lows:
        return start, last
    return start, at


def _part(tokens: Narration, k: int) -> str:
    """Return a word of a name without the ending of a genitive."""
    return tokens.text[k][: len(tokens.low[k])] if tokens.genitive[k] else tokens.text[k]
