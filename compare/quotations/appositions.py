"""Appositions: what stands between a subject and its verb, set off by commas or brackets.

John Doe, a spokesman for the city, said; Doe, 50, of Dover, Delaware, said; Doe (R-Texas) said.
"""

from __future__ import annotations

from compare.quotations.narration import QUOTE, SENTENCE, STOP, WORD, Narration
from compare.quotations.parts_of_speech import is_name
from compare.quotations.vocabulary import PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS

_REACH = 60
_INSIDE = frozenset("/&$%+-")
_MOST = 5
"""Asides skipped before one verb."""


def before_apposition(tokens: Narration, end: int) -> int:
    """Return the end of the phrase that the apposition before token ``end`` belongs to, else ``end``."""
    mark = tokens.text[end - 1]
    if tokens.kind[end - 1] != STOP or mark not in ",)—–":
        return end
    opening = _opening(tokens, end - 1)
    if opening < 0:
        return end - 1
    if mark != ",":
        return (
            _before_comma(tokens, opening)
            if mark == ")" and tokens.text[opening - 1] == ","
            else opening
        )
    return _before_comma(tokens, end)


def _before_comma(tokens: Narration, end: int) -> int:
    """Return the end of the phrase that the asides between commas before token ``end`` belong to."""
    comma = end - 1
    for _ in range(_MOST):
        before = _opening(tokens, comma)
        if before < 0 or not _is_aside(tokens, before, comma) or _opens_sentence(tokens, before):
            break
        comma = before
    return comma


def _opening(tokens: Narration, closing: int) -> int:
    """Return the mark that opens the aside closed at token ``closing``, -1 where none does."""
    text = {")": "("}.get(tokens.text[closing], tokens.text[closing])
    k = closing - 1
    while k > 0 and closing - k < _REACH and (tokens.kind[k] in (WORD, QUOTE) or tokens.text[k] in _INSIDE):
        k -= 1
    return k if tokens.kind[k] == STOP and tokens.text[k] == text else -1


def _is_aside(tokens: Narration, opening: int, closing: int) -> bool:
    """Tell whether what stands between two commas only says more of what stands before them."""
    first = opening + 1
    if tokens.low[first] in SUBJECT_PRONOUNS:
        return False
    if is_name(tokens, first):
        # Houston, Texas; Ann Lee, Democrat of Ohio
        short = closing - opening <= 3 and is_name(tokens, opening - 1)
        return short or tokens.low[first + 1] == "of"
    return True


def _opens_sentence(tokens: Narration, comma: int) -> bool:
    """Tell whether the words before a comma are no subject: In a statement, the minister …"""
    k = comma - 1
    while k > 0 and comma - k < _REACH and tokens.kind[k] == WORD:
        k -= 1
    if tokens.kind[k] < SENTENCE and tokens.kind[k] != QUOTE:
        return False
    low = tokens.low[k + 1]
    return low in PREPOSITIONS or low in SUBORDINATORS or low.endswith(("ing", "ly"))
