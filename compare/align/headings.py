"""Two headings that tell the same sum both accounts up: neither is linked to the text below them as well."""

from __future__ import annotations

from collections.abc import Collection

from compare.model import Account

Pair = tuple[int, int]

_STOPS = tuple(".!?…:;,。！？।؟")


def headings(account: Account) -> frozenset[int]:
    """Indexes of the sentences that stand alone in a paragraph and end without a stop."""
    paragraphs = [s.paragraph for s in account.sentences]
    alone = [
        k
        for k, number in enumerate(paragraphs)
        if (k == 0 or paragraphs[k - 1] != number) and (k + 1 == len(paragraphs) or paragraphs[k + 1] != number)
    ]
    return frozenset(
        k
        for k in alone
        if not account.text[account.sentences[k].start : account.sentences[k].end].rstrip("\"'”’»)] ").endswith(_STOPS)
    )


def beside_headings(firm: Collection[Pair], left: frozenset[int], right: frozenset[int]) -> frozenset[Pair]:
    """Those of the firmly linked pairs that a heading has besides another heading."""
    met = {pair for pair in firm if pair[0] in left and pair[1] in right}
    ours, theirs = {i for i, _ in met}, {j for _, j in met}
    return frozenset(pair for pair in firm if pair not in met and (pair[0] in ours or pair[1] in theirs))
