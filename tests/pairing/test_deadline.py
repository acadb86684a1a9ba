"""A source that hangs its reader is a fault; all others are read."""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from compare.pairing import deadline
from compare.pairing import folder as reading
from compare.pairing.deadline import TookLonger, stopped_after
from compare.pairing.index import File

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what is patched here reaches processes that are forked")


def busy(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(Exception):  # as libraries have it
            sum(range(999))


def test_in_time() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with stopped_after(5):
        busy(0.01)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0) and signal.getsignal(signal.SIGALRM) is before


def test_too_long() -> None:
    begun = time.monotonic()
    with pytest.raises(TookLonger), stopped_after(0.05):
        busy(20)
    assert time.monotonic() - begun < 10
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_another_thread() -> None:
    """Nobody can stop it there; it is not broken, either."""
    done: list[bool] = []

    def work() -> None:
        with stopped_after(0.01):
            busy(0.05)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


@pytest.mark.parametrize(("jobs", "listens"), [(1, True), (2, True), (2, False)])
def test_a_source_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, listens: bool) -> None:
    """``listens``: the reader is in Python; else in a library that holds on to everything and hears of no signal."""
    real = reading.read_bytes

    def hanging(path: str) -> bytes:
        if path.endswith("b.txt"):
            busy(30) if listens else ctypes.PyDLL(None).qsort(*_endless())
        return real(path)

    for name, value in (("read_bytes", hanging), ("FEW", 2), ("CHUNK", 2)):
        monkeypatch.setattr(reading, name, value)
    monkeypatch.setattr(deadline, "GRACE", 0.3)
    files = []
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text(f"The bridge {name} was opened on Monday.")
        files.append(File(name, 1, 1))
    begun = time.monotonic()
    found = {read.file.path: read for some in reading.read_files(tmp_path, iter(files), jobs, 0.3) for read in some}
    assert time.monotonic() - begun < 20
    assert sorted(found) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert [name for name, read in sorted(found.items()) if read.fault] == ["b.txt"]
    said = "took longer than 0.3 seconds and was stopped" if listens else "out of memory, or stuck?"
    assert said in (found["b.txt"].fault or "")


def _endless() -> tuple[object, ...]:
    """What keeps the C library sorting for hours, in its own comparison: letters that are alike to the end of the text."""
    text = ctypes.create_string_buffer(b"x" * 4_000_000)
    return text, ctypes.c_size_t(4_000_000), ctypes.c_size_t(1), ctypes.cast(ctypes.CDLL(None).strcmp, ctypes.c_void_p)
