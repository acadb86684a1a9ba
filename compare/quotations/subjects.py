"""Subjects: who does what a verb says, and whom a sentence is about."""

from __future__ import annotations

from collections.abc import Sequence

from compare.quotations.narration import PARAGRAPH, QUOTE, SENTENCE, STOP, WORD, Token
from compare.quotations.parts_of_speech import Phrase, is_name, is_verb, name_before
from compare.quotations.phrases import phrase_after, phrase_before
from compare.quotations.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TITLES,
)

REACH = 60
"""Tokens looked at on either side of a verb or a quotation: longer than nearly all sentences."""

_MOST_VERBS = 3
"""Verbs tried for the subject that another shares."""

_MOST_QUOTES = 10
"""Quotations looked over in one sentence."""

_DASHES = frozenset("-–—―")
_OPENERS = frozenset("according prior due thanks close".split())
_TOWARDS = frozenset("to with at in from".split())
_DATELINE = 12
"""Tokens of the longest dateline: GENEVA, July 2 (Reuters) —"""


def _after_dateline(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the token after the dateline that a paragraph begins with, ``start`` where it has none."""
    if tokens[start - 1].kind != PARAGRAPH or not tokens[start].text.isupper() or len(tokens[start].text) < 3:
        return start
    for k in range(start + 1, min(end, start + _DATELINE)):
        if tokens[k].text in _DASHES:
            return k + 1
    return start


def subject_of_sentence(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Return the phrase a sentence (from token ``start``) begins with, opening adverbials left out."""
    i = _after_dateline(tokens, start, end) if start < end else start
    for _ in range(5):
        while i < end and (
            tokens[i].kind == STOP or tokens[i].low in CONJUNCTIONS or tokens[i].low in ADVERBS
        ):
            i += 1
        if i >= end or tokens[i].kind != WORD:
            return None
        low = tokens[i].low
        aside = (
            low in PREPOSITIONS
            or low in SUBORDINATORS
            or low in _OPENERS
            or low.endswith(("ing", "ly"))
            or (low.endswith("ed") and not is_name(tokens, i + 1))
        )
        if not aside or low in TITLES:
            return phrase_after(tokens, i)
        k = i
        while k < end and tokens[k].text != ",":
            k += 1
        if k >= end:
            return None
        i = k + 1
    return None


def sentence_bounds(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Return the first token of the sentence around token ``at`` and the end of it, within reach."""
    first = last = at
    quotes = 0
    while first > 0 and tokens[first - 1].kind < SENTENCE and at - first < REACH and quotes < _MOST_QUOTES:
        first -= 1
        quotes += tokens[first].kind == QUOTE
    quotes = 0
    while last < len(tokens) and tokens[last].kind < SENTENCE and last - at < REACH and quotes < _MOST_QUOTES:
        quotes += tokens[last].kind == QUOTE
        last += 1
    return first, last


def subject_of_verb(tokens: Sequence[Token], verb: int, first: int) -> Phrase | None:
    """Return who does what the verb says; ``first`` is where the sentence begins."""
    if tokens[verb + 1].low == "by" and tokens[verb].low.endswith(("ed", "n")):
        return phrase_after(tokens, verb + 2)
    i = verb
    while (
        i > first
        and tokens[i - 1].kind == WORD
        and (
            tokens[i - 1].low in ADVERBS
            or (tokens[i - 1].low.endswith("ly") and tokens[i - 1].text[0].islower())
        )
    ):
        i -= 1
    before = tokens[i - 1]
    if i == first or before.low in ("to", "and", "but", "then", "or") or before.kind == QUOTE:
        return governor(tokens, i - 1, first)
    if tokens[verb].low.endswith("ing") and before.low not in AUXILIARIES:
        if before.kind == STOP:
            return subject_of_sentence(tokens, clause_start(tokens, first, verb), verb) or governor(
                tokens, i, first
            )
        name = None if before.genitive else name_before(tokens, i)
        if name and tokens[name.first - 1].low not in _TOWARDS:
            return name
        return governor(tokens, i, first)
    return phrase_before(tokens, verb)


def clause_start(tokens: Sequence[Token], first: int, at: int) -> int:
    """Return where the last main clause before ``at`` begins: …, and Lee responded, saying …"""
    for k in range(at - 2, first, -1):
        if tokens[k].low in CONJUNCTIONS and tokens[k - 1].text == "," and tokens[k + 1].kind == WORD:
            subject = phrase_after(tokens, k + 1)
            if subject and (is_name(tokens, subject.first) or tokens[k + 1].low in SUBJECT_PRONOUNS):
                return k + 1
    return first


def governor(tokens: Sequence[Token], at: int, first: int) -> Phrase | None:
    """Return the subject that a participle, infinitive or second verb before ``at`` shares."""
    tried = 0
    for k in range(at - 1, first, -1):
        if tried == _MOST_VERBS:
            break
        low = tokens[k].low
        if is_verb(tokens, k) and not low.endswith("ing") and tokens[k - 1].low not in ("to", "and", "but"):
            tried += 1
            subject = phrase_before(tokens, k)
            if subject:
                return subject
    start = first + 1 if tokens[first].kind == QUOTE else first
    return subject_of_sentence(tokens, clause_start(tokens, start, at), at + 1)
