"""Noun phrases of the narration: who stands before a verb, after it, or at the head of a sentence."""

from __future__ import annotations

from compare.quotations.appositions import before_apposition
from compare.quotations.narration import WORD, Narration
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


def phrase_before(tokens: Narration, end: int) -> Phrase | None:
    """Return the noun phrase that ends before token ``end`` (a verb's subject)."""
    end = before_apposition(tokens, _skip_back(tokens, end))
    if tokens.low[end - 1] in RELATIVES:
        end = before_apposition(tokens, end - 1)
    core = _core_before(tokens, end)
    # A spokesman for the ministry said: the head stands before the preposition.
    head = core
    for _ in range(_MOST_LINKS):
        link = head.first - 1 if head else 0
        if tokens.kind[link] != WORD or tokens.low[link] not in _LINKS:
            break
        before = _core_before(tokens, link)
        if before is None:
            break
        head = before
    if core is None or head is None or head is core or _opens_clause(tokens, head.first):
        return core
    whole = not is_name(tokens, head.last - 1) or tokens.low[head.last - 1] in TITLES
    return Phrase(head.first, core.last) if whole else head


def _skip_back(tokens: Narration, end: int) -> int:
    """Return ``end`` moved before what stands between subject and verb: also, has, on Monday, this week."""
    i = end
    while end - i < 8 and tokens.kind[i - 1] == WORD:
        low = tokens.low[i - 1]
        small = tokens.text[i - 1][0].islower() and (
            low in AUXILIARIES or low in ADVERBS or low in _BESIDE_VERBS or low.endswith("ly")
        )
        before_time = i < end and tokens.low[i] in TIMES and low in _BEFORE_TIMES
        if not small and not before_time and (low not in TIMES or tokens.genitive[i - 1]):
            break
        i -= 1
    return i


def _opens_clause(tokens: Narration, first: int) -> bool:
    """Tell whether a phrase hangs on a preposition (In a letter to Jim Roe …)."""
    return tokens.kind[first - 1] == WORD and tokens.low[first - 1] in PREPOSITIONS


def _core_before(tokens: Narration, end: int) -> Phrase | None:
    """Return the phrase without what hangs on it: article, adjectives, noun; or a name; or a pronoun."""
    last = tokens.low[end - 1]
    if tokens.kind[end - 1] != WORD:
        return None
    if last in SUBJECT_PRONOUNS or (last in _STANDS_ALONE and not tokens.text[end - 1][0].isdigit()):
        return Phrase(end - 1, end)
    name = name_before(tokens, end)
    if name:
        return name
    i = end
    while i > 0 and end - i < 10:
        low = tokens.low[i - 1]
        if (
            tokens.kind[i - 1] != WORD
            or low in _NO_NOUN
            or low in ADVERBS
            or (i < end and is_verb(tokens, i - 1))
        ):
            break
        i -= 1
        if tokens.genitive[i]:
            owner = name_before(tokens, i + 1)
            return Phrase(owner.first if owner else i, end)
        if low in DETERMINERS:
            break
    return Phrase(i, end) if i < end else None


def phrase_after(tokens: Narration, start: int, complements: int = _MOST_LINKS) -> Phrase | None:
    """Return the noun phrase that begins at token ``start``: said Kupchan, said a spokesman for …"""
    low = tokens.low[start]
    if tokens.kind[start] != WORD:
        return None
    if low in SUBJECT_PRONOUNS or low in ("him", "her", "them"):
        return Phrase(start, start + 1)
    if low in _NO_NOUN:
        return None
    described = low in DETERMINERS
    i, name = start, None
    while i < len(tokens.kind) and i - start < _LONGEST and tokens.kind[i] == WORD:
        found = name_after(tokens, i)
        if found:
            if found.last - found.first == 1 and tokens.low[i] in ORGANISATIONS and tokens.genitive[i - 1]:
                found = Phrase(start, found.last)
            name, i = (found if not tokens.genitive[found.last - 1] else name), found.last
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


def _with_complement(tokens: Narration, end: int, complements: int) -> int:
    """Return the end of a phrase with what hangs on it: a spokesman for the ministry."""
    if (
        not complements
        or end + 1 >= len(tokens.kind)
        or tokens.low[end] not in ("for", "of", "from")
        or tokens.kind[end] != WORD
    ):
        return end
    complement = phrase_after(tokens, end + 1, complements - 1)
    return complement.last if complement else end


def _ends_phrase(tokens: Narration, i: int) -> bool:
    """Tell whether a word in lower case is no part of the noun phrase before it."""
    low = tokens.low[i]
    if low in DETERMINERS:
        return tokens.low[i - 1] not in DETERMINERS
    if low in _CLOSED or low in ADVERBS or is_verb(tokens, i) or low.endswith(("ed", "ly")):
        return True
    # "The mayor wants this done": an article or a pronoun follows no noun.
    following = tokens.low[i + 1] if i + 1 < len(tokens.kind) else ""
    return tokens.low[i - 1] not in DETERMINERS and (following in DETERMINERS or following in PRONOUNS)


def _goes_on(tokens: Narration, i: int, described: bool) -> bool:
    """Tell whether a noun after the name is the phrase's head: the Leeds builder, Moe aides."""
    if (
        i >= len(tokens.kind)
        or tokens.kind[i] != WORD
        or not tokens.text[i][0].islower()
        or _ends_phrase(tokens, i)
    ):
        return False
    if described:
        return not _leads_to_name(tokens, i)
    after = i + 1
    return after < len(tokens.kind) and (is_verb(tokens, after) or tokens.low[after] in AUXILIARIES)


def _leads_to_name(tokens: Narration, start: int) -> bool:
    """Tell whether lower-case nouns lead on to a name: Reuters news editor Ann Lee."""
    i = start
    while i < len(tokens.kind) and i - start < 4 and tokens.kind[i] == WORD and tokens.text[i][0].islower():
        low = tokens.low[i]
        if low in _CLOSED or low in DETERMINERS or low in REPORTING or low.endswith(("ed", "ing")):
            return False
        i += 1
    name = name_after(tokens, i) if i < len(tokens.kind) and i > start else None
    return (
        name is not None
        and name.last < len(tokens.kind)
        and (
            tokens.text[name.last] == ","
            or is_verb(tokens, name.last)
            or tokens.low[name.last] in AUXILIARIES
        )
    )
