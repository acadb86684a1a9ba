"""Characters that no reader sees are said."""

from __future__ import annotations

import pytest

from compare.reading import read_text
from compare.reading.unseen import unseen


@pytest.mark.parametrize("text", ["plain", "a \u200b b", "می\u200cخواهم", "👩\u200d👧", "yes\u00adterday", "\ufeffBOM"])
def test_quiet(text: str) -> None:
    assert unseen(text) == ()


def test_said() -> None:
    account = read_text("The mayor told re\u200bporters that no\u2060body had been told.", "a.txt")
    assert account.notices == ("2 characters of no width inside words, which no reader sees: U+200B, U+2060",)
    assert "re\u200bporters" in account.text
