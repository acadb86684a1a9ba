"""Noun phrases of the narration: who stands before a verb, after it, or at the head of a sentence.

No tagger is at work: a phrase is found by the closed classes around it (articles,
prepositions, pronouns, auxiliaries), by capitals, and by the reporting verbs.
Phrases are pairs of token numbers, the end excluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare.quotations.narration import QUOTE, SENTENCE, STOP, WORD, Token
from compare.quotations.verbs import BASE, NOUNS_TOO, REPORTING
from compare.quotations.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    HONORIFICS,
    NOT_NAMES,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TITLES,
)

REACH = 60
"""Tokens looked at on either side of a verb or a quotation: longer than nearly all sentences."""

_ARTICLES = frozenset("the a an his its their our my your no".split())
_BEFORE_BASE = frozenset("to i we you they who that and or but not people n't some many others critics".split())
_AGENTS = ("er", "or", "ist", "man", "woman", "ian", "ee", "ant", "ary", "dent")
_CLOSED = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | SUBORDINATORS | PRONOUNS
_NAMES_TOO = frozenset("may will april june august".split())
_STANDS_ALONE = frozenset("some many others several both most few another all one none who".split())
_LINKS = frozenset(["of", "for", "from", "at", "in", "with", "on", "to", "about", "by"])


class Phrase(NamedTuple):
    """``tokens[first:last]``."""

    first: int
    last: int


def is_name(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the token may be (part of) a name: a capital that is not a sentence's."""
    token = tokens[i]
    if token.kind != WORD or not (token.text[0].isupper() or token.text[0] == "@"):
        return False
    if token.low not in NOT_NAMES:
        return True
    if len(token.text) == 2 and token.text[1] == ".":
        return True
    before = tokens[i - 1]
    return token.low in _NAMES_TOO and before.kind == WORD and before.text[0].isupper() and before.low not in NOT_NAMES


def is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the token is a reporting verb in use (not "the report", "his claim", "States")."""
    token = tokens[i]
    low = token.low
    if low not in REPORTING or token.kind != WORD or token.genitive or token.text[0].isupper():
        return False
    before = tokens[i - 1]
    if before.kind != WORD:
        return low not in BASE
    if before.genitive or before.low in _ARTICLES:
        return False
    if low.endswith("ing"):
        return True
    if before.low in PREPOSITIONS and before.low not in ("to", "as"):
        return False
    if low in BASE:
        return before.low in _BEFORE_BASE or before.low in AUXILIARIES or before.low in ADVERBS or (
            before.low.endswith("s") and before.text[0].islower() and low not in NOUNS_TOO
        )
    if low in NOUNS_TOO and before.text[0].islower() and before.low not in SUBJECT_PRONOUNS:
        return before.low in _BEFORE_BASE or before.low in ADVERBS or before.low.endswith(_AGENTS)
    return True


def name_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the name that ends before token ``end``, with its title: "Mr. Fox", "Ursula von der Leyen"."""
    i = end
    while i > 0 and end - i < 8:
        if is_name(tokens, i - 1) and (i == end or not tokens[i - 1].genitive) or i < end and tokens[i - 1].low in PARTICLES and is_name(tokens, i - 2):
            i -= 1
        else:
            break
    return Phrase(i, end) if i < end else None


def name_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Return the name that begins at token ``start``."""
    i = start
    while i < len(tokens) and i - start < 8:
        if is_name(tokens, i) or (
            tokens[i].low in PARTICLES and tokens[i].kind == WORD and i + 1 < len(tokens)
            and is_name(tokens, i + 1) and (i > start or "-" in tokens[i].low)
        ):
            i += 1
            if tokens[i - 1].genitive:
                break
        else:
            break
    return Phrase(start, i) if i > start else None


def phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the noun phrase that ends before token ``end`` (a verb's subject)."""
    i = _skip_back(tokens, end)
    i = _over_apposition(tokens, i)
    core = _core_before(tokens, i)
    if core is None:
        return None
    # A spokesman for the ministry said: the head stands before the preposition.
    for _ in range(3):
        link = core.first - 1
        if tokens[link].low not in _LINKS or tokens[link].kind != WORD:
            break
        head = _core_before(tokens, link)
        if head is None or _opens_clause(tokens, head.first):
            break
        core = Phrase(head.first, core.last)
    return core


def _skip_back(tokens: Sequence[Token], end: int) -> int:
    """Return ``end`` moved before the adverbs and auxiliaries that stand at a verb."""
    i = end
    while tokens[i - 1].kind == WORD and end - i < 8 and (
        tokens[i - 1].low in AUXILIARIES or tokens[i - 1].low in ADVERBS or tokens[i - 1].low == "not"
        or tokens[i - 1].low.endswith("ly") and tokens[i - 1].text[0].islower()
    ):
        i -= 1
    return i


