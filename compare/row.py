"""The words of a text in a row, for grammars that look at a word and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from compare.tokens import Token

BEYOND = 16
"""Words beyond either end that a grammar may ask for."""

_NO_WORDS, _NO_GAPS = [""] * BEYOND, ["\0"] * (BEYOND + 1)


class Row:
    """The words of a text by number; none, and no text, beyond either end.

    Word ``k`` stands at ``text[starts[k]:ends[k]]``, and ``folded[k]`` is its folded form;
    ``keys[k]`` is that without a possessive ending, ``gaps[k]`` what stands between it and the
    next one. These two go on for ``BEYOND`` words with nothing, which negative numbers
    find, too: nobody need ask where a text ends. ``numbers`` are the words that are numbers,
    in digits or spelled.
    """

    def __init__(self, text: str, starts: Sequence[int], ends: Sequence[int], folded: Sequence[str]) -> None:
        self.text, self.starts, self.ends, self.folded = text, starts, ends, folded
        self.keys = [key[:-2] if key[-2:] == "'s" else key for key in folded] + _NO_WORDS
        self.gaps = [text[a:b] for a, b in zip(ends, starts[1:], strict=False)] + _NO_GAPS
        self.numbers = [k for k, key in enumerate(folded) if key[0].isdigit()]
        self._length = len(folded)
        self._tokens: tuple[Token, ...] | None = None

    def __len__(self) -> int:
        return self._length

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words one by one, made when they are first asked for."""
        if self._tokens is None:
            self._tokens = tuple(map(Token, self.starts, self.ends, self.folded))
        return self._tokens

    def digit(self, k: int) -> bool:
        """Whether word ``k`` is written in digits."""
        return 0 <= k < self._length and self.text[self.starts[k]].isdigit()

    def number(self, k: int, low: int, high: int) -> int | None:
        """Word ``k`` as a whole number from ``low`` to ``high``, in digits or a word."""
        key = self.keys[k]
        return (
            int(key)
            if key.isdecimal() and key.isascii() and len(key) < 5 and low <= int(key) <= high
            else None
        )

    def figure(self, k: int, low: int, high: int) -> int | None:
        """The same of a number written in digits."""
        return self.number(k, low, high) if self.digit(k) else None

    def cased(self, k: int) -> bool:
        """Whether word ``k`` begins with a capital letter."""
        return 0 <= k < self._length and self.text[self.starts[k]].isupper()

    def joined(self, k: int, allowed: tuple[str, ...] = ("",)) -> bool:
        """Whether nothing but white space or one of ``allowed`` stands between word ``k`` and the next one."""
        gap = self.gaps[k]
        return gap == " " or gap.strip() in allowed

    def before(self, k: int) -> str:
        """The character before word ``k``."""
        start = self.starts[k]
        return self.text[start - 1] if start else ""

    def after(self, k: int) -> str:
        """The character behind word ``k``."""
        return self.text[self.ends[k] : self.ends[k] + 1]


def row_of(text: str, tokens: Sequence[Token]) -> Row:
    """The row of words that stand in a text."""
    return Row(text, [t.start for t in tokens], [t.end for t in tokens], [t.key for t in tokens])
