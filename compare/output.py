"""Text to a file or to standard output: whole or not at all."""

from __future__ import annotations

import contextlib
import glob
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from compare.model import CompareError

STDOUT = "-"

PART = ".part"
"""How a file ends that is not yet in its place."""


def write_output(target: str, text: str | Iterable[str], lasting: bool = True) -> None:
    """Write a report, whole or in pieces, to ``target`` (``-``: standard output); CompareError where that cannot be.

    A file is written beside its place and renamed onto it, so that a reader
    sees the old one or the new one and never a part. One that is not ``lasting``
    can be made again: nobody waits until it is on the disk.
    """
    data = _encoded([text] if isinstance(text, str) else text)
    if target == STDOUT:
        _print(data)
        return
    path = Path(os.path.realpath(target))
    try:
        if path.is_dir():
            raise CompareError(f"{target}: is a folder; name a file in it")
        if path.exists() and not path.is_file():
            with path.open("wb") as file:  # a device or a pipe has nothing that could be lost
                file.writelines(data)
        else:
            _replace(path, data, lasting)
    except OSError as error:
        raise CompareError(
            f"{target}: cannot be written ({error.strerror}); name another file with -o"
        ) from error


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Put files that are part of the user's own work in their places: all of them whole, or CompareError and the old ones stay.

    For who is alone in the folder: what a process that was killed left half-written is swept away.
    """
    staged: dict[Path, str] = {}
    path = Path()
    try:
        for path, data in files.items():
            place = Path(os.path.realpath(path))
            for left in place.parent.glob(f".{glob.escape(place.name[:40])}.*{PART}"):
                left.unlink(missing_ok=True)
            staged[place] = _stage(place, [data], True)
        while staged:
            path = next(iter(staged))
            os.replace(staged[path], path)
            del staged[path]
    except OSError as error:
        raise CompareError(
            f"{path}: cannot be written ({error.strerror}); nothing was changed: make room or mend its permissions"
        ) from error
    finally:
        for beside in staged.values():
            with contextlib.suppress(OSError):
                os.unlink(beside)


_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "text/vtt": ".vtt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip


def keep_source(folder: str, name: str, data: bytes, media_type: str | None) -> str:
    """Write the bytes of a source that was fetched into a folder; the file's name, which tells one text from another.

    CompareError where that cannot be. The same bytes are kept once.
    """
    from hashlib import sha256

    path = Path(folder) / f"{name}-{sha256(data).hexdigest()[:8]}{_ENDINGS.get(media_type or '', '')}"
    try:
        if not path.exists():
            _replace(path, [data])
    except OSError as error:
        raise CompareError(f"{path}: cannot be written ({error.strerror}); name another folder with --keep-sources") from error
    return str(path)


def append_output(target: str, text: str) -> None:
    """Add a text to the end of a file; CompareError where that cannot be."""
    try:
        with open(target, "ab") as file:
            file.writelines(_encoded([text]))
    except OSError as error:
        raise CompareError(
            f"{target}: cannot be written ({error.strerror}); unset GITHUB_STEP_SUMMARY or make it writable"
        ) from error


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    return (piece.encode("utf-8", "backslashreplace") for piece in pieces)


def _print(data: Iterable[bytes]) -> None:
    """Bytes to standard output; whoever reads it may stop early, which is no failure."""
    if sys.stdout is None:
        raise CompareError("standard output: it is closed; name a file with -o")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(data)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer would fail once more when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise CompareError(
                f"standard output: cannot be written ({error.strerror}); name a file with -o"
            ) from error


def _replace(path: Path, data: Iterable[bytes], lasting: bool = True) -> None:
    beside = _stage(path, data, lasting)
    try:
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _stage(path: Path, data: Iterable[bytes], lasting: bool) -> str:
    """A file beside ``path`` that holds what is to stand there, ready to be renamed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise NotADirectoryError(20, "a file stands where its folder should be") from error
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "it is write-protected")
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=PART)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        os.chmod(beside, mode)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
    return beside


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
