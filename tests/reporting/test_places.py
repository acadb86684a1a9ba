from __future__ import annotations

import pytest

from compare.model import Account, Quotation, Sentence, Span
from compare.reporting.places import Places

TEXT = "One.\r\nTwo “quoted” two. Three.\n\nFour said Ann."
PLACES = Places(
    Account(
        "a", "A", "a.txt", "", TEXT,
        paragraphs=(Span(0, 4), Span(6, 31), Span(33, 47)),
        sentences=(Sentence(0, 4, 0), Sentence(6, 23, 1), Sentence(24, 30, 1), Sentence(32, 46, 2)),
        quotations=(Quotation(11, 17, "Ann", Span(42, 45), "said"),),
    )
)  # fmt: skip


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (5, 1), (6, 2), (31, 3), (32, 4), (99, 4)])
def test_line(offset: int, line: int) -> None:
    assert PLACES.line(offset) == line


@pytest.mark.parametrize(
    ("span", "sentences"),
    [
        (Span(0, 1), [0]),
        (Span(6, 30), [1, 2]),
        (Span(8, 8), [1]),
        (Span(4, 6), [0]),
        (Span(23, 25), [2]),
        (Span(46, 46), [3]),
        (Span(0, 46), [0, 1, 2, 3]),
    ],
)
def test_sentences(span: Span, sentences: list[int]) -> None:
    assert list(PLACES.sentences(span)) == sentences


def test_words() -> None:
    assert PLACES.words(12) == "paragraph 2, line 2"
    assert Places(Account("a", "A", "a", "", "x\ny")).words(2) == "line 2"


@pytest.mark.parametrize(("span", "found"), [(Span(11, 17), True), (Span(17, 17), True), (Span(18, 20), False),
                                             (Span(6, 23), True), (Span(0, 4), False)])  # fmt: skip
def test_quotation(span: Span, found: bool) -> None:
    assert (PLACES.quotation(span) is not None) == found


CUES = [
    ("“Yes,” Ann said.", "Ann", "said", "Ann said"),
    ("“Yes,” said the tall Ann.", "Ann", "said", "said the tall Ann"),
    ("“Yes,” he\nadded.", "he", "added", "he added"),
    ("“Yes,” Ann said, and Bob said no.", "Bob", "said", "Bob said"),
    ("According to Ann, “yes”.", "Ann", None, ""),
    ("Ann. “Yes.”", "Ann", "told", ""),
    ("A tall woman. “Yes.”", "A tall woman", None, "A tall woman"),
]


@pytest.mark.parametrize(("text", "mention", "cue", "words"), CUES)
def test_cue(text: str, mention: str, cue: str | None, words: str) -> None:
    at = text.index(mention)
    places = Places(Account("a", "A", "a", "", text))
    assert places.cue(Quotation(1, 4, "Ann", Span(at, at + len(mention)), cue)) == words
