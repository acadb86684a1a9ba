"""Events to their parts on several processes, each of which may hang or end without taking the others along.

``checking.pool`` gives its events to processes that are trusted; here one that
takes too long is ended and replaced, and no more is on its way than there are processes.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait

from compare.archives.event import Task, do_event
from compare.archives.memory import WATCH, Growth, takes_more
from compare.archives.parts import Counts
from compare.archives.work import ENDED, LIFE, TRIES, Done, Work, took_longer, took_more
from compare.checking.pool import cores, settle
from compare.model import CompareError
from compare.pipeline import account_of, compare_accounts, read_account


class _Worker:
    """A process, what it is working on and until when (in seconds of the clock that only goes forward)."""

    def __init__(self, task: Task) -> None:
        self.pipe, theirs = Pipe()
        self.process = Process(target=_serve, args=(theirs, task), daemon=True)
        self.process.start()
        theirs.close()
        self.work: Work | None = None
        self.begun = self.until = 0.0
        self.given = 0
        self.growth = Growth()

    def give(self, work: Work, limit: float) -> None:
        self.begun = time.monotonic()
        self.work, self.until = work, self.begun + limit
        self.given += 1
        with suppress(OSError):  # it has ended: that shows at once
            self.pipe.send((work.event, work.rows))

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def do_events(works: Iterator[Work], task: Task, jobs: int, limit: float) -> Iterator[Done]:
    """What became of the events (see ``work.Engine``) on ``jobs`` processes (0: as many as there are cores)."""
    jobs = jobs or cores()
    _load(task)
    workers: list[_Worker] = []
    again: list[Work] = []
    rest = True
    try:
        while True:
            while rest and len(again) + sum(w.work is not None for w in workers) < jobs:
                work = next(works, None)
                rest = work is not None
                again += [work] if work else []
            while again:
                _free(workers, task).give(again.pop(), limit)
            busy = [worker for worker in workers if worker.work]
            if not busy:
                return
            for worker in _ready(busy, task.memory):
                done = _finished(worker, limit, task.memory)
                if done is None or done.part is None or worker.given >= LIFE or worker.growth.is_much(worker.process.pid):
                    worker.end()
                    workers.remove(worker)
                if done is not None:
                    yield done
                elif worker.work:
                    again.append(worker.work._replace(tries=worker.work.tries + 1))
    finally:
        for worker in workers:
            worker.end()


def _load(task: Task) -> None:
    """Import and make what every event needs, once: processes that are forked have it, too, and share its memory."""
    with suppress(Exception):  # what breaks here breaks in an event, too, and is told there
        accounts = [account_of(name, ["“It is open,” said Ada Holm on Monday."]) for name in ("a", "b")]
        comparison = compare_accounts([*accounts, read_account("c.txt", data=b"It is open.")])
        if task.made is not None:
            from compare.reporting.html import to_html

            to_html(comparison)


def _free(workers: list[_Worker], task: Task) -> _Worker:
    for worker in workers:
        if worker.work is None:
            return worker
    workers.append(_Worker(task))
    return workers[-1]


def _ready(busy: list[_Worker], memory: int) -> list[_Worker]:
    """Those that have answered, have ended, are out of time, or take too much memory."""
    left = max(0.0, min(worker.until for worker in busy) - time.monotonic())
    found = wait([worker.pipe for worker in busy], min(left, WATCH))
    now = time.monotonic()
    return [w for w in busy if w.pipe in found or w.until <= now or (now - w.begun >= WATCH and takes_more(w.process.pid, memory))]


def _finished(worker: _Worker, limit: float, memory: int) -> Done | None:
    """What a process has to say of its event; None where it is to be tried once more."""
    work = worker.work
    assert work is not None
    if not worker.pipe.poll():
        if time.monotonic() < worker.until:
            return Done(work, None, Counts(), took_more(memory))
        return Done(work, None, Counts(), took_longer(limit))
    try:
        answer = worker.pipe.recv()
    except (EOFError, OSError):
        if work.tries + 1 < TRIES:
            return None
        return Done(work, None, Counts(), ENDED)
    if isinstance(answer, CompareError):
        raise answer
    worker.work = None
    return Done(work, *answer)


def _serve(pipe: Connection, task: Task) -> None:
    """Do what comes through the pipe until it is closed."""
    settle()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever interrupts means the whole, which ends its processes
    with suppress(EOFError, OSError):
        while True:
            event, rows = pipe.recv()
            try:
                pipe.send(do_event(event, rows, task))
            except CompareError as error:
                pipe.send(CompareError(str(error)))
