"""The narration: what an account says around its quotations, as a row of tokens.

A quotation is one token, whatever it says, so that "Bush", "said" and the words
he is quoted with stand side by side; sentences and paragraphs end with a token
of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from compare.model import Sentence, Span
from compare.quotations.pairs import Quoted
from compare.quotations.vocabulary import ABBREVIATIONS, TITLES

WORD, STOP, QUOTE, SENTENCE, PARAGRAPH = range(5)
"""Kinds of tokens: a word, a punctuation mark, a quotation, the end of a sentence, of a paragraph."""

_TOKEN = re.compile(
    r"(?=[^ \n])(?:"  # no token begins there
    r"[A-Za-z]++(?=[ ,\n])"  # most words, found at once
    r"|(?:[^\W\d_]\.){2,}|[@#$]?\w+(?:[-.’'&/]\w+)*|\S)"
)
_GENITIVES = ("'s", "’s")
_CONTRACTED = frozenset("he she it that who what there here where".split())
_FULL_STOPS = frozenset(".!?")


class Token(NamedTuple):
    """``text[start:end]``; ``low`` is the text in lower case, without a genitive's ending."""

    kind: int
    text: str
    low: str
    start: int
    end: int
    genitive: bool = False
    quote: int = -1


_token: Callable[[tuple[int, str, str, int, int, bool, int]], Token] = partial(tuple.__new__, Token)
"""What ``Token`` makes of its fields, in a third of the time."""


def to_tokens(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence], quoted: Sequence[Quoted]
) -> list[Token]:
    """Return the tokens of an account, quotations folded into one token each."""
    tokens: list[Token] = [Token(PARAGRAPH, "", "", 0, 0)]
    ends = [s.end for s in sentences]
    q = s = 0
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        while at < paragraph.end:
            quote = quoted[q] if q < len(quoted) and quoted[q].paragraph == number else None
            stop = quote.outer_start if quote else paragraph.end
            for token in _words(text, at, stop):
                if s < len(ends) and ends[s] <= token[3]:
                    s = _close_sentence(tokens, ends, s, token.start, token.text[0].islower())
                tokens.append(token)
            at = stop
            if quote:
                s = _close_sentence(tokens, ends, s, at, False)
                if tokens[-1].text in _FULL_STOPS and not text[quote.start].islower():
                    tokens.append(Token(SENTENCE, "", "", at, at))
                tokens.append(Token(QUOTE, "", "", quote.outer_start, quote.outer_end, False, q))
                while s < len(ends) and ends[s] < quote.end:
                    s += 1
                at = max(quote.outer_end, at + 1)
                q += 1
        tokens.append(Token(PARAGRAPH, "", "", paragraph.end, paragraph.end))
    return tokens


def _close_sentence(tokens: list[Token], ends: Sequence[int], s: int, at: int, low: bool) -> int:
    """Add the end of a sentence if one ends before ``at``; return the number of the next end."""
    crossed = s < len(ends) and ends[s] <= at
    while s < len(ends) and ends[s] <= at:
        s += 1
    last, before = tokens[-1].kind, tokens[-1]
    if before.text[-1:] == "." and last == WORD and (len(before.text) == 2 or before.low in TITLES):
        return s
    # “Why?” he asked: what goes on in lower case after a quotation is its sentence still.
    if crossed and last < SENTENCE and not (low and last == QUOTE):
        tokens.append(Token(SENTENCE, "", "", at, at))
    return s


def _takes_stop(word: str, low: str) -> bool:
    """Tell whether the full stop after a word belongs to it: Mr., W., D-N.Y., R-Ariz."""
    if len(low) == 1:
        return word.isupper()
    return low in ABBREVIATIONS or "." in low or ("-" in low and low.rpartition("-")[2] in ABBREVIATIONS)


def _words(text: str, start: int, end: int) -> list[Token]:
    """Return the words and punctuation marks of ``text[start:end]``."""
    after = -1
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        i, j = match.span()
        if j < end and text[j] not in ".'’" and word.isalpha():
            found.append(_token((WORD, word, word.lower(), i, j, False, -1)))  # most words
            continue
        if i == after:
            after = -1
            continue
        if len(word) == 1 and not word.isalnum():
            found.append(_token((STOP, word, word, i, j, False, -1)))
            continue
        low = word.lower()
        genitive = low.endswith(_GENITIVES)
        if genitive:
            low = low[:-2]
            genitive = low not in _CONTRACTED
        elif j < end and text[j] in "'’" and low[-1] == "s":
            genitive, after = True, j
        elif j < end and text[j] == "." and _takes_stop(word, low):
            word, after = text[i : j + 1], j
            j += 1
        found.append(_token((WORD, word, low, i, j, genitive, -1)))
    return found
