"""The sentences of an account as words with their stems: what rules on claims compare."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
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
        self._content: dict[int, frozenset[str]] = {}
        self._sources: dict[int, Source | None] = {}

    def words(self, number: int) -> tuple[Word, ...]:
        """The words of a sentence."""
        if number not in self._words:
            self._words[number] = self._read(number)
        return self._words[number]

    def content(self, number: int) -> frozenset[str]:
        """The stems of a sentence, function words left out."""
        if number not in self._content:
            self._content[number] = frozenset(w.stem for w in self.words(number) if w.key not in FUNCTION_WORDS)
        return self._content[number]

    def source(self, number: int) -> Source | None:
        """The source that a whole sentence is credited to."""
        if number not in self._sources:
            account, sentence = self.account, self.account.sentences[number]
            told = may_be_credited(account.text[sentence.start : sentence.end])
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
        quoted = [(q.start, q.end) for q in self.quotations(number)]
        found: list[Word] = []
        last, at = sentence.start, 0
        for start, end, key in zip(*words_of(self.account).between(sentence.start, sentence.end), strict=True):
            parted = text[last:start] != " " and bool(found) and not _joined(text[last:start], found[-1])
            inside = False
            if quoted:
                while at < len(quoted) and quoted[at][1] <= start:
                    at += 1
                inside = at < len(quoted) and quoted[at][0] <= start
            found.append(_word((start, end, key, _short_stem(key), parted, text[start].islower(), inside)))
            last = end
        return tuple(found)


@lru_cache(maxsize=1 << 16)
def _short_stem(key: str) -> str:
    return stem(key)[:LETTERS]


def _joined(gap: str, before: Word) -> bool:
    """Whether nothing but blanks, or the stop of a short form, stands between two words."""
    return (_JOINS.issuperset(gap) and " -" not in gap) or (gap.strip() == "." and before.end - before.start <= 4 and not before.small)


@lru_cache(maxsize=8)
def wording_of(account: Account) -> Wording:
    """The wording of an account; made once."""
    return Wording(account)
