"""The words an account puts between quotation marks, and whom it credits them to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.model import Quotation, Sentence, SetAside, Span
from compare.quotations.credits import find_credits
from compare.quotations.kinds import is_unspaced, kind_of
from compare.quotations.narration import to_tokens
from compare.quotations.pairs import find_quoted
from compare.quotations.speakers import name_speakers
from compare.quotations.turns import find_turns, to_quotations
from compare.quotations.utterances import number_utterances


def find_quotations(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence], aside: Sequence[SetAside] = ()
) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text, in order, without their marks.

    Each stands inside one paragraph. ``mention`` is the phrase that credits it,
    ``speaker`` the fullest form of that person's name in the text, or the phrase
    itself where it names nobody ("spokesman for the ministry"), or None where
    the text leaves open who is meant; words used as words, and titles, have no
    speaker. In a transcript, which labels in ``aside`` tell, a paragraph of a turn
    is a quotation as a whole. Linear in the text.
    """
    turns = find_turns(text, paragraphs, aside)
    if not turns:
        return tuple(_marked(text, paragraphs, sentences))
    said = {turn.paragraph for turn in turns}
    told = [paragraph for k, paragraph in enumerate(paragraphs) if k not in said]
    spoken = to_quotations(text, paragraphs, turns)
    marked = [
        replace(quotation, utterance=len(paragraphs) + quotation.utterance)
        for quotation in _marked(text, told, sentences)
    ]
    return tuple(sorted([*spoken, *marked], key=lambda quotation: quotation.start))


def _marked(text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]) -> list[Quotation]:
    """What stands between marks."""
    quoted = find_quoted(text, paragraphs, sentences)
    if not quoted:
        return []
    tokens = to_tokens(text, paragraphs, sentences, quoted)
    credited = [
        None if is_unspaced(text, quote) else credit
        for quote, credit in zip(quoted, find_credits(text, tokens, quoted), strict=True)
    ]
    kinds = [
        kind_of(text, tokens, at, quote, credit) if quote.marked else "speech"
        for at, quote, credit in zip(tokens.quotes, quoted, credited, strict=True)
    ]
    speech = [kind == "speech" for kind in kinds]
    speakers = name_speakers(text, tokens, credited)
    numbers = number_utterances(tokens, quoted, credited, speakers, speech)
    found = []
    for quote, credit, kind, speaker, number in zip(quoted, credited, kinds, speakers, numbers, strict=True):
        mention = Span(credit.start, credit.end) if credit else None
        who = speaker if kind == "speech" else None
        cue = credit.cue if credit and kind == "speech" else None
        found.append(Quotation(quote.start, quote.end, who, mention, cue, kind, number, quote.marked))
    return found


__all__ = ["find_quotations"]
