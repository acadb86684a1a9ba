"""What a worker of a cluster runs: a few events, each in a process beside it that may hang or end.

So an event that takes too long is ended there as on one machine, the worker
and what others run on it stay whole, and a worker with many threads uses as many cores.
"""

from __future__ import annotations

import os
import pickle
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Lock
from typing import NamedTuple

from compare.archives.event import Task
from compare.archives.memory import WATCH, Growth, takes_more
from compare.archives.work import ENDED, LIFE, TRIES, Work, took_longer, took_more
from compare.model import CompareError


class Ask(NamedTuple):
    """Some events, and what is asked of each; ``named``: the names of their parts alone."""

    works: Sequence[Work]
    task: Task
    limit: float
    named: bool


class Told(NamedTuple):
    """Of one event: the name of its part and its text, compressed; or the reason why there is none."""

    part: str | None
    text: bytes | None = None
    reason: str | None = None


class _Child:
    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "compare.archives.child", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            )
            self.pipe = Connection(ours.detach())
        self.given = 0
        self.growth = Growth()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.pipe.close()


_idle: list[_Child] = []
_lock = Lock()


def do_some(asked: bytes) -> list[Told]:
    """What became of the events of a pickled ``Ask``, in their order; CompareError where nothing can go on."""
    ask: Ask = pickle.loads(asked)
    with _lock:
        child = _idle.pop() if _idle else None
    told = []
    try:
        for work in ask.works:
            for _ in range(TRIES):
                child = child or _Child()
                found = _asked(child, work, ask)
                if found is None or found.part is None or child.given >= LIFE or child.growth.is_much(child.process.pid):
                    child.end()
                    child = None
                if found is not None:
                    break
            told.append(found or Told(None, reason=ENDED))
    except BaseException:
        if child:
            child.end()
            child = None
        raise
    if child:
        with _lock:
            _idle.append(child)
    return told


def _asked(child: _Child, work: Work, ask: Ask) -> Told | None:
    """What a process says of an event; None where it has ended."""
    child.given += 1
    with suppress(OSError, EOFError):
        child.pipe.send((work.event, work.rows, ask.task, ask.named))
        until = time.monotonic() + ask.limit
        while not child.pipe.poll(min(WATCH, max(0.0, until - time.monotonic()))):
            if time.monotonic() >= until:
                return Told(None, reason=took_longer(ask.limit))
            if takes_more(child.process.pid, ask.task.memory):
                return Told(None, reason=took_more(ask.task.memory))
        answer = child.pipe.recv()
        if isinstance(answer, CompareError):
            raise answer
        return Told(*answer)
    return None
