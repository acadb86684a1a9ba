"""The words an account puts between quotation marks, and whom it credits them to."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Quotation, Sentence, Span
from compare.quotations.narration import to_tokens
from compare.quotations.pairs import find_quoted
from compare.quotations.speakers import find_cues


def find_quotations(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]
) -> tuple[Quotation, ...]:
    """Return the quotations of a text, in order, without their marks; linear in the text."""
    quoted = find_quoted(text, paragraphs, sentences)
    if not quoted:
        return ()
    tokens = to_tokens(text, paragraphs, sentences, quoted)
    cues = find_cues(text, tokens, quoted)
    found = []
    for number, (quote, cue) in enumerate(zip(quoted, cues, strict=True)):
        mention = Span(tokens[cue.phrase.first].start, tokens[cue.phrase.last - 1].end) if cue else None
        verb = tokens[cue.verb].text if cue and cue.verb >= 0 else None
        name = text[mention.start:mention.end] if mention else None
        found.append(Quotation(quote.start, quote.end, name, mention, verb, "speech", number))
    return tuple(found)


__all__ = ["find_quotations"]
