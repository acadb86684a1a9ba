"""Text with nothing hidden in it: control characters written out as something to see."""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 (but tab and line feed), delete, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional controls, old and new
    "\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff"  # separators, byte order mark, annotations
    "\ud800-\udfff"  # lone surrogates: cannot be written as UTF-8
    "\U000e0000-\U000e007f"  # tags: a whole message can hide in them
    "]"
)
"""Characters that steer a terminal or a page, or cannot be written out.

Joiners, soft hyphens and zero-width spaces are left alone: scripts and
ordinary typesetting need them, and they move nothing.
"""


def written_out(char: str) -> str:
    """A control picture (``␛``) or a code point in brackets (``⟨U+202E⟩``) for a hidden character."""
    point = ord(char)
    if point < 0x20:
        return chr(0x2400 + point)
    return "\u2421" if point == 0x7F else f"⟨U+{point:04X}⟩"


def visible(text: str) -> str:
    """The text with hidden characters written out; line ends are all line feeds."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return HIDDEN.sub(lambda match: written_out(match.group()), text)


def one_line(text: str) -> str:
    """The visible text on one line, its white space single spaces."""
    if text.isprintable():  # then nothing is hidden in it, and it has no white space but spaces
        return " ".join(text.split())
    return " ".join(visible(text).split())


_COMMAND = re.compile(r"^((?:\s|\x1b\[[\d;]*m)*)(?=::)|(?<=#)(?=#[a-z]*\[)")


def inert(line: str) -> str:
    """A line that no build log takes for a command (``::error …``, ``##[group]``): such a one gets a backslash."""
    return _COMMAND.sub(r"\g<1>\\", line) if "::" in line or "##" in line else line
