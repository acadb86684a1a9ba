"""The two Kennebunkport accounts in every format: the same sentences, quotations and discrepancies come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from textwrap import wrap

import pytest

from compare.model import Account
from compare.pipeline import compare_accounts, read_account

_SPEC = spec_from_file_location("making", Path(__file__).with_name("making.py"))
assert _SPEC and _SPEC.loader
making = module_from_spec(_SPEC)
_SPEC.loader.exec_module(making)

SOURCES = Path(__file__).parents[3] / "sources" / "kennebunkport"
ORIGINALS = {name: read_account(str(SOURCES / f"{name}.txt")) for name in ("dw", "dod")}
HEADINGS = {"dw": ["Eastern Europe still contentious", "Changing tones", "Iranian question"], "dod": []}

Maker = Callable[[Sequence[str], list[str]], bytes]


def _lines(paragraphs: Sequence[str], headings: list[str]) -> bytes:
    return "\n".join(paragraphs).encode()


def _wrapped(paragraphs: Sequence[str], headings: list[str], end: str = "\n", codec: str = "utf-8") -> bytes:
    lines = ["\n".join(wrap(p, 72, break_on_hyphens=False, break_long_words=False)) for p in paragraphs]
    return "\n\n".join(lines).replace("\n", end).encode(codec)


def _markdown(paragraphs: Sequence[str], headings: list[str]) -> bytes:
    marks = dict.fromkeys(headings, "## ") | {headings[0]: "# "}
    return "\n\n".join(marks.get(p, "") + p for p in paragraphs).encode()


FORMATS: dict[str, tuple[str, Maker]] = {
    "one paragraph a line": ("txt", _lines),
    "hard-wrapped": ("txt", _wrapped),
    "hard-wrapped, Windows": ("txt", lambda p, h: _wrapped(p, h, "\r\n", "cp1252")),
    "hard-wrapped, old Macintosh": ("txt", lambda p, h: _wrapped(p, h, "\r", "mac_roman")),
    "UTF-16": ("txt", lambda p, h: _wrapped(p, h, "\r\n", "utf-16")),
    "Markdown": ("md", _markdown),
    "HTML, bare": ("html", lambda p, h: bytes(making.to_html(p, h, "bare"))),
    "HTML, an article on a page": ("html", lambda p, h: bytes(making.to_html(p, h))),
    "HTML, tables of long ago": ("html", lambda p, h: bytes(making.to_html(p, h, "old"))),
    "HTML": ("html", lambda p, h: bytes(making.to_html(p, h))),
    "Word": ("docx", lambda p, h: bytes(making.to_docx(p, h))),
    "PDF": ("pdf", lambda p, h: bytes(making.to_pdf(p, h))),
    "PDF, parted words, running heads": (
        "pdf",
        lambda p, h: bytes(making.to_pdf(p, h, head="The Daily Post", hyphens=True, rows=20)),
    ),
    "PDF, two columns": (
        "pdf",
        lambda p, h: bytes(making.to_pdf(p, h, columns=2, head="The Daily Post", hyphens=True, rows=22)),
    ),
    "SubRip": ("srt", lambda p, h: bytes(making.to_srt(p))),
    "WebVTT": ("vtt", lambda p, h: bytes(making.to_srt(p, web=True))),
}


def made(format: str, name: str) -> bytes:
    original = ORIGINALS[name]
    paragraphs = [" ".join(original.text[p.start : p.end].split()) for p in original.paragraphs]
    return FORMATS[format][1](paragraphs, [str(original.title), *HEADINGS[name]])


def sentences(account: Account) -> list[str]:
    return [" ".join(account.text[s.start : s.end].split()) for s in account.sentences]


def quotations(account: Account) -> list[tuple[object, ...]]:
    return [(" ".join(account.text[q.start : q.end].split()), q.speaker, q.kind) for q in account.quotations]


def discrepancies(left: Account, right: Account) -> list[tuple[object, ...]]:
    comparison = compare_accounts([left, right])
    texts = {account.id: account.text for account in comparison.accounts}
    return sorted(
        (d.kind, d.severity, tuple(" ".join(texts[r.account][r.start : r.end].split()) for r in d.readings))
        for d in comparison.discrepancies
    )


@pytest.mark.parametrize("by_name", [True, False], ids=["by name", "by content"])
@pytest.mark.parametrize("format", FORMATS)
def test_the_same_comes_out_of_every_format(format: str, by_name: bool) -> None:
    ending = FORMATS[format][0]
    read = {
        name: read_account(f"{name}.{ending}" if by_name else name, data=made(format, name))
        for name in ORIGINALS
    }
    for name, original in ORIGINALS.items():
        assert sentences(read[name]) == sentences(original)
        assert quotations(read[name]) == quotations(original)
    assert discrepancies(*read.values()) == discrepancies(*ORIGINALS.values())
