"""Subjects: who does what a verb says, and whom a sentence is about."""

from __future__ import annotations

from collections.abc import Iterable

from compare.quotations.narration import PARAGRAPH, QUOTE, SENTENCE, STOP, WORD, Narration
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


def _after_dateline(tokens: Narration, start: int, end: int) -> int:
    """Return the token after the dateline that a paragraph begins with, ``start`` where it has none."""
    if tokens.kind[start - 1] != PARAGRAPH or not tokens.text[start].isupper() or len(tokens.text[start]) < 3:
        return start
    for k in range(start + 1, min(end, start + _DATELINE)):
        if tokens.text[k] in _DASHES:
            return k + 1
    return start


def subject_of_sentence(tokens: Narration, start: int, end: int) -> Phrase | None:
    """Return the phrase a sentence (from token ``start``) begins with, opening adverbials left out."""
    i = _after_dateline(tokens, start, end) if start < end else start
    for _ in range(5):
        while i < end and (
            tokens.kind[i] == STOP or tokens.low[i] in CONJUNCTIONS or tokens.low[i] in ADVERBS
        ):
            i += 1
        if i >= end or tokens.kind[i] != WORD:
            return None
        low = tokens.low[i]
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
        while k < end and tokens.text[k] != ",":
            k += 1
        if k >= end:
            return None
        i = k + 1
    return None


def sentence_bounds(tokens: Narration, at: int) -> tuple[int, int]:
    """Return the first token of the sentence around token ``at`` and the end of it, within reach."""
    kinds = tokens.kind
    before = kinds[max(0, at - REACH) : at]
    behind = kinds[at : at + REACH]
    return at - _until_end(reversed(before)), at + _until_end(behind)


def _until_end(kinds: Iterable[int]) -> int:
    """Return how many tokens come before the end of the sentence, those of ``_MOST_QUOTES`` quotations at most."""
    quotes = number = 0
    for kind in kinds:
        if kind >= SENTENCE:
            break
        number += 1
        if kind == QUOTE:
            quotes += 1
            if quotes == _MOST_QUOTES:
                break
    return number


def subject_of_verb(tokens: Narration, verb: int, first: int) -> Phrase | None:
    """Return who does what the verb says; ``first`` is where the sentence begins."""
    if tokens.low[verb + 1] == "by" and tokens.low[verb].endswith(("ed", "n")):
        return phrase_after(tokens, verb + 2)
    i = verb
    while (
        i > first
        and tokens.kind[i - 1] == WORD
        and (
            tokens.low[i - 1] in ADVERBS
            or (tokens.low[i - 1].endswith("ly") and tokens.text[i - 1][0].islower())
        )
    ):
        i -= 1
    before, kind = tokens.low[i - 1], tokens.kind[i - 1]
    if i == first or before in ("to", "and", "but", "then", "or") or kind == QUOTE:
        return governor(tokens, i - 1, first)
    if tokens.low[verb].endswith("ing") and before not in AUXILIARIES:
        if kind == STOP:
            return subject_of_sentence(tokens, clause_start(tokens, first, verb), verb) or governor(
                tokens, i, first
            )
        name = None if tokens.genitive[i - 1] else name_before(tokens, i)
        if name and tokens.low[name.first - 1] not in _TOWARDS:
            return name
        return governor(tokens, i, first)
    return phrase_before(tokens, verb)


def clause_start(tokens: Narration, first: int, at: int) -> int:
    """Return where the last main clause before ``at`` begins: …, and Lee responded, saying …"""
    for k in range(at - 2, first, -1):
        if tokens.low[k] in CONJUNCTIONS and tokens.text[k - 1] == "," and tokens.kind[k + 1] == WORD:
            subject = phrase_after(tokens, k + 1)
            if subject and (is_name(tokens, subject.first) or tokens.low[k + 1] in SUBJECT_PRONOUNS):
                return k + 1
    return first


def governor(tokens: Narration, at: int, first: int) -> Phrase | None:
    """Return the subject that a participle, infinitive or second verb before ``at`` shares."""
    tried = 0
    for k in range(at - 1, first, -1):
        if tried == _MOST_VERBS:
            break
        low = tokens.low[k]
        if is_verb(tokens, k) and not low.endswith("ing") and tokens.low[k - 1] not in ("to", "and", "but"):
            tried += 1
            subject = phrase_before(tokens, k)
            if subject:
                return subject
    start = first + 1 if tokens.kind[first] == QUOTE else first
    return subject_of_sentence(tokens, clause_start(tokens, start, at), at + 1)
