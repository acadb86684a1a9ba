"""Cues: the verbs and set phrases that credit a quotation, and the phrase they credit it to.

A cue stands right after a quotation ("…," said Kupchan), before it (Bush said:
"…"), or around it (according to the ministry).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare.quotations.narration import PARAGRAPH, QUOTE, SENTENCE, STOP, WORD, Token
from compare.quotations.phrases import (
    REACH, Phrase, is_name, is_verb, name_after, name_before, phrase_after, phrase_before, sentence_bounds,
    subject_of_sentence,
)
from compare.quotations.vocabulary import (
    ADVERBS, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS,
)

_DASHES = frozenset("-–—―")
_BE = frozenset("is was are were be been being".split())


class Cue(NamedTuple):
    """Whom a quotation is credited to, and by which token (-1: by its place alone)."""

    phrase: Phrase
    verb: int = -1


def cue_after(tokens: Sequence[Token], at: int, whole: bool) -> Cue | None:
    """Return the cue right after the quotation at token ``at``.

    ``whole`` says that the quotation can stand by itself: it ends with a comma
    or a sentence's mark.
    """
    i = at + 1
    if i < len(tokens) and tokens[i].text == ",":
        i, whole = i + 1, True
    crossing = i < len(tokens) and tokens[i].kind == SENTENCE
    if crossing:
        i += 1
    if i >= len(tokens):
        return None
    if tokens[i].text in _DASHES and whole:
        name = name_after(tokens, i + 1) if i + 1 < len(tokens) else None
        return Cue(name) if name else None
    if tokens[i].kind != WORD:
        return None
    named = _set_phrase(tokens, i)
    if named and not crossing:
        return named
    if not whole:
        return None
    if is_verb(tokens, i) and not tokens[i].low.endswith("ing"):
        subject = phrase_after(tokens, i + 1)
        return Cue(subject, i) if subject else None
    return _subject_and_verb(tokens, i, crossing)


def _set_phrase(tokens: Sequence[Token], i: int) -> Cue | None:
    """Return the cue of "according to X", "in the words of X" at token ``i``."""
    lows = [t.low for t in tokens[i:i + 4]]
    if lows[:2] == ["according", "to"]:
        skip = 2
    elif lows == ["in", "the", "words", "of"]:
        skip = 4
    else:
        return None
    subject = phrase_after(tokens, i + skip) if i + skip < len(tokens) else None
    return Cue(subject, i) if subject else None


def _subject_and_verb(tokens: Sequence[Token], i: int, crossing: bool) -> Cue | None:
    """Return the cue of "Kupchan, who was …, told reporters" that begins at token ``i``."""
    if tokens[i].low == "as":
        i += 1
    if tokens[i].low in CONJUNCTIONS or tokens[i].low in SUBORDINATORS or tokens[i].low in PREPOSITIONS:
        return None
    subject = phrase_after(tokens, i)
    if subject is None:
        return None
    k = subject.last
    reach = 6 if crossing else REACH
    while k < len(tokens) and k - i < reach and tokens[k].kind in (WORD, STOP) and tokens[k].text not in ";:":
        if is_verb(tokens, k):
            if crossing and k + 1 < len(tokens) and not (
                tokens[k + 1].kind != WORD or tokens[k + 1].low in PREPOSITIONS or tokens[k + 1].low in ADVERBS
            ):
                return None
            return Cue(subject, k)
        k += 1
    return None


def cue_before(tokens: Sequence[Token], at: int) -> Cue | None:
    """Return the cue nearest before the quotation at token ``at``, in its sentence."""
    first, _ = sentence_bounds(tokens, at)
    for k in range(at - 1, first - 1, -1):
        if is_verb(tokens, k):
            subject = subject_of_verb(tokens, k, first)
            if subject:
                return Cue(subject, k)
        elif tokens[k].low == "according":
            named = _set_phrase(tokens, k)
            if named:
                return named
    return None


def subject_of_verb(tokens: Sequence[Token], verb: int, first: int) -> Phrase | None:
    """Return who does what the verb says; ``first`` is where the sentence begins."""
    i = verb
    while i > first and tokens[i - 1].kind == WORD and (
        tokens[i - 1].low in ADVERBS or tokens[i - 1].low.endswith("ly") and tokens[i - 1].text[0].islower()
    ):
        i -= 1
    before = tokens[i - 1]
    ing = tokens[verb].low.endswith("ing")
    governed = (
        i == first or before.low in ("to", "and", "but", "then", "or")
        or ing and (before.kind != WORD or before.low in PREPOSITIONS or before.low in SUBORDINATORS)
    )
    if governed:
        return governor(tokens, i - 1, first)
    return phrase_before(tokens, verb)


def governor(tokens: Sequence[Token], at: int, first: int) -> Phrase | None:
    """Return the subject that a participle, infinitive or second verb before ``at`` shares."""
    k = at
    while k > first:
        k -= 1
        if is_verb(tokens, k) and not tokens[k].low.endswith("ing") and tokens[k - 1].low not in ("to", "and", "but"):
            subject = phrase_before(tokens, k)
            if subject:
                return subject
    if tokens[first].kind == QUOTE:
        first += 1
    return subject_of_sentence(tokens, first, at + 1)
