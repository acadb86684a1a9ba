"""Pronouns: which person "he" or "she" stands for, and whether a person is a he or a she."""

from __future__ import annotations

from collections.abc import Sequence

from compare.quotations.narration import PARAGRAPH, SENTENCE, WORD, Token
from compare.quotations.people import People, Person
from compare.quotations.vocabulary import FEMININE, MASCULINE, SOMEBODY

_REACH = 400
"""Tokens looked back for whom a pronoun stands for: some ten sentences."""

_PARAGRAPHS = 6


def note_genders(tokens: Sequence[Token], people: People) -> None:
    """Let each "he" or "she" that can only mean one person tell that person's gender."""
    here: list[Person] = []
    before: list[Person] = []
    others = 0
    for i, token in enumerate(tokens):
        if token.kind >= SENTENCE:
            here, before = [], here or before
            others = max(others - 1, 0)
        elif token.kind == WORD:
            person = people.at.get(i)
            if person:
                if person.human and person not in here and len(here) < 3:
                    here.append(person)
            elif token.low in SOMEBODY:
                others = 2
            elif token.low in MASCULINE or token.low in FEMININE:
                near = here or before
                if len(near) == 1 and not others:
                    near[0].genders["m" if token.low in MASCULINE else "f"] += 1


def antecedent(
    tokens: Sequence[Token], people: People, meant: dict[int, Person], i: int, gender: str
) -> Person | None:
    """Return whom a pronoun stands for: of the nearest sentence that names somebody who fits, the one."""
    guess = people.only(gender)
    near: list[tuple[int, Person]] = []
    paragraphs = 0
    for k in range(i - 1, max(-1, i - _REACH), -1):
        kind = tokens[k].kind
        if kind >= SENTENCE:
            paragraphs += kind == PARAGRAPH
            if near:
                sure = [(n, p) for n, p in near if p.known]
                if sure:
                    return _choose(sure, gender, meant)
                guess = guess or _choose(near, gender, meant)
                near = []
            if paragraphs > _PARAGRAPHS:
                return guess
            continue
        person = meant.get(k) or people.at.get(k)
        if person and (person.human or k in meant) and person.gender in ("", gender):
            near.append((k, person))
    return guess


def _choose(near: Sequence[tuple[int, Person]], gender: str, meant: dict[int, Person]) -> Person | None:
    """Return who of those a sentence names, the last first: its speaker, or its subject, if several fit."""
    fitting = [(k, p) for k, p in near if p.gender == gender] or near
    persons = {id(p): p for _, p in fitting}
    if len(persons) == 1:
        return fitting[0][1]
    speaking = {id(p): p for k, p in fitting if k in meant}
    if len(speaking) == 1:
        return next(iter(speaking.values()))
    first = near[-1][1]
    return first if id(first) in persons and len(persons) == 2 else None
