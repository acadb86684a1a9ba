"""Where the two renderings of one utterance differ, and of what sort each place is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from compare.function_words import FUNCTION_WORDS
from compare.model import Parallel, Speech
from compare.tokens import stem
from compare.words import Run, merge_islands

EDGE = 6
"""At an edge, words against words are a rewording up to this many; more are two different lead-ins."""

INSIDE = 10
"""Words against words inside; more than this on either side are two different passages."""

CROSSING = 3
"""The same where a sentence ends inside: longer ones are two different sentences."""

OPENING = 2
"""A sentence of speech that opens with so few words more ("Oh, not …") is reworded, not cut."""


class Difference(NamedTuple):
    """Words ``run`` = (a, b, c, d) of the two speeches differ.

    ``sort`` is ``wording`` where both quote on at that place and differ, ``cut``
    where one leaves out, at ``edge`` ("start", "end" or "inside"), what the other
    quotes of the same sentence of speech.
    """

    sort: str
    run: Run
    edge: str = ""


def differences(parallel: Parallel) -> Iterator[Difference]:
    """The places where two renderings differ, in order."""
    a, b, c, d = parallel.stretch
    inside: list[Run] = []
    head, tail = None, None
    for run in parallel.runs:
        if run[0] == a and run[2] == c:
            head = run
        elif run[1] == b and run[3] == d:
            tail = run
        else:
            inside.append(run)
    if head:
        rest, forms = _forms(parallel, head, last=True)
        yield from _edge(parallel, rest, "start")
        yield from forms
    for run in merge_islands(inside):
        yield from _inside(parallel, run)
    if tail:
        rest, forms = _forms(parallel, tail, last=False)
        yield from forms
        yield from _edge(parallel, rest, "end")


def _forms(parallel: Parallel, run: Run, last: bool) -> tuple[Run, list[Difference]]:
    """Forms of one word at the inner end of an edge ("builders" / "builder ruined it"): wording; the rest is left."""
    a, b, c, d = run
    forms: list[Difference] = []
    while b > a and d > c:
        x, y = (b - 1, d - 1) if last else (a, c)
        ours, theirs = parallel.left.words[x][2], parallel.right.words[y][2]
        if stem(ours) != stem(theirs):
            break
        if ours != theirs:
            forms.append(Difference("wording", (x, x + 1, y, y + 1)))
        a, b, c, d = (a, b - 1, c, d - 1) if last else (a + 1, b, c + 1, d)
    return (a, b, c, d), forms[::-1] if last else forms


def _edge(parallel: Parallel, run: Run, edge: str) -> Iterator[Difference]:
    n, m = run[1] - run[0], run[3] - run[2]
    if not n and not m or _joined(parallel, run):
        return
    if not n or not m:
        yield Difference("cut", run, edge)
    elif max(n, m) <= EDGE:
        yield Difference("wording", run)


def _inside(parallel: Parallel, run: Run) -> Iterator[Difference]:
    left, right = parallel.left, parallel.right
    a, b, c, d = run
    if _joined(parallel, run):
        return
    if b > a and d > c:
        crosses = _crosses(left, a, b) or _crosses(right, c, d)
        if max(b - a, d - c) <= (CROSSING if crosses else INSIDE):
            yield Difference("wording", run)
        elif min(b - a, d - c) <= CROSSING:
            yield Difference("cut", (b, b, c, d) if b - a < d - c else (a, b, d, d), "inside")
        return
    shorter, at = (left, a) if a == b else (right, c)
    fuller, first, last = (right, c, d) if a == b else (left, a, b)
    if _breaks(fuller, first) and _breaks(fuller, last):
        return
    opening = last - first <= OPENING and (_breaks(fuller, first) or not _paused(shorter, at))
    if opening or (not _breaks(shorter, at) and not _paused(shorter, at)):
        yield Difference("wording", run)
        return
    first, last = _same_sentence(fuller, first, last)
    if last > first:
        cut = (a, b, first, last) if a == b else (first, last, c, d)
        yield Difference("cut", cut, "inside")


def _crosses(speech: Speech, first: int, last: int) -> bool:
    """Whether a sentence of speech ends inside a stretch of words."""
    return last > first and speech.sentences[first] != speech.sentences[last - 1]


def _joined(parallel: Parallel, run: Run) -> bool:
    """Whether the words are the same but for the spaces and hyphens between them."""
    a, b, c, d = run
    return "".join(w[2] for w in parallel.left.words[a:b]) == "".join(w[2] for w in parallel.right.words[c:d])


def _breaks(speech: Speech, k: int) -> bool:
    """Whether a sentence of speech begins with word ``k``."""
    return 0 < k < len(speech.words) and speech.sentences[k - 1] != speech.sentences[k]


def _paused(speech: Speech, k: int) -> bool:
    """Whether the quotation is interrupted, or an ellipsis stands, before word ``k``."""
    if not 0 < k < len(speech.words):
        return True
    if speech.pieces[k - 1] != speech.pieces[k]:
        return True
    between = speech.account.text[speech.words[k - 1][1] : speech.words[k][0]]
    return "..." in between or "…" in between or ". ." in between


def _same_sentence(speech: Speech, first: int, last: int) -> tuple[int, int]:
    """The part of left-out words that belongs to the sentence of the words before them, else after them."""
    numbers = speech.sentences
    if first > 0 and numbers[first] == numbers[first - 1]:
        end = first
        while end < last and numbers[end] == numbers[first]:
            end += 1
        return first, end
    start = last
    while start > first and last < len(numbers) and numbers[start - 1] == numbers[last]:
        start -= 1
    return start, last


def telling(speech: Speech, first: int, last: int) -> bool:
    """Whether words say something: a content word among them, or two words or more."""
    return last - first >= 2 or any(w[2] not in FUNCTION_WORDS for w in speech.words[first:last])
