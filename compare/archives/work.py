"""What an engine is given and gives back: the seam between a batch and where it is worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from compare.archives.event import Task
from compare.archives.manifest import Row
from compare.archives.parts import Counts

TRIES = 2
"""How often an event is begun whose process ended by itself: it may not have been the one to blame."""

LIFE = 2000
"""Events after which a process is replaced: what libraries hoard goes with it."""

ENDED = "a process ended before it was done (out of memory?); compare it by itself"
"""The reason why an event has no part whose process ended every time."""


def took_longer(limit: float) -> str:
    """The reason why an event has no part that was stopped after so many seconds."""
    return f"took longer than {limit:g} seconds and was stopped; give it more with --limit"


def took_more(memory: int) -> str:
    """The reason why an event has no part whose process had more than so many megabytes."""
    return f"took more than {memory:,} MB of memory and was stopped; give it more with --memory"


class Work(NamedTuple):
    """An event's number in the manifest, its name and its rows; ``tries`` were begun already."""

    number: int
    event: str
    rows: tuple[Row, ...]
    tries: int = 0


class Done(NamedTuple):
    """What became of it: the name of its part with its counts, or the reason why there is none.

    The part stands in the folder of parts then.
    """

    work: Work
    part: str | None
    counts: Counts
    reason: str | None = None


Engine = Callable[[Iterator[Work], Task, int, float], Iterator[Done]]
"""Works, what is asked of each, how many at once (0: as the engine sees fit), and the seconds each may
take, to what became of them, as it comes and in any order; no more of the works is taken than is being
worked on. CompareError where parts cannot be written, or the engine is out of reach.
"""
