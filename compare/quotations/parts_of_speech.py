"""Parts of speech, as far as needed: which tokens are names, and which are reporting verbs in use.

No tagger is at work: capitals, closed classes and the neighbours decide.
Stretches of tokens are pairs of token numbers, the end excluded.
"""

from __future__ import annotations

from typing import NamedTuple

from compare.quotations.narration import WORD, Narration
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


def is_name(tokens: Narration, i: int) -> bool:
    """Tell whether the token may be (part of) a name: a capital that is not a sentence's."""
    if tokens.kind[i] != WORD:
        return False
    word, low = tokens.text[i], tokens.low[i]
    if not (word[0].isupper() or word[0] == "@" or (len(word) > 3 and _has_particle(word))):
        return False
    if low not in NOT_NAMES:
        return True
    if len(word) == 2 and word[1] == ".":
        return True
    follows = tokens.kind[i - 1] == WORD and tokens.text[i - 1][0].isupper() and tokens.low[i - 1] not in NOT_NAMES
    return low in _NAMES_TOO and follows


def _has_particle(word: str) -> bool:
    """Tell whether a particle is written together with the name: al-Attar, d'Estaing."""
    if word.isalpha():
        return False
    for k in range(1, min(len(word) - 1, 5)):
        if word[k] in "-'’":
            return word[k + 1].isupper() and (k == 1 or word[:k] in PARTICLES)
    return False


def is_verb(tokens: Narration, i: int) -> bool:
    """Tell whether the token is a reporting verb in use (not "the report", "his claim", "States")."""
    low, before = tokens.low[i], tokens.low[i - 1]
    if low in _GO:
        return i + 1 < len(tokens.kind) and tokens.low[i + 1] == "on"
    if low not in REPORTING or tokens.kind[i] != WORD or tokens.genitive[i] or tokens.text[i][0].isupper():
        return False
    if tokens.kind[i - 1] != WORD:
        if low in NOUNS_TOO:
            k = min(i + 1, len(tokens.kind) - 1)
            return tokens.kind[k] == WORD and tokens.low[k] not in PREPOSITIONS and low not in BASE
        return low not in BASE
    if tokens.genitive[i - 1] or before in _ARTICLES:
        return False
    if low.endswith("ing"):
        return True
    if before in PREPOSITIONS and before not in ("to", "as"):
        return False
    common = tokens.text[i - 1][0].islower()
    if low in BASE:
        plural = before.endswith("s") and common and low not in NOUNS_TOO
        return plural or before in _BEFORE_BASE or before in AUXILIARIES or before in ADVERBS
    if low in NOUNS_TOO and common and before not in SUBJECT_PRONOUNS:
        return before in _BEFORE_BASE or before in ADVERBS or before.endswith(_AGENTS)
    return True


def name_before(tokens: Narration, end: int) -> Phrase | None:
    """Return the name that ends before token ``end``, titles included: "Mr. Fox", "Ursula von der Leyen"."""
    i = end
    while i > 0 and end - i < _LONGEST_NAME:
        if is_name(tokens, i - 1) and (i == end or not tokens.genitive[i - 1]):
            i -= 1
            continue
        k = i
        while k > 0 and i < end and tokens.low[k - 1] in PARTICLES and i - k < 3:
            k -= 1
        if k == i or not is_name(tokens, k - 1) or tokens.genitive[k - 1]:
            break
        i = k
    return Phrase(i, end) if i < end else None


def name_after(tokens: Narration, start: int) -> Phrase | None:
    """Return the name that begins at token ``start``; a genitive ends it."""
    i = start
    while i < len(tokens.kind) and i - start < _LONGEST_NAME:
        if is_name(tokens, i):
            i += 1
            if tokens.genitive[i - 1]:
                break
            continue
        k = i
        while k < len(tokens.kind) and start < i and tokens.low[k] in PARTICLES and k - i < 3:
            k += 1
        if k == i or k >= len(tokens.kind) or not is_name(tokens, k):
            break
        i = k
    return Phrase(start, i) if i > start else None
