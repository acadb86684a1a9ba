"""Who said it: the phrase that names each quotation's speaker.

First what stands in the quotation's own sentence, on the right or on the left;
then what the sentences and paragraphs before carry over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.quotations.cues import Cue, cue_after, cue_before
from compare.quotations.narration import PARAGRAPH, QUOTE, SENTENCE, STOP, WORD, Token
from compare.quotations.pairs import Quoted
from compare.quotations.phrases import sentence_bounds, subject_of_sentence

_ENDS_WHOLE = frozenset(",?!.…—–-")


def find_cues(text: str, tokens: Sequence[Token], quoted: Sequence[Quoted]) -> list[Cue | None]:
    """Return for each quotation the cue that credits it, or None."""
    places = [i for i, token in enumerate(tokens) if token.kind == QUOTE]
    own = [_own_cue(text, tokens, at, quote) for at, quote in zip(places, quoted, strict=True)]
    cues: list[Cue | None] = []
    for n, at in enumerate(places):
        cue = own[n]
        if cue is None:
            cue = _carried(tokens, at, n, quoted, places, cues, own)
        cues.append(cue)
    return cues


def _own_cue(text: str, tokens: Sequence[Token], at: int, quote: Quoted) -> Cue | None:
    """Return the cue in the quotation's own sentence."""
    starts = tokens[at - 1].kind >= SENTENCE
    whole = text[quote.end - 1] in _ENDS_WHOLE
    after = cue_after(tokens, at, whole or starts)
    if starts and after:
        return after
    if tokens[at - 1].text == ":" or tokens[at - 1].text == ",":
        before = cue_before(tokens, at)
        if before:
            return before
    if after:
        return after
    before = cue_before(tokens, at)
    if before:
        return before
    first, _ = sentence_bounds(tokens, at)
    subject = subject_of_sentence(tokens, first, at)
    return Cue(subject) if subject else None


def _carried(
    tokens: Sequence[Token], at: int, n: int, quoted: Sequence[Quoted], places: Sequence[int],
    cues: Sequence[Cue | None], own: Sequence[Cue | None],
) -> Cue | None:
    """Return the cue that a quotation without one takes over from its neighbours."""
    same = n > 0 and quoted[n - 1].paragraph == quoted[n].paragraph
    if same:
        return _silent(cues[n - 1])
    k = at - 1
    while k > 0 and tokens[k].kind >= SENTENCE:
        k -= 1
    if n + 1 < len(quoted) and quoted[n + 1].paragraph == quoted[n].paragraph and own[n + 1] and tokens[at - 1].kind == PARAGRAPH:
        return _silent(own[n + 1])
    first, last = sentence_bounds(tokens, k)
    if tokens[k].text == ":" or tokens[at - 1].kind == SENTENCE:
        subject = subject_of_sentence(tokens, first, last)
        if subject:
            return Cue(subject)
    return _silent(cues[n - 1]) if n > 0 else None


def _silent(cue: Cue | None) -> Cue | None:
    """Return the cue without its verb: it belongs to another quotation."""
    return Cue(cue.phrase) if cue else None
