"""What comes into a format module, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from compare.model import SetAside
from compare.reading.blocks import Block

_HEAD = 4096


@dataclass(frozen=True)
class Content:
    """A source as it came: its bytes, its name, and what a server said of it.

    ``source`` is the path or address as given, ``media_type`` ("text/html") and
    ``charset`` are those of the answer, None for a file. Where ``given`` is a text,
    it has been decoded already, and ``data`` counts for nothing.
    """

    data: bytes
    source: str
    media_type: str | None = None
    charset: str | None = None
    given: str | None = None

    @cached_property
    def decoded(self) -> tuple[str, tuple[str, ...]]:
        """The text and notices on its encoding; CompareError for what is no text."""
        if self.given is not None:
            return self.given, ()
        from compare.reading.decoding import decode

        return decode(self.data, self.source)

    def holds(self, text: str) -> bool:
        """Whether a text is that of the source as it was decoded, line by line, and not taken out of it."""
        return text is self.given or ("decoded" in vars(self) and text is self.decoded[0])

    @cached_property
    def head(self) -> str:
        """The first 4096 characters or so, decoded as well as may be: enough to tell a format by; never fails."""
        if self.given is not None:
            return self.given[:_HEAD]
        from compare.reading.decoding import decode_head

        return decode_head(self.data[:_HEAD])

    def is_named(self, *endings: str) -> bool:
        """Whether the name ends so (".md"), in large letters or small."""
        return self.source.lower().endswith(endings)


@dataclass(frozen=True)
class Extract:
    """What a format gives: the text of a source, and what it knows of its parts.

    ``text`` becomes ``account.text``; all offsets count its code points. ``blocks``
    cover, with ``markup``, all of it that is not white space, in order; None where
    lines and blank lines say it all. ``reasons`` hold one a block: why the format
    sets it aside, None where it does not; the rules on furniture look at all others
    unless ``judged``. ``masked`` is the text with spaces in place of markup, for
    telling furniture by; ``headings`` are the offsets at which headings begin.
    ``fields`` are what the format says about the source: title, author, date, publisher, dateline,
    language, as written.
    """

    text: str
    notices: tuple[str, ...] = ()
    blocks: tuple[Block, ...] | None = None
    reasons: tuple[str | None, ...] | None = None
    judged: bool = False
    masked: str | None = None
    markup: tuple[SetAside, ...] = ()
    headings: frozenset[int] = frozenset()
    fields: Mapping[str, str] = field(default_factory=dict)
