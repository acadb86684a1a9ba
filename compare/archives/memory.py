"""How much memory a process has, where the system tells."""

from __future__ import annotations

import os

WATCH = 0.1
"""Seconds after which it is looked at how much memory an event takes; most are done by then."""

GROWN = 120
"""Megabytes by which a process has grown that is replaced: an article takes a few, and of what a long text takes much is never given back."""

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def takes_more(process: int | None, memory: int) -> bool:
    """Whether a process has more than so many megabytes (0: never); where the system does not tell (it is not Linux), it has not."""
    return bool(memory) and megabytes_of(process) > memory


class Growth:
    """How much a process has grown since its first event, by which libraries are loaded."""

    def __init__(self) -> None:
        self._first = 0

    def is_much(self, process: int | None) -> bool:
        """Whether it has grown so much that it had better be replaced; asked for the first time, it has not grown."""
        size = megabytes_of(process)
        self._first = self._first or size
        return size - self._first > GROWN


def megabytes_of(process: int | None) -> int:
    """How much a process has; 0 where the system does not tell."""
    try:
        with open(f"/proc/{process}/statm", "rb") as file:
            return int(file.read().split()[1]) * _PAGE >> 20
    except (OSError, ValueError, IndexError):
        return 0
