"""Kinds of quotations: speech, the title of a work, or a word used as a word."""

from __future__ import annotations

from collections.abc import Sequence

from compare.quotations.credits import Credit
from compare.quotations.narration import WORD, Narration
from compare.quotations.pairs import Quoted
from compare.quotations.parts_of_speech import is_name, is_verb
from compare.quotations.verbs import SPEAKING
from compare.quotations.vocabulary import (
    COLLECTIVES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WORKS,
)

_TITLED = frozenset("titled entitled named called headlined".split())
_WORDS = frozenset("word words term phrase expression nickname slogan motto moniker label so-called".split())
_NAMED = frozenset("dubbed nicknamed known call calls called termed labeled labelled".split())
_NICKNAMED = frozenset("dubbed nicknamed known".split())
_BE = frozenset("is are was were".split())
_MAKING = frozenset("sang sings sing wrote recorded directed performed released published directing".split())
_PASSIVE = _BE | frozenset("been being be so also commonly often widely popularly sometimes".split())
_SMALL = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | SUBORDINATORS
_LONGEST_TITLE = 10
_LONGEST_TERM = 3
_WIDEST = 200
"""Characters looked at: more are no title."""


def kind_of(text: str, tokens: Narration, at: int, quote: Quoted, credit: Credit | None) -> str:
    """Return ``speech``, ``title`` or ``term`` for the quotation at token ``at``."""
    if is_unspaced(text, quote):
        return "title" if text[quote.outer_start] in _TITLE_MARKS else "speech"
    words = text[quote.start : min(quote.end, quote.start + _WIDEST)].strip(" ,.;").split()
    if not words or len(words) > _LONGEST_TITLE:
        return "speech"
    if len(words) <= 2 * _LONGEST_TERM and _is_named(tokens, at, words):
        return "term"
    if _is_title(tokens, at, words, credit):
        return "title"
    return "term" if len(words) <= _LONGEST_TERM and _is_scare(text, tokens, at, credit) else "speech"


def is_unspaced(text: str, quote: Quoted) -> bool:
    """Whether the words are in a script without spaces, of which the grammar here knows nothing."""
    return "\u2e80" < text[quote.start] < "\ua4d0"


_TITLE_MARKS = frozenset("『")


def _is_title(tokens: Narration, at: int, words: Sequence[str], credit: Credit | None) -> bool:
    """Tell whether capitals and neighbours make the words a title."""
    if not all(w[0].isupper() or not w[0].isalpha() or w.lower() in _SMALL for w in words):
        return False
    before, after = tokens.low[at - 1], tokens.low[at + 1]
    word_before, word_after = tokens.kind[at - 1] == WORD, tokens.kind[at + 1] == WORD
    if before in WORKS or (before in _TITLED and tokens.low[at - 2] not in PRONOUNS):
        return True
    if (word_after and after in WORKS) or before in _MAKING:
        return True
    if tokens.text[at - 1] in (",", ":"):
        return tokens.low[at - 2] in WORKS
    if is_verb(tokens, at - 1) or words[-1][-1] in "!?":
        return False
    capitals = sum(w[0].isupper() and w.lower() not in _SMALL for w in words)
    if before in DETERMINERS and capitals >= 2 and not (credit and credit.cue):
        return True
    if tokens.genitive[at - 1] or (before in PREPOSITIONS and before not in ("as", "to", "like")):
        return capitals >= 1
    return not word_before and capitals >= 2 and word_after and after not in SPEAKING


def _is_named(tokens: Narration, at: int, words: Sequence[str]) -> bool:
    """Tell whether the words are named as words: so-called "x", known as "x", Joe "Bo" Smith."""
    before = tokens.low[at - 1]
    if before in _WORDS or (before in _BE and tokens.low[at - 2] in _WORDS):
        return True
    if is_name(tokens, at - 1) and not tokens.genitive[at - 1] and tokens.kind[at + 1] == WORD and is_name(tokens, at + 1):
        return len(words) <= 2 and words[0][0].isupper()
    for k in range(at - 1, max(0, at - 6), -1):
        verb, subject = tokens.low[k], tokens.low[k - 1]
        if tokens.kind[k] != WORD:
            break
        if verb in _NICKNAMED and tokens.kind[k - 1] != WORD:
            return True
        if verb in _NAMED:
            return (subject in _PASSIVE and not is_name(tokens, k - 1)) or subject in COLLECTIVES
    return False


def _is_scare(text: str, tokens: Narration, at: int, credit: Credit | None) -> bool:
    """Tell whether nobody in sight says the words: the "experts" were wrong."""
    if tokens.kind[at - 1] != WORD or (credit and credit.cue):
        return False
    return credit is None or not (
        text[credit.start].isupper() or text[credit.start : credit.end].lower() in PRONOUNS
    )
