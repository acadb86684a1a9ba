"""Forms of names to the pairs of forms that may be one name, spelled in two ways."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import OSA, Prefix

LONG, LONG_EDITS = 8, 2
"""From so many letters on, so many edits may part two spellings; one edit parts those of a shorter name."""

EDGE = 4
"""Letters at the start, or at the end, that two spellings with two edits must share."""

CROWD = 50
"""Forms that share a key; more of them are no near-forms but a pattern."""

_ENDINGS = frozenset(
    """
    s es n ns an ans ian ians i is ese ish ic y ies iers ist ists ism a o er ers or ors al ing ed d h land
    man men woman women person r rs ry cy t ce ment
    """.split()
    + ["", "e"]
)
"""What adjectives, plurals and inhabitants' names are made with."""

_VOWELS = frozenset("aeoiy")
_SPELLED_ALIKE = frozenset([("i", "y"), ("ie", "y"), ("", "e"), ("i", "ie"), ("e", "ie"), ("er", "or")])
"""Endings that part two spellings of one name: Yuri, Yury."""

_UNDECOMPOSED = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=1 << 14)
def plain(form: str) -> str:
    """A form without accents, apostrophes and capitals."""
    folded = form.casefold().replace("'", "").replace("’", "")
    if folded.isascii():
        return folded
    bare = unicodedata.normalize("NFD", folded.translate(_UNDECOMPOSED))
    return "".join(c for c in bare if not unicodedata.combining(c))


def near_pairs(left: Iterable[str], right: Iterable[str] | None = None) -> Iterator[tuple[str, str]]:
    """Every two different forms (one of each side, or two of one) that are nearly alike, in order; cost linear."""
    ours = frozenset(left)
    theirs = ours if right is None else frozenset(right)
    counts = Counter(chain.from_iterable(map(_keys, ours | theirs)))
    shared = {key for key, count in counts.items() if count > 1}  # most forms have none of them, and no rival
    index: dict[str, list[str]] = defaultdict(list)
    for form in theirs:
        for key in _keys(form) & shared:
            index[key].append(form)
    for form in sorted(ours):
        keys = _keys(form) & shared
        rivals = {other for key in keys if len(met := index.get(key, ())) <= CROWD for other in met}
        for other in sorted(rivals):
            if other != form and (right is not None or form < other) and near(form, other):
                yield form, other


@lru_cache(maxsize=1 << 14)
def _keys(form: str) -> frozenset[str]:
    """What two forms share where they are one edit apart: either without one letter; the edges of long ones."""
    word = plain(form)
    keys = {word, *(word[:k] + word[k + 1 :] for k in range(len(word)))}
    if len(word) >= LONG:
        keys |= {word[:EDGE] + "*", "*" + word[-EDGE:]}
    return frozenset(keys)


def near(a: str, b: str) -> bool:
    """Whether two forms are alike but for accents, or for an edit or two; capitals count for nothing."""
    x, y = plain(a), plain(b)
    if x == y:
        return a != b
    return one_edit(a, b) or min(len(x), len(y)) >= LONG and x[0] == y[0] and OSA.distance(x, y) <= LONG_EDITS


def one_edit(a: str, b: str) -> bool:
    """Whether two forms are one letter apart, one more, or two changed about, at most."""
    return OSA.distance(plain(a), plain(b), score_cutoff=1) <= 1


def letter_lost(a: str, b: str) -> bool:
    """Whether one of two forms is the other with a letter lost, or two changed about: no letter stands for another."""
    x, y = plain(a), plain(b)
    return one_edit(a, b) and (len(x) != len(y) or sorted(x) == sorted(y))


def only_capitals_differ(a: str, b: str) -> bool:
    """Whether two forms have the same letters, and neither begins like a short form: McLeod, Mcleod."""
    return a.casefold() == b.casefold() and not a[:3].isupper() and not b[:3].isupper()


def related(a: str, b: str) -> bool:
    """Whether two forms may be a name and what is made of it: Russia, Russian; Republican, Republicans."""
    x, y = plain(a), plain(b)
    start = Prefix.similarity(x, y)
    tails = x[start:], y[start:]
    if len(tails[0]) == len(tails[1]) == 1 and not _VOWELS.issuperset(tails):
        return False
    return start >= 3 and x != y and _ENDINGS.issuperset(tails) and _SPELLED_ALIKE.isdisjoint((tails, tails[::-1]))


def slipped(a: str, b: str) -> bool:
    """Whether one of two forms is the other with a letter written twice, or an inner one lost."""
    short, long = sorted((plain(a), plain(b)), key=len)
    if any(long == short[:k] + short[k - 1] + short[k:] for k in range(1, len(short) + 1)):
        return True
    return short[-1:] == long[-1:] and any(short == long[:k] + long[k + 1 :] for k in range(1, len(long) - 1))


def plural(a: str, b: str) -> bool:
    """Whether two forms differ in a final s alone."""
    return a + "s" == b or b + "s" == a
