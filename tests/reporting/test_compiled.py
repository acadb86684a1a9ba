from __future__ import annotations

import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from compare.reporting.compiled import Compiled


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def rendered(folder: Path, options: str = "") -> str:
    cache = Compiled(folder, options)
    return Environment(loader=FileSystemLoader(folder), bytecode_cache=cache).get_template("a.j2").render(x=1)


def test_kept_and_taken_again(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text("one {{ x }}")
    kept = Path(cache_from_source(str(tmp_path / "a.j2")))
    assert rendered(tmp_path) == "one 1"
    before = kept.stat().st_mtime_ns
    assert rendered(tmp_path) == "one 1"
    assert kept.stat().st_mtime_ns == before
    assert [each.name for each in kept.parent.iterdir()] == [kept.name]


def test_another_text_or_other_options_are_compiled_anew(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text("one")
    kept = Path(cache_from_source(str(tmp_path / "a.j2")))
    assert rendered(tmp_path) == "one"
    (tmp_path / "a.j2").write_text("two")
    assert rendered(tmp_path) == "two"
    before = kept.read_bytes()
    assert rendered(tmp_path, "other") == "two"
    assert kept.read_bytes() != before


@pytest.mark.parametrize("broken", [b"", b"j2", b"\x80\x04", b"j2\x05\x00garbage" * 9])
def test_broken_code_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "a.j2").write_text("one")
    kept = Path(cache_from_source(str(tmp_path / "a.j2")))
    rendered(tmp_path)
    whole = kept.read_bytes()
    for damaged in (broken, whole[: len(whole) // 2], whole[:-1]):
        kept.write_bytes(damaged)
        assert rendered(tmp_path) == "one"


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "a.j2").write_text("one")
    assert rendered(tmp_path) == "one"
    assert os.listdir(tmp_path) == ["a.j2"]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text("one")
    (tmp_path / "__pycache__").write_text("a file where the folder should be")
    assert rendered(tmp_path) == "one"
