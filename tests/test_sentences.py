"""Text to sentences; a bar in a case stands where a new sentence begins."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Span
from compare.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, [Span(0, len(text))])]


CASES = [
    # quotation marks
    "Putin said. |“That cooperation, I believe, would help.” |He left.",
    "“It was bold,” Bush said. |“I like it.”",
    "“I think it's new. |I think it's strategic,” Bush said. |“But as I told Vladimir, it must stay.”",
    '"I like it," she said. |"So do I." |They left.',
    "He said: “No.” |Then he left.",
    "He called it “bold.” |Nobody laughed.",
    "She said 'no.' |He said ‘yes.’ |They left.",
    "(It was late.) |He left.",
    "He asked, “Why?” |She did not say.",
    "“Why now?” he asked.",
    "“Why now?” Smith asked. |Nobody knew.",
    "“Stop!” Mr. Smith of the council told them.",
    "“Stop!” |The driver braked.",
    "Er sagte: „Ich gehe.“ |Dann ging er.",
    "Il a dit : « Je pars. » |Elle est restée.",
    "»Ich gehe.« |Dann ging er.",
    "He left.|“That was it,” she said.",
    # abbreviations
    "The U.S. on Monday said no.",
    "The U.S. President left. |George W. Bush stayed.",
    "He lives in the U.S. |He likes it.",
    "He moved to Washington, D.C. |The city was hot.",
    "It began at 4:12 a.m. on June 7.",
    "It began at 4 p.m. |The hall was full.",
    "Sen. Ruth Hale, R-Ky., and Rep. Ann Doe, D-Calif., left.",
    "Gov. Pat Doe met Gen. Marsh and Mr. and Mrs. Lee.",
    "Lot No. 5 was sold on Feb. 3 for $1.5 million.",
    "He won in Nov. |The rest is known.",
    "Acme Inc. said so. |It was sold to Acme Inc. |The buyer paid.",
    "J. R. R. Tolkien wrote it.",
    "Roe v. Wade was decided.",
    "Fig. 3 shows it, e.g. Berlin, i.e. Germany.",
    "Martin Luther King Jr. spoke. |He was good.",
    "(R-Ohio) – for the late reply.",
    "She is a Ph.D. student. |He is not.",
    # stops that are none
    "Yahoo! News reported it. |We read it.",
    "It rose 3.5 percent. |2007 was better.",
    "See http://a.example/b.c?d=E. |It is down.",
    "He waited ... and waited. |Then he left.",
    "He waited. |... Then he left.",
    "Well… maybe. |No.",
    "“We …” he began.",
    "This is it; that is not. |No: this.",
    # stops that are
    "Really?! |Yes. |No! |Maybe.",
    "He has iPhones. |eBay sells them. |Why?",
    "They met in the meeting.|The president left.",
    "A headline without a stop",
    "Baker of the year named Friday, March 3, 2006".replace(" Friday", " |Friday"),
    "The bridge on Monday |Image: Dan Ruiz.",
    "A line\nthat was wrapped. |And\nanother one.",
    # other scripts
    "他说这是真的。|没有人相信。|为什么？|不知道！",
    "「行こう。」|彼は言った。",
    "यह सच है। |वह गया।",
    "هل هذا صحيح؟ |نعم. |لا.",
    "Путин согласен. |Буш тоже. |Г. Иванов – нет?",
    "Είναι αλήθεια; Όχι. |Ναι.",
]


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str) -> None:
    assert split(case.replace("|", "")) == [piece.strip() for piece in case.split("|")]


def test_sentences_carry_place_and_paragraph() -> None:
    text = "One. Two.\n\n  Three\n"
    found = split_sentences(text, [Span(0, 9), Span(11, 19)])
    assert [(s.start, s.end, s.paragraph) for s in found] == [(0, 4, 0), (5, 9, 0), (13, 18, 1)]


def test_only_paragraphs_are_split() -> None:
    text = "Menu. One. Two. Footer."
    assert [text[s.start : s.end] for s in split_sentences(text, [Span(6, 15)])] == ["One.", "Two."]
    assert split_sentences(text, []) == ()


def test_a_mark_alone_is_no_sentence() -> None:
    assert split("He left.” “") == ["He left.” “"]
    assert split("”") == ["”"]


PIECES = st.sampled_from(
    [
        "He left",
        "Mr. ",
        "U.S. ",
        "p.m. ",
        ". ",
        "? ",
        "! ",
        "… ",
        "“",
        "”",
        '"',
        "' ",
        ") ",
        "(",
        "\n",
        "No. 5",
        "。",
        " ",
        "a",
        "B",
        "3",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join), st.integers(1, 40))
def test_sentences_cover_their_paragraphs(text: str, size: int) -> None:
    paragraphs = [Span(start, min(len(text), start + size)) for start in range(0, len(text), size)]
    found = split_sentences(text, paragraphs)
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
    position = 0
    for sentence in found:
        paragraph = paragraphs[sentence.paragraph]
        assert max(position, paragraph.start) <= sentence.start < sentence.end <= paragraph.end
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        position = sentence.end


@pytest.mark.parametrize(
    "piece",
    [
        "He said “it (was) fine.” Then the U.S. left. ",
        '"',
        "(",
        "a",
        ". ",
        "...",
        "他说。",
        " ",
        "A.",
        "!”",
        "Mr. ",
    ],
)
def test_one_long_line_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    split_sentences(text, [Span(0, len(text))])
    assert time.process_time() - start < 10
