"""The text of an accepted.toml as blocks: entries, and what stands between them.

The text is cut and joined, never written anew, so that comments, order and
spelling of what a person wrote stay as they are. (tomlkit counts a comment to
the table before it: taking out an entry would take along the next one's.)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

_HEADER = re.compile(r"[ \t]*\[[ \t]*[\"']?([\w-]+)[\"']?[ \t]*\][ \t]*(?:#.*)?\n?")

DIVIDERS = [f"#{digit}\n" for digit in "0123456789abcdef"]
"""Lines before the fingerprints that begin with a digit: between two insertions git wants a line that stays."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of the file: an entry with the comment right above it, or (``id`` empty) what is between."""

    text: str
    id: str = ""


def blocks_in(text: str) -> list[Block]:
    """The blocks of a text that is valid TOML; joined they are the text."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    headers: list[int] = []
    for number, line in enumerate(lines):
        if _HEADER.fullmatch(line) and _parses(lines[headers[-1] if headers else 0 : number]):
            headers.append(number)
    blocks: list[Block] = []
    reached = 0
    for number, header in enumerate(headers):
        begin = header
        while begin > reached and lines[begin - 1].startswith("#") and lines[begin - 1] not in DIVIDERS:
            begin -= 1
        end = headers[number + 1] if number + 1 < len(headers) else len(lines)
        end = _last_line(lines, header, end)
        match = _HEADER.fullmatch(lines[header])
        assert match
        blocks += [Block("".join(lines[reached:begin])), Block("".join(lines[begin:end]), match.group(1))]
        reached = end
    return [block for block in [*blocks, Block("".join(lines[reached:]))] if block.text]


def _last_line(lines: Sequence[str], header: int, end: int) -> int:
    """Where an entry ends: blank lines and comments behind it are none of it."""
    last = end
    while last > header + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    return last if _parses(lines[header:last]) else end


def _parses(lines: Sequence[str]) -> bool:
    """Whether lines are TOML by themselves: a line inside a text of many lines does not end one."""
    try:
        tomllib.loads("".join(lines))
    except ValueError:
        return False
    return True
