"""Where a manifest's source lies, to its bytes: files, paths as fsspec names them (``s3://…``), and pages where allowed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from compare.model import CompareError
from compare.reading.content import Content
from compare.reading.sources import LARGEST, check_size, is_address, read_bytes

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,20})://")
_PAGES = frozenset({"http", "https"})


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
        return Content(read_bytes(place), place)
    if is_address(place):
        return _fetched(place, fetching, allow_private)
    if any(scheme.lower() in _PAGES for scheme in _SCHEME.findall(place)):
        raise CompareError(f"{place}: an address behind another; name the page itself")
    return Content(_read(place, *_found(place)), place)


def _fetched(place: str, fetching: bool, allow_private: bool) -> Content:
    if not fetching:
        raise CompareError(f"{place}: an address; allow it with --fetch, or save the page and name the file (url may hold the address)")
    from compare.reading.fetching import Limits, fetch

    return fetch(place, Limits(allow_private=allow_private))


def _found(place: str) -> tuple[Any, str]:
    """The file system of a place, and the path in it."""
    try:
        import fsspec
    except ImportError as error:
        raise Unequipped(f"{place}: such places want fsspec; pip install 'rashomon[cluster]', or name files") from error
    try:
        fs, path = fsspec.core.url_to_fs(place)
    except ImportError as error:
        raise Unequipped(f"{place}: cannot be read without its library ({_said(error)})") from error
    except Exception as error:
        raise CompareError(f"{place}: cannot be read ({_said(error)}); check how it begins") from error
    return fs, path


def _read(place: str, fs: Any, path: str) -> bytes:
    try:
        size = fs.info(path).get("size")
        check_size(size or 0, place)
        data: bytes = fs.cat_file(path, 0, min(size or LARGEST + 1, LARGEST + 1))
    except CompareError:
        raise
    except FileNotFoundError as error:
        raise CompareError(f"{place}: no such file; check the name") from error
    except ImportError as error:
        raise Unequipped(f"{place}: cannot be read without its library ({_said(error)})") from error
    except Exception as error:  # every file system has its own
        raise CompareError(f"{place}: cannot be read ({_said(error)}); check its name and permissions") from error
    return data


def _said(error: Exception) -> str:
    """What a library says, on one line of bearable length."""
    return " ".join(str(error).split())[:200] or type(error).__name__
