"""The library: what the page and the package say is true, and importing it costs nothing."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import compare

PAGE = Path(__file__).resolve().parents[1] / "docs" / "library.md"


def test_examples() -> None:
    for failed, tried in (doctest.testmod(compare), doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")):
        assert tried and not failed


@pytest.mark.parametrize("name", compare.__all__)
def test_names(name: str) -> None:
    assert getattr(compare, name).__name__.rpartition(".")[2] == name
    assert name in dir(compare) and name in PAGE.read_text(encoding="utf-8")


def test_no_other_name() -> None:
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        compare.nothing_of_ours  # noqa: B018


def test_importing_it_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import compare; print(sorted(set(sys.modules) - before))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out == "['compare']\n"
