"""Quotations to speeches: the words of one utterance, put together from its pieces."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from compare.model import Account, Quotation, Speech
from compare.tokens import words_of

_FULL_STOPS = frozenset(".!?…。！？")

ABBREVIATION = 4
"""A capitalised word of up to so many letters before a stop may be a title or a short form."""

Word = tuple[int, int, str]
"""Start, end and folded form."""


@lru_cache(maxsize=8)
def speeches(account: Account) -> tuple[Speech, ...]:
    """One speech an utterance, in the order of the text; titles of works are no speech."""
    pieces: dict[int, list[int]] = {}
    for k, quotation in enumerate(account.quotations):
        if quotation.kind != "title":
            pieces.setdefault(quotation.utterance, []).append(k)
    starts = [s.start for s in account.sentences]
    return tuple(
        speech for group in pieces.values() if (speech := _speech(account, group, starts)).words
    )


def _speech(account: Account, group: list[int], starts: list[int]) -> Speech:
    words: list[Word] = []
    sentences: list[int] = []
    pieces: list[int] = []
    number = 0
    for k in group:
        quotation = account.quotations[k]
        for word in zip(*words_of(account).between(quotation.start, quotation.end), strict=True):
            if word[2] == "sic" and account.text[word[0] - 1 : word[0]] in ("[", "("):
                continue  # the writer's word, not the speaker's
            if words and (pieces[-1] != k or account.text[words[-1][1] : word[0]] != " "):
                number += _ends(account, words[-1], word, pieces[-1] != k, starts)
            words.append(word)
            sentences.append(number)
            pieces.append(k)
    return Speech(account, tuple(words), tuple(sentences), tuple(pieces), _speaker(account, group))


def _speaker(account: Account, group: list[int]) -> str | None:
    named: list[Quotation] = [account.quotations[k] for k in group]
    return next((q.speaker for q in named if q.speaker), None)


def _ends(account: Account, before: Word, word: Word, new_piece: bool, starts: list[int]) -> bool:
    """Whether a sentence of speech ends between two words."""
    text = account.text
    between = text[before[1] : word[0]]
    if new_piece:
        return _ends_between_pieces(between, text[word[0]])
    if between == " " or _FULL_STOPS.isdisjoint(between):
        return False
    if bisect_right(starts, before[0]) != bisect_right(starts, word[0]):
        return True
    last = text[before[0] : before[1]]
    abbreviated = last[0].isupper() and len(last) <= ABBREVIATION
    return any(c in "!?" for c in between) or (text[word[0]].isupper() and not abbreviated)


def _ends_between_pieces(between: str, first: str) -> bool:
    """Whether a sentence ends where a quotation is interrupted.

    A stop inside the first piece tells, and so does one that ends the cue
    ("…," he said. "…") unless the second piece goes on in small letters.
    """
    closing = next((k for k, c in enumerate(between) if c in "\"”’»“'"), len(between))
    if any(c in _FULL_STOPS for c in between[:closing]):
        return True
    cue = between.rstrip(" \n\t\r\"“‘'«„([")
    return first.isupper() and cue[-1:] in tuple(".!?:") or "\n" in between and first.isupper()
