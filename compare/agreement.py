"""What a rule found inside one account, less what the other accounts have in the same words.

A comparison tells how accounts differ. An account that disagrees with itself
does not differ from one that repeats both of its passages word for word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from compare.model import Account, Alignment, Discrepancy, Span
from compare.tokens import words_of

APART = ""
"""Stands between two stretches that do not follow one another; no word is like it."""


class Passages:
    """Stretches of an account's words, folded, in which others are looked up by their rarest word."""

    def __init__(self, account: Account, places: Iterable[Span], apart: bool) -> None:
        self._words: list[str] = []
        for place in places:
            self._words.extend(words_of(account).keys(place.start, place.end))
            if apart:
                self._words.append(APART)
        self._places: dict[str, list[int]] = defaultdict(list)
        for k, word in enumerate(self._words):
            self._places[word].append(k)

    def has(self, wanted: Sequence[str]) -> bool:
        """Whether the words stand here in a row."""
        places = [self._places.get(word, ()) for word in wanted]
        counts = list(map(len, places))
        fewest = min(counts, default=0)
        if not fewest:
            return False
        k = counts.index(fewest)
        return any(self._words[max(0, at - k) : at - k + len(wanted)] == wanted for at in places[k])


class Stock:
    """The stock of one account's words, to look up whether it has a stretch of them: quoted, or at all."""

    def __init__(self, account: Account) -> None:
        self._text = Passages(account, account.paragraphs, apart=False)
        self._quoted = Passages(account, account.quotations, apart=True)
        self._known: dict[tuple[str, int, int], bool] = {}

    def has(self, account: Account, place: Span) -> bool:
        """Whether the words at a place of some account stand here too; quoted words must be quoted."""
        key = account.id, place.start, place.end
        if key not in self._known:
            words = list(words_of(account).keys(place.start, place.end))
            self._known[key] = (self._quoted if _in_quotation(account, place) else self._text).has(words)
        return self._known[key]


@lru_cache(maxsize=8)
def stock_of(account: Account) -> Stock:
    """The words of an account; made once."""
    return Stock(account)


def differing(
    found: Iterable[Discrepancy], account: Account, others: Sequence[Account], alignments: Sequence[Alignment] = ()
) -> Iterator[Discrepancy]:
    """What was found inside an account, without that whose contexts all stand in every other account.

    It is a note where they stand there as far as the others tell of them at all, or
    where an other has nothing but sentences of this one; ``alignments`` are those of the account with each of the others.
    """
    stocks: list[Stock] = []
    retold: list[_Retold] = []
    for discrepancy in found:
        if not stocks:
            stocks = [stock_of(other) for other in others]
            retold = [_Retold(alignment, account, stock_of(account)) for alignment in alignments]
        contexts = [reading.context for reading in discrepancy.readings]
        alike = [[other.has(account, context) for context in contexts] for other in stocks]
        if stocks and all(map(all, alike)):
            continue
        silent = [[not any(map(told.has, _sentences(account, place))) for place in contexts] for told in retold]
        copies = [bool(alignment.links) and not told.any() for told, alignment in zip(retold, alignments, strict=True)]
        agree = [(c or any(a)) and all(map(max, a, s)) for a, s, c in zip(alike, silent, copies, strict=False)]
        yield replace(discrepancy, severity="note") if agree and all(agree) else discrepancy


class _Retold:
    """The sentences (by index) of an account that the other tells in words that do not stand here, too."""

    def __init__(self, alignment: Alignment, account: Account, own: Stock) -> None:
        side = account is alignment.right
        self._other, self._own = (alignment.right, alignment.left)[side], own
        self._links = [(link.left, link.right)[:: -1 if side else 1] for link in alignment.links]
        self._there: dict[int, list[tuple[int, ...]]] = defaultdict(list)
        for here, there in self._links:
            for k in here:
                self._there[k].append(there)
        self._known: dict[tuple[int, ...], bool] = {}

    def has(self, k: int) -> bool:
        """Whether sentence ``k`` is one of them."""
        return any(map(self._anew, self._there.get(k, ())))

    def any(self) -> bool:
        """Whether there is one."""
        return any(self._anew(there) for _, there in self._links)

    def _anew(self, there: tuple[int, ...]) -> bool:
        if there not in self._known:
            other = self._other
            self._known[there] = not all(self._own.has(other, other.sentences[m]) for m in there)
        return self._known[there]


def _sentences(account: Account, place: Span) -> range:
    first = bisect_right(account.sentences, place.start, key=lambda s: s.start) - 1
    return range(first, bisect_right(account.sentences, max(place.start, place.end - 1), key=lambda s: s.start))


def _in_quotation(account: Account, place: Span) -> bool:
    k = bisect_right(account.quotations, place.start, key=lambda quotation: quotation.start) - 1
    return k >= 0 and place.end <= account.quotations[k].end