def _opens_clause(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a phrase hangs on a preposition (In an interview with Fox News …)."""
    return tokens[first - 1].kind == WORD and tokens[first - 1].low in PREPOSITIONS


def _over_apposition(tokens: Sequence[Token], end: int) -> int:
    """Return the end of the phrase that the apposition before ``end`` belongs to, else ``end``."""
    i = end
    for _ in range(4):
        mark = tokens[i - 1]
        if mark.kind != STOP or mark.text not in ",)—–":
            return i
        opening = {")": "("}.get(mark.text, mark.text)
        k = i - 2
        while k > 0 and tokens[k].kind == WORD and i - k < REACH:
            k -= 1
        if tokens[k].kind == QUOTE and mark.text == ",":
            while k > 0 and tokens[k].kind in (WORD, QUOTE) and i - k < REACH:
                k -= 1
        if tokens[k].kind != STOP or tokens[k].text != opening:
            return i - 1
        inner = tokens[k + 1]
        if mark.text == "," and inner.text[:1].isupper() and is_name(tokens, k + 1) and not _is_place(tokens, k, i - 1):
            return i - 1
        if tokens[k + 1].low in SUBJECT_PRONOUNS:
            return i - 1
        i = k
    return i


def _is_place(tokens: Sequence[Token], comma: int, end: int) -> bool:
    """Tell whether what stands between two commas only says more of a name: "Houston, Texas,"."""
    return end - comma <= 3 and is_name(tokens, comma - 1)


def _core_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the phrase without what hangs on it: article, adjectives, noun; or a name; or a pronoun."""
    last = tokens[end - 1]
    if last.kind != WORD:
        return None
    if last.low in SUBJECT_PRONOUNS or last.low in _STANDS_ALONE and not tokens[end - 1].text[0].isdigit():
        return Phrase(end - 1, end) if last.low != "who" else phrase_before(tokens, end - 1)
    if last.low in ("which", "that"):
        return phrase_before(tokens, end - 1)
    name = name_before(tokens, end)
    if name:
        return name
    i = end
    while i > 0 and end - i < 10:
        token = tokens[i - 1]
        if token.kind != WORD or token.low in PREPOSITIONS or token.low in CONJUNCTIONS or token.low in AUXILIARIES:
            break
        if token.low in SUBORDINATORS or token.low in SUBJECT_PRONOUNS:
            break
        if i < end and is_verb(tokens, i - 1):
            break
        i -= 1
        if token.genitive:
            owner = name_before(tokens, i + 1)
            return Phrase(owner.first if owner else i, end)
        if token.low in DETERMINERS:
            break
    return Phrase(i, end) if i < end else None


def phrase_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Return the noun phrase that begins at token ``start``: said Kupchan, said a spokesman for …"""
    token = tokens[start]
    if token.kind != WORD:
        return None
    if token.low in SUBJECT_PRONOUNS or token.low in ("him", "her", "them"):
        return Phrase(start, start + 1)
    if token.low in PREPOSITIONS or token.low in CONJUNCTIONS or token.low in AUXILIARIES:
        return None
    if token.low in SUBORDINATORS and token.low != "one":
        return None
    described = token.low in DETERMINERS
    i, name = start, None
    while i < len(tokens) and i - start < 14 and tokens[i].kind == WORD:
        found = name_after(tokens, i)
        if found:
            name, i = (found if not tokens[found.last - 1].genitive else name), found.last
            if name and _goes_on(tokens, i, described):
                name = None
            elif name and not _leads_to_name(tokens, i):
                break
        elif i > start and _ends_phrase(tokens, i):
            break
        else:
            i += 1
    if name:
        return name
    return Phrase(start, i) if i > start else None


def _ends_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word in lower case is no part of the noun phrase before it."""
    low = tokens[i].low
    if low in DETERMINERS:
        return tokens[i - 1].low not in DETERMINERS
    if low in _CLOSED or is_verb(tokens, i) or low.endswith(("ed", "ly")):
        return True
    # "The director makes this clear": an article or a pronoun follows no noun.
    following = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return tokens[i - 1].low not in DETERMINERS and (following in DETERMINERS or following in PRONOUNS)


def _goes_on(tokens: Sequence[Token], i: int, described: bool) -> bool:
    """Tell whether a noun follows the name and is the phrase's head: the New York businessman, Clinton aides."""
    if i >= len(tokens) or tokens[i].kind != WORD or not tokens[i].text[0].islower() or _ends_phrase(tokens, i):
        return False
    if described:
        return not _leads_to_name(tokens, i)
    after = i + 1
    return after < len(tokens) and (is_verb(tokens, after) or tokens[after].low in AUXILIARIES)


def _leads_to_name(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether lower-case nouns lead on to a name: Trump campaign spokesman Jason Miller."""
    i = start
    while i < len(tokens) and i - start < 4 and tokens[i].kind == WORD and tokens[i].text[0].islower():
        low = tokens[i].low
        if low in PREPOSITIONS or low in AUXILIARIES or low in CONJUNCTIONS or low in SUBORDINATORS \
                or low in DETERMINERS or low in REPORTING or low.endswith(("ed", "ing")):
            return False
        i += 1
    name = name_after(tokens, i) if i < len(tokens) and i > start else None
    return name is not None and name.last < len(tokens) and (
        tokens[name.last].text == "," or is_verb(tokens, name.last) or tokens[name.last].low in AUXILIARIES
    )


def subject_of_sentence(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Return the phrase a sentence (from token ``start``) begins with, opening adverbials left out."""
    i = start
    for _ in range(5):
        while i < end and (tokens[i].kind == STOP or tokens[i].low in CONJUNCTIONS or tokens[i].low in ADVERBS):
            i += 1
        if i >= end or tokens[i].kind != WORD:
            return None
        low = tokens[i].low
        aside = (low in PREPOSITIONS or low in SUBORDINATORS or low == "according"
                 or low.endswith(("ing", "ly")) or low.endswith("ed") and not is_name(tokens, i + 1))
        if not aside or low in HONORIFICS or low in TITLES:
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
    while first > 0 and tokens[first - 1].kind < SENTENCE and at - first < REACH:
        first -= 1
    while last < len(tokens) and tokens[last].kind < SENTENCE and last - at < REACH:
        last += 1
    return first, last
