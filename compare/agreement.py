"""What a rule found inside one account, less what the other accounts have in the same words.

A comparison tells how accounts differ. An account that disagrees with itself
does not differ from one that repeats both of its passages word for word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from compare.model import Account, Discrepancy, Span
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
        places = [(self._places.get(word, ()), k) for k, word in enumerate(wanted)]
        rarest, k = min(places, key=lambda place: len(place[0]), default=((), 0))
        return any(self._words[max(0, at - k) : at - k + len(wanted)] == wanted for at in rarest)


class Wording:
    """All words of one account, to look up whether it has a stretch of them: quoted, or at all."""

    def __init__(self, account: Account) -> None:
        self._text = Passages(account, account.paragraphs, apart=False)
        self._quoted = Passages(account, account.quotations, apart=True)

    def has(self, account: Account, place: Span) -> bool:
        """Whether the words at a place of some account stand here too; quoted words must be quoted."""
        words = list(words_of(account).keys(place.start, place.end))
        return (self._quoted if _in_quotation(account, place) else self._text).has(words)


def differing(found: Iterable[Discrepancy], account: Account, others: Sequence[Account]) -> Iterator[Discrepancy]:
    """What was found inside an account, without that whose contexts all stand in every other account."""
    wordings: list[Wording] = []
    for discrepancy in found:
        wordings = wordings or [Wording(other) for other in others]
        contexts = [reading.context for reading in discrepancy.readings]
        if not wordings or not all(other.has(account, context) for other in wordings for context in contexts):
            yield discrepancy


def _in_quotation(account: Account, place: Span) -> bool:
    k = bisect_right(account.quotations, place.start, key=lambda quotation: quotation.start) - 1
    return k >= 0 and place.end <= account.quotations[k].end
