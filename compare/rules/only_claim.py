"""A sentence of the narrator's that one account alone has.

Example: one account tells of the fishing trip, the other does not.

Not flagged: sentences with quotations of their own (only-quotation), headings.

Known false alarms: a claim that the other account tells in wholly other words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from compare.model import Account, Alignment, Discrepancy, Reading, Sentence, Span
from compare.passages import Opposite, linked_sentences

SEVERITY = "note"
SEVERITIES = (SEVERITY,)

LONGEST = 100
"""Characters of a sentence that a message repeats."""


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One note a sentence without a link and without words that somebody said."""
    for account, side in ((alignment.left, 0), (alignment.right, 1)):
        linked, opposite = linked_sentences(alignment, side), Opposite(alignment, side)
        speaking = _speaking(account)
        for k, sentence in enumerate(account.sentences):
            if k in linked or k in speaking or not _claims(account, sentence):
                continue
            words = " ".join(account.text[sentence.start : sentence.end].split())
            short = words if len(words) <= LONGEST else words[: words.rfind(" ", 0, LONGEST)] + " …"
            here = Reading(sentence.start, sentence.end, account.id, Span(sentence.start, sentence.end))
            message = f"Only {account.label} tells: {short}"
            yield Discrepancy("only-claim", SEVERITY, message, (here, opposite.place(sentence.start)))


def _speaking(account: Account) -> set[int]:
    """Indexes of the sentences that hold words somebody said."""
    starts = [s.start for s in account.sentences]
    found: set[int] = set()
    for q in account.quotations:
        if q.kind == "speech":
            found.update(range(max(0, bisect_right(starts, q.start) - 1), bisect_right(starts, max(q.start, q.end - 1))))
    return found


def _claims(account: Account, sentence: Sentence) -> bool:
    """Whether a sentence is one: a heading has no stop at its end."""
    words = account.text[sentence.start : sentence.end]
    return any(c.isalnum() for c in words) and words.rstrip("\"'”’»)]")[-1:] in tuple(".!?…。！？।؟")
