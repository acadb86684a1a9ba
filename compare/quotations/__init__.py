"""The words an account puts between quotation marks, and whom it credits them to."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Quotation, Sentence, Span
from compare.quotations.credits import find_credits
from compare.quotations.kinds import kind_of
from compare.quotations.narration import QUOTE, to_tokens
from compare.quotations.pairs import find_quoted
from compare.quotations.speakers import name_speakers
from compare.quotations.utterances import number_utterances


def find_quotations(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]
) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text, in order, without their marks.

    Each stands inside one paragraph. ``mention`` is the phrase that credits it,
    ``speaker`` the fullest form of that person's name in the text, or the phrase
    itself where it names nobody ("spokesman for the ministry"), or None where
    the text leaves open who is meant; words used as words, and titles, have no
    speaker. Linear in the text.
    """
    quoted = find_quoted(text, paragraphs, sentences)
    if not quoted:
        return ()
    tokens = to_tokens(text, paragraphs, sentences, quoted)
    places = [i for i, token in enumerate(tokens) if token.kind == QUOTE]
    credited = find_credits(text, tokens, quoted)
    kinds = [
        kind_of(text, tokens, at, quote, credit)
        for at, quote, credit in zip(places, quoted, credited, strict=True)
    ]
    speech = [kind == "speech" for kind in kinds]
    speakers = name_speakers(text, tokens, credited)
    numbers = number_utterances(tokens, quoted, credited, speakers, speech)
    found = []
    for quote, credit, kind, speaker, number in zip(quoted, credited, kinds, speakers, numbers, strict=True):
        mention = Span(credit.start, credit.end) if credit else None
        who = speaker if kind == "speech" else None
        cue = credit.cue if credit else None
        found.append(Quotation(quote.start, quote.end, who, mention, cue, kind, number))
    return tuple(found)


__all__ = ["find_quotations"]
