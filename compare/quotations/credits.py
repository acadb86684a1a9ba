"""Credits: the phrase that names each quotation's speaker.

First what stands in the quotation's own sentence, on the right or on the left;
then what the sentences and paragraphs before carry over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.quotations.cues import Cue, cue_after, cue_at_end, cue_before
from compare.quotations.narration import PARAGRAPH, QUOTE, SENTENCE, Narration
from compare.quotations.pairs import Quoted
from compare.quotations.parts_of_speech import Phrase, name_before
from compare.quotations.subjects import sentence_bounds, subject_of_sentence
from compare.quotations.vocabulary import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    UTTERANCES,
)

_ENDS_WHOLE = frozenset(",?!.…—–-")
_CONTRACTED = SUBJECT_PRONOUNS | RELATIVES
_SMALL = PREPOSITIONS | CONJUNCTIONS | DETERMINERS
_INNER_MARKS = "’'”\"»›"
_LABEL = re.compile(r"([A-Z][A-Z.'’ -]{1,30}):\s")


class Credit(NamedTuple):
    """The words ``text[start:end]`` that name a speaker, and the verb that credits him, if any."""

    start: int
    end: int
    cue: str | None = None


def find_credits(text: str, tokens: Narration, quoted: Sequence[Quoted]) -> list[Credit | None]:
    """Return for each quotation whom it is credited to, or None."""
    own = [
        _label(text, quote) or _to_credit(tokens, _own_cue(text, tokens, at, quote))
        for at, quote in zip(tokens.quotes, quoted, strict=True)
    ]
    # What runs on over paragraphs is credited in any one of them.
    later: Credit | None = None
    for n in range(len(own) - 1, -1, -1):
        later = own[n] or (later if quoted[n].runs_on else None)
        if n == 0 or (not quoted[n - 1].runs_on and quoted[n - 1].paragraph != quoted[n].paragraph):
            own[n] = own[n] or _silent(later)
    credited: list[Credit | None] = []
    for n, at in enumerate(tokens.quotes):
        credited.append(own[n] or _carried(text, tokens, at, n, quoted, credited, own))
    return credited


def _label(text: str, quote: Quoted) -> Credit | None:
    """Return the label a transcript sets before a speaker's words: "MOE: We begin …"."""
    label = _LABEL.match(text, quote.start, quote.end)
    return Credit(*label.span(1)) if label else None


def _to_credit(tokens: Narration, cue: Cue | None) -> Credit | None:
    """Return a cue as places in the text."""
    if cue is None:
        return None
    verb = tokens.text[cue.verb] if cue.verb >= 0 else None
    cue = cue._replace(phrase=_author(tokens, cue.phrase))
    last = cue.phrase.last - 1
    # He's claiming, Lee's message: the mention ends before the 's.
    bare = tokens.genitive[last] or tokens.low[last] in _CONTRACTED
    end = tokens.start[last] + len(tokens.low[last]) if bare else tokens.end(last)
    return Credit(tokens.start[cue.phrase.first], end, verb)


def _author(tokens: Narration, phrase: Phrase) -> Phrase:
    """Return whose words a phrase names, if it names words: Lee's message, his statement."""
    if tokens.low[phrase.last - 1] not in UTTERANCES:
        return phrase
    for k in range(phrase.first, phrase.last - 1):
        if tokens.genitive[k]:
            return name_before(tokens, k + 1) or Phrase(phrase.first, k + 1)
    return Phrase(phrase.first, phrase.first + 1) if tokens.low[phrase.first] in ("his", "her") else phrase


def _own_cue(text: str, tokens: Narration, at: int, quote: Quoted) -> Cue | None:
    """Return the cue in the quotation's own sentence."""
    starts = tokens.kind[at - 1] >= SENTENCE
    last = (
        text[quote.start : quote.end].rstrip(_INNER_MARKS)[-1:]
        if text[quote.end - 1] in _INNER_MARKS
        else text[quote.end - 1]
    )
    after = cue_after(tokens, at, starts or last in _ENDS_WHOLE)
    if after or starts:
        return after or cue_at_end(tokens, at)
    found = cue_before(tokens, at) or cue_at_end(tokens, at)
    if found:
        return found
    name = name_before(tokens, at - 1) if tokens.text[at - 1] == ":" else None
    if name:
        return Cue(name)
    first, _ = sentence_bounds(tokens, at)
    subject = subject_of_sentence(tokens, first, at)
    bare = subject and subject.last - subject.first == 1 and tokens.low[subject.first] in DETERMINERS
    return Cue(subject) if subject and not bare else None


def _is_headline(text: str, quote: Quoted) -> bool:
    """Tell whether the words are set like a headline: Every Long Word Has a Capital."""
    words = [w for w in text[quote.start : min(quote.end, quote.start + 100)].split() if w not in _SMALL]
    return len(words) > 1 and all(not w[0].islower() for w in words)


def _carried(
    text: str,
    tokens: Narration,
    at: int,
    n: int,
    quoted: Sequence[Quoted],
    credited: Sequence[Credit | None],
    own: Sequence[Credit | None],
) -> Credit | None:
    """Return the credit that a quotation without one takes over from its neighbours."""
    if n > 0 and (quoted[n - 1].runs_on or quoted[n - 1].paragraph == quoted[n].paragraph):
        return _silent(credited[n - 1])
    opens = tokens.kind[at - 1] == PARAGRAPH
    if opens and tokens.kind[at + 1] == PARAGRAPH and _is_headline(text, quoted[n]):
        return None
    following = own[n + 1] if n + 1 < len(quoted) and quoted[n + 1].paragraph == quoted[n].paragraph else None
    if opens and following and tokens.kind[at + 1] >= QUOTE:
        return _silent(following)
    k = at - 1
    if tokens.kind[k] < SENTENCE:
        return None
    while k > 0 and tokens.kind[k] >= SENTENCE:
        k -= 1
    first, last = sentence_bounds(tokens, k)
    if n > 0 and any(tokens.kind[i] == QUOTE for i in range(first, last)):
        return _silent(credited[n - 1])
    subject = subject_of_sentence(tokens, first, last)
    if subject:
        return _to_credit(tokens, Cue(subject))
    return _silent(credited[n - 1]) if n > 0 else None


def _silent(credit: Credit | None) -> Credit | None:
    """Return the credit without its verb: it belongs to another quotation."""
    return Credit(credit.start, credit.end) if credit else None
