"""Linked sentences to capitalised words that are nearly alike between the same words: a slip in one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import compress

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Alignment
from compare.names.likeness import near, plural, related, slipped
from compare.names.places import Place
from compare.quotations.vocabulary import NOT_NAMES
from compare.tokens import words_of

SHORTEST = 3
"""Letters of the shorter form."""

BESIDE, REACH = 3, 3
"""Words next to both forms that must be the same, of so many to each side; the edge of a sentence counts as one."""


class _Line:
    """The words of a sentence: starts, ends, folded forms; where those stand that may be names, and by what they stand between.

    ``strange`` are those of them that the other account, whose words are ``known``, has nowhere.
    """

    def __init__(self, account: Account, number: int, known: frozenset[str]) -> None:
        self.account, sentence = account, account.sentences[number]
        self.starts, self.ends, self.keys = words_of(account).between(sentence.start, sentence.end)
        large = compress(range(len(self.keys)), words_of(account).capital(sentence.start, sentence.end))
        self.capitals = [k for k in large if self.ends[k] - self.starts[k] >= SHORTEST]
        self.strange = [k for k in self.capitals if self.keys[k] not in known]

    @cached_property
    def between(self) -> dict[tuple[str, str], list[int]]:
        """The capitalised words by the folded forms of the words before and behind."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for k in self.capitals:
            found[self.key(k - 1), self.key(k + 1)].append(k)
        return found

    def key(self, k: int) -> str:
        return self.keys[k] if 0 <= k < len(self.keys) else ""

    def form(self, k: int) -> str:
        return self.account.text[self.starts[k] : self.ends[k]].replace("’", "'").removesuffix("'s")


def slips(alignment: Alignment) -> Iterator[tuple[Place, Place]]:
    """Places of the left and of the right account, link by link, each pair of places once; one account has one of both words alone."""
    seen: set[tuple[int, int]] = set()
    sides = alignment.left, alignment.right
    known = [frozenset(words_of(account).keys(0, len(account.text))) for account in sides]
    lines: tuple[dict[int, _Line], dict[int, _Line]] = {}, {}
    for link in alignment.links:
        for side, numbers in enumerate((link.left, link.right)):
            for k in numbers:
                if k not in lines[side]:
                    lines[side][k] = _Line(sides[side], k, known[not side])
        for i in link.left:
            for j in link.right:
                ours, theirs = lines[0][i], lines[1][j]
                for k, m in sorted(_pairs(ours, theirs)) if ours.strange or theirs.strange else ():
                    if (ours.starts[k], theirs.starts[m]) not in seen:
                        seen.add((ours.starts[k], theirs.starts[m]))
                        yield _place(ours, k, i), _place(theirs, m, j)


def _pairs(ours: _Line, theirs: _Line) -> set[tuple[int, int]]:
    """Words (by index) of which one account has one alone, nearly alike between the same words."""
    found = {(k, m) for k, m in _met(ours, theirs) if _slip(ours, k, theirs, m)}
    return found | {(k, m) for m, k in _met(theirs, ours) if _slip(ours, k, theirs, m)}


def _met(line: _Line, other: _Line) -> Iterator[tuple[int, int]]:
    """The strange words with the capitalised ones of the other sentence that stand between the same two."""
    for k in line.strange:
        for m in other.between.get((line.key(k - 1), line.key(k + 1)), ()):
            yield k, m


def _slip(ours: _Line, k: int, theirs: _Line, m: int) -> bool:
    a, b = ours.form(k), theirs.form(m)
    if min(len(a), len(b)) < SHORTEST:
        return False
    if not FUNCTION_WORDS.isdisjoint((a.lower(), b.lower())) or not NOT_NAMES.isdisjoint((a.lower(), b.lower())):
        return False
    if a.casefold() == b.casefold() or not near(a, b) or plural(a, b) or related(a, b) and not slipped(a, b):
        return False
    return _same(ours, k, theirs, m, -1) + _same(ours, k, theirs, m, 1) >= BESIDE


def _same(ours: _Line, k: int, theirs: _Line, m: int, step: int) -> int:
    """How many words next to two are the same on one side."""
    n = 1
    while n <= REACH and ours.key(k + step * n) == theirs.key(m + step * n):
        n += 1
        if not ours.key(k + step * (n - 1)):
            break
    return n - 1


def _place(line: _Line, k: int, number: int) -> Place:
    text = line.account.text

    def beside(m: int) -> str:
        if not 0 <= m < len(line.keys) or text[line.ends[min(k, m)] : line.starts[max(k, m)]] != " ":
            return ""
        word = text[line.starts[m] : line.ends[m]]
        return word if word[0].isupper() and line.keys[m] not in FUNCTION_WORDS else ""

    end = line.starts[k] + len(line.form(k))
    return Place(line.starts[k], end, number, beside(k - 1), beside(k + 1) if end == line.ends[k] else "", k == 0)
