"""Appositions: what stands between a subject and its verb, set off by commas or brackets.

John Doe, a spokesman for the city, said; Doe, 50, of Dover, Delaware, said; Doe (R-Texas) said.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.quotations.narration import QUOTE, SENTENCE, STOP, WORD, Token
from compare.quotations.parts_of_speech import is_name
from compare.quotations.vocabulary import PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS

_REACH = 60
_INSIDE = frozenset("/&$%+-")
_MOST = 5
"""Asides skipped before one verb."""


def before_apposition(tokens: Sequence[Token], end: int) -> int:
    """Return the end of the phrase that the apposition before token ``end`` belongs to, else ``end``."""
    mark = tokens[end - 1]
    if mark.kind != STOP or mark.text not in ",)—–":
        return end
    opening = _opening(tokens, end - 1)
    if opening < 0:
        return end - 1
    if mark.text != ",":
        return (
            _before_comma(tokens, opening)
            if mark.text == ")" and tokens[opening - 1].text == ","
            else opening
        )
    return _before_comma(tokens, end)


def _before_comma(tokens: Sequence[Token], end: int) -> int:
    """Return the end of the phrase that the asides between commas before token ``end`` belong to."""
    comma = end - 1
    for _ in range(_MOST):
        before = _opening(tokens, comma)
        if before < 0 or not _is_aside(tokens, before, comma) or _opens_sentence(tokens, before):
            break
        comma = before
    return comma


def _opening(tokens: Sequence[Token], closing: int) -> int:
    """Return the mark that opens the aside closed at token ``closing``, -1 where none does."""
    text = {")": "("}.get(tokens[closing].text, tokens[closing].text)
    k = closing - 1
    while k > 0 and closing - k < _REACH and (tokens[k].kind in (WORD, QUOTE) or tokens[k].text in _INSIDE):
        k -= 1
    return k if tokens[k].kind == STOP and tokens[k].text == text else -1


def _is_aside(tokens: Sequence[Token], opening: int, closing: int) -> bool:
    """Tell whether what stands between two commas only says more of what stands before them."""
    first = opening + 1
    if tokens[first].low in SUBJECT_PRONOUNS:
        return False
    if is_name(tokens, first):
        # Houston, Texas; Ann Lee, Democrat of Ohio
        short = closing - opening <= 3 and is_name(tokens, opening - 1)
        return short or tokens[first + 1].low == "of"
    return True


def _opens_sentence(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether the words before a comma are no subject: In a statement, the minister …"""
    k = comma - 1
    while k > 0 and comma - k < _REACH and tokens[k].kind == WORD:
        k -= 1
    if tokens[k].kind < SENTENCE and tokens[k].kind != QUOTE:
        return False
    low = tokens[k + 1].low
    return low in PREPOSITIONS or low in SUBORDINATORS or low.endswith(("ing", "ly"))
