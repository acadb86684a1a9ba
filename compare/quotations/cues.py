"""Cues: the verbs and set phrases that credit a quotation, and the phrase they credit it to.

A cue stands right after a quotation ("…," said Kupchan), before it (Bush said:
"…"), or further off in its sentence (…, the minister said).
"""

from __future__ import annotations

from typing import NamedTuple

from compare.quotations.narration import QUOTE, SENTENCE, STOP, WORD, Narration
from compare.quotations.parts_of_speech import Phrase, is_name, is_verb, name_after, name_before
from compare.quotations.phrases import phrase_after
from compare.quotations.subjects import REACH, sentence_bounds, subject_of_verb
from compare.quotations.verbs import MENTAL
from compare.quotations.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)

_DASHES = frozenset("-–—―")
_LEADS_ON = frozenset(",:")
_ASIDES = frozenset(",(—–-")
_BESIDE = 4
"""Tokens that may stand between a verb and the quotation it governs: told the AP on Monday."""
_JOINED = 12
"""Tokens that may stand between the first of two speakers and the verb: Jim Roe and Senator Ann Lee said."""

_MOST = 4
"""Verbs tried before a quotation."""


class Cue(NamedTuple):
    """Whom a quotation is credited to, and by which token (-1: by its place alone)."""

    phrase: Phrase
    verb: int = -1


def cue_after(tokens: Narration, at: int, whole: bool) -> Cue | None:
    """Return the cue right after the quotation at token ``at``.

    ``whole`` says that the quotation can stand by itself: it ends with a comma
    or a sentence's mark.
    """
    i = at + 1
    if i < len(tokens.kind) and tokens.text[i] == ",":
        i, whole = i + 1, True
    crossing = i < len(tokens.kind) and tokens.kind[i] == SENTENCE
    if crossing:
        i += 1
    if i >= len(tokens.kind):
        return None
    if tokens.text[i] in _DASHES and whole:
        name = name_after(tokens, i + 1) if i + 1 < len(tokens.kind) else None
        return Cue(name) if name else None
    if tokens.kind[i] != WORD:
        return None
    named = None if crossing else _set_phrase(tokens, i)
    if named or not whole:
        return named
    if is_verb(tokens, i) and not tokens.low[i].endswith("ing"):
        subject = phrase_after(tokens, i + 1)
        return Cue(subject, i) if subject else None
    return _subject_and_verb(tokens, i, crossing)


def _set_phrase(tokens: Narration, i: int) -> Cue | None:
    """Return the cue of "according to X", "in the words of X" at token ``i``."""
    lows = tokens.low[i : i + 4]
    if lows[:2] == ["according", "to"]:
        skip = 2
    elif lows == ["in", "the", "words", "of"]:
        skip = 4
    else:
        return None
    subject = phrase_after(tokens, i + skip) if i + skip < len(tokens.kind) else None
    return Cue(subject, i) if subject else None


def _subject_and_verb(tokens: Narration, i: int, crossing: bool) -> Cue | None:
    """Return the cue of "Kupchan, who was …, told reporters" that begins at token ``i``."""
    if tokens.low[i] == "as":
        i += 1
    low = tokens.low[i]
    if low in CONJUNCTIONS or low in SUBORDINATORS or low in PREPOSITIONS:
        return None
    subject = phrase_after(tokens, i)
    if subject is None:
        return None
    k = subject.last
    aside = k < len(tokens.kind) and (
        tokens.text[k] in _ASIDES or tokens.low[k] in PREPOSITIONS or tokens.low[k] in RELATIVES
    )
    reach = REACH if aside else _JOINED if tokens.low[k] == "and" else _BESIDE + 2
    if crossing:
        reach = _BESIDE + 2
    while (
        k < len(tokens.kind)
        and k - subject.last < reach
        and tokens.kind[k] in (WORD, STOP)
        and tokens.text[k] not in ";:"
    ):
        if is_verb(tokens, k):
            return Cue(subject, k) if not crossing or _ends_soon(tokens, k) else None
        k += 1
    return None


def _ends_soon(tokens: Narration, verb: int) -> bool:
    """Tell whether nothing said follows the verb: Smith asked. Smith said on Monday."""
    i = verb + 1
    if i + 1 < len(tokens.kind) and tokens.text[i] in _LEADS_ON and tokens.kind[i + 1] == QUOTE:
        return False
    return (
        i >= len(tokens.kind)
        or tokens.kind[i] in (STOP, SENTENCE)
        or (tokens.low[i] in PREPOSITIONS or tokens.low[i] in ADVERBS)
        or tokens.kind[i] > QUOTE
    )


def cue_at_end(tokens: Narration, at: int) -> Cue | None:
    """Return the cue that closes the quotation's sentence: "a disaster" in the making, Smith said."""
    _, last = sentence_bounds(tokens, at)
    for k in range(at + 1, last - 2):
        if tokens.text[k] != "," or tokens.kind[k + 1] != WORD or tokens.low[k + 1] in CONJUNCTIONS:
            continue
        if is_verb(tokens, k + 1) and not tokens.low[k + 1].endswith("ing"):
            subject = phrase_after(tokens, k + 2)
            if subject and tokens.kind[subject.last] == WORD:
                continue
            if subject and (is_name(tokens, subject.first) or tokens.low[subject.first] in DETERMINERS):
                return Cue(subject, k + 1)
        named = _set_phrase(tokens, k + 1)
        if named:
            return named
        subject = phrase_after(tokens, k + 1)
        if (
            subject
            and subject.last < len(tokens.kind)
            and is_verb(tokens, subject.last)
            and _ends_soon(tokens, subject.last)
        ):
            return Cue(subject, subject.last)
    return None


def cue_before(tokens: Narration, at: int) -> Cue | None:
    """Return the cue before the quotation at token ``at``, in its sentence.

    The nearest verb of speaking counts, unless it only belongs to a noun on the
    way (the man who complained was …) and another governs the whole; a verb of
    thinking counts where nobody speaks (Smith said she hopes to "…").
    """
    first, _ = sentence_bounds(tokens, at)
    second: Cue | None = None
    tried = 0
    for k in range(at - 1, max(first, at - REACH) - 1, -1):
        cue = None
        if tried >= _MOST:
            break
        if is_verb(tokens, k):
            tried += 1
            subject = subject_of_verb(tokens, k, first)
            cue = Cue(subject, k) if subject else None
        elif tokens.low[k] == "according":
            cue = _set_phrase(tokens, k)
        elif tokens.low[k] == "words" and tokens.genitive[k - 1]:
            name = name_before(tokens, k)
            cue = Cue(name, k) if name and tokens.low[name.first - 1] == "in" else None
        if cue is None:
            continue
        if not _is_weak(tokens, k, at):
            return cue
        second = second or cue
    return second


def _is_weak(tokens: Narration, verb: int, at: int) -> bool:
    """Tell whether a verb yields to another one further off."""
    low, before = tokens.low[verb], tokens.low[verb - 1]
    if low in MENTAL:
        return True
    if before in SUBJECT_PRONOUNS and tokens.low[verb - 2] == "what":
        return True
    inserted = before in RELATIVES or (
        low.endswith("ing") and tokens.kind[verb - 1] == WORD and before not in AUXILIARIES
    )
    return inserted and tokens.kind[at - 1] == WORD and at - verb > _BESIDE and tokens.low[verb + 1] != "that"
