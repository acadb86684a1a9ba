"""Who a sentence credits its claim to, and the cheap look before."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from compare.claims.sources import TELLING, may_be_credited, sentence_tokens, source_of
from compare.pipeline import account_of
from compare.tokens import keys

PIECES = ["The bridge is shut", "Ada Holm", "the police", "officials in Norby", "he", "on Monday", *sorted(TELLING)[::3], "according to", "told", "said"]
JOINTS = [" ", ", ", ",", "-", "’s ", "'s ", ". ", "—", "/", "_", "1", "“", "” "]


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(JOINTS), st.sampled_from([str, str.upper, str.title])), min_size=2, max_size=9))
@example([("The bridge is shut", ", ", str), ("the police", " ", str), ("said", ". ", str)])
def test_whoever_is_credited_is_credited_by_a_word_that_was_looked_for(pieces: list[tuple[str, str, type[str]]]) -> None:
    text = "".join(f"{cased(words)}{joint}" for words, joint, cased in pieces)
    account = account_of("a", [text])
    for sentence in account.sentences:
        if source_of(sentence_tokens(account, sentence, [])) is not None:
            assert may_be_credited(set(keys(account.text[sentence.start : sentence.end])))


def test_most_sentences_are_not_looked_at() -> None:
    assert may_be_credited(set(keys("The bridge is shut, the police said.")))
    assert not may_be_credited(set(keys("The bridge was shut to traffic on Monday.")))
