"""A bar on a terminal that is drawn a few times a second, however much comes; nothing anywhere else."""

from __future__ import annotations

import io
import sys

import pytest

from compare.cli import progress as module
from compare.cli.progress import progress


class Screen(io.StringIO):
    """A terminal that counts how often it is drawn on."""

    def isatty(self) -> bool:
        return True


def test_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    pieces = [[1]] * 5000
    assert list(progress("reading", "sources", False, len)(iter(pieces), 5000)) == pieces
    said = screen.getvalue()
    assert "reading" in said and "5000/5000" in said and "sources a second" in said
    assert said.count("reading") < 50, "not once a piece"
    monkeypatch.setattr(module, "REDRAW", 0.0)
    list(progress("reading", "sources", False, len)(iter(pieces[:100]), 100))
    assert screen.getvalue().count("reading") > 80, "as often as it may"


@pytest.mark.parametrize(("quiet", "length", "terminal"), [(True, 9, True), (False, 0, True), (False, 9, False)])
def test_nothing(quiet: bool, length: int, terminal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Screen() if terminal else io.StringIO())
    assert list(progress("x", "y", quiet)(iter("abc"), length)) == ["a", "b", "c"]
    assert not screen.getvalue()
