"""The narration: what an account says around its quotations, as a row of tokens.

A quotation is one token, whatever it says, so that "Bush", "said" and the words
he is quoted with stand side by side; sentences and paragraphs end with a token
of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, compress, count
from operator import not_

from compare.model import Sentence, Span
from compare.quotations.pairs import Quoted
from compare.quotations.vocabulary import ABBREVIATIONS, TITLES

WORD, STOP, QUOTE, SENTENCE, PARAGRAPH = range(5)
"""Kinds of tokens: a word, a punctuation mark, a quotation, the end of a sentence, of a paragraph."""

_TOKEN = re.compile(
    r"(?=[^ \n])("  # no token begins there
    r"[A-Za-z]++(?=[ ,\n])"  # most words, found at once
    r"|(?:[^\W\d_]\.){2,}|[@#$]?\w+(?:[-.’'&/]\w+)*|\S)"
)
_AFTER_WORDS = frozenset(".'’")
_GENITIVES = ("'s", "’s")
_CONTRACTED = frozenset("he she it that who what there here where".split())
_FULL_STOPS = frozenset(".!?")


class Narration:
    """Tokens by number, each of their fields in a list of its own: one object a word takes longer.

    ``text`` is empty but for words and punctuation marks, ``low`` the same in lower case, without a
    genitive's ending; ``start`` the offset a token begins at. ``quotes`` and ``paragraphs`` are the
    numbers of those that are quotations, and ends of paragraphs.
    """

    __slots__ = ("genitive", "kind", "low", "paragraphs", "quotes", "start", "text")

    def __init__(self) -> None:
        self.kind: list[int] = []
        self.text: list[str] = []
        self.low: list[str] = []
        self.start: list[int] = []
        self.genitive: list[bool] = []
        self.quotes: list[int] = []
        self.paragraphs: list[int] = []

    def end(self, k: int) -> int:
        """The offset right after a word or a punctuation mark."""
        return self.start[k] + len(self.text[k])

    def add(self, kind: int, at: int) -> None:
        """Add what is neither word nor punctuation mark."""
        if kind == QUOTE:
            self.quotes.append(len(self.kind))
        elif kind == PARAGRAPH:
            self.paragraphs.append(len(self.kind))
        self.kind.append(kind)
        self.text.append("")
        self.low.append("")
        self.start.append(at)
        self.genitive.append(False)

    def extend(self, other: Narration, first: int, last: int) -> None:
        """Add words and punctuation marks, ``other``'s from ``first`` to ``last``."""
        self.kind += other.kind[first:last]
        self.text += other.text[first:last]
        self.low += other.low[first:last]
        self.start += other.start[first:last]
        self.genitive += other.genitive[first:last]

    def drop(self, taken: Sequence[int]) -> None:
        """Take words or punctuation marks out."""
        kept = bytearray(b"\1") * len(self.kind)
        for k in taken:
            kept[k] = 0
        self.kind = list(compress(self.kind, kept))
        self.text = list(compress(self.text, kept))
        self.low = list(compress(self.low, kept))
        self.start = list(compress(self.start, kept))
        self.genitive = list(compress(self.genitive, kept))


def to_tokens(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence], quoted: Sequence[Quoted]
) -> Narration:
    """Return the tokens of an account, quotations folded into one token each."""
    tokens = Narration()
    tokens.add(PARAGRAPH, 0)
    ends = [s.end for s in sentences]
    q = s = 0
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        while at < paragraph.end:
            quote = quoted[q] if q < len(quoted) and quoted[q].paragraph == number else None
            stop = quote.outer_start if quote else paragraph.end
            words, done = _words(text, at, stop), 0
            while s < len(ends) and words.start and ends[s] <= words.start[-1]:
                k = bisect_left(words.start, ends[s], done)
                tokens.extend(words, done, k)
                s = _close_sentence(tokens, ends, s, words.start[k], words.text[k][0].islower())
                done = k
            tokens.extend(words, done, len(words.kind))
            at = stop
            if quote:
                s = _close_sentence(tokens, ends, s, at, False)
                if tokens.text[-1] in _FULL_STOPS and not text[quote.start].islower():
                    tokens.add(SENTENCE, at)
                tokens.add(QUOTE, quote.outer_start)
                while s < len(ends) and ends[s] < quote.end:
                    s += 1
                at = max(quote.outer_end, at + 1)
                q += 1
        tokens.add(PARAGRAPH, paragraph.end)
    return tokens


def _close_sentence(tokens: Narration, ends: Sequence[int], s: int, at: int, low: bool) -> int:
    """Add the end of a sentence if one ends before ``at``; return the number of the next end."""
    crossed = s < len(ends) and ends[s] <= at
    while s < len(ends) and ends[s] <= at:
        s += 1
    last, before = tokens.kind[-1], tokens.text[-1]
    if before[-1:] == "." and last == WORD and (len(before) == 2 or tokens.low[-1] in TITLES):
        return s
    # “Why?” he asked: what goes on in lower case after a quotation is its sentence still.
    if crossed and last < SENTENCE and not (low and last == QUOTE):
        tokens.add(SENTENCE, at)
    return s


def _takes_stop(word: str, low: str) -> bool:
    """Tell whether the full stop after a word belongs to it: Mr., W., D-N.Y., R-Ariz."""
    if len(low) == 1:
        return word.isupper()
    return low in ABBREVIATIONS or "." in low or ("-" in low and low.rpartition("-")[2] in ABBREVIATIONS)


def _words(text: str, start: int, end: int) -> Narration:
    """Return the words and punctuation marks of ``text[start:end]``."""
    parts = _TOKEN.split(text[start:end])  # what stands between tokens and tokens in turn
    found = Narration()
    words = found.text = parts[1::2]
    found.low = list(map(str.lower, words))
    found.start = list(accumulate(map(len, parts), initial=start))[1:-1:2]
    found.kind = [WORD] * len(words)
    found.genitive = [False] * len(words)
    taken: list[int] = []
    owned = -1
    for k in compress(count(), map(not_, map(str.isalpha, words))):  # the others are what they seem
        word = words[k]
        if word in _AFTER_WORDS and k and k - 1 != owned and found.end(k - 1) == found.start[k] and _takes(found, k - 1, word):
            taken.append(k)
        if len(word) == 1 and not word.isalnum():
            found.kind[k], found.low[k] = STOP, word
        elif found.low[k].endswith(_GENITIVES):
            low = found.low[k] = found.low[k][:-2]
            found.genitive[k] = low not in _CONTRACTED
            owned = k
    if taken:
        found.drop(taken)
    return found


def _takes(tokens: Narration, k: int, mark: str) -> bool:
    """Give a word the full stop or the apostrophe right after it; tell whether it is part of it."""
    if tokens.kind[k] != WORD:
        return False
    if mark == ".":
        own = _takes_stop(tokens.text[k], tokens.low[k])
        tokens.text[k] += mark if own else ""
        return own
    tokens.genitive[k] = own = tokens.low[k][-1] == "s"
    return own
