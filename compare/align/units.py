"""Sentences to the units that are aligned: short sentences of one speech go together.

"We did not want it. We did not ask for it. We will not pay." is one thing said:
each of its sentences has too few words to be told apart from any other like it.
"""

from __future__ import annotations

from typing import NamedTuple

from compare.model import Account, Sentence
from compare.tokens import Words, words_of

SHORT = 4
"""A sentence of up to so many words goes with the one beside it in the same quotation."""

MOST = 60
"""Words of a unit to which nothing is added, so that a speech of short sentences is not one unit."""


class Unit(NamedTuple):
    """A stretch of an account: its place, its paragraph and the indexes of its sentences."""

    start: int
    end: int
    paragraph: int
    sentences: tuple[int, ...]


def units(account: Account) -> tuple[Unit, ...]:
    """The sentences of an account in order, short ones of one quotation put together.

    Of none to six words four were the best in cross-validation over annotated pairs
    (``benchmarks/links.py --units``); to put two somewhat longer ones together as well
    gained nothing.
    """
    found: list[Unit] = []
    words = words_of(account)
    quotes = iter([*account.quotations, None])
    quote = next(quotes)
    for k, sentence in enumerate(account.sentences):
        if found:
            before = found[-1]
            while quote and quote.end <= before.end:
                quote = next(quotes)
            said = quote is not None and quote.start < before.end
            if said and before.paragraph == sentence.paragraph and _short(words, before, sentence):
                found[-1] = Unit(before.start, sentence.end, before.paragraph, (*before.sentences, k))
                continue
        found.append(Unit(sentence.start, sentence.end, sentence.paragraph, (k,)))
    return tuple(found)


def _short(words: Words, before: Unit, sentence: Sentence) -> bool:
    """Whether one of two is a few words long."""
    few, many = sorted(words.count(s.start, s.end) for s in (before, sentence))
    return few <= SHORT and many <= MOST
