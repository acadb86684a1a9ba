"""The pairs of sentences that rules on claims compare."""

from __future__ import annotations

from compare.align import align
from compare.claims import linked_claims
from compare.pipeline import account_of

OPEN = "The tunnel under the harbour of Elmstad was closed on Tuesday after a fire in a lorry."
OTHER = "The tunnel under the harbour of Elmstad was not closed on Tuesday after a fire in a lorry."


def pairs(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    alignment = align(account_of("left", left), account_of("right", right))
    return [(i, j) for _, i, j in linked_claims(alignment)]


def test_linked_sentences_that_differ_are_compared() -> None:
    assert pairs([OPEN], [OTHER]) == pairs([OTHER], [OPEN]) == [(0, 0)]


def test_a_sentence_that_the_other_has_word_for_word_is_compared_with_none() -> None:
    assert pairs([OPEN], [OPEN]) == []
    assert pairs([OPEN], [OTHER, "It rained.", OPEN]) == pairs([OTHER, "It rained.", OPEN], [OPEN]) == []
