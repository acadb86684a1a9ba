"""Speakers: who is meant by the phrases that credit quotations.

A name is brought to its fullest form in the account, a pronoun to the person
named before it whose gender fits, a role ("the president") to the one who
carries it. Where two fit equally well nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from compare.quotations.bearers import DEPUTIES
from compare.quotations.credits import Credit
from compare.quotations.names import find_names
from compare.quotations.narration import WORD, Narration
from compare.quotations.people import People, Person
from compare.quotations.pronouns import antecedent, note_genders
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

_PAST = frozenset("former late then".split())


def name_speakers(text: str, tokens: Narration, credited: Sequence[Credit | None]) -> list[str | None]:
    """Return for each credit the speaker's name, or None where the account leaves it open."""
    people = People(find_names(tokens))
    places = [_place(tokens, c) if c else -1 for c in credited]
    _note_speakers(tokens, people, credited, places)
    note_genders(tokens, people)
    meant: dict[int, Person] = {}
    known: dict[int, str | None] = {}
    cued = {c.start for c in credited if c and c.cue}
    for credit, i in zip(credited, places, strict=True):
        if credit and credit.start not in known:
            known[credit.start] = _speaker(text, tokens, people, meant, credit, i, credit.start in cued)
    return [known[c.start] if c else None for c in credited]


def _place(tokens: Narration, credit: Credit) -> int:
    """Return the number of the first token of a credit's words, -1 where they stand in a quotation."""
    i = bisect_left(tokens.start, credit.start)
    while i < len(tokens.kind) and tokens.kind[i] != WORD and tokens.start[i] == credit.start:
        i += 1
    return i if i < len(tokens.kind) and tokens.start[i] == credit.start else -1


def _note_speakers(
    tokens: Narration, people: People, credited: Sequence[Credit | None], places: Sequence[int]
) -> None:
    """Mark those whom a verb of speaking credits: they are somebody, not a place."""
    for credit, i in zip(credited, places, strict=True):
        if credit and credit.cue and i in people.at:
            people.at[i].speaks = True


def _speaker(
    text: str,
    tokens: Narration,
    people: People,
    meant: dict[int, Person],
    credit: Credit,
    i: int,
    cued: bool,
) -> str | None:
    """Return who is meant by one credit, whose first token is ``i``.

    A phrase that names nobody ("the ministry") is its own name where a verb
    says that it speaks (``cued``).
    """
    if i < 0:
        label = people.called(text[credit.start : credit.end])
        return label.name if label else text[credit.start : credit.end]
    last = i + 1
    while last < len(tokens.kind) and tokens.end(last) <= credit.end and tokens.kind[last] == WORD:
        last += 1
    low = tokens.low[i]
    if last - i <= 1 and (low in PRONOUNS or low in RELATIVES):
        gender = "m" if low in MASCULINE else "f" if low in FEMININE else ""
        person = antecedent(tokens, people, meant, i, gender) if gender else None
    else:
        person = _named(tokens, people, i, last) or _with_role(tokens, people, i, last)
        if person is None:
            if not cued:
                return None
            start = tokens.start[i + 1] if low in ("the", "a", "an") and last - i > 1 else credit.start
            return text[start : credit.end]
    if person is None:
        return None
    meant[i] = person
    return person.name


def _named(tokens: Narration, people: People, i: int, last: int) -> Person | None:
    """Return the person whose name, with titles, is the whole of the phrase."""
    office = tokens.low[i] in TITLES and tokens.text[i][0].isupper()
    while i < last and tokens.low[i] in TITLES and i not in people.at:
        i += 1
    for k in range(i + 1, last):
        if tokens.low[k] in PREPOSITIONS and i in people.at:
            last = k
            break
    person = people.at.get(last - 1)
    if person is None:
        return None
    first = last - 1
    while people.at.get(first - 1) is person and not tokens.genitive[first - 1] and first > i:
        first -= 1
    # Secretary of State John Smith: an office has small words in it.
    titles = (
        tokens.text[k][0].isupper() or (office and tokens.low[k] in ("of", "the")) for k in range(i, first)
    )
    return person if all(titles) else None


def _with_role(tokens: Narration, people: People, i: int, last: int) -> Person | None:
    """Return the one person who carries the role the phrase names: the former president."""
    if tokens.low[i] not in DETERMINERS or tokens.low[i] in ("a", "an"):
        return None
    words = list(takewhile(lambda low: low not in PREPOSITIONS, tokens.low[i + 1 : last]))
    if not words:
        return None
    role = " ".join(words[-2:]) if words[-2:-1] and words[-2] in DEPUTIES else words[-1]
    persons = people.with_role(role)
    told = [p for p in persons if p.before & set(words[:-1])]
    told = told or [p for p in persons if not p.before & _PAST] or persons
    if len(told) > 1:
        # The president said Putin has made …: nobody speaks of himself by name.
        first, end = sentence_bounds(tokens, i)
        named = {people.at[k] for k in range(first, end) if k in people.at}
        told = [p for p in told if p not in named]
    return told[0] if len(told) == 1 else None
