"""Events to their parts on a cluster that runs already: the engine ``dask``. The only user of dask.distributed.

A few events make a task. So many tasks are on their way as keep every thread of
the cluster busy, and no more, so that neither the scheduler nor this machine
holds what waits. Workers read the sources; parts come back here. Where a worker is lost
the scheduler gives its tasks to another; where the scheduler is lost, the run
ends with one line, and goes on from the parts that are there.
"""

from __future__ import annotations

import pickle
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from compare.archives.connecting import connected, lost
from compare.archives.event import Task
from compare.archives.parts import Counts, counts_in
from compare.archives.served import Ask, Told, do_some
from compare.archives.store import keep_part, open_store, read_counts
from compare.archives.work import TRIES, Done, Work
from compare.model import CompareError

FEW = 8
"""Events a task holds: a scheduler passes on some thousand tasks a second, an event takes some hundredths of one."""

AHEAD = 2
"""Tasks on their way for each thread: the one it is working on, and the next."""

ASK_AGAIN = 5.0
"""Seconds after which the scheduler is asked whether it is there, and how many threads it has."""

WITHOUT = 300.0
"""Seconds a cluster may be without workers: those that grow by need take minutes to start one."""


class _Chunk(NamedTuple):
    works: tuple[Work, ...]
    named: bool
    tries: int = 0


def engine(address: str, say: Callable[[str], None] = lambda _line: None) -> Callable[[Iterator[Work], Task, int, float], Iterator[Done]]:
    """The engine (see ``work.Engine``) of the cluster whose scheduler is at an address; ``say`` is told what it waits for."""

    def do_events(works: Iterator[Work], task: Task, jobs: int, limit: float) -> Iterator[Done]:
        with connected(address) as client:
            yield from _Run(client, address, task, limit, say).done(works, jobs)

    return do_events


class _Run:
    """What is on its way, and what the cluster was like when it was last asked."""

    def __init__(self, client: Any, address: str, task: Task, limit: float, say: Callable[[str], None]) -> None:
        self.say, self.waited = say, False
        self.client, self.address, self.task, self.limit = client, address, task, limit
        self.sent: dict[Any, _Chunk] = {}
        self.back: SimpleQueue[Any] = SimpleQueue()
        self.threads, self.asked, self.seen = 0, 0.0, time.monotonic()
        self.finished = 0

    def done(self, works: Iterator[Work], jobs: int) -> Iterator[Done]:
        begun = _has_parts(self.task.parts)
        again: list[_Chunk] = []
        while True:
            self._ask_scheduler()
            while (room := self._room(jobs)) > 0:
                chunk = again.pop() if again else _Chunk(tuple(islice(works, min(room, self._few()))), begun)
                if not chunk.works:
                    break
                self._send(chunk)
            if not self.sent:
                return
            if (future := self._next()) is None:
                continue
            chunk = self.sent.pop(future)
            missing = []
            for work, told in zip(chunk.works, self._told(future, chunk, again), strict=False):
                if (done := _kept(work, told, self.task.parts)) is not None:
                    self.finished += 1
                    yield done
                else:
                    missing.append(work)
            if missing:
                again.append(_Chunk(tuple(missing), False))

    def _few(self) -> int:
        """Small tasks first, so that few events are shared out evenly."""
        return min(FEW, 1 + self.finished // (4 * max(self.threads, 1)))

    def _room(self, jobs: int) -> int:
        """How many events more may be on their way."""
        there = sum(len(chunk.works) for chunk in self.sent.values())
        return jobs - there if jobs else FEW * (AHEAD * max(self.threads, 1) - len(self.sent))

    def _send(self, chunk: _Chunk) -> None:
        asked = pickle.dumps(Ask(chunk.works, self.task, self.limit, chunk.named))
        try:
            future = self.client.submit(do_some, asked, pure=False)
            self.sent[future] = chunk
            future.add_done_callback(self.back.put)
        except Exception as error:
            raise lost(self.address) from error

    def _next(self) -> Any:
        """A task that has ended; None where none has for a while."""
        with suppress(Empty):
            return self.back.get(timeout=ASK_AGAIN)
        return None

    def _told(self, future: Any, chunk: _Chunk, again: list[_Chunk]) -> list[Told]:
        """What became of the events of a task; nothing where it is to be tried once more."""
        if future.status == "cancelled":
            raise lost(self.address)
        try:
            return self._result(future)
        except CompareError:
            raise
        except Exception as error:
            if type(error).__name__ != "KilledWorker":
                raise self._broken(error) from error
        if chunk.tries + 1 < TRIES:
            again.append(chunk._replace(tries=chunk.tries + 1))
            return []
        return [Told(None, reason="every worker that had it was lost; begin again, it is tried once more")] * len(chunk.works)

    def _result(self, future: Any) -> list[Told]:
        """What a task gave back; where its worker was lost after it was done, it is done once more meanwhile."""
        while True:
            try:
                told: list[Told] = future.result(timeout=ASK_AGAIN)
                return told
            except TimeoutError:
                self._ask_scheduler()

    def _broken(self, error: Exception) -> CompareError:
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        if isinstance(error, ImportError):
            return CompareError(f"{self.address}: its workers have no rashomon, or another release ({said}); install the same there")
        if future_lost(error):
            return lost(self.address)
        return CompareError(f"{self.address}: a worker could not do its work ({said}); look at its log")

    def _ask_scheduler(self) -> None:
        """How many threads there are, every few seconds; CompareError where nobody answers or works."""
        now = time.monotonic()
        if self.asked and now - self.asked < ASK_AGAIN:
            return
        try:
            self.threads = sum(self.client.sync(self.client.scheduler.ncores, callback_timeout=30).values())
        except Exception as error:
            raise lost(self.address) from error
        self.asked = now
        if self.threads:
            self.seen = now
        elif not self.waited:
            self.waited = True
            self.say(f"{self.address}: no workers yet; waiting up to {WITHOUT:g} seconds for some (dask worker {self.address})")
        elif now - self.seen > WITHOUT:
            raise CompareError(f"{self.address}: no workers for {WITHOUT:g} seconds; start some with 'dask worker {self.address}'")


def future_lost(error: Exception) -> bool:
    """Whether an error says that the connection is gone, not that the work failed."""
    return isinstance(error, (OSError, TimeoutError)) or "Cancelled" in type(error).__name__


def _has_parts(folder: Path) -> bool:
    return open_store(folder).execute("SELECT 1 FROM parts LIMIT 1").fetchone() is not None


def _kept(work: Work, told: Told, parts: Path) -> Done | None:
    """What became of an event whose part stands in its place now; None where only the name is known so far."""
    if told.part is None:
        return Done(work, None, Counts(), told.reason)
    if told.text is not None:
        text = zlib.decompress(told.text).decode("utf-8")
        keep_part(parts, told.part, text)
        return Done(work, told.part, counts_in(text))
    counts = read_counts(parts, told.part)
    return None if counts is None else Done(work, told.part, counts)
