"""The title among the lines above the running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.reading.dates import is_date_line
from compare.reading.shapes import Shape

_SEARCHED = 60
"""Lines above the text that are looked at: no menu was longer without a body of its own."""


_DATELINE = re.compile(r"[A-Z]{3,}\b.{0,60}\s[—–-]{1,2}\s")

_NEARLY, _LEAST = 0.25, 0.05
"""The share of the best score that makes a title of an earlier line, and the least best score."""


def find_title(shapes: Sequence[Shape], first: int, known: set[str], stops: frozenset[str]) -> int | None:
    """The number of the title, None without one: the first line that shares many words with the text (``known``).

    The line under a title often shares more, so a quarter of the best score is
    enough. Of two lines one of which holds the words of the other the later is the
    title, the earlier the browser's. A name that the text repeats word for word is
    a publisher's. Failing that, the only short line above the text.
    """
    body = "\n".join(shape.text for shape in shapes[first : first + _SEARCHED] if shape.ended)
    scores = {
        number: _score(shapes[number], known, stops)
        for number in range(max(0, first - _SEARCHED), first)
        if _may_be(shapes[number]) and shapes[number].text not in body
    }
    best = max(scores.values(), default=0.0)
    for number, score in scores.items():
        if best >= _LEAST and score >= _NEARLY * best:
            return max(n for n in scores if _says_the_same(shapes[n], shapes[number]))
    if first in (1, 2) and _may_be(shapes[0]):
        return 0
    opening = shapes[0] if shapes else None
    return 0 if opening and first == 0 and opening.capitals > 0.6 and _may_be(opening) else None


def _may_be(shape: Shape) -> bool:
    if shape.block.role == "item" or is_date_line(shape.text) or shape.is_foreign or shape.is_doubled:
        return False
    if (
        shape.text[-1] == ":"
        or (shape.text[-1] == "." and shape.capitals < 0.6)
        or _DATELINE.match(shape.text)
    ):
        return False
    return len(shape.words) <= 30 and (len(shape.words) >= 2 or shape.is_unspaced) and not shape.is_credited


def _score(shape: Shape, known: set[str], stops: frozenset[str]) -> float:
    words = {word for word in shape.words if word not in stops}
    shared = sum(_is_known(word, known) for word in words)
    slight = len(shape.words) <= 3 or shared < 2
    return shared * shared / max(1, len(words)) * (0.3 if slight else 1) + 3 * (shape.block.role == "heading")


def _is_known(word: str, known: set[str]) -> bool:
    stem = word.removesuffix("'s").removesuffix("’s")
    return any(form in known for form in (word, stem, stem.removesuffix("s"), stem + "s"))


def _says_the_same(one: Shape, other: Shape) -> bool:
    length = min(len(one.words), len(other.words))
    return one is other or length >= 3 and len(set(one.words) & set(other.words)) >= length
