"""What stands beside a name: the offices its bearer has, the family he belongs to."""

from __future__ import annotations

from compare.quotations.narration import WORD, Narration
from compare.quotations.parts_of_speech import is_name
from compare.quotations.vocabulary import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS, TITLES

_FULL = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "adm": "admiral",
    "dr": "doctor",
    "prof": "professor",
    "rev": "reverend",
    "cmdr": "commander",
}
DEPUTIES = frozenset("vice deputy assistant under associate prime foreign first".split())
"""What makes another office of the one it stands before."""

_NO_NOUN = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | DETERMINERS

KIN = frozenset(
    """
    daughter daughters son sons wife husband brother brothers sister sisters mother father parents cousin uncle aunt
    nephew niece widow grandson granddaughter twins siblings stepson stepdaughter
    """.split()
)
"""What somebody is called who belongs to another's family."""


def role_of(tokens: Narration, k: int) -> str:
    """Return the office a title names in full: senator, vice president."""
    title = _FULL.get(tokens.low[k], tokens.low[k])
    return f"{tokens.low[k - 1]} {title}" if tokens.low[k - 1] in DEPUTIES else title


def follows_office(tokens: Narration, first: int) -> bool:
    """Tell whether an office stands before the capitals: Secretary of State John Smith."""
    k = first - 1 if tokens.low[first - 1] == "of" else first - 2
    return tokens.low[k] == "of" and tokens.low[k - 1] in TITLES


def roles_beside(tokens: Narration, first: int, last: int) -> set[str]:
    """Return the nouns that say what a name's bearer is: spokesman X; X, a professor of …"""
    roles = set()
    before = tokens.low[first - 1]
    if tokens.kind[first - 1] == WORD and tokens.text[first - 1][0].islower() and before not in _NO_NOUN:
        roles.add(before)
    if last + 1 < len(tokens.kind) and tokens.text[last] == "," and tokens.kind[last + 1] == WORD:
        i = last + 1
        if tokens.low[i] in DETERMINERS or (
            tokens.text[i][0].islower() and tokens.low[i] not in SUBORDINATORS
        ):
            head = ""
            while (
                i < len(tokens.kind)
                and i - last < 9
                and tokens.kind[i] == WORD
                and tokens.low[i] not in PREPOSITIONS
            ):
                head, i = tokens.low[i], i + 1
            roles.add(head)
    return roles


def with_another(tokens: Narration, first: int, last: int) -> bool:
    """Whether a first name shares the surname: Kim and Ann Moe."""
    if last - first != 2 or first < 3 or tokens.low[first - 1] != "and":
        return False
    return is_name(tokens, first - 2) and not is_name(tokens, first - 3)
