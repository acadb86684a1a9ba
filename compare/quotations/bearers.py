"""What stands beside a name: the offices its bearer has, the family he belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from compare.quotations.narration import WORD, Token
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

KIN = frozenset(
    """
    daughter daughters son sons wife husband brother brothers sister sisters mother father parents cousin uncle aunt
    nephew niece widow grandson granddaughter twins siblings stepson stepdaughter
    """.split()
)
"""What somebody is called who belongs to another's family."""


def role_of(tokens: Sequence[Token], k: int) -> str:
    """Return the office a title names in full: senator, vice president."""
    title = _FULL.get(tokens[k].low, tokens[k].low)
    return f"{tokens[k - 1].low} {title}" if tokens[k - 1].low in DEPUTIES else title


def follows_office(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether an office stands before the capitals: Secretary of State John Smith."""
    k = first - 1 if tokens[first - 1].low == "of" else first - 2
    return tokens[k].low == "of" and tokens[k - 1].low in TITLES


def roles_beside(tokens: Sequence[Token], first: int, last: int) -> set[str]:
    """Return the nouns that say what a name's bearer is: spokesman X; X, a professor of …"""
    roles = set()
    before = tokens[first - 1]
    if (
        before.kind == WORD
        and before.text[0].islower()
        and before.low not in PREPOSITIONS
        and before.low not in CONJUNCTIONS
        and before.low not in SUBORDINATORS
        and before.low not in DETERMINERS
    ):
        roles.add(before.low)
    if last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].kind == WORD:
        i = last + 1
        if tokens[i].low in DETERMINERS or (
            tokens[i].text[0].islower() and tokens[i].low not in SUBORDINATORS
        ):
            head = ""
            while (
                i < len(tokens)
                and i - last < 9
                and tokens[i].kind == WORD
                and tokens[i].low not in PREPOSITIONS
            ):
                head, i = tokens[i].low, i + 1
            roles.add(head)
    return roles


def with_another(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a first name shares the surname: Kim and Ann Moe."""
    if last - first != 2 or first < 3 or tokens[first - 1].low != "and":
        return False
    return is_name(tokens, first - 2) and not is_name(tokens, first - 3)
