"""Noun phrases of the narration: who stands before a verb, after it, or at the head of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from compare.quotations.appositions import before_apposition
from compare.quotations.narration import WORD, Token
from compare.quotations.parts_of_speech import Phrase, is_name, is_verb, name_after, name_before
from compare.quotations.verbs import REPORTING
from compare.quotations.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    ORGANISATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIMES,
    TITLES,
)

_STANDS_ALONE = frozenset("some many others several both most few another all one none".split())
_CLOSED = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | SUBORDINATORS | PRONOUNS
_NO_NOUN = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | SUBORDINATORS | SUBJECT_PRONOUNS
_LINKS = frozenset("of for from at in with on to about by".split())
_BESIDE_VERBS = frozenset("not himself herself itself themselves".split())
_BEFORE_TIMES = frozenset("on in at this last next late early earlier that the".split())
_LONGEST = 14
_MOST_LINKS = 3


def phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the noun phrase that ends before token ``end`` (a verb's subject)."""
    end = before_apposition(tokens, _skip_back(tokens, end))
    if tokens[end - 1].low in RELATIVES:
        end = before_apposition(tokens, end - 1)
    core = _core_before(tokens, end)
    # A spokesman for the ministry said: the head stands before the preposition.
    head = core
    for _ in range(_MOST_LINKS):
        link = head.first - 1 if head else 0
        if tokens[link].kind != WORD or tokens[link].low not in _LINKS:
            break
        before = _core_before(tokens, link)
        if before is None:
            break
        head = before
    if core is None or head is None or head is core or _opens_clause(tokens, head.first):
        return core
    whole = not is_name(tokens, head.last - 1) or tokens[head.last - 1].low in TITLES
    return Phrase(head.first, core.last) if whole else head


def _skip_back(tokens: Sequence[Token], end: int) -> int:
    """Return ``end`` moved before what stands between subject and verb: also, has, on Monday, this week."""
    i = end
    while end - i < 8 and tokens[i - 1].kind == WORD:
        token = tokens[i - 1]
        low = token.low
        small = token.text[0].islower() and (
            low in AUXILIARIES or low in ADVERBS or low in _BESIDE_VERBS or low.endswith("ly")
        )
        before_time = i < end and tokens[i].low in TIMES and low in _BEFORE_TIMES
        if not small and not before_time and (low not in TIMES or token.genitive):
            break
        i -= 1
    return i


def _opens_clause(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a phrase hangs on a preposition (In a letter to Jim Roe …)."""
    return tokens[first - 1].kind == WORD and tokens[first - 1].low in PREPOSITIONS


def _core_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Return the phrase without what hangs on it: article, adjectives, noun; or a name; or a pronoun."""
    last = tokens[end - 1]
    if last.kind != WORD:
        return None
    if last.low in SUBJECT_PRONOUNS or (last.low in _STANDS_ALONE and not tokens[end - 1].text[0].isdigit()):
        return Phrase(end - 1, end)
    name = name_before(tokens, end)
    if name:
        return name
    i = end
    while i > 0 and end - i < 10:
        token = tokens[i - 1]
        if (
            token.kind != WORD
            or token.low in _NO_NOUN
            or token.low in ADVERBS
            or (i < end and is_verb(tokens, i - 1))
        ):
            break
        i -= 1
        if token.genitive:
            owner = name_before(tokens, i + 1)
            return Phrase(owner.first if owner else i, end)
        if token.low in DETERMINERS:
            break
    return Phrase(i, end) if i < end else None


def phrase_after(tokens: Sequence[Token], start: int, complements: int = _MOST_LINKS) -> Phrase | None:
    """Return the noun phrase that begins at token ``start``: said Kupchan, said a spokesman for …"""
    token = tokens[start]
    if token.kind != WORD:
        return None
    if token.low in SUBJECT_PRONOUNS or token.low in ("him", "her", "them"):
        return Phrase(start, start + 1)
    if token.low in _NO_NOUN:
        return None
    described = token.low in DETERMINERS
    i, name = start, None
    while i < len(tokens) and i - start < _LONGEST and tokens[i].kind == WORD:
        found = name_after(tokens, i)
        if found:
            if found.last - found.first == 1 and tokens[i].low in ORGANISATIONS and tokens[i - 1].genitive:
                found = Phrase(start, found.last)
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
    return Phrase(start, _with_complement(tokens, i, complements)) if i > start else None


def _with_complement(tokens: Sequence[Token], end: int, complements: int) -> int:
    """Return the end of a phrase with what hangs on it: a spokesman for the ministry."""
    if (
        not complements
        or end + 1 >= len(tokens)
        or tokens[end].low not in ("for", "of", "from")
        or tokens[end].kind != WORD
    ):
        return end
    complement = phrase_after(tokens, end + 1, complements - 1)
    return complement.last if complement else end


def _ends_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word in lower case is no part of the noun phrase before it."""
    low = tokens[i].low
    if low in DETERMINERS:
        return tokens[i - 1].low not in DETERMINERS
    if low in _CLOSED or low in ADVERBS or is_verb(tokens, i) or low.endswith(("ed", "ly")):
        return True
    # "The mayor wants this done": an article or a pronoun follows no noun.
    following = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return tokens[i - 1].low not in DETERMINERS and (following in DETERMINERS or following in PRONOUNS)


def _goes_on(tokens: Sequence[Token], i: int, described: bool) -> bool:
    """Tell whether a noun after the name is the phrase's head: the Leeds builder, Moe aides."""
    if (
        i >= len(tokens)
        or tokens[i].kind != WORD
        or not tokens[i].text[0].islower()
        or _ends_phrase(tokens, i)
    ):
        return False
    if described:
        return not _leads_to_name(tokens, i)
    after = i + 1
    return after < len(tokens) and (is_verb(tokens, after) or tokens[after].low in AUXILIARIES)


def _leads_to_name(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether lower-case nouns lead on to a name: Reuters news editor Ann Lee."""
    i = start
    while i < len(tokens) and i - start < 4 and tokens[i].kind == WORD and tokens[i].text[0].islower():
        low = tokens[i].low
        if low in _CLOSED or low in DETERMINERS or low in REPORTING or low.endswith(("ed", "ing")):
            return False
        i += 1
    name = name_after(tokens, i) if i < len(tokens) and i > start else None
    return (
        name is not None
        and name.last < len(tokens)
        and (
            tokens[name.last].text == ","
            or is_verb(tokens, name.last)
            or tokens[name.last].low in AUXILIARIES
        )
    )
