"""Two sentences to the places where one has what the other's word excludes, in the same surroundings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from compare.claims.vocabulary import HALVES, LACKING, MODALS, NEGATIONS, OPEN, REFUSALS
from compare.claims.wording import Word
from compare.function_words import FUNCTION_WORDS

WINDOW = 7
"""Words to each side that say what a word is about."""

SCOPE = 4
"""Words behind a negation among which the word stands that it denies."""

MOST = 6
"""Places of one word in a sentence that are looked at; bounds the work on an endless one."""

_CONTRACTED = {"won't": "will", "can't": "can", "cannot": "can"}

_OF_NOUNS = frozenset(("no", "without"))
"""Negations that say that a thing is not there."""

LIMIT = 12
"""Words behind a negation in which an "until" limits it."""

_SUBJECTS = frozenset("he she it they we i you who which that".split())


class Opposed(NamedTuple):
    """``left[i]`` against ``right[j]``, each with what denies it from word ``first_left``, ``first_right`` on.

    ``before``, ``behind`` and ``shared`` count the content words (their stems) that are the same before, behind, and
    around them; nothing on either side is the same, too. ``cover`` is their share on the side that has fewer.
    """

    i: int
    first_left: int
    j: int
    first_right: int
    before: int
    behind: int
    shared: int
    cover: float


def opposites(left: Sequence[Word], right: Sequence[Word], sides: Mapping[str, tuple[int, int]]) -> Iterator[Opposed]:
    """Every two words on different sides of one class, where neither sentence has both sides of it."""
    ours = _members(left, sides)
    theirs = _members(right, sides) if ours else {}
    if ours.keys().isdisjoint(theirs):
        return
    denied = negations(left), negations(right)
    for number in sorted(ours.keys() & theirs.keys()):
        if {sides[left[k].key][1] for k in ours[number]}.isdisjoint({sides[right[k].key][1] for k in theirs[number]}):
            pairs = (_opposed(left, i, i, right, j, j) for i in ours[number][:MOST] for j in theirs[number][:MOST])
            best = max(pairs, key=lambda o: (o.shared, o.before, o.behind, -o.i, -o.j))
            if (best.i in denied[0]) == (best.j in denied[1]):  # not opened: closed
                yield best


def denials(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Opposed]:
    """Every word that one sentence denies and the other tells as so: between the same words, or else anywhere."""
    if _denies_all(left) or _denies_all(right):
        return
    for find in (_put_in, _denied):
        yield from find(left, right)
        for o in find(right, left):
            yield Opposed(o.j, o.first_right, o.i, o.first_left, o.before, o.behind, o.shared, o.cover)


def _denies_all(words: Sequence[Word]) -> bool:
    """Whether a whole clause is denied ("denied that the city had paid"): what it says is not told as so, whoever denies it."""
    return any(w.key in REFUSALS and w.small and words[k + 1].key == "that" for k, w in enumerate(words[:-1]))


def modals(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Opposed]:
    """Every verb that one sentence tells as possible, and the other as going to be: may close, will close."""
    theirs: dict[str, tuple[int, int]] = {}
    for j, second in _with_modals(right):
        theirs.setdefault(right[j].stem, (j, second))
    for i, first in _with_modals(left):
        j, second = theirs.get(left[i].stem, (-1, -1))
        if j >= 0 and MODALS[left[first].key] != MODALS[right[second].key]:
            yield _opposed(left, i, first, right, j, second)


def _with_modals(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The content words that a modal verb governs, and the verbs."""
    for k, word in enumerate(words):
        if word.key in MODALS and word.small:
            for m in range(k + 1, min(k + 1 + SCOPE, len(words))):
                if words[m].parted or words[m].key in MODALS:
                    break
                if words[m].key not in FUNCTION_WORDS and not words[m].key.endswith("ly"):
                    yield m, k
                    break


def _put_in(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Opposed]:
    """Negations with the same words next to them as stand next to each other in the other sentence: "will not have to"."""
    negated = [k for k, word in enumerate(left) if word.key in NEGATIONS and k + 1 < len(left)]
    if not negated:
        return
    places: dict[tuple[str, str], list[int]] = {}
    for m in range(len(right) - 1):
        places.setdefault((right[m].key, right[m + 1].key), []).append(m)
    for k in negated:
        own = _affirmed(left[k].key) or (left[k - 1].key if k else "")
        for m in places.get((own, left[k + 1].key), [])[:1]:
            ahead = _ahead(left, k + 1, right, m + 1)
            yield _opposed(left, k + 1 + ahead, k, right, m + 1 + ahead, m + 1 + ahead)


