"""Two headings that tell the same sum both accounts up: neither is linked to the text below them as well."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from compare.align.units import Unit
from compare.model import Account, Sentence

Pair = tuple[int, int]

_STOPS = tuple(".!?…:;,。！？।؟")


def headings(account: Account, units: Sequence[Unit] | Sequence[Sentence]) -> frozenset[int]:
    """Indexes of the units (or sentences) that are a paragraph each and end without a stop."""
    numbers = [unit.paragraph for unit in units]
    alone = [
        k
        for k, number in enumerate(numbers)
        if (k == 0 or numbers[k - 1] != number) and (k + 1 == len(numbers) or numbers[k + 1] != number)
    ]
    return frozenset(
        k for k in alone if not account.text[units[k].start : units[k].end].rstrip("\"'”’»)] ").endswith(_STOPS)
    )


def beside_headings(firm: Collection[Pair], pairs: Collection[Pair], left: frozenset[int], right: frozenset[int]) -> frozenset[Pair]:
    """Those of the linked pairs that a heading has besides another heading; two headings meet where they are linked firmly."""
    met = {pair for pair in firm if pair[0] in left and pair[1] in right}
    ours, theirs = {i for i, _ in met}, {j for _, j in met}
    return frozenset(pair for pair in pairs if pair not in met and (pair[0] in ours or pair[1] in theirs))
