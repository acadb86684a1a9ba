"""Utterances: which quotations are one stretch of speech."""

from __future__ import annotations

from collections.abc import Sequence

from compare.quotations.credits import Credit
from compare.quotations.narration import PARAGRAPH, SENTENCE, STOP, Narration
from compare.quotations.pairs import Quoted

_INTERRUPTION = 60
"""Tokens of the longest interruption: "…," said Kupchan, who was the head of …, "…"."""


def number_utterances(
    tokens: Narration,
    quoted: Sequence[Quoted],
    credited: Sequence[Credit | None],
    speakers: Sequence[str | None],
    speech: Sequence[bool],
) -> list[int]:
    """Return the number of each quotation's utterance, from 0.

    A quotation goes on with the one before it when that runs on over the
    paragraph's end, or when nothing but the words that credit both stand
    between them.
    """
    places = tokens.quotes
    numbers: list[int] = []
    for n in range(len(quoted)):
        changed = n and speakers[n] != speakers[n - 1]
        if (
            n
            and not changed
            and (quoted[n - 1].runs_on or _interrupted(tokens, places[n - 1], places[n], credited, speech, n))
        ):
            numbers.append(numbers[-1])
        else:
            numbers.append(numbers[-1] + 1 if numbers else 0)
    return numbers


def _interrupted(
    tokens: Narration,
    first: int,
    second: int,
    credited: Sequence[Credit | None],
    speech: Sequence[bool],
    n: int,
) -> bool:
    """Tell whether only a cue stands between two quotations of one speaker."""
    one, other = credited[n - 1], credited[n]
    if one is None or other is None or one.start != other.start or not speech[n - 1] or not speech[n]:
        return False
    if second - first > _INTERRUPTION or tokens.kind[first - 1] < SENTENCE:
        return False
    between = tokens.kind[first + 1 : second]
    if not between or PARAGRAPH in between:
        return False
    inside = tokens.start[first + 1] <= one.start <= tokens.end(second - 1)
    return inside and between.count(SENTENCE) <= 1 and between[-1] in (STOP, SENTENCE)
