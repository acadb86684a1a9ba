"""Speech, titles of works, and words used as words."""

from __future__ import annotations

import pytest

KINDS = [
    ("“Hello,” she said.", ["speech"]),
    ("Moe called it “integral”.", ["speech"]),
    ("He called it “integral,” officials said.", ["speech"]),
    ("“No Way!” she said.", ["speech"]),
    ("“No Way,” said Lee.", ["speech"]),
    ("Lee said: “Never Again.”", ["speech"]),
    ("Protesters chanted “Bring Them Home.”", ["speech"]),
    ("Lee spoke of a “stark contrast”.", ["speech"]),
    ("Lee denied it was a “Ponzi scheme”.", ["speech"]),
    ("The prosecutor said the deal was a “sham” and a “fraud”.", ["speech", "speech"]),
    ("Lee, in what he termed a “final offer,” raised his bid.", ["speech"]),
    ("He spoke on “Face the Nation” on Sunday.", ["title"]),
    ("Her book “The Long Road” sold well.", ["title"]),
    ("The film “Jaws” opened.", ["title"]),
    ("In “Hamlet,” the prince dies.", ["title"]),
    ("Lee's “Thriller” was a hit.", ["title"]),
    ("Lee wrote “The Long Road” in 1990.", ["title"]),
    ("a so-called “lobster summit” took place", ["term"]),
    ("The word “theology” is Greek.", ["term"]),
    ("His nickname was “Tiny”.", ["term"]),
    ("Joe “Bo” Smith said “no.”", ["term", "speech"]),
    ("It is known as the “Iron Curtain”.", ["term"]),
    ("The event was dubbed “Black Monday”.", ["term"]),
    ("Residents call it “the Pit”.", ["term"]),
    ("The “experts” were wrong.", ["term"]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds(quotations, text, kinds):
    assert [q.kind for q in quotations(text)] == kinds


def test_only_speech_has_a_speaker(quotations):
    for text, _ in KINDS:
        assert all(q.speaker is None for q in quotations(text) if q.kind != "speech")
