"""The files under a folder to sketches, on several processes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from compare.checking.pool import cores, settle
from compare.events.folders import BESIDE, TEXTS
from compare.model import CompareError
from compare.pairing.deadline import TookLonger, stopped_after
from compare.pairing.index import File, Read
from compare.pairing.sketches import sketch_of
from compare.reading import read_source
from compare.reading.sources import read_bytes
from compare.reporting.own import is_own_page

CHUNK = 32
"""Files a process is given at a time."""

FEW = 64
"""Files up to this many are read here: starting processes would take longer."""

LIMIT = 120.0
"""Seconds reading a file may take unless more are given; a book takes two."""


def files_in(folder: Path, unlisted: list[Read]) -> Iterator[File]:
    """The texts under a folder; what could not be looked at goes to ``unlisted``. CompareError where the folder itself cannot be listed.

    Names that begin with a dot are passed over, and links to folders: they may lead in a circle.
    """
    left = [""]
    while left:
        within = left.pop()
        try:
            entries = sorted(os.scandir(folder / within), key=lambda entry: entry.name)
        except OSError as error:
            if not within:
                raise CompareError(f"{folder}: {error.strerror}; name a folder with texts in it") from error
            unlisted.append(_unlisted(folder, within.rstrip("/"), error))
            continue
        for entry in entries:
            path = f"{within}{entry.name}"
            if entry.name.startswith("."):
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    left.append(f"{path}/")
                elif (file := _file(entry, path)) is not None:
                    yield file
            except OSError as error:
                unlisted.append(_unlisted(folder, path, error))


def _file(entry: os.DirEntry[str], path: str) -> File | None:
    """The file that an entry is; None for what is no text."""
    if os.path.splitext(path)[1].lower() not in TEXTS or entry.name in BESIDE:
        return None
    stat = entry.stat()  # of a link that leads nowhere there is none: it is named among what cannot be read
    return File(_writable(path), stat.st_size, stat.st_mtime_ns) if S_ISREG(stat.st_mode) else None


def _unlisted(folder: Path, path: str, error: OSError) -> Read:
    name = _writable(path)
    return Read(File(name, 0, 0), None, None, f"{folder}/{name}: {error.strerror}; check what it leads to, and its permissions")


def _writable(path: str) -> str:
    """A name that is no text cannot stand in a manifest, and will not be found."""
    return path.encode("utf-8", "backslashreplace").decode()


def read_files(folder: Path, files: Iterator[File], jobs: int = 0, limit: float = LIMIT) -> Iterator[list[Read]]:
    """What came of reading the files, each within ``limit`` seconds, some at a time, in any order; no more are on their way than processes need."""
    first = _some(files, FEW)
    jobs = jobs or cores()
    if len(first) < FEW or jobs == 1:
        while first:
            yield _read_some(folder, first, limit)
            first = _some(files, CHUNK)
        return
    yield from _spread(folder, first, files, jobs, limit)


def _spread(folder: Path, first: Sequence[File], files: Iterator[File], jobs: int, limit: float) -> Iterator[list[Read]]:
    from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
    from concurrent.futures.process import BrokenProcessPool

    lost: list[File] = []
    parts = [list(first[k : k + CHUNK]) for k in range(0, len(first), CHUNK)]
    while parts:
        sent: dict[Future[list[Read]], list[File]] = {}
        with ProcessPoolExecutor(jobs, initializer=settle) as pool:
            try:
                while parts:
                    while parts and len(sent) < 3 * jobs:
                        part = parts.pop()
                        sent[pool.submit(_read_some, folder, part, limit)] = part
                        if not parts and (more := _some(files, CHUNK)):
                            parts.append(more)
                    for done in wait(sent, return_when=FIRST_COMPLETED).done:
                        part = sent.pop(done)
                        yield done.result()
                while sent:
                    for done in wait(sent, return_when=FIRST_COMPLETED).done:
                        part = sent.pop(done)
                        yield done.result()
            except BrokenProcessPool:
                lost += [*part, *(file for each in sent.values() for file in each)]
                if not parts and (more := _some(files, CHUNK)):
                    parts.append(more)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    for file in lost:  # one of them ended its process, and took the others along
        yield [_read_alone(folder, file, limit)]


def _read_alone(folder: Path, file: File, limit: float) -> Read:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(_read_some, folder, [file], limit).result()[0]
        except BrokenProcessPool:
            return Read(file, None, None, f"{file.path}: a process ended before it was read (out of memory, or stuck?); save its text as .txt, or take it away")


def _some(files: Iterator[File], many: int) -> list[File]:
    return [file for _, file in zip(range(many), files, strict=False)]


def _read_some(folder: Path, files: Sequence[File], limit: float) -> list[Read]:
    return [_read(folder, file, limit) for file in files]


def _read(folder: Path, file: File, limit: float) -> Read:
    """A file's sketch; its key is made of its bytes and of the ending, which tells some formats."""
    path = str(folder / file.path)
    try:
        with stopped_after(limit):
            data = read_bytes(path)
            if is_own_page(data):
                return Read(file, None, None)  # a report lies among its sources, and tells the same as they do
            source = sha256(os.path.splitext(file.path)[1].lower().encode() + b"\0" + data).hexdigest()
            return Read(file, source, sketch_of(read_source(path, data=data)))
    except TookLonger:
        return Read(file, None, None, f"{path}: took longer than {limit:g} seconds and was stopped; give it more with --limit, or take it away")
    except CompareError as error:
        return Read(file, None, None, str(error))
    except Exception as error:
        return Read(file, None, None, f"{path}: a fault of rashomon's own ({type(error).__name__}: {error}); please report it")
