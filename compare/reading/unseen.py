"""Characters in a text that no reader sees, and that part words for a program."""

from __future__ import annotations

import re

_LETTER = "[0-9A-Za-z\u00c0-\u052f]"
_CHARACTERS = "\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN = re.compile(f"(?<={_LETTER})[{_CHARACTERS}](?={_LETTER})")
"""Between letters of scripts that need no joiners; in others they belong to the spelling."""


def unseen(text: str) -> tuple[str, ...]:
    """A notice on characters of no width inside words; none where there are none."""
    if text.isascii() or not any(map(text.__contains__, _CHARACTERS)):
        return ()
    found = [f"U+{ord(match[0]):04X}" for match in _UNSEEN.finditer(text)]
    if not found:
        return ()
    characters = "a character" if len(found) == 1 else f"{len(found)} characters"
    return (f"{characters} of no width inside words, which no reader sees: {', '.join(sorted(set(found)))}",)
