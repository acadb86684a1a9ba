"""Where a manifest's source lies, to its bytes: files, paths as fsspec names them (``s3://…``), and pages where allowed."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Any

from compare.model import CompareError
from compare.reading.content import Content
from compare.reading.sources import LARGEST, check_size, is_address, read_bytes

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20})://")
_STORES = {
    "file": "", "local": "", "memory": "", "s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs",
    "az": "adlfs", "abfs": "adlfs", "abfss": "adlfs", "adl": "adlfs",
}  # fmt: skip
"""How places begin that may be read, and the library of each. All others are refused: a manifest is hostile until it is
known, and fsspec knows many ways to a host that a row names, or to files that name one."""

_PACKED = frozenset({"zip", "tar"})
"""How a file in an archive begins, which lies at one of those places: ``zip://a.txt::s3://bucket/a.zip``."""

_LOCAL = frozenset({"file", "local"})


class Unequipped(CompareError):
    """A library is missing: no source of that kind can be read, so that the whole run had better stop."""


def place_of(base: Path, source: str) -> str:
    """The path of a source that is named from a folder; other places stay as they are."""
    return source if _SCHEME.match(source) else str(base / source)


def read_place(place: str, fetching: bool = False, allow_private: bool = False) -> Content:
    """What stands at a place; CompareError where it cannot be read, is over 64 MB, or is a page and ``fetching`` is not allowed.

    Unequipped where fsspec, or the library that it needs for the place, is not installed.
    """
    if not _SCHEME.match(place):
        _check_file(Path(place), place)
        return Content(read_bytes(place), place)
    if is_address(place):
        return _fetched(place, fetching, allow_private)
    store = _store(place)
    return Content(_read(place, store, *_found(place, store)), place)


def _store(place: str) -> str:
    """How the place begins at which the bytes lie; CompareError unless it, and all that stands before it, may be read."""
    *packed, store = (_beginning(link) for link in place.split("::"))
    for name, known in (*((name, _PACKED) for name in packed), (store, _STORES.keys())):
        if name not in known:
            raise CompareError(f"{place}: {name}:// is not read here; name a file, or s3://, gs:// or abfs://, or zip:// and tar:// over those")
    return store


def _beginning(link: str) -> str:
    """How a place, or what stands before it, begins; a path from the root begins like a file."""
    found = _SCHEME.match(link)
    return found[1].lower() if found else "file" if link.startswith("/") else link[:20]


def _check_file(path: Path, place: str) -> None:
    """Nothing; CompareError for what is there and no file, such as a pipe: reading it may never end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return  # reading says why
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise CompareError(f"{place}: a pipe or a device, not a file; save the text and name that")


def _fetched(place: str, fetching: bool, allow_private: bool) -> Content:
    if not fetching:
        raise CompareError(f"{place}: an address; allow it with --fetch, or save the page and name the file (url may hold the address)")
    from compare.reading.fetching import Limits, fetch

    return fetch(place, Limits(allow_private=allow_private))


def _found(place: str, store: str) -> tuple[Any, str]:
    """The file system of a place, and the path in it."""
    try:
        import fsspec
    except ImportError as error:
        raise Unequipped(f"{place}: such places want fsspec; pip install 'rashomon[cluster]', or name files") from error
    if store in _LOCAL:
        local = fsspec.get_filesystem_class(store)
        _check_file(Path(local._strip_protocol(place.rpartition("::")[2])), place)
    try:
        fs, path = fsspec.core.url_to_fs(place)
    except ImportError as error:
        raise _without(place, store, error) from error
    except Exception as error:
        raise CompareError(f"{place}: cannot be read ({_said(error)}); check how it begins") from error
    return fs, path


def _read(place: str, store: str, fs: Any, path: str) -> bytes:
    try:
        told = fs.info(path)
        size = told.get("size")
        check_size(size or 0, place)
        if told.get("type") == "directory":  # which many stores give for as long as nothing
            raise CompareError(f"{place}: a folder, not a file; name the files in it")
        if size == 0:
            return b""  # a store has no range of it to give
        data: bytes = fs.cat_file(path, start=0, end=min(size or LARGEST + 1, LARGEST + 1))
    except CompareError:
        raise
    except FileNotFoundError as error:
        raise CompareError(f"{place}: no such file; check the name") from error
    except ImportError as error:
        raise _without(place, store, error) from error
    except Exception as error:  # every file system has its own
        raise CompareError(f"{place}: cannot be read ({_said(error)}); check its name and permissions") from error
    return data


def _without(place: str, store: str, error: ImportError) -> Unequipped:
    return Unequipped(f"{place}: cannot be read without its library ({_said(error)}); pip install {_STORES[store]}, or name files")


def _said(error: Exception) -> str:
    """What a library says, on one line of bearable length."""
    return " ".join(str(error).split())[:200] or type(error).__name__
