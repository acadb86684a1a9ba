"""Which language words are in, by their function words."""

from __future__ import annotations

import pytest

from compare.reading.languages import guess_language, is_foreign


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the minister said that he would not go", "en"),
        ("der minister sagte dass er nicht gehen werde", "de"),
        ("le ministre a dit qu il ne partirait pas avec nous", "fr"),
        ("el ministro dijo que no se iba con ellos", "es"),
        ("putin bush iran", None),
        ("", None),
    ],
)
def test_guess(text: str, language: str | None) -> None:
    assert guess_language(text.split()) == language


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("usa russland wladimir putin und george bush in kennebunkport", True),
        ("symbolbild iran und atomkraft und raketen", True),
        ("eastern europe still contentious", False),
        ("bush and putin want to send a shared message", False),
        ("changing tones", False),
        ("vive la france", False),
        ("los angeles", False),
    ],
)
def test_foreign_lines_in_english(line: str, foreign: bool) -> None:
    assert is_foreign(line.split(), "en") == foreign
