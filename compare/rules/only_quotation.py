"""A quotation that one account alone has.

Example: one newsroom asked a professor, the other did not.

Not flagged: a quotation whose sentence is linked to one of the other account
(there the other rules look), titles of works and words in scare quotes.

Known false alarms: an utterance that the other account renders without a word
in common.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Account, Alignment, Discrepancy, Reading, Span
from compare.passages import linked_sentences, place_in_other
from compare.utterances.phrases import phrase
from compare.utterances.speech import speeches

SEVERITY = "note"


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One note an utterance that neither stands in the other account nor in a linked sentence."""
    matched = {id(p.left.account): set[int]() for p in alignment.parallels}
    for parallel in alignment.parallels:
        for speech in (parallel.left, parallel.right):
            matched.setdefault(id(speech.account), set()).update(speech.pieces)
    for account, other, side in ((alignment.left, alignment.right, 0), (alignment.right, alignment.left, 1)):
        linked = linked_sentences(alignment, side)
        for speech in speeches(account):
            pieces = set(speech.pieces)
            if pieces & matched.get(id(account), set()) or account.quotations[min(pieces)].kind != "speech":
                continue
            if any(_touches(account, k, linked) for k in pieces):
                continue
            start, end = speech.words[0][0], speech.words[-1][1]
            who = f"{speech.speaker}'s words" if speech.speaker else "the words"
            message = f"Only {account.label} has {who} “{phrase(speech, 0, len(speech.words), around=0)}”."
            here = Reading(start, end, account.id, Span(start, end))
            yield Discrepancy("only-quotation", SEVERITY, message, (here, place_in_other(alignment, side, start)))


def _touches(account: Account, quotation: int, linked: frozenset[int]) -> bool:
    q = account.quotations[quotation]
    return any(account.sentences[k].start < q.end and account.sentences[k].end > q.start for k in linked)
