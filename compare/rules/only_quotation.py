"""A quotation that one account alone has.

Example: one newsroom asked a professor, the other did not.

Not flagged: a quotation whose sentence is linked to one of the other account
(there the other rules look), titles of works and words in scare quotes.

Known false alarms: an utterance that the other account renders without a word
in common.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from compare.model import Alignment, Discrepancy, Reading, Span, Speech
from compare.passages import Opposite, linked_sentences
from compare.utterances.phrases import phrase
from compare.utterances.speech import speeches

SEVERITY = "note"
SEVERITIES = (SEVERITY,)


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One note a stretch of speech that neither stands in the other account nor in a linked sentence."""
    for account, side in ((alignment.left, 0), (alignment.right, 1)):
        told, opposite = _told(alignment, side), Opposite(alignment, side)
        for speech in speeches(account):
            for first, last in _untold(speech, told):
                start, end = speech.words[first][0], speech.words[last - 1][1]
                who = f"{speech.speaker}'s words" if speech.speaker else "the words"
                message = f"Only {account.label} has {who} “{phrase(speech, first, last, around=0)}”."
                here = Reading(start, end, account.id, Span(start, end))
                yield Discrepancy("only-quotation", SEVERITY, message, (here, opposite.place(start)))


def _untold(speech: Speech, told: set[int]) -> Iterator[tuple[int, int]]:
    """Words (first, last) of the neighbouring quotations of an utterance that only this account has."""
    opening = speech.account.quotations[speech.pieces[0]]
    if opening.kind != "speech" or not opening.marked:
        return  # nobody quotes all of a transcript
    for known, group in groupby(range(len(speech.words)), key=lambda k: speech.pieces[k] in told):
        words = list(group)
        if not known:
            yield words[0], words[-1] + 1


def _told(alignment: Alignment, side: int) -> set[int]:
    """Quotations (by index) of one side that the other quotes, too, or that touch a linked sentence."""
    account = (alignment.left, alignment.right)[side]
    told: set[int] = set()
    for parallel in alignment.parallels:
        speech, first, last = ((parallel.left, *parallel.stretch[:2]), (parallel.right, *parallel.stretch[2:]))[side]
        told.update(speech.pieces[first:last])
    starts = [s.start for s in account.sentences]
    linked = linked_sentences(alignment, side)
    for k, q in enumerate(account.quotations):
        first, last = max(0, bisect_right(starts, q.start) - 1), bisect_right(starts, max(q.start, q.end - 1))
        if any(n in linked for n in range(first, last)):
            told.add(k)
    return told
