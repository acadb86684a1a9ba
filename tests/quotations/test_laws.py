"""What holds for every text: places, order, and cost."""

from __future__ import annotations

import gc
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Sentence, Span
from compare.quotations import find_quotations

MARKS = "\"“”„‟‘’‚'`«»‹›「」『』"
PIECES = [
    *MARKS, "``", "''", " ", " ", " ", "\n", "\n\n", ".", ",", "?", ":", "—", "(", ")", "…", "5", "6'2\"",
    "Bush", "Mr.", "Smith", "the president", "he", "She", "who", "said", "says", "told", "adding",
    "According to", "and", "that", "’s", "s’", "don't", "a", "of", "It's", "van", "al-Attar",
    "Ångström", "大", "\u00a0",
]  # fmt: skip


def paragraphs_of(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def cut(text: str, paragraphs: list[Span]) -> list[Sentence]:
    found = []
    for number, p in enumerate(paragraphs):
        for m in re.finditer(r"[^.?!]+[.?!]*", text[p.start : p.end]):
            found.append(Sentence(p.start + m.start(), p.start + m.end(), number))
    return found


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.booleans())
def test_places(pieces, spaced):
    text = (" " if spaced else "").join(pieces)
    paragraphs = paragraphs_of(text)
    found = find_quotations(text, paragraphs, cut(text, paragraphs))
    end = utterance = 0
    for q in found:
        assert end <= q.start < q.end
        assert any(p.start <= q.start and q.end <= p.end for p in paragraphs)
        words = text[q.start : q.end]
        assert words == words.strip() != ""
        assert q.kind in ("speech", "term", "title")
        assert q.utterance in (utterance, utterance + 1) if end else q.utterance == 0
        if q.mention:
            assert 0 <= q.mention.start < q.mention.end <= len(text)
        if q.speaker:
            assert q.mention
            assert all(part in text for part in q.speaker.split())
        end, utterance = q.end, q.utterance


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=MARKS + "ab. \n", max_size=80))
def test_any_string_of_marks(text):
    paragraphs = paragraphs_of(text)
    found = find_quotations(text, paragraphs, cut(text, paragraphs))
    assert found == find_quotations(text, paragraphs, cut(text, paragraphs))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["apples", "pears", "we", "go", "home"]), min_size=3, max_size=20))
def test_what_was_quoted_is_found(words):
    speech = " ".join(words)
    for opening, closing in ("“”", '""', "‘’", "''", "«»", "„“", "»«"):
        text = f"{opening}{speech},{closing} Ann Lee said."
        (found,) = find_quotations(text, [Span(0, len(text))], [Sentence(0, len(text), 0)])
        assert text[found.start : found.end] == speech + ","
        assert found.speaker == "Ann Lee"


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "”", "‘", "'", "«", '"a" ', "“a ", "s' ", "“a‘b ", "he said “a” ", "“A.” Bush said. ", "“a\n"],
)
def test_linear(piece):
    def cost(marks: int) -> float:
        text = piece * (marks // sum(c in MARKS for c in piece))
        paragraphs = paragraphs_of(text)
        sentences = [Sentence(p.start, p.end, n) for n, p in enumerate(paragraphs)]
        gc.collect()
        gc.disable()  # a collection goes through all that other tests have left behind
        try:
            start = time.process_time()
            find_quotations(text, paragraphs, sentences)
            return time.process_time() - start
        finally:
            gc.enable()

    # Eight times the marks: well below the 64 times of anything quadratic.
    assert cost(16_000) < 25 * (cost(2_000) + 0.002)
