"""Words of a speech to readings and to phrases for a message."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Account
from compare.pipeline import read_account
from compare.utterances.phrases import LONGEST, Renderings, credited, phrase, place, reading, told, told_too
from compare.utterances.speech import speeches

MakeAccount = Callable[..., Account]

TEXT = "It rained. “This hospital,” Dr. Ruth Lane said, “needs forty\nnew nurses by spring.” Nobody left."
ACCOUNT = read_account("left.txt", data=TEXT.encode())
(SPEECH,) = speeches(ACCOUNT)
WORDS = ["This", "hospital", "needs", "forty", "new", "nurses", "by", "spring"]
PLACES = st.tuples(st.integers(0, len(WORDS)), st.integers(0, len(WORDS))).map(sorted)


def test_the_speech() -> None:
    assert [TEXT[a:b] for a, b, _ in SPEECH.words] == WORDS


@given(PLACES)
def test_a_reading_quotes_its_words(bounds: list[int]) -> None:
    first, last = bounds
    found = reading(SPEECH, first, last)
    quoted = TEXT[found.start : found.end]
    assert found.account == "left"
    assert found.context.start <= found.start <= found.end <= found.context.end
    if first == last:
        assert quoted == ""
        assert found.start == (SPEECH.words[first - 1][1] if first else SPEECH.words[0][0])
    else:
        assert quoted.startswith(WORDS[first]) and quoted.endswith(WORDS[last - 1])


@pytest.mark.parametrize(
    ("first", "last", "context"),
    [(0, 1, "This hospital,"), (3, 4, "needs forty\nnew nurses by spring."), (0, 0, "This hospital,"),
     (8, 8, "needs forty\nnew nurses by spring."), (2, 2, "This hospital,")],
)  # fmt: skip
def test_the_context_is_the_quotation_around(first: int, last: int, context: str) -> None:
    found = reading(SPEECH, first, last)
    assert TEXT[found.context.start : found.context.end] == context


def test_a_context_over_two_pieces_holds_both() -> None:
    found = reading(SPEECH, 1, 3)
    assert TEXT[found.context.start : found.context.end].startswith("This") and TEXT[: found.context.end].endswith("spring.")


@pytest.mark.parametrize(("k", "before"), [(0, "“"), (1, "This"), (8, "spring")])
def test_the_place_of_no_words(k: int, before: str) -> None:
    assert TEXT[: place(SPEECH, k)].endswith(before)


@pytest.mark.parametrize(
    ("first", "last", "around", "expected"),
    [
        (4, 5, 1, "forty new nurses"), (4, 5, 0, "new"), (3, 5, 0, "forty new"), (6, 6, 1, "nurses by"),
        (7, 8, 1, "by spring"), (8, 8, 1, "spring"),
    ],
)  # fmt: skip
def test_a_phrase_has_neighbours_and_stands_on_one_line(first: int, last: int, around: int, expected: str) -> None:
    assert phrase(SPEECH, first, last, around) == expected


def test_a_long_phrase_is_shortened_in_the_middle(make_account: MakeAccount) -> None:
    numbers = [f"word{'abcdefghijklmnopqrst'[k]}" for k in range(20)]
    (speech,) = speeches(make_account(f"“{' '.join(numbers)},” he said."))
    half = LONGEST // 2
    assert phrase(speech, 0, 20) == f"{' '.join(numbers[:half])} … {' '.join(numbers[-half:])}"
    assert phrase(speech, 0, LONGEST, around=0) == " ".join(numbers[:LONGEST])


def test_told_names_account_and_speaker(make_account: MakeAccount) -> None:
    assert told(SPEECH, 3, 4) == "left has Ruth Lane say “needs forty new”"
    assert told_too(SPEECH, 3, 4) == "left “needs forty new”"
    (nobody,) = speeches(make_account("There was “a smell of tar” on the quay."))
    assert told(nobody, 1, 2) == "left quotes “a smell of”"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["needs", "40"], True), (["hospital", "needs"], True), (["this"], True), (["spring"], True),
        (["nurses", "need"], False), (["rained"], False), (["urse"], False), ([], False), (["forty"], False),
    ],
)  # fmt: skip
def test_renderings_hold_whole_folded_words_in_a_row(words: list[str], expected: bool) -> None:
    assert Renderings(ACCOUNT).quotes(words) is expected


def test_renderings_look_for_the_neighbours_too(make_account: MakeAccount) -> None:
    other = make_account("“Two new nurses by summer,” Lane said.")
    assert not Renderings(other).has(SPEECH, 4, 5)
    assert Renderings(other).has(SPEECH, 5, 6, around=1)
    assert Renderings(ACCOUNT).has(SPEECH, 4, 5)


def test_a_whole_speech_has_no_neighbours_and_must_be_a_whole_quotation_there() -> None:
    assert Renderings(ACCOUNT).has(SPEECH, 0, len(WORDS))


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [("Ann Dole", "Ann Dole"), ("baker", "the baker"), ("witnesses", "witnesses"), ("his wife", "his wife"), ("de Gaulle", "de Gaulle")],
)  # fmt: skip
def test_who_has_no_name_has_an_article(speaker: str, shown: str) -> None:
    assert credited(speaker) == shown
