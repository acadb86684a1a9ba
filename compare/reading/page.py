"""Shapes to the plan of a page: where the running text begins and ends, which line is the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from compare.reading.bylines import names_in_byline
from compare.reading.dates import is_date_line
from compare.reading.imprint import is_desk_note, is_disclaimer
from compare.reading.languages import STOP_WORDS
from compare.reading.shapes import LONG_WORDS, Shape
from compare.reading.title import find_title
from compare.reading.vocabulary import COMMANDS, PLEA, WEB


@dataclass(frozen=True, slots=True)
class Page:
    """The shapes of a page, ``first`` and ``last`` of its running text, and the number of its title.

    Readers' comments begin at ``comments`` (the number of shapes where there are none).
    ``runs`` says of each block in how long a row of short lines outside the
    running text it stands (0: in none), ``stamps`` how many lines are a date or a time,
    ``repeated`` which blocks are but the beginning of another, or its copy, ``authors``
    whom lines near the title name.
    """

    shapes: Sequence[Shape]
    language: str
    first: int
    last: int
    comments: int
    title: int | None = None
    runs: Sequence[int] = ()
    stamps: int = 0
    repeated: frozenset[int] = frozenset()
    authors: frozenset[str] = frozenset()

    def is_header(self, number: int) -> bool:
        """Whether this stands above the running text."""
        return number < self.first

    def is_footer(self, number: int) -> bool:
        """Whether this stands below the running text."""
        return number > self.last


def web_share(shape: Shape, language: str) -> float:
    """The share of a line's words, function words left out, that belong to pages rather than to news."""
    return _share(shape, language, WEB)


def pleas(shape: Shape) -> int:
    """How many words of requests to the reader of a page a block has."""
    return sum(map(PLEA.__contains__, shape.words))


def is_plea(shape: Shape, language: str) -> bool:
    """Whether a sentence asks something of the reader of a page: "Subscribe to our newsletter." """
    if shape.is_quoted or not shape.words:
        return False
    command = shape.words[0] in COMMANDS and shape.text[0] != "<"
    if not pleas(shape):
        return command and len(shape.words) < LONG_WORDS and speaks_to_reader(shape)
    if command:
        return True
    if shape.text[-1] == "?" or not (speaks_to_reader(shape) or shape.words[0] in ("by", "we", "i")):
        return False
    short = len(shape.words) < LONG_WORDS and speaks_to_reader(shape)
    return short or _share(shape, language, PLEA) >= 0.25


def _share(shape: Shape, language: str, vocabulary: frozenset[str]) -> float:
    stops = STOP_WORDS.get(language, frozenset())
    content = [word for word in shape.words if word not in stops]
    return sum(word in vocabulary for word in content) / max(1, len(content))


def speaks_to_reader(shape: Shape) -> bool:
    """Whether the block says "you" or "your" outside quotation marks."""
    return not shape.is_quoted and any(
        word in ("you", "your", "our", "sie", "ihre", "vous", "votre", "usted") for word in shape.words
    )


def find_page(shapes: Sequence[Shape], language: str | None) -> Page:
    """The plan of a page; readers' comments count as below its running text."""
    tongue = language or "en"
    end = _find_comments(shapes, tongue)
    text = [i for i, s in enumerate(shapes[:end]) if _is_text(s, tongue)]
    body = [i for i in text if shapes[i].is_body] or text
    if not body:
        first = len(shapes) if _is_all_menu(shapes) else 0
        return Page(shapes, tongue, first, len(shapes) - 1, end, runs=[len(shapes)] * len(shapes))
    first, last = body[0], min(_end_of_text(shapes, body[-1], tongue), end - 1)
    stops = STOP_WORDS.get(tongue, frozenset())
    title = find_title(shapes, first, set(chain.from_iterable(shapes[i].words for i in text)), stops)
    stamps = sum(is_date_line(shape.text) for shape in shapes)
    runs = _find_runs(shapes, first, last, title)
    authors = frozenset(name for shape in shapes[: first + 2] for name in names_in_byline(shape))
    return Page(shapes, tongue, first, last, end, title, runs, stamps, _find_repeated(shapes, first), authors)


