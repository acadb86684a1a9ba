"""Work that is stopped where it takes too long, in this very process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from types import FrameType

GRACE = 10.0
"""Seconds of work after which a process of several is ended that did not stop when it was told to: it is in a library that does not listen."""


class TookLonger(BaseException):
    """The time is over. (No Exception: whoever catches all of those would go on.)"""


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """TookLonger where the work within takes more than so many seconds.

    A process that another started is ended where that does not stop it. Where the system knows
    no such clock (Windows), and in other threads than the first, nothing is stopped.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    if parent_process() is not None:
        signal.setitimer(signal.ITIMER_PROF, seconds + GRACE)  # nobody listens to that one: the system ends the process
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TookLonger
