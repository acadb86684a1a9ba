"""Prose amid prose is kept without asking any signal: none would have seen a sign in it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from compare.reading.furniture import _is_plain
from compare.reading.page import _is_text, find_page
from compare.reading.plain import find_blocks
from compare.reading.shapes import find_shapes
from compare.reading.signals import SIGNALS, WEAK
from compare.reading.vocabulary import COMMANDS, LABELS, TELLING

AROUND = "The council met on Tuesday and said that the bridge will be closed for the whole of the summer.\n\n"
SMALL = "the of and to in a is that for it was on with as his he by can be contributed"
MARKS = ("you", "your", "By", "Reporting by Ann", "3", "May 3, 2024", "(left)", "©", "|", "Related:", "<b>", "AP/", "“so", "said.", "This article was first published", "Ann can be reached at 555", "?")
WORDS = st.sampled_from([*SMALL.split() * 12, *sorted(TELLING), *sorted(COMMANDS), *sorted(LABELS), *MARKS])
PARAGRAPHS = st.lists(WORDS, min_size=8, max_size=40).map(lambda words: " ".join(words).capitalize() + ".")


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4))
def test_no_signal_sees_a_sign_where_none_is_asked(paragraphs: list[str]) -> None:
    text = AROUND + "\n\n".join(paragraphs) + "\n\n" + AROUND.replace("bridge", "road").replace("The", "A")
    shapes, language = find_shapes(text, find_blocks(text))
    page = find_page(shapes, language)
    for number, shape in enumerate(shapes):
        if shape.is_prose:
            assert _is_text(replace(shape, is_prose=False), page.language), shape.text
        if _is_plain(page, number):
            found = [sign for signal in SIGNALS if (sign := signal(page, number))]
            assert all(sign[1] == WEAK and sign[0] not in ("caption", "byline") for sign in found), shape.text


def test_most_prose_is_not_asked() -> None:
    text = AROUND + AROUND.replace("council", "mayor") + AROUND.replace("council", "people of the town") + AROUND.replace("The", "A")
    page = find_page(*find_shapes(text, find_blocks(text)))
    assert [_is_plain(page, number) for number in range(4)] == [False, True, True, False]
