"""The words of a text in a row, for grammars that look at a word and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from compare.tokens import Token


class Row:
    """The words of a text by number; none, and no text, beyond either end."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text, self.tokens = text, tokens
        self._keys = [key[:-2] if key[-2:] == "'s" else key for _, _, key in tokens]
        self._length = len(self._keys)

    def __len__(self) -> int:
        return len(self.tokens)

    def key(self, k: int) -> str:
        """The folded form of word ``k`` without its possessive ending."""
        return self._keys[k] if 0 <= k < self._length else ""

    def digit(self, k: int) -> bool:
        """Whether word ``k`` is written in digits."""
        return 0 <= k < len(self.tokens) and self.text[self.tokens[k].start].isdigit()

    def number(self, k: int, low: int, high: int) -> int | None:
        """Word ``k`` as a whole number from ``low`` to ``high``, in digits or a word."""
        key = self.key(k)
        return (
            int(key)
            if key.isascii() and key.isdecimal() and len(key) < 5 and low <= int(key) <= high
            else None
        )

    def figure(self, k: int, low: int, high: int) -> int | None:
        """The same of a number written in digits."""
        return self.number(k, low, high) if self.digit(k) else None

    def cased(self, k: int) -> bool:
        """Whether word ``k`` begins with a capital letter."""
        return 0 <= k < len(self.tokens) and self.text[self.tokens[k].start].isupper()

    def gap(self, k: int) -> str:
        """What stands between word ``k`` and the next one."""
        return (
            self.text[self.tokens[k].end : self.tokens[k + 1].start]
            if 0 <= k < len(self.tokens) - 1
            else "\0"
        )

    def joined(self, k: int, allowed: tuple[str, ...] = ("",)) -> bool:
        """Whether nothing but white space or one of ``allowed`` stands between word ``k`` and the next one."""
        return self.gap(k).strip() in allowed

    def before(self, k: int) -> str:
        """The character before word ``k``."""
        return self.text[self.start(k) - 1 : self.start(k)] if self.start(k) else ""

    def after(self, k: int) -> str:
        """The character behind word ``k``."""
        return self.text[self.end(k) : self.end(k) + 1]

    def start(self, k: int) -> int:
        return self.tokens[k].start

    def end(self, k: int) -> int:
        return self.tokens[k].end
