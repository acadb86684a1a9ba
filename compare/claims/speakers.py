"""Two quotations of the same words to their credits, where these name two: a body, a role or a spokesman beside a person."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from compare.claims.rivals import two_speakers
from compare.claims.sources import source_of_quotation
from compare.claims.wording import wording_of
from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Alignment, Parallel, Quotation, Sentence, Span, Speech
from compare.quotations.verbs import MENTAL
from compare.tokens import keys

_REPEATING = frozenset("quote quotes quoted quoting cite cited citing echo echoed echoing repeated repeating read recited told".split())
"""Words that tell of one who gives another's words."""

PHRASE = 2
"""Content words, at least, that are the same where two roles or bodies are credited."""


Credits = tuple[tuple[Span, Span], tuple[str, str]]
"""Where two sources are named, and what they are called."""


def two_credits(parallel: Parallel, alignment: Alignment) -> Credits | None:
    """The two sources that one utterance is credited to; None where they may be one.

    Where a source is named in another sentence than the words, the words are the place.
    """
    a, b, c, d = parallel.stretch
    left, right = _told_by(parallel.left, a, b), _told_by(parallel.right, c, d)
    if not left or not right or not _same_phrase(parallel, left, right) or not _two_sources(left, right, alignment):
        return None
    ours = [k for k in range(a, b) if not any(run[0] <= k < run[1] for run in parallel.runs)]
    theirs = [k for k in range(c, d) if not any(run[2] <= k < run[3] for run in parallel.runs)]
    places = _place(parallel.left, left, ours), _place(parallel.right, right, theirs)
    return places, (left.speaker or "", right.speaker or "")


def _place(speech: Speech, quotation: Quotation, same: Sequence[int]) -> Span:
    words, mention = Span(speech.words[same[0]][0], speech.words[same[-1]][1]), quotation.mention or quotation
    here = _sentence(speech.account, mention)
    return Span(mention.start, mention.end) if words.start < here.end and here.start < words.end else words


def _sentence(account: Account, place: Span) -> Sentence:
    return account.sentences[max(0, bisect_right(account.sentences, place.start, key=lambda s: s.start) - 1)]


def _same_phrase(parallel: Parallel, left: Quotation, right: Quotation) -> bool:
    """Whether the shorter rendering is the same but for a word, and says enough; a credit in these words is none."""
    a, b, c, d = parallel.stretch
    changed = {k for run in parallel.runs for k in range(run[0], run[1])}
    same = [w[2] for k, w in enumerate(parallel.left.words[a:b], a) if k not in changed]
    telling = sum(word not in FUNCTION_WORDS for word in same)
    named = {word for q in (left, right) for word in keys(q.speaker or "")} - FUNCTION_WORDS
    return telling >= PHRASE and len(same) + 1 >= min(b - a, d - c) and named.isdisjoint(w[2] for w in (*parallel.left.words[a:b], *parallel.right.words[c:d]))


def _told_by(speech: Speech, first: int, last: int) -> Quotation | None:
    """The first piece of these words that a verb credits to somebody, by whatever name."""
    pieces = [speech.account.quotations[k] for k in sorted(set(speech.pieces[first:last]))]
    return next((q for q in pieces if q.cue and q.cue.lower() not in MENTAL and q.speaker and q.mention), None)


def _two_sources(left: Quotation, right: Quotation, alignment: Alignment) -> bool:
    """Whether the words are credited to two, a body, a role or a spokesman among them."""
    a, b = source_of_quotation(alignment.left, left), source_of_quotation(alignment.right, right)
    if not a or not b or not two_speakers(wording_of(alignment.left), a, wording_of(alignment.right), b):
        return False
    for account, quotation, other in ((alignment.left, left, b), (alignment.right, right, a)):
        here = _sentence(account, quotation.mention or quotation)
        told = set(keys(account.text[here.start : here.end]))
        if quotation.cue in _REPEATING or told & _REPEATING and told & other.names:
            return False
    return True