def _find_repeated(shapes: Sequence[Shape], first: int) -> frozenset[int]:
    """Blocks of eight words or more that say what another says in full; of two copies the later.

    But a copy above the text (``first``) is a teaser, and the one in the text stays.
    """
    known: dict[tuple[str, ...], int] = {}
    repeated = set()
    for number, shape in enumerate(shapes):
        if len(shape.words) < _SAID:
            continue
        said = _OPENING.match(shape.text.casefold())
        opening = said.groups() if said else _told(shape)
        other = known.setdefault(opening, number)
        if other == number:
            continue
        shorter, longer = sorted((other, number), key=lambda n: (len(shapes[n].words), n >= first, -n))
        if _begins(shapes[longer], shapes[shorter]):
            repeated.add(shorter)
            known[opening] = longer
    return frozenset(repeated)


def _told(shape: Shape) -> tuple[str, ...]:
    """Words and figures: items that differ in their number alone are no copies."""
    return tuple(_TOLD.findall(shape.text.casefold()))


def _begins(longer: Shape, shorter: Shape) -> bool:
    """Whether a block is another's copy, or its beginning, be it cut off inside a word."""
    whole, part = _told(longer), _told(shorter)
    if whole == part:  # of long blocks only the beginning was looked at
        return _length(longer) <= len(longer.text) or _length(longer) == _length(shorter)
    at = len(part) - 1
    return len(whole) > at and whole[:at] == part[:at] and whole[at].startswith(part[at])


def _length(shape: Shape) -> int:
    return shape.block.end - shape.block.start


_TOLD = re.compile(r"\w+")
_SAID = 8
_OPENING = re.compile(r"\W*+" + r"\W++".join([r"(\w++)"] * _SAID))
"""The first words of a block, so many that nobody writes them twice by chance."""


def _is_all_menu(shapes: Sequence[Shape]) -> bool:
    """Whether there are but short lines poor in function words, in a script with spaces."""
    words = [word for shape in shapes for word in shape.words]
    stops = sum(word in _ANY_STOP for word in words)
    spaced = all(word < "\u0e00" for word in words)
    return len(shapes) >= 4 and spaced and len(words) <= 4 * len(shapes) and stops * 4 < len(words)


_ANY_STOP = frozenset[str]().union(*STOP_WORDS.values())

_COMMENTS = re.compile(
    r"(?:(?:view|show|leave|post|add|all|a|top|readers?['’]?|[\d,.]+) |\()*(?:comments?|replies|responses|kommentare?"
    r"|commentaires?)(?:[ :]*\(?[\d,.]*\)?| (?:to|on) .{1,150})",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:reply|like|report|flag|\d+ (?:likes?|replies)|.{1,40}(?: ago|says:|wrote:)).{0,20}", re.IGNORECASE
)


def _find_comments(shapes: Sequence[Shape], language: str) -> int:
    """Where readers' comments begin, if a line such as "Reply" after their heading bears it out, else the end."""
    remarks = [number for number, s in enumerate(shapes) if len(s.words) <= 8 and _REMARK.fullmatch(s.text)]
    body = next((number for number, s in enumerate(shapes) if s.is_body and _is_text(s, language)), len(shapes))
    for number in range(body + 1, remarks[-1] if remarks else 0):
        shape = shapes[number]
        if len(shape.words) <= 20 and not shape.ended and _COMMENTS.fullmatch(shape.text):
            return number
    return len(shapes)


def _find_runs(shapes: Sequence[Shape], first: int, last: int, title: int | None) -> list[int]:
    """How many short lines stand in a row with each, above the text (up to 6 words) or below it (up to 16)."""
    runs = [0] * len(shapes)
    begin = 0
    for number in range(len(shapes) + 1):
        limit = 6 if number < first else 16 if number > last else 0
        inside = number < len(shapes) and number != title and shapes[number].is_line
        if number == len(shapes) or not inside or len(shapes[number].words) > limit:
            runs[begin:number] = [number - begin] * (number - begin)
            begin = number + 1
    return runs


def _end_of_text(shapes: Sequence[Shape], last: int, language: str) -> int:
    """The last block of running text, with the short sentences that follow and a list that a colon announces.

    Up to two lines of another kind in a row may stand between them.
    """
    listed = shapes[last].text.endswith(":")
    for number in range(last + 1, len(shapes)):
        shape = shapes[number]
        if _is_text(shape, language) or shape.announces:
            last, listed = number, shape.announces
        elif listed and shape.is_short:
            last = number
        elif number - last > 2:
            break
    return last


def _is_text(shape: Shape, language: str) -> bool:
    return shape.is_prose or (
        shape.is_sentence
        and not is_plea(shape, language)
        and not shape.claims_rights
        and not is_disclaimer(shape)
        and not is_desk_note(shape)
    )
