"""The words an account puts between quotation marks, and whom it credits them to."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Quotation, Sentence, Span
from compare.quotations.narration import to_tokens
from compare.quotations.pairs import find_quoted
from compare.quotations.speakers import find_credits


def find_quotations(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]
) -> tuple[Quotation, ...]:
    """Return the quotations of a text, in order, without their marks; linear in the text."""
    quoted = find_quoted(text, paragraphs, sentences)
    if not quoted:
        return ()
    tokens = to_tokens(text, paragraphs, sentences, quoted)
    credited = find_credits(text, tokens, quoted)
    found = []
    for number, (quote, credit) in enumerate(zip(quoted, credited, strict=True)):
        mention = Span(credit.start, credit.end) if credit else None
        name = text[mention.start:mention.end] if mention else None
        cue = credit.cue if credit else None
        found.append(Quotation(quote.start, quote.end, name, mention, cue, "speech", number))
    return tuple(found)


__all__ = ["find_quotations"]
