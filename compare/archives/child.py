"""A process beside a worker of a cluster: events come through a socket, the text of their parts goes back.

Run as ``python -m compare.archives.child FD``. It ends with the worker, and by itself where nothing comes.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Thread

from compare.archives.event import Task, gather
from compare.archives.manifest import Row
from compare.checking.cache import code_digest
from compare.model import CompareError

IDLE = 30.0
"""Seconds without an event after which it ends: whoever asks next starts another."""

Answer = tuple[str, bytes | None] | CompareError
"""The name of a part and its text, compressed (None where the name was asked for alone); or why nothing goes on."""


def serve(pipe: Connection) -> None:
    """Answer what comes, one after the other, until nothing does."""
    own = code_digest()
    with suppress(EOFError, OSError):
        while pipe.poll(IDLE):
            event, rows, task, named = pipe.recv()
            pipe.send(_answer(event, rows, task, named, own))


def _answer(event: str, rows: Sequence[Row], task: Task, named: bool, own: str) -> Answer:
    if task.code and task.code != own:
        return CompareError("the workers have another release of rashomon; install the same on all machines")
    try:
        gathered = gather(event, rows, task)
        text = None if named else gathered.part()[0]
    except CompareError as error:
        return CompareError(str(error))
    return gathered.name, None if text is None else zlib.compress(text.encode("utf-8", "backslashreplace"), 1)


def _end_with_parent(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def main() -> None:
    """Serve on the socket whose number stands on the command line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    import compare.reporting.layout  # noqa: F401  (before what is loaded is frozen)

    gc.freeze()
    gc.set_threshold(200_000, 20, 20)
    serve(Connection(int(sys.argv[1])))


if __name__ == "__main__":
    main()
