"""Shapes to the plan of a page: where the running text begins and ends, which line is the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.reading.dates import is_date_line
from compare.reading.languages import STOP_WORDS
from compare.reading.shapes import Shape
from compare.reading.vocabulary import WEB


@dataclass(frozen=True, slots=True)
class Page:
    """The shapes of a page, ``first`` and ``last`` of its running text, and the number of its title.

    ``runs`` says of each block in how long a row of short lines outside the
    running text it stands (0: in none), ``stamps`` how many lines are a date or a time.
    """

    shapes: Sequence[Shape]
    language: str
    first: int
    last: int
    title: int | None = None
    runs: Sequence[int] = ()
    stamps: int = 0

    def is_header(self, number: int) -> bool:
        """Whether this stands above the running text."""
        return number < self.first

    def is_footer(self, number: int) -> bool:
        """Whether this stands below the running text."""
        return number > self.last


def web_share(shape: Shape, language: str) -> float:
    """The share of a block's words, function words left out, that belong to pages rather than to news."""
    stops = STOP_WORDS.get(language, frozenset())
    content = [word for word in shape.words if word not in stops or word in WEB]
    return sum(word in WEB for word in content) / max(1, len(content))


def speaks_to_reader(shape: Shape) -> bool:
    """Whether the block says "you" or "your" outside quotation marks."""
    return shape.text[0] not in "\"“„«'‘" and any(
        word in ("you", "your", "us", "our", "sie", "ihre", "vous", "votre", "usted") for word in shape.words
    )


def find_page(shapes: Sequence[Shape], language: str | None) -> Page:
    """The plan of a page; without one paragraph of running text everything counts as text."""
    tongue = language or "en"
    body = [i for i, s in enumerate(shapes) if s.is_body and not _is_pleading(s, tongue)]
    body = body or [i for i, s in enumerate(shapes) if s.is_sentence and not _is_pleading(s, tongue)]
    if not body:
        return Page(shapes, tongue, 0, len(shapes) - 1, runs=[0] * len(shapes))
    first, last = body[0], _end_of_lists(shapes, body[-1])
    title = _find_title(shapes, first, {w for i in body for w in shapes[i].words}, tongue)
    stamps = sum(is_date_line(shape.text) for shape in shapes)
    return Page(shapes, tongue, first, last, title, _find_runs(shapes, first, last, title), stamps)


def _find_runs(shapes: Sequence[Shape], first: int, last: int, title: int | None) -> list[int]:
    """How many short lines stand in a row with each, above the text (up to 6 words) or below it (up to 16)."""
    runs = [0] * len(shapes)
    begin = 0
    for number in range(len(shapes) + 1):
        limit = 6 if number < first else 16 if number > last else 0
        inside = number < len(shapes) and number != title and not shapes[number].ended
        if number == len(shapes) or not inside or len(shapes[number].words) > limit:
            runs[begin:number] = [number - begin] * (number - begin)
            begin = number + 1
    return runs


def _is_pleading(shape: Shape, language: str) -> bool:
    return web_share(shape, language) >= 0.3 and (speaks_to_reader(shape) or shape.stops < 0.2)


def _end_of_lists(shapes: Sequence[Shape], last: int) -> int:
    """The last block of running text with the list that follows it, where a colon announces one."""
    number = last
    while number + 1 < len(shapes):
        following = shapes[number + 1]
        if following.text.endswith(":") and len(following.words) >= 4 and following.stops >= 0.2:
            number += 1
        elif shapes[number].text.endswith(":") or (number > last and following.block.role == "item"):
            number += 1
        else:
            break
    return number


def _find_title(shapes: Sequence[Shape], first: int, known: set[str], language: str) -> int | None:
    """The line above the text that shares most words with it; the later one of two alike.

    The format's own heading goes before all others.
    """
    stops = STOP_WORDS.get(language, frozenset())
    best, title = 1.0, None
    for number in range(max(0, first - 40), first):
        shape = shapes[number]
        words = {word for word in shape.words if word not in stops}
        if not 2 <= len(shape.words) <= 30 or shape.block.role == "item":
            continue
        shared = sum(_known(word, known) for word in words)
        score = shared * shared / max(1, len(words)) + 3 * (shape.block.role == "heading")
        if score >= best:
            best, title = score, number
    return title


def _known(word: str, known: set[str]) -> bool:
    return word in known or word.removesuffix("s") in known or word + "s" in known or word.removesuffix("'s") in known
