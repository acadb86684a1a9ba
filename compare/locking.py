"""One process at a time in a folder: whoever reads, changes and writes a file there loses nothing of another's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from compare.model import CompareError


@contextmanager
def alone_in(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Wait until nobody else is in the folder, and keep others waiting meanwhile; ``waiting`` is called where somebody is.

    The lock lies on the folder itself, so no file is left behind; it ends with the
    process, however that ends. Where a system knows no such lock (Windows, some
    network disks), two at once are not kept apart.
    """
    import os

    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise CompareError(f"{folder}: {error.strerror}; check its name and permissions") from error
    try:
        with suppress(OSError):  # a disk without locks
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
