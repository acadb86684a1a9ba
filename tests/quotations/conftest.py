"""Reads a text the way the pipeline does: a line is a paragraph, the splitter cuts sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.model import Quotation, Span
from compare.quotations import find_quotations
from compare.sentences import split_sentences

SOURCES = Path(__file__).parents[2] / "sources" / "kennebunkport"


def read(text: str) -> tuple[Quotation, ...]:
    paragraphs = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return find_quotations(text, paragraphs, split_sentences(text, paragraphs))


@pytest.fixture(scope="session")
def quotations() -> Callable[[str], tuple[Quotation, ...]]:
    return read


@pytest.fixture(scope="session", params=["dod.txt", "dw.txt"])
def kennebunkport(request: pytest.FixtureRequest) -> tuple[str, str, tuple[Quotation, ...]]:
    text = (SOURCES / request.param).read_bytes().decode("utf-8")
    return request.param, text, read(text)
