"""Names in the narration: where they stand, and what is said of their bearers beside them.

"Russian President Vladimir Putin" is the name "Vladimir Putin" with the role
"president" and the word "Russian" before it; "John Moe, a spokesman" has
the role "spokesman".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.quotations.bearers import DEPUTIES, KIN, follows_office, role_of, roles_beside, with_another
from compare.quotations.narration import PARAGRAPH, SENTENCE, WORD, Token
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
_SUFFIXES = frozenset("jr sr ii iii iv".split())


class Name(NamedTuple):
    """A name at ``tokens[first:last]``: its parts in the order written, and what stands with it.

    ``thing`` says that it stands like a place's or a body's (in Maine, the Senate),
    ``titled`` that a title precedes it, ``kin`` that it names one of a family (Kim and Ann Moe; his wife, Ann Moe).
    """

    first: int
    last: int
    parts: tuple[str, ...]
    gender: str = ""
    roles: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    thing: bool = False
    titled: bool = False
    kin: bool = False

    @property
    def surname(self) -> str:
        """The last part, in lower case; that before it where the last is "Jr." or "III"."""
        if self.parts[-1].rstrip(".").lower() not in _SUFFIXES:
            return self.parts[-1].casefold()
        parts = [p for p in self.parts if p.rstrip(".").lower() not in _SUFFIXES] or list(self.parts)
        return parts[-1].casefold()


def find_names(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield the names of a narration in order, lines set like a heading left out."""
    lows: set[str] = set()
    likely, ends = [], []
    for i, (kind, text, low, *_) in enumerate(tokens):
        if kind == WORD:
            if text[0].islower():
                lows.add(low)
                if text.isalpha():
                    continue
            likely.append(i)
        elif kind == PARAGRAPH:
            ends.append(i)
    ends.append(len(tokens))
    free, end, heading = 0, -1, False
    for i in likely:
        if i > end:
            k = bisect_left(ends, i)
            end = ends[k]
            heading = _is_heading(tokens, ends[k - 1] + 1 if k else 0, end)
        if i >= free and not heading and is_name(tokens, i):
            free = _run_end(tokens, i)
            name = _read_name(tokens, i, free, lows)
            if name:
                yield name


def _is_heading(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a paragraph capitalises all its long words and ends without a full stop."""
    if end - start > 40:
        return False
    words = [t for t in tokens[start:end] if t.kind == WORD and len(t.text) > 3]
    if len(words) < 3:
        return False
    return all(not t.text[0].islower() or t.low in PREPOSITIONS or t.low in SUBORDINATORS for t in words)


def _run_end(tokens: Sequence[Token], start: int) -> int:
    """Return the end of the capitalised words (and particles between them) that begin here."""
    i = start + 1
    while i < len(tokens) and i - start < LONGEST and not tokens[i - 1].genitive:
        if is_name(tokens, i):
            i += 1
        elif tokens[i].low in PARTICLES and i + 1 < len(tokens) and is_name(tokens, i + 1):
            i += 2
        else:
            break
    return i


def _read_name(tokens: Sequence[Token], first: int, last: int, lows: set[str]) -> Name | None:
    """Return the name in a run of capitalised words, titles taken off."""
    start = first
    if (
        tokens[first - 1].kind >= SENTENCE
        and last - first > 1
        and tokens[first].low in lows
        and tokens[first].low not in TITLES
    ):
        start += 1
    if tokens[start].low in _OFFICES and all(tokens[k].low in _OFFICES for k in range(start + 1, last)):
        return None
    titles = [k for k in range(start, last - 1) if tokens[k].low in TITLES]
    at = titles[-1] + 1 if titles else start
    for k in range(at, last - 1):
        if tokens[k].low in ORGANISATIONS and last - at > 2:
            at = k + 1
    if last - at > 2 and follows_office(tokens, start):
        at = last - 2
    if at >= last:
        return None
    if at == start and last - start == 1 and tokens[start - 1].kind >= SENTENCE and tokens[start].low in lows:
        return None
    gender = next((g for k in titles if (g := TITLES[tokens[k].low])), "")
    roles = {role_of(tokens, k) for k in titles}
    roles |= roles_beside(tokens, start, last)
    parts = tuple(_part(tokens[k]) for k in range(at, last))
    # "former" and "late" stand in lower case before the title.
    before = frozenset(tokens[k].low for k in range(start - 1, at) if tokens[k].kind == WORD)
    thing = not titles and tokens[start - 1].low in _BEFORE_THINGS
    kin = bool(roles & KIN or before & KIN) or with_another(tokens, at, last)
    return Name(at, last, parts, gender, frozenset(roles), before, thing, bool(titles), kin)


def _part(token: Token) -> str:
    """Return a word of a name without the ending of a genitive."""
    return token.text[: len(token.low)] if token.genitive else token.text
