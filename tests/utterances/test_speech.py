"""Quotations to speeches: pieces of one utterance together, cut into sentences of speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Account
from compare.pipeline import read_account
from compare.utterances import speeches

MakeAccount = Callable[..., Account]

SPEECHES = [
    # one quotation
    ("“The dam held all night,” Tom Marsh said.", ["the dam held all night"]),
    # interrupted by its cue
    ("“This hospital,” Dr. Ruth Lane said, “needs forty nurses.”", ["this hospital needs 40 nurses"]),
    # two sentences, the cue between
    ("“The dam held,” Tom Marsh said. “The village is dry.”", ["the dam held|the village is dry"]),
    # two sentences in one quotation
    ("“The dam held. Nobody slept,” Marsh said.", ["the dam held|nobody slept"]),
    # a question and an answer
    ("“Who rang? Nobody rang,” Marsh said.", ["who rang|nobody rang"]),
    # no sentence ends at a title or at initials
    ("“I met Dr. Lane and Mr. Moss,” Cole said.", ["i met doctor lane and mr moss"]),
    ("“The U.S. engineers left,” Cole said.", ["the u.s. engineers left"]),
    # an ellipsis inside a sentence
    ("“The tunnel … reopens on Friday,” Marsh said.", ["the tunnel reopens on friday"]),
    # over two paragraphs, each opened again
    ("“The quay is gone.\n\n“The crane is gone, too,” Lee Moss said.", ["the quay is gone|the crane is gone too"]),
    # two speakers
    ("“Stop,” Cole said. “Never,” Moss said.", ["stop", "never"]),
    # a fragment
    ("Cole called it “a black wave” at once.", ["a black wave"]),
    # a title is no speech
    ("The choir sang “The Drowned Village” at noon.", []),
    # no quotation
    ("Nobody spoke.", []),
    # no word inside the marks
    ("He wrote “…” and left. “Come back,” Cole said.", ["come back"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEECHES)
def test_words_and_sentences_of_speech(make_account: MakeAccount, text: str, expected: list[str]) -> None:
    found = []
    for speech in speeches(make_account(text)):
        sentences: dict[int, list[str]] = {}
        for number, (_, _, key) in zip(speech.sentences, speech.words, strict=True):
            sentences.setdefault(number, []).append(key)
        found.append("|".join(" ".join(words) for words in sentences.values()))
    assert found == expected


def test_a_word_knows_its_place_and_its_piece(make_account: MakeAccount) -> None:
    account = make_account("“This hospital,” Dr. Ruth Lane said, “needs forty nurses.”")
    (speech,) = speeches(account)
    assert [account.text[a:b] for a, b, _ in speech.words] == ["This", "hospital", "needs", "forty", "nurses"]
    assert speech.pieces == (0, 0, 1, 1, 1)
    assert speech.speaker == "Ruth Lane"


def test_the_speaker_may_be_named_at_a_later_piece(make_account: MakeAccount) -> None:
    (speech,) = speeches(make_account("“The quay is gone.\n\n“The crane is gone, too,” Lee Moss said."))
    assert speech.speaker == "Lee Moss"


def test_a_sentence_of_speech_goes_on_behind_a_comma_and_a_cue(make_account: MakeAccount) -> None:
    (speech,) = speeches(make_account("“When it rains,” Lee Moss said, “the cellar floods. The cat swims.”"))
    assert speech.sentences == (0, 0, 0, 0, 0, 0, 1, 1, 1)


PIECES = st.lists(
    st.sampled_from(["“The dam held,” Marsh said.", "“Stop. Run!”", "Nobody spoke.", "he said, “and so on.”", "“Open", "\n\n", "’tis”", "“a"]),
    max_size=12,
)


@given(PIECES)
def test_words_stand_in_order_inside_their_pieces(pieces: list[str]) -> None:
    account = read_account("left.txt", data=" ".join(["Here is a text.", *pieces]).encode(), keep_all=True)
    for speech in speeches(account):
        assert speech.words and len(speech.words) == len(speech.sentences) == len(speech.pieces)
        assert list(speech.sentences) == sorted(speech.sentences) and speech.sentences[0] == 0
        assert [w[0] for w in speech.words] == sorted(w[0] for w in speech.words)
        for (start, end, _), piece in zip(speech.words, speech.pieces, strict=True):
            quotation = account.quotations[piece]
            assert quotation.start <= start < end <= quotation.end
