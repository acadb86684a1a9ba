"""Blocks to what can be seen of them without reading: length, stops, function words, capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compare.reading.blocks import Block
from compare.reading.languages import STOP_WORDS, guess_language

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_EXAMINED = 600
"""Characters looked at from the start of a block: a longer one has shown its nature by then."""

LONG_WORDS = 14
"""Words of a paragraph that speaks for itself (jusText asks for 70 characters, and good ones for 140)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A block seen from outside; ``words`` are in small letters, of its first 600 characters."""

    block: Block
    text: str
    words: tuple[str, ...]
    stops: float
    capitals: float
    ended: bool
    repeats: int

    @property
    def is_body(self) -> bool:
        """Whether this is surely running text: long, ended by a stop, rich in function words."""
        return self.ended and (len(self.words) >= LONG_WORDS and self.stops >= 0.2 or self.is_unspaced)

    @property
    def is_sentence(self) -> bool:
        """Whether this may be a short paragraph: ended by a stop, at least three words."""
        return self.ended and (len(self.words) >= 3 or self.is_unspaced)

    @property
    def is_unspaced(self) -> bool:
        """Whether this is text of a script that writes no spaces (Chinese, Japanese, Thai)."""
        return len(self.text) >= 20 and len(self.text) > 12 * max(1, self.text.count(" "))

    @property
    def is_short(self) -> bool:
        """Whether this is a line without a stop, short enough for a menu entry, heading or caption."""
        return not self.ended and len(self.words) <= 25


def find_shapes(text: str, blocks: Sequence[Block]) -> tuple[list[Shape], str | None]:
    """A shape for every block, and the language most of the text is in (None: no guess)."""
    heads = [text[block.start : min(block.end, block.start + _EXAMINED)] for block in blocks]
    words = [tuple(word.lower() for word in _WORD.findall(head)) for head in heads]
    counts = Counter(" ".join(line) for line in words if line)
    language = guess_language(word for line in words if len(line) >= LONG_WORDS for word in line[:100])
    stops = STOP_WORDS.get(language or "", frozenset())
    return [
        Shape(
            block,
            head,
            line,
            _share(line, stops) if language else 0.3,
            _capitals(head),
            bool(_SENTENCE_END.search(text[max(block.start, block.end - 10) : block.end])),
            counts[" ".join(line)],
        )
        for block, head, line in zip(blocks, heads, words, strict=True)
    ], language


def _share(words: Sequence[str], stops: frozenset[str]) -> float:
    return sum(word in stops or word.partition("'")[0] in stops for word in words) / max(1, len(words))


def _capitals(head: str) -> float:
    """The share of words that begin with a capital."""
    words = _WORD.findall(head)
    return sum(word[0].isupper() for word in words) / max(1, len(words))
