"""The sentences of an account as words with their stems: what rules on claims compare."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Set
from functools import lru_cache, partial
from typing import NamedTuple

from compare.claims.sources import Source, may_be_credited, sentence_tokens, source_of
from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Quotation, Span
from compare.tokens import stem, words_of

LETTERS = 6
"""Letters of a stem that count: "charity" and "charitable" are of one thing."""

_JOINS = frozenset(" \n\t\r-'’")


class Word(NamedTuple):
    """A word at ``text[start:end]``, folded, and its stem; whether a stop or mark parts it from the word before."""

    start: int
    end: int
    key: str
    stem: str
    parted: bool
    small: bool
    quoted: bool


_word: Callable[[tuple[int, int, str, str, bool, bool, bool]], Word] = partial(tuple.__new__, Word)
"""What ``Word`` makes of its fields, in a third of the time."""


class Wording:
    """An account's sentences, each read when it is first asked for."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._words: dict[int, tuple[Word, ...]] = {}
        self._keys: dict[int, frozenset[str]] = {}
        self._content: dict[int, frozenset[str]] = {}
        self._sources: dict[int, Source | None] = {}

    def words(self, number: int) -> tuple[Word, ...]:
        """The words of a sentence."""
        if number not in self._words:
            self._words[number] = self._read(number)
        return self._words[number]

    def keys(self, number: int) -> frozenset[str]:
        """The folded words of a sentence: what a rule looks at first, for a word without which it finds nothing."""
        if number not in self._keys:
            sentence = self.account.sentences[number]
            self._keys[number] = frozenset(words_of(self.account).keys(sentence.start, sentence.end))
        return self._keys[number]

    def content(self, number: int) -> frozenset[str]:
        """The stems of a sentence, function words left out."""
        if number not in self._content:
            self._content[number] = frozenset(map(_short_stem, self.keys(number) - FUNCTION_WORDS))
        return self._content[number]

    def source(self, number: int) -> Source | None:
        """The source that a whole sentence is credited to."""
        if number not in self._sources:
            account, sentence = self.account, self.account.sentences[number]
            told = may_be_credited(self.keys(number))
            self._sources[number] = source_of(sentence_tokens(account, sentence, self.quotations(number))) if told else None
        return self._sources[number]

    def quotations(self, number: int) -> list[Quotation]:
        """The quotations that lie in a sentence, in part at least."""
        sentence, found = self.account.sentences[number], []
        for k in range(bisect_left(self.account.quotations, sentence.start, key=lambda q: q.end), len(self.account.quotations)):
            if self.account.quotations[k].start >= sentence.end:
                break
            found.append(self.account.quotations[k])
        return found

    def context(self, number: int) -> Span:
        """The stretch of a sentence."""
        sentence = self.account.sentences[number]
        return Span(sentence.start, sentence.end)

    def shown(self, start: int, end: int) -> str:
        """A stretch of the text on one line."""
        return " ".join(self.account.text[start:end].split())

    def _read(self, number: int) -> tuple[Word, ...]:
        text, sentence = self.account.text, self.account.sentences[number]
        starts, ends, keys = words_of(self.account).between(sentence.start, sentence.end)
        small = [text[start].islower() for start in starts]
        parted = [False] * len(starts)
        for k, (end, start) in enumerate(zip(ends, starts[1:], strict=False)):
            if text[end:start] != " ":
                parted[k + 1] = not _joined(text[end:start], end - starts[k], small[k])
        quoted = [False] * len(starts)
        for q in self.quotations(number):
            inside = range(bisect_left(starts, q.start), bisect_left(starts, q.end))
            quoted[inside.start : inside.stop] = [True] * len(inside)
        return tuple(map(_word, zip(starts, ends, keys, map(_short_stem, keys), parted, small, quoted, strict=True)))


@lru_cache(maxsize=1 << 16)
def _short_stem(key: str) -> str:
    return stem(key)[:LETTERS]


def _joined(gap: str, length: int, small: bool) -> bool:
    """Whether nothing but blanks, or the stop of a short form, stands between two words, the first so long."""
    return (_JOINS.issuperset(gap) and " -" not in gap) or (gap.strip() == "." and length <= 4 and not small)


def both_have(words: Mapping[str, object], left: Set[str], right: Set[str]) -> bool:
    """Whether each of two sentences has one of the words: a cheap first look."""
    return not (words.keys().isdisjoint(left) or words.keys().isdisjoint(right))


@lru_cache(maxsize=8)
def wording_of(account: Account) -> Wording:
    """The wording of an account; made once."""
    return Wording(account)
