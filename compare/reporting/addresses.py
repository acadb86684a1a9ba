"""A source as it was named to the address a tool can open."""

from __future__ import annotations

import re
from pathlib import PureWindowsPath
from urllib.parse import quote

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/", re.ASCII)
"""How an address begins that is no path; a drive letter is one letter."""

_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\\\", re.ASCII)

_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
"""A percent sign that escapes nothing."""


def uri_of(source: str) -> str:
    """A URI reference: a path relative as it was given, or ``file:///…``; nothing in it needs escaping.

    ``stdin:`` for standard input. A path keeps its parts, also ``..``.
    """
    if source == "-":
        return "stdin:"
    if _ADDRESS.match(source):
        address = quote(_bytes(source), safe="/:?#@!$&()*+,;=%~-._")
        return _BARE_PERCENT.sub("%25", address)
    if _DRIVE.match(source):
        source = PureWindowsPath(source).as_posix()
        return (
            f"file:///{quote(_bytes(source), safe='/:')}"
            if source[1] == ":"
            else f"file:{quote(_bytes(source))}"
        )
    path = quote(_bytes(source))
    return f"file://{path}" if path.startswith("/") else path


def _bytes(source: str) -> bytes:
    """The bytes of a file name: what is no UTF-8 in it arrived as lone surrogates."""
    try:
        return source.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return source.encode("utf-8", "surrogatepass")
