"""The terminal: standard input, colour, one line of complaint, one source after the other."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from compare.model import CompareError

FAILED = 2
"""Exit code where nothing could be told: usage, an unreadable source, a broken event folder."""


def each(sources: Sequence[str], keep_all: bool, kinds: Sequence[str], render: Any) -> int:
    """Read and print source after source; one that cannot be read does not hide the others."""
    from compare.output import STDOUT, write_output
    from compare.pipeline import read_account
    from compare.targets import source_kinds_of

    code = 0
    for source, kind in zip(sources, source_kinds_of(kinds, sources), strict=True):
        try:
            text = render(read_account(source, data=standard_input([source]), kind=kind, keep_all=keep_all))
            write_output(STDOUT, text if text.endswith("\n") else text + "\n")
        except CompareError as error:
            complain(error)
            code = FAILED
    return code


def standard_input(sources: Sequence[str]) -> bytes | None:
    """The bytes of standard input where ``-`` is among the sources."""
    if "-" not in sources:
        return None
    from compare.reading.sources import LARGEST

    if sys.stdin is None:
        raise CompareError("-: standard input is closed; name a file")
    return sys.stdin.buffer.read(LARGEST + 1)


def colored(choice: str) -> bool:
    """Whether to colour standard output: as asked, else on a terminal without NO_COLOR."""
    if choice == "auto":
        return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def complain(error: Exception) -> None:
    """One line on standard error, without anything that could steer a terminal."""
    from compare.reporting.visible import one_line

    click.echo(f"rashomon: {one_line(str(error))}", err=True)
