"""What one account quotes, and the other tells in the same words outside quotation marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, pairwise
from typing import NamedTuple

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Speech
from compare.tokens import Token, words_of
from compare.words import Run

COMMON_PLACES = 12
"""A pair of words that stands more often than this in an account is no place to begin from."""

FEWEST = 2
"""Content words of some speech that a stretch must have before it is read word by word: a cheap first look."""

_JOINTS = ((1, 1), (0, 1), (1, 0))
"""Words that two runs may have between them: one for another, one more on either side."""


class Narration:
    """The words of an account outside quotation marks, and where two that a speech has stand beside each other."""

    def __init__(self, account: Account, said: Iterable[Speech]) -> None:
        self.account = account
        lines = [[w[2] for w in speech.words] for speech in said]
        self._pairs = set(chain.from_iterable(map(pairwise, lines)))
        self._said = set(chain.from_iterable(line for line in lines if len(line) > 1)) - FUNCTION_WORDS
        self.words: list[Token] = []
        self.sentences: list[int] = []
        self.places: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.ends: set[int] = {0}
        self.keys: list[str] = []
        quoted = iter([*account.quotations, None])
        mark = next(quoted)
        for number, sentence in enumerate(account.sentences):
            start = sentence.start
            while mark and mark.start < sentence.end:
                self._add(start, mark.start, number)
                start = max(start, min(mark.end, sentence.end))
                if mark.end > sentence.end:
                    break
                mark = next(quoted)
            else:
                self._add(start, sentence.end, number)

    def _add(self, start: int, end: int, sentence: int) -> None:
        """A stretch without a quotation or the end of a sentence inside; none of whose words a speech has in a row is left out."""
        known = words_of(self.account)
        if end <= start or len(self._said.intersection(keys := known.keys(start, end))) < FEWEST:
            return
        pairs = [(k, pair) for k, pair in enumerate(pairwise(keys), len(self.words)) if pair in self._pairs]
        if all(FUNCTION_WORDS.issuperset(pair) for _, pair in pairs):
            return
        for k, pair in pairs:
            if not FUNCTION_WORDS.issuperset(pair):
                self.places[pair].append(k)
        self.words += known.tokens(start, end)
        self.keys += keys
        self.sentences += [sentence] * len(keys)
        self.ends.add(len(self.words))


def told_again(speech: Speech, narration: Narration) -> set[Run]:
    """Every run of the same words, with what goes on behind, or comes before, one changed word."""
    words = [w[2] for w in speech.words]
    found = [(k, pair) for k, pair in enumerate(pairwise(words)) if pair in narration.places]
    if not found:
        return set()
    match = _Match(words, narration.keys, _ends(speech), narration.ends)
    seen: dict[int, int] = {}
    runs: set[Run] = set()
    for k, pair in found:
        places = narration.places[pair]
        for m in places if len(places) <= COMMON_PLACES and k + 1 not in match.ours else ():
            if seen.get(k - m, -1) < k:
                start, end = match.before(k, m), match.behind(k + 2, m + 2)
                seen[k - m] = k + 1 + end
                runs.add(match.with_one_change((k - start, k + 2 + end, m - start, m + 2 + end)))
    return runs


def _ends(speech: Speech) -> set[int]:
    """Words with which another piece or sentence of a speech begins."""
    places = list(zip(speech.pieces, speech.sentences, strict=True))
    return {0, *(k for k in range(1, len(places)) if places[k] != places[k - 1]), len(places)}


class _Match(NamedTuple):
    """Words of both sides, folded, and the places that no run goes across."""

    left: list[str]
    right: list[str]
    ours: set[int]
    theirs: set[int]

    def before(self, i: int, j: int) -> int:
        """How many words before two places are the same."""
        n = 0
        while i - n not in self.ours and j - n not in self.theirs and self.left[i - n - 1] == self.right[j - n - 1]:
            n += 1
        return n

    def behind(self, i: int, j: int) -> int:
        """How many words behind two places are the same."""
        n = 0
        while i + n not in self.ours and j + n not in self.theirs and self.left[i + n] == self.right[j + n]:
            n += 1
        return n

    def with_one_change(self, run: Run) -> Run:
        """A run with the longest that stands beside it, one word and no end between them."""
        a, b, c, d = run
        longest, best = 0, run
        for x, y in _JOINTS:
            if self.ours.isdisjoint(range(b, b + x + 1)) and self.theirs.isdisjoint(range(d, d + y + 1)):
                n = self.behind(b + x, d + y)
                if n > longest:
                    longest, best = n, (a, b + x + n, c, d + y + n)
            if self.ours.isdisjoint(range(a - x, a + 1)) and self.theirs.isdisjoint(range(c - y, c + 1)):
                n = self.before(a - x, c - y)
                if n > longest:
                    longest, best = n, (a - x - n, b, c - y - n, d)
        return best
