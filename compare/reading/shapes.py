"""Blocks to what can be seen of them without reading: length, stops, function words, capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from compare.reading.blocks import Block
from compare.reading.languages import STOP_WORDS, guess_language, is_foreign
from compare.reading.vocabulary import CREDITED, RIGHTS, TELLING

_WORD = re.compile(
    r"(?=[^ ,\n])(?:"  # no word begins there
    r"[A-Za-z]++(?=[ ,\n])"  # most words, found at once
    r"|[^\W\d_]+(?:['’.-][^\W\d_]+)*)"
)
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔։።။][\"'”’»)\]]*$")
_CREDIT = re.compile(
    r"(?i:\b(?:photo|photograph|photographer|image|picture|foto|bild|credit)s?\b"
    r"(?:\s*(?:by\b|:|credit|courtesy|source|caption|/|\.\.\.|…)|$))"
    r"|\b(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|dpa|Shutterstock|PA)\s*(?:Photo\b|Images?\b|/|$)"
    r"|/(?:AP|AFP|EPA|Reuters|REUTERS|Getty)\b|\b[A-Z]{2,} ?/ ?[A-Z]{2,}(?: [A-Z]{2,})*$"
)
_AGENCY = re.compile(r"\((?:[A-Z]{2,5}|Reuters)(?: (?:[Pp]hoto|[Ff]ile))?\)$")
_RIGHTS = re.compile(
    r"©\s*(?:\d|(?-i:[A-Z]))|\(c\)\s*(?:19|20)\d\d|\bcopyright\b.{0,20}(?:19|20)\d\d|\ball rights reserved\b",
    re.IGNORECASE,
)
_EXAMINED = 600
"""Characters looked at from the start of a block: a longer one has shown its nature by then."""

LONG_WORDS = 14
"""Words of a paragraph that speaks for itself (jusText asks for 70 characters, and good ones for 140)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A block seen from outside; ``words`` are in small letters, of its first 600 characters.

    ``is_prose`` says that it is running text, and that no sign of furniture but a caption's can be in its words.
    """

    block: Block
    text: str
    words: tuple[str, ...]
    stops: float
    capitals: float
    ended: bool
    is_foreign: bool
    is_prose: bool

    @property
    def is_credited(self) -> bool:
        """Whether this names a photographer or agency, as captions do at their end and labels at their start."""
        tail = self.text[-120:]
        if len(self.words) > 60 or ("/" not in tail and "(" not in tail and CREDITED.isdisjoint(self.words)):
            return False
        return bool(
            _CREDIT.search(tail.rstrip(".)"))
            or _CREDIT.match(self.text)
            or (len(self.words) <= 30 and _AGENCY.search(self.text[-30:]))
        )

    @property
    def is_body(self) -> bool:
        """Whether this is surely running text: long, ended by a stop, rich in function words."""
        least = 0.08 if len(self.words) >= 18 else 0.2
        return self.ended and (len(self.words) >= LONG_WORDS and self.stops >= least or self.is_unspaced)

    @property
    def is_sentence(self) -> bool:
        """Whether this may be a short paragraph: ended by a stop, at least three words."""
        titled = len(self.words) >= 5 and self.capitals >= 0.8 and not self.is_quoted
        return self.ended and (len(self.words) >= 3 and not titled or self.is_unspaced)

    @property
    def is_line(self) -> bool:
        """Whether this may be an entry of a menu or a list of links: no sentence, or but a short question."""
        return not self.is_sentence or (self.text[-1] in "?!" and len(self.words) <= 12)

    @property
    def announces(self) -> bool:
        """Whether this is a phrase that ends in a colon: a list or a quotation follows."""
        return self.text.endswith(":") and len(self.words) >= 4 and self.stops >= 0.2

    @property
    def is_doubled(self) -> bool:
        """Whether a line without a stop says everything twice."""
        half = len(self.words) // 2
        return not self.ended and 2 <= half <= 15 and self.words[:half] == self.words[half:]

    @property
    def claims_rights(self) -> bool:
        """Whether this is a copyright line."""
        if len(self.words) > 60 or ("©" not in self.text and RIGHTS.isdisjoint(self.words)):
            return False
        return _RIGHTS.search(self.text) is not None

    @property
    def is_quoted(self) -> bool:
        """Whether this begins with a quotation mark."""
        return self.text[0] in "\"“„«‹'‘’‚「『"

    @property
    def is_unspaced(self) -> bool:
        """Whether this is text of a script that writes no spaces (Chinese, Japanese, Thai)."""
        if self.text.isascii():
            return False
        return 2 * sum(character > "\u0e00" for character in self.text) > len(self.text) >= 15

    @property
    def is_short(self) -> bool:
        """Whether this is a line without a stop, short enough for a menu entry, heading or caption."""
        return not self.ended and len(self.words) <= 25


def find_shapes(text: str, blocks: Sequence[Block]) -> tuple[list[Shape], str | None]:
    """A shape for every block, and the language most of the text is in (None: no guess)."""
    heads = [text[block.start : min(block.end, block.start + _EXAMINED)] for block in blocks]
    printed: list[list[str]] = list(map(_WORD.findall, heads))
    words = [tuple(map(str.lower, line)) for line in printed]
    language = guess_language(chain.from_iterable(line[:100] for line in words if len(line) >= LONG_WORDS))
    stops = STOP_WORDS.get(language or "", frozenset())
    shapes = []
    for block, head, line, line_as_printed in zip(blocks, heads, words, printed, strict=True):
        share = _share(line, stops, "'" in head) if language else 0.3
        capitals = _capitals(line_as_printed)
        ended = bool(_SENTENCE_END.search(text[max(block.start, block.end - 10) : block.end]))
        foreign = bool(language) and len(line) <= 25 and is_foreign(line, language or "")
        prose = ended and share >= 0.2 and capitals < 0.8 and _is_prose(head, line)
        shapes.append(Shape(block, head, line, share, capitals, ended, foreign, prose))
    return shapes, language


def _is_prose(text: str, words: Sequence[str]) -> bool:
    """Whether a block has neither a word nor a mark without which it could be no furniture, and is long for it."""
    return (
        len(words) >= LONG_WORDS
        and words[0] not in _DESK
        and TELLING.isdisjoint(words)
        and not any(map(text.__contains__, _MARKS))
    )


_DESK = frozenset("additional reporting editing writing compiled graphic graphics".split())
"""First words of the notes of a desk."""

_MARKS = "©|:<"
"""One of them stands in labels, menus, tags and copyright lines that have no telling word."""


def _share(words: Sequence[str], stops: frozenset[str], contracted: bool) -> float:
    known = sum(map(stops.__contains__, words))
    if contracted:
        known += sum(word not in stops and word.partition("'")[0] in stops for word in words if "'" in word)
    return known / max(1, len(words))


def _capitals(words: Sequence[str]) -> float:
    """The share of words that begin with a capital."""
    return sum(map(str.isupper, map(itemgetter(0), words))) / max(1, len(words))