def _ahead(left: Sequence[Word], i: int, right: Sequence[Word], j: int) -> int:
    """How many words lie before the first content word that both go on with; none where they part before."""
    for n in range(SCOPE):
        if i + n >= len(left) or j + n >= len(right) or left[i + n].key != right[j + n].key or (n and left[i + n].parted):
            break
        if left[i + n].key not in FUNCTION_WORDS:
            return n
    return 0


def _affirmed(key: str) -> str:
    """A contraction without its negation: had of hadn't; nothing for another word."""
    return _CONTRACTED.get(key) or (key.removesuffix("n't") if key.endswith("n't") else "")


def _members(words: Sequence[Word], sides: Mapping[str, tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for k in [k for k, word in enumerate(words) if word.key in sides]:
        if words[k].small:
            found.setdefault(sides[words[k].key][0], []).append(k)
    return found


def _denied(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Opposed]:
    negated = negations(left)
    if not negated:
        return
    theirs = set(negations(right))
    told: dict[str, list[int]] = {}
    for k, word in enumerate(right):
        told.setdefault(word.stem, []).append(k)
    own = {word.stem for k, word in enumerate(left) if k not in negated}
    lacking = any(word.key in LACKING for word in right)
    for i, first in sorted(negated.items()):
        if lacking and left[first].key in _OF_NOUNS:
            continue
        places = told.get(left[i].stem, [])
        if left[i].stem in own or not places or theirs.intersection(places):
            continue
        pairs = [_opposed(left, i, first, right, j, j) for j in places[:MOST] if not _open(right, j)]
        if pairs:
            yield max(pairs, key=lambda o: (o.shared, o.before, o.behind, -o.j))


def negations(words: Sequence[Word]) -> dict[int, int]:
    """The content words that a sentence denies, and where the negation of each stands."""
    found: dict[int, int] = {}
    for k, word in enumerate(words):
        if word.key in NEGATIONS or (word.key in REFUSALS and word.small and _refuses(words, k)):
            if any(w.key in ("until", "till") for w in words[k + 1 : k + 1 + LIMIT]):
                continue
            for m in range(k + 1, min(k + 1 + SCOPE, len(words))):
                if words[m].parted or words[m].key in HALVES or words[m].key in NEGATIONS:
                    break
                if words[m].key not in FUNCTION_WORDS and not words[m].key.endswith("ly"):
                    if not _open(words, k, negation=True):
                        found[m] = k
                    break
    return found


def _refuses(words: Sequence[Word], k: int) -> bool:
    """Whether a verb denies another: refused to answer, denied taking it; not: refused the offer."""
    following = words[k + 1].key if k + 1 < len(words) else ""
    return following in ("to", "that") or following.endswith("ing")


def _open(words: Sequence[Word], k: int, negation: bool = False) -> bool:
    """Whether a word is told as possible, wished or asked, not as done."""
    before = [w.key for w in words[max(0, k - 3) : k]]
    if negation:
        return not {"if", "unless", "whether", "or"}.isdisjoint(before[-2:])
    return not OPEN.isdisjoint(before)


def _opposed(left: Sequence[Word], i: int, first: int, right: Sequence[Word], j: int, second: int) -> Opposed:
    ours, theirs = (_around(left, min(i, first), i), _around(right, min(j, second), j))
    here, there = ours[0] | ours[1], theirs[0] | theirs[1]
    both, fewer = len(here & there), min(len(here), len(there))
    before, behind = (len(x & y) or not x | y for x, y in zip(ours, theirs, strict=True))
    return Opposed(i, min(i, first), j, min(j, second), before, behind, both, both / fewer if fewer else 0.0)


def _around(words: Sequence[Word], first: int, last: int) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the content words before and behind; a pronoun that is the subject counts as one."""
    before, behind = words[max(0, first - WINDOW) : first], words[last + 1 : last + 1 + WINDOW]
    return _stems(before), _stems(behind)


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(w.stem for w in words if w.key not in FUNCTION_WORDS or w.key in _SUBJECTS)
