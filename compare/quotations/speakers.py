"""Speakers: who is meant by the phrases that credit quotations.

A name is brought to its fullest form in the account, a pronoun to the person
named before it whose gender fits, a role ("the president") to the one who
carries it. Where two fit equally well nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from compare.quotations.credits import Credit
from compare.quotations.names import find_names
from compare.quotations.narration import PARAGRAPH, SENTENCE, WORD, Token
from compare.quotations.people import People, Person
from compare.quotations.subjects import sentence_bounds
from compare.quotations.vocabulary import (
    DETERMINERS,
    FEMININE,
    MASCULINE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TITLES,
)

_REACH = 400
"""Tokens looked back for whom a pronoun stands for: some ten sentences."""

_PARAGRAPHS = 6


def name_speakers(text: str, tokens: Sequence[Token], credited: Sequence[Credit | None]) -> list[str | None]:
    """Return for each credit the speaker's name, or None where the account leaves it open."""
    people = People(find_names(tokens))
    places = [_place(tokens, c) if c else -1 for c in credited]
    _note_speakers(tokens, people, credited, places)
    _note_genders(tokens, people)
    meant: dict[int, Person] = {}
    known: dict[int, str | None] = {}
    for credit, i in zip(credited, places, strict=True):
        if credit and credit.start not in known:
            known[credit.start] = _speaker(text, tokens, people, meant, credit, i)
    return [known[c.start] if c else None for c in credited]


def _place(tokens: Sequence[Token], credit: Credit) -> int:
    """Return the number of the first token of a credit's words, -1 where they stand in a quotation."""
    i = bisect_left(tokens, credit.start, key=lambda t: t.start)
    while i < len(tokens) and tokens[i].kind != WORD and tokens[i].start == credit.start:
        i += 1
    return i if i < len(tokens) and tokens[i].start == credit.start else -1


def _note_speakers(
    tokens: Sequence[Token], people: People, credited: Sequence[Credit | None], places: Sequence[int]
) -> None:
    """Mark those whom a verb of speaking credits: they are somebody, not a place."""
    for credit, i in zip(credited, places, strict=True):
        if credit and credit.cue and i in people.at:
            people.at[i].speaks = True


def _note_genders(tokens: Sequence[Token], people: People) -> None:
    """Let each "he" or "she" that can only mean one person tell that person's gender."""
    here: list[Person] = []
    before: list[Person] = []
    for i, token in enumerate(tokens):
        if token.kind >= SENTENCE:
            here, before = [], here or before
        elif token.kind == WORD:
            person = people.at.get(i)
            if person:
                if person.human and person not in here and len(here) < 3:
                    here.append(person)
            elif token.low in MASCULINE or token.low in FEMININE:
                near = here or before
                if len(near) == 1:
                    near[0].genders["m" if token.low in MASCULINE else "f"] += 1


def _speaker(
    text: str, tokens: Sequence[Token], people: People, meant: dict[int, Person], credit: Credit, i: int
) -> str | None:
    """Return who is meant by one credit, whose first token is ``i``."""
    if i < 0:
        label = people.called(text[credit.start : credit.end])
        return label.name if label else text[credit.start : credit.end]
    last = i + 1
    while last < len(tokens) and tokens[last].end <= credit.end and tokens[last].kind == WORD:
        last += 1
    low = tokens[i].low
    if last - i <= 1 and (low in PRONOUNS or low in RELATIVES):
        gender = "m" if low in MASCULINE else "f" if low in FEMININE else ""
        person = _antecedent(tokens, people, meant, i, gender) if gender else None
    else:
        person = _named(tokens, people, i, last) or _with_role(tokens, people, meant, i, last)
        if person is None:
            start = tokens[i + 1].start if low in ("the", "a", "an") and last - i > 1 else credit.start
            return text[start : credit.end]
    if person is None:
        return None
    meant[i] = person
    return person.name


def _named(tokens: Sequence[Token], people: People, i: int, last: int) -> Person | None:
    """Return the person whose name, with titles, is the whole of the phrase."""
    office = tokens[i].low in TITLES and tokens[i].text[0].isupper()
    while i < last and tokens[i].low in TITLES and i not in people.at:
        i += 1
    for k in range(i + 1, last):
        if tokens[k].low in PREPOSITIONS and i in people.at:
            last = k
            break
    person = people.at.get(last - 1)
    if person is None:
        return None
    first = last - 1
    while people.at.get(first - 1) is person and not tokens[first - 1].genitive and first > i:
        first -= 1
    # Secretary of State John Smith: an office has small words in it.
    titles = (
        tokens[k].text[0].isupper() or (office and tokens[k].low in ("of", "the")) for k in range(i, first)
    )
    return person if all(titles) else None


def _with_role(
    tokens: Sequence[Token], people: People, meant: dict[int, Person], i: int, last: int
) -> Person | None:
    """Return the one person who carries the role the phrase names: the former president."""
    if tokens[i].low not in DETERMINERS or tokens[i].low in ("a", "an"):
        return None
    words = []
    for token in tokens[i + 1 : last]:
        if token.low in PREPOSITIONS:
            break
        words.append(token.low)
    persons = people.with_role(words[-1]) if words else []
    told = [p for p in persons if p.before & set(words[:-1])] or persons
    if len(told) > 1:
        # The president said Putin has made …: nobody speaks of himself by name.
        first, end = sentence_bounds(tokens, i)
        named = {people.at[k] for k in range(first, end) if k in people.at}
        told = [p for p in told if p not in named]
    return told[0] if len(told) == 1 else None


def _antecedent(
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
