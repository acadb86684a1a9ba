"""A sentence of the narrator's that one account alone has.

Example: one account tells of the fishing trip, the other does not.

Not flagged: sentences with quotations of their own (only-quotation), headings.

Known false alarms: a claim that the other account tells in wholly other words.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Account, Alignment, Discrepancy, Reading, Sentence, Span
from compare.passages import linked_sentences, place_in_other

SEVERITY = "note"

LONGEST = 100
"""Characters of a sentence that a message repeats."""


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One note a sentence without a link and without words that somebody said."""
    for account, side in ((alignment.left, 0), (alignment.right, 1)):
        linked = linked_sentences(alignment, side)
        for k, sentence in enumerate(account.sentences):
            if k in linked or _speaks(account, sentence) or not _claims(account, sentence):
                continue
            words = " ".join(account.text[sentence.start : sentence.end].split())
            short = words if len(words) <= LONGEST else words[: words.rfind(" ", 0, LONGEST)] + " …"
            here = Reading(sentence.start, sentence.end, account.id, Span(sentence.start, sentence.end))
            message = f"Only {account.label} tells: {short}"
            yield Discrepancy("only-claim", SEVERITY, message, (here, place_in_other(alignment, side, sentence.start)))


def _speaks(account: Account, sentence: Sentence) -> bool:
    return any(
        q.kind == "speech" and q.start < sentence.end and q.end > sentence.start for q in account.quotations
    )


def _claims(account: Account, sentence: Sentence) -> bool:
    """Whether a sentence is one: a heading has no stop at its end."""
    return account.text[sentence.start : sentence.end].rstrip("\"'”’»)]")[-1:] in tuple(".!?…。！？।؟")
