"""The two accounts of the meeting at Kennebunkport: every quotation, its speaker, its kind."""

from __future__ import annotations

PUTIN, BUSH = "Vladimir Putin", "George W. Bush"

EXPECTED = {
    "dod.txt": [
        (0, "speech", BUSH, "Bush", "President Putin proposed"),
        (1, "speech", PUTIN, "Putin", "We would be prepared"),
        (1, "speech", PUTIN, "Putin", "That cooperation, I believe"),
        (1, "speech", PUTIN, "he", "For all practical purposes"),
        (2, "speech", BUSH, "Bush", "innovate,"),
        (3, "speech", BUSH, "Bush", "(Putin) just laid out a vision."),
        (3, "speech", BUSH, "Bush", "But as I told Vladimir"),
        (4, "speech", BUSH, "The president", "a very constructive and bold strategic move,"),
        (5, "speech", PUTIN, "he", "It would be clear to even a layman"),
        (5, "speech", PUTIN, "he", "Therefore, I'm confident"),
    ],
    "dw.txt": [
        (0, "speech", PUTIN, "Putin", "Such cooperation, I believe"),
        (0, "speech", PUTIN, "Putin", "For all practical purposes"),
        (1, "speech", BUSH, "Bush", "I'm in strong agreement"),
        (2, "speech", BUSH, "Bush", "very constructive and bold"),
        (3, "speech", BUSH, "Bush", "integral"),
        (4, "term", None, "the media", "lobster summit"),
        (5, "speech", "Charles Kupchan", "Charles Kupchan", "The Kennebunkport meeting"),
        (5, "speech", "Charles Kupchan", "Charles Kupchan", "But there doesn't seem"),
        (6, "speech", "Stephen Hadley", "Hadley", "What you saw was"),
        (7, "speech", BUSH, "Bush", "When Russia and America"),
        (8, "speech", PUTIN, "Putin", "So far, we have managed"),
    ],
}


def test_every_quotation(kennebunkport):
    name, text, found = kennebunkport
    expected = EXPECTED[name]
    assert len(found) == len(expected)
    for q, (utterance, kind, speaker, mention, words) in zip(found, expected, strict=True):
        assert text.startswith(words, q.start)
        named = q.mention and text[q.mention.start : q.mention.end]
        assert (q.utterance, q.kind, q.speaker, named) == (utterance, kind, speaker, mention)
