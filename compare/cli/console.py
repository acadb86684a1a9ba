"""The terminal: standard input, colour, one line of complaint, one source after the other."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from compare.model import CompareError

if TYPE_CHECKING:
    from compare.reading.content import Content

FAILED = 2
"""Exit code where nothing could be told: usage, an unreadable source, a broken event folder."""


def say(line: str) -> None:
    """Tell whoever waits what for, on standard error."""
    complain(CompareError(line))


class Abroad(NamedTuple):
    """What may be fetched from the network, and the folder in which the bytes are kept (None: nowhere)."""

    allow_private: bool = False
    keep: str | None = None


def each(sources: Sequence[str], keep_all: bool, kinds: Sequence[str], abroad: Abroad, render: Any) -> int:
    """Read and print source after source; one that cannot be read does not hide the others."""
    from compare.output import STDOUT, write_output
    from compare.pipeline import read_account
    from compare.targets import source_kinds_of

    code = 0
    for source, kind in zip(sources, source_kinds_of(kinds, sources), strict=True):
        try:
            content = bring([source], abroad).get(source)
            text = render(read_account(source, content=content, kind=kind, keep_all=keep_all))
            write_output(STDOUT, text if text.endswith("\n") else text + "\n")
        except CompareError as error:
            complain(error)
            code = FAILED
    return code


def bring(sources: Sequence[str], abroad: Abroad = Abroad()) -> dict[str, Content]:
    """What is in the sources that are no files: standard input, and pages on the network."""
    from compare.reading.sources import is_address

    brought: dict[str, Content] = {}
    for source in dict.fromkeys(sources):
        if source == "-":
            brought[source] = _standard_input()
        elif is_address(source):
            brought[source] = _fetched(source, abroad)
    return brought


def _standard_input() -> Content:
    from compare.reading.content import Content
    from compare.reading.sources import LARGEST

    if sys.stdin is None:
        raise CompareError("-: standard input is closed; name a file")
    return Content(sys.stdin.buffer.read(LARGEST + 1), "-")


def _fetched(source: str, abroad: Abroad) -> Content:
    from compare.output import keep_source
    from compare.reading.fetching import Limits, fetch
    from compare.reading.sources import find_id
    from compare.reporting.visible import one_line

    content = fetch(source, Limits(allow_private=abroad.allow_private), lambda line: click.echo(one_line(line), err=True))
    if abroad.keep is not None:
        place = keep_source(abroad.keep, find_id(source), content.data, content.media_type)
        click.echo(one_line(f"{source}: kept as {place}"), err=True)
    return content


def colored(choice: str) -> bool:
    """Whether to colour standard output: as asked, else on a terminal without NO_COLOR."""
    if choice == "auto":
        return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def complain(error: Exception) -> None:
    """One line on standard error, without anything that could steer a terminal."""
    from compare.reporting.visible import one_line

    click.echo(f"rashomon: {one_line(str(error))}", err=True)
