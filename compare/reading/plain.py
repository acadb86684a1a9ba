"""Plain text to blocks: paragraphs between blank lines, one a line, or hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from compare.model import Span
from compare.reading.blocks import Block
from compare.reading.turns import begins_turn

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r{1,2}\n|[\n\r\v\x85\u2028\u2029]")
_ITEM = re.compile(r"(?:[-*+•‣▪◦·–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S")
_STOPS = '.!?:;…。！？؟।"”’»)]'

WIDEST_WRAP = 120
"""Characters: wider lines are paragraphs in one line, not hard-wrapped ones."""


def find_blocks(text: str, headings: frozenset[int] = frozenset()) -> list[Block]:
    """The blocks of ``text`` in order, each trimmed; together they hold all that is not white space.

    ``headings`` are offsets at which headings begin.
    """
    lines = list(_find_lines(text))
    width = _wrap_width(text, lines)
    blocks: list[Block] = []
    for number, (line, gap) in enumerate(lines):
        if number and not gap and _continues(text, blocks[-1], lines[number - 1][0], line, width):
            last = blocks[-1]
            blocks[-1] = Block(last.start, line.end, last.gap, last.role)
        else:
            item = "item" if _ITEM.match(text, line.start, line.end) else ""
            role = "heading" if line.start in headings else item
            blocks.append(Block(line.start, line.end, gap, role))
    return blocks


def _find_lines(text: str) -> Iterator[tuple[Span, int]]:
    """Lines that are not blank, trimmed, each with the number of blank lines before it."""
    position = 0
    for match in _LINE.finditer(text):
        line = match.group()
        kept = line.strip()
        if kept:
            start = match.start() + line.index(kept[0])
            breaks = len(_BREAK.findall(text, position, start)) if position else 1
            yield Span(start, start + len(kept)), max(0, breaks - 1)
            position = start + len(kept)


def _wrap_width(text: str, lines: list[tuple[Span, int]]) -> int:
    """The width at which most lines were wrapped, 0 where they were not.

    A line was wrapped when the first word of the next would not have fitted.
    """
    pairs = [(a, b) for (a, _), (b, gap) in pairwise(lines) if not gap]
    lengths = sorted(a.end - a.start for a, _ in pairs)
    if len(lengths) < 3:
        return 0
    width = lengths[-1 - len(lengths) // 20]
    if not 30 <= width <= WIDEST_WRAP:
        return 0
    wrapped = sum(_is_full(text, a, b, width) for a, b in pairs)
    return width if wrapped * 2 >= len(pairs) else 0


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    words = text[following.start : min(following.end, following.start + 40)].split(None, 1)
    return line.end - line.start + 1 + len(words[0]) > width


def _continues(text: str, block: Block, line: Span, following: Span, width: int) -> bool:
    """Whether ``following`` goes on with ``block``, whose last line, ``line``, stands right above it."""
    if _ITEM.match(text, following.start, following.end) or begins_turn(text, following.start, following.end):
        return False
    first, last = text[following.start], text[line.end - 1]
    if first.islower() and last not in _STOPS and text.count(" ", block.start, block.end) >= 3:
        return True
    return bool(width) and line.end - line.start <= width + 20 and _is_full(text, line, following, width)
