"""A stretch of text with marks on it to segments, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from compare.model import Span
from compare.reporting.visible import HIDDEN, written_out


class Mark(NamedTuple):
    """A stretch to be marked. ``target`` is the anchor of the card it belongs to, or empty."""

    start: int
    end: int
    kind: str
    target: str = ""


class Segment(NamedTuple):
    """Visible text of one kind.

    The kinds: ``plain``; ``error``, ``warning``, ``note`` (words a discrepancy
    is about); ``edit`` (words the other side has differently); ``gap error``
    and so on (the place where such a discrepancy misses words; no text);
    ``hidden`` (a control character written out).
    """

    text: str
    kind: str = "plain"
    target: str = ""


_PLAIN = Mark(0, 0, "plain")


def cut(text: str, span: Span, marks: Sequence[Mark] = ()) -> tuple[Segment, ...]:
    """``text[span]`` in segments. Where marks overlap, the one given first is on top."""
    if not marks:
        words = text[span.start : span.end]
        return (Segment(words),) if words and words.isprintable() else tuple(_pieces(words, _PLAIN))
    segments: list[Segment] = []
    inside = sorted([mark for mark in marks if mark.start <= span.end and mark.end >= span.start])
    apart = all(one.start < other.start >= one.end for one, other in pairwise(inside))
    for start, end, mark in _in_turn(span, inside) if apart else _layers(span, marks):
        if start == end:
            segments.append(Segment("", f"gap {mark.kind}", mark.target))
        else:
            segments.extend(_pieces(text[start:end], mark))
    return tuple(segments)


def _in_turn(span: Span, apart: Sequence[Mark]) -> Iterator[tuple[int, int, Mark]]:
    """What ``_layers`` gives where no two marks overlap, as mostly none do."""
    begun = span.start
    for mark in apart:
        start, end = max(mark.start, span.start), min(mark.end, span.end)
        if begun < start:
            yield begun, start, _PLAIN
        if start < end or mark.start == mark.end:
            yield start, end, mark
        begun = end
    if begun < span.end:
        yield begun, span.end, _PLAIN


def _layers(span: Span, marks: Sequence[Mark]) -> Iterator[tuple[int, int, Mark]]:
    """Stretches of the span with their topmost mark; an empty stretch is a gap. O(n log n)."""
    inside = [mark for mark in marks if mark.start <= span.end and mark.end >= span.start]
    gaps = {mark.start: mark for mark in inside if mark.start == mark.end}
    order = sorted(
        (max(mark.start, span.start), number) for number, mark in enumerate(inside) if mark.start < mark.end
    )
    bounds = _bounds(span, inside)
    active: list[int] = []
    begun, top, next_in = span.start, _PLAIN, 0
    for bound in bounds:
        while next_in < len(order) and order[next_in][0] <= bound:
            heappush(active, order[next_in][1])
            next_in += 1
        while active and inside[active[0]].end <= bound:
            heappop(active)
        mark = inside[active[0]] if active else _PLAIN
        if mark is top and bound not in gaps and bound != span.end:
            continue
        if begun < bound:
            yield begun, bound, top
        if bound in gaps:
            yield bound, bound, gaps[bound]
        begun, top = bound, mark


def _bounds(span: Span, marks: Iterable[Mark]) -> list[int]:
    edges = {span.start, span.end}
    for mark in marks:
        edges.update((max(mark.start, span.start), min(mark.end, span.end)))
    return sorted(edges)


def _pieces(text: str, mark: Mark) -> Iterator[Segment]:
    """The text with its hidden characters as segments of their own."""
    begun = 0
    if not text.isprintable() and HIDDEN.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        for match in HIDDEN.finditer(text):
            if begun < match.start():
                yield Segment(text[begun : match.start()], mark.kind, mark.target)
            yield Segment(written_out(match.group()), "hidden", mark.target)
            begun = match.end()
    if begun < len(text):
        yield Segment(text[begun:], mark.kind, mark.target)


_AROUND, _INSIDE = 320, 1200
"""Code points shown around a focus and of it: a context may be as long as its account."""


def clipped(text: str, span: Span, focus: Span, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """The part of ``text[span]`` around the focus in segments, an ellipsis where something is left out."""
    start, end = span.start, span.end
    last = min(focus.end, focus.start + _INSIDE)
    if focus.start - start > 1.5 * _AROUND:
        start = focus.start - _AROUND
        start = text.find(" ", start, focus.start) + 1 or start
    if end - last > 1.5 * _AROUND:
        end = last + _AROUND
        space = text.rfind(" ", last, end)
        end = space if space > 0 else end
    before = (Segment("… "),) if start > span.start else ()
    after = (Segment(" …"),) if end < span.end else ()
    return before + cut(text, Span(start, end), marks) + after


_OPENING, _CLOSING, _POINTS = "\"“„«»‘'", "\"”“»«’'", ".,;:!?…"


def framed(text: str, span: Span, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """``text[span]``, words of a quotation, in segments: with the marks of its own text, or an ellipsis.

    An ellipsis stands where the quotation goes on.
    """
    start, end = span.start, span.end
    opened = start > 0 and text[start - 1] in _OPENING
    points = next((k for k in range(end, min(end + 3, len(text))) if text[k] not in _POINTS), end)
    closed = points < len(text) and text[points] in _CLOSING
    whole = Span(start - opened, points + 1 if closed else end)
    before = () if opened else (Segment("… "),)
    after = () if closed else (Segment(" …"),)
    return before + cut(text, whole, marks) + after
