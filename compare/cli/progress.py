"""How far a long run is: a bar on a terminal, nothing anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import click

REDRAW = 0.2
"""Seconds between two pictures of how far it is."""

Each = TypeVar("Each")


def progress(label: str, noun: str, quiet: bool, size: Callable[[Each], int] = lambda _: 1) -> Callable[[Iterator[Each], int], Iterator[Each]]:
    """Passes on what is done, of so many, and shows on a terminal how far it is, the time left and how fast, unless ``quiet``.

    ``size`` says how many one piece counts for; ``noun`` names them.
    """

    def shown(done: Iterator[Each], length: int) -> Iterator[Each]:
        if quiet or not length or not sys.stderr.isatty():
            yield from done
            return
        begun = drawn = time.monotonic()
        count = 0

        def rate(_: object) -> str:
            return f"{count / max(time.monotonic() - begun, 1e-3):,.1f} {noun} a second"

        with click.progressbar(length=length, label=label, file=sys.stderr, show_pos=True, show_eta=True, item_show_func=rate) as bar:
            for each in done:
                count += size(each)
                if time.monotonic() - drawn >= REDRAW or count >= length:
                    drawn = time.monotonic()
                    bar.update(count - bar.pos, each)
                yield each

    return shown
