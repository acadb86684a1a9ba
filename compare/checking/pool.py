"""Event after event to outcomes, on as many processes as this machine has cores."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

from compare.checking.event import Check, check_event
from compare.checking.outcome import Outcome

FEW = 8
"""Events up to this many are checked here: starting processes would take longer."""

CHUNK = 4
"""Events a process is given at a time: small enough that no core waits long for the last."""


def cores() -> int:
    """Cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def check_events(names: Sequence[str], check: Check, jobs: int = 0) -> Iterator[Outcome]:
    """The outcomes as they come, in any order; ``jobs`` processes (0: as many as there are cores)."""
    jobs = min(jobs or cores(), len(names) // CHUNK or 1)
    if jobs == 1 or len(names) <= FEW:
        for name in names:
            yield check_event(name, check)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    lost: list[str] = []
    with ProcessPoolExecutor(jobs, initializer=settle) as pool:
        parts = [names[k : k + CHUNK] for k in range(0, len(names), CHUNK)]
        waiting = {pool.submit(_part, part, check): part for part in parts}
        try:
            for done in as_completed(waiting):
                try:
                    yield from done.result()
                except BrokenProcessPool:
                    lost += waiting[done]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    for name in lost:  # one of them ended its process, and took the others along
        with ProcessPoolExecutor(1) as pool:
            try:
                yield pool.submit(check_event, name, check).result()
            except BrokenProcessPool:
                yield Outcome(name, broken=_ended(name))


def settle() -> None:
    """Make ready for many events, and end where the process that gives them ends, however that does.

    Rubbish is looked for seldom: what one event leaves behind is little, and
    looking takes a tenth of the time.
    """
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _part(names: Sequence[str], check: Check) -> list[Outcome]:
    return [check_event(name, check) for name in names]


def _ended(name: str) -> str:
    return (
        f"{name}: a process ended before it was done (out of memory?); check it by itself, or with --jobs 1"
    )
