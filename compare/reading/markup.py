"""Markdown: what is markup and not text, headings, and the fields of a front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from compare.model import SetAside


class Markup(NamedTuple):
    """What a text is besides text.

    ``masked`` is the text with spaces in place of markup, so that offsets hold;
    ``spans`` are the stretches of markup, ``headings`` the offsets at which
    headings begin; ``fields`` come from the front matter.
    """

    masked: str
    spans: tuple[SetAside, ...]
    headings: frozenset[int]
    fields: Mapping[str, str]


_FRONT = re.compile(r"---[ \t]*\r?\n(?P<fields>(?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?=\r?\n|$)")
_FIELD = re.compile(r"^(\w[\w -]*):[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)
_LINK = r"\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)"
_MARKUP = re.compile(
    r"^(?P<code>```[^\n]*\n(?:[^\n]*\n){0,500}?```[^\n]*$)"
    rf"|^(?P<navigation>(?:[ \t]*[-*+|][ \t]*{_LINK}[ \t\r]*(?:\n|\Z)){{3,}})"
    r"|(?P<comment><!--.{0,2000}?-->)"
    rf"|^[ \t]*(?P<image>!{_LINK}|\[!{_LINK}\]\([^)\n]{{0,2000}}\))[ \t\r]*$"
    r"|^ {0,3}(?P<reference>\[[^\]\n]{1,300}\]:[ \t]+\S[^\n]*)$"
    r"|^ {0,3}(?P<hashes>\#{1,6})[ \t]+(?=\S)"
    r"|(?<=\S)[ \t]{1,20}(?P<closing>\#{1,6})[ \t]{0,20}\r?$"
    r"|(?<=\S\n) {0,3}(?P<underline>={3,}|-{3,})[ \t\r]*$"
    r"|^[ \t]*(?P<quote>>[> \t]{0,20})"
    r"|^[ \t]*(?P<bold>\*\*|__)(?=\S[^*_\n]*(?P=bold)[ \t\r]*$)"
    r"|(?P<link>!?\[)(?=[^\]\n]{0,300}\]\()"
    r"|(?P<target>\]\([^)\n]{0,2000}\))",
    re.MULTILINE | re.DOTALL,
)
_REASONS = {"image": "image", "code": "code", "navigation": "navigation", "comment": "comment in the markup"}


def find_markup(text: str) -> Markup:
    """The markup of a Markdown text; emphasis inside a line stays text."""
    spans = sorted(_find_spans(text), key=lambda span: span.start)
    pieces, position = [], 0
    for span in spans:
        pieces += [text[position : span.start], re.sub(r"\S", " ", text[span.start : span.end])]
        position = span.end
    masked = "".join(pieces) + text[position:]
    front = _FRONT.match(text)
    fields = (
        {m[1].strip().lower(): m[2].strip("\"'") for m in _FIELD.finditer(front["fields"])} if front else {}
    )
    return Markup(masked, tuple(spans), _find_headings(text, spans), fields)


def _find_spans(text: str) -> Iterator[SetAside]:
    front = _FRONT.match(text)
    start = front.end() if front else 0
    if front:
        yield SetAside(0, front.end(), "front matter")
    for match in _MARKUP.finditer(text, start):
        kind = match.lastgroup or ""
        begin, end = match.span(kind)
        end = begin + len(text[begin:end].rstrip())
        yield SetAside(begin, end, _REASONS.get(kind, "markup"))
        if kind == "bold":
            closing = text.index(match[kind], end)
            yield SetAside(closing, closing + len(match[kind]), "markup")


def _find_headings(text: str, spans: list[SetAside]) -> frozenset[int]:
    """Offsets of the first characters of headings: after hashes or whole-line bold, above an underline."""
    starts = set()
    for span in spans:
        mark = text[span.start : span.end]
        if mark[0] == "#" or mark in ("**", "__"):
            starts.add(
                span.end + len(text[span.end : span.end + 10]) - len(text[span.end : span.end + 10].lstrip())
            )
        elif mark[0] in "=-" and set(mark) == {mark[0]}:
            above = text.rfind("\n", 0, span.start)
            line = text.rfind("\n", 0, max(0, above)) + 1
            starts.add(line + len(text[line:above]) - len(text[line:above].lstrip()))
    return frozenset(starts)
