"""The formats that can be read: each has its module, each source one kind."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import compare.reading.formats
from compare.reading.content import Content
from compare.reading.formats import KINDS, extract, find_kind

FOLDER = Path(compare.reading.formats.__file__).parent


def test_every_module_is_a_kind() -> None:
    modules = {path.stem for path in FOLDER.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert modules - {"__init__"} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_module_recognises_and_extracts(kind: str) -> None:
    module = import_module(f"compare.reading.formats.{kind}")
    for data in (b"", b"\0", b"\xff\xfe", b"%PDF-", b"PK\x03\x04", b"<", b"\x80" * 50, b"WEBVTT"):
        assert module.recognises(Content(data, "a")) in (True, False)
    assert module.extract.__doc__


TOLD = {
    "plain text": (b"The bridge is closed.", "a.txt", "plain"),
    "nothing": (b"", "a", "plain"),
    "Markdown by its name": (b"The bridge is closed.", "a.MD", "markdown"),
    "Markdown by its content": (b"# The bridge\n\nIt [is](x) closed.", "a.txt", "markdown"),
    "a page whatever its name": (b"\n<!DOCTYPE html><title>x</title>", "a.txt", "html"),
}


@pytest.mark.parametrize(("data", "name", "kind"), TOLD.values(), ids=TOLD)
def test_the_kind_is_told_by_content(data: bytes, name: str, kind: str) -> None:
    assert find_kind(Content(data, name)) == kind


def test_markup_named_plain_is_not_refused_as_such() -> None:
    assert extract(Content(b"", "a.txt", given="<html> x"), "plain").text == "<html> x"
