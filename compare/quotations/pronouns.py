"""Pronouns: which person "he" or "she" stands for, and whether a person is a he or a she."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count

from compare.quotations.narration import PARAGRAPH, SENTENCE, WORD, Narration
from compare.quotations.parts_of_speech import is_verb
from compare.quotations.people import People, Person
from compare.quotations.vocabulary import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FEMININE,
    MASCULINE,
    PREPOSITIONS,
    PRONOUNS,
    SOMEBODY,
    SUBORDINATORS,
)

_NO_NOUN = PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS | DETERMINERS | PRONOUNS | ADVERBS
_STEPS = SOMEBODY | MASCULINE | FEMININE | {"him", "her", ""}
"""Words that point at somebody, and what ends of sentences say: nothing."""

_REACH = 400
"""Tokens looked back for whom a pronoun stands for: some ten sentences."""

_PARAGRAPHS = 6


def note_genders(tokens: Narration, people: People) -> None:
    """Let each "he" or "she" that can only mean one person tell that person's gender."""
    here: list[Person] = []
    before: list[Person] = []
    others = 0
    told = compress(count(), map(_STEPS.__contains__, tokens.low))
    for i in sorted({*told, *people.at}):
        kind, low = tokens.kind[i], tokens.low[i]
        if kind >= SENTENCE:
            here, before = [], here or before
            others = max(others - 1, 0)
        elif kind == WORD:
            person = people.at.get(i)
            if person:
                if len(here) < 3 and person not in here and person.human:
                    here.append(person)
            elif low in SOMEBODY:
                others = 2
            elif here and _is_object(tokens, i):
                others = max(others, 1)
            elif low in MASCULINE or low in FEMININE:
                near = here or before
                if len(near) == 1 and not others:
                    near[0].genders["m" if low in MASCULINE else "f"] += 1


def _is_object(tokens: Narration, i: int) -> bool:
    """Tell whether a pronoun is an object: asked her if …, not her house."""
    low = tokens.low[i]
    if low != "her":
        return low == "him"
    return tokens.kind[i + 1] != WORD or tokens.low[i + 1] in _NO_NOUN


def antecedent(
    tokens: Narration, people: People, meant: dict[int, Person], i: int, gender: str
) -> Person | None:
    """Return whom a pronoun stands for: of the nearest sentence that names somebody who fits, the one."""
    guess = people.only(gender)
    near: list[tuple[int, Person]] = []
    paragraphs = 0
    for k in range(i - 1, max(-1, i - _REACH), -1):
        kind = tokens.kind[k]
        if kind >= SENTENCE:
            paragraphs += kind == PARAGRAPH
            if near:
                sure = [(n, p) for n, p in near if p.known]
                if sure:
                    return _choose(tokens, sure, gender, meant)
                guess = guess or _choose(tokens, near, gender, meant)
                near = []
            if paragraphs > _PARAGRAPHS:
                return guess
            continue
        person = meant.get(k) or people.at.get(k)
        if person and (person.human or k in meant) and person.gender in ("", gender):
            near.append((k, person))
    return guess


def _choose(
    tokens: Narration, near: Sequence[tuple[int, Person]], gender: str, meant: dict[int, Person]
) -> Person | None:
    """Return who of those a sentence names, the last first: its speaker, or its subject, if several fit."""
    speaking = {id(p): p for k, p in near if k in meant}
    if len(speaking) == 1:
        return next(iter(speaking.values()))
    place, first = near[-1]
    others = [k for k, p in near if p is not first]
    if others and any(is_verb(tokens, k) for k in range(place + 1, min(others))):
        return first
    fitting = {id(p): p for _, p in near if p.gender == gender} or {id(p): p for _, p in near}
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    return first if id(first) in fitting and len(fitting) == 2 else None
