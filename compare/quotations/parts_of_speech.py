"""Parts of speech, as far as needed: which tokens are names, and which are reporting verbs in use.

No tagger is at work: capitals, closed classes and the neighbours decide.
Stretches of tokens are pairs of token numbers, the end excluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare.quotations.narration import WORD, Token
from compare.quotations.verbs import BASE, NOUNS_TOO, REPORTING
from compare.quotations.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    NOT_NAMES,
    PARTICLES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)

_ARTICLES = frozenset("the a an his its their our my your no".split())
_BEFORE_BASE = frozenset("to i we you they who that and or but not people some many others critics".split())
_AGENTS = ("er", "or", "ist", "man", "woman", "ian", "ee", "ant", "ary", "dent")
_NAMES_TOO = frozenset("may will april june august".split())
_GO = frozenset("goes went going".split())
_LONGEST_NAME = 8


class Phrase(NamedTuple):
    """``tokens[first:last]``."""

    first: int
    last: int


def is_name(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the token may be (part of) a name: a capital that is not a sentence's."""
    token = tokens[i]
    if token.kind != WORD:
        return False
    if not (
        token.text[0].isupper() or token.text[0] == "@" or (len(token.text) > 3 and _has_particle(token.text))
    ):
        return False
    if token.low not in NOT_NAMES:
        return True
    if len(token.text) == 2 and token.text[1] == ".":
        return True
    before = tokens[i - 1]
    follows = before.kind == WORD and before.text[0].isupper() and before.low not in NOT_NAMES
    return token.low in _NAMES_TOO and follows


def _has_particle(word: str) -> bool:
    """Tell whether a particle is written together with the name: al-Attar, d'Estaing."""
    if word.isalpha():
        return False
    for k in range(1, min(len(word) - 1, 5)):
        if word[k] in "-'’":
            return word[k + 1].isupper() and (k == 1 or word[:k] in PARTICLES)
    return False


def is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the token is a reporting verb in use (not "the report", "his claim", "States")."""
    token, before = tokens[i], tokens[i - 1]
    low = token.low
    if low in _GO:
        return i + 1 < len(tokens) and tokens[i + 1].low == "on"
    if low not in REPORTING or token.kind != WORD or token.genitive or token.text[0].isupper():
        return False
    if before.kind != WORD:
        if low in NOUNS_TOO:
            following = tokens[i + 1] if i + 1 < len(tokens) else token
            return following.kind == WORD and following.low not in PREPOSITIONS and low not in BASE
        return low not in BASE
    if before.genitive or before.low in _ARTICLES:
        return False
    if low.endswith("ing"):
        return True
    if before.low in PREPOSITIONS and before.low not in ("to", "as"):
        return False
    common = before.text[0].islower()
    if low in BASE:
        plural = before.low.endswith("s") and common and low not in NOUNS_TOO
        return plural or before.low in _BEFORE_BASE or before.low in AUXILIARIES or before.low in ADVERBS
    if low in NOUNS_TOO and common and before.low not in SUBJECT_PRONOUNS:
        return before.low in _BEFORE_BASE or before.low in ADVERBS or before.low.endswith(_AGENTS)
    return True


def name_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the name that ends before token ``end``, titles included: "Mr. Fox", "Ursula von der Leyen"."""
    i = end
    while i > 0 and end - i < _LONGEST_NAME:
        if is_name(tokens, i - 1) and (i == end or not tokens[i - 1].genitive):
            i -= 1
            continue
        k = i
        while k > 0 and i < end and tokens[k - 1].low in PARTICLES and i - k < 3:
            k -= 1
        if k == i or not is_name(tokens, k - 1) or tokens[k - 1].genitive:
            break
        i = k
    return Phrase(i, end) if i < end else None


def name_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Return the name that begins at token ``start``; a genitive ends it."""
    i = start
    while i < len(tokens) and i - start < _LONGEST_NAME:
        if is_name(tokens, i):
            i += 1
            if tokens[i - 1].genitive:
                break
            continue
        k = i
        while k < len(tokens) and start < i and tokens[k].low in PARTICLES and k - i < 3:
            k += 1
        if k == i or k >= len(tokens) or not is_name(tokens, k):
            break
        i = k
    return Phrase(start, i) if i > start else None
