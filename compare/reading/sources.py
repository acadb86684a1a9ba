"""Paths to bytes and names: everything of reading that touches the disk."""

from __future__ import annotations

import re
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from compare.model import CompareError

LARGEST = 64 * 1024 * 1024
"""Bytes a source may have: a long book has two million."""

STANDARD_INPUT = "-"


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


def read_bytes(source: str) -> bytes:
    """What is in a file; CompareError where there is none, or it is a folder, locked or larger than 64 MB."""
    if not source:
        raise CompareError("a name of a file without a letter in it; name the file")
    if is_address(source) and not Path(source).exists():
        raise CompareError(f"{source}: an address, which only the command line fetches; save the page and give the file, or its bytes")
    if (other := _SCHEME.match(source)) and not Path(source).exists():
        raise CompareError(f"{source}: addresses that begin with {other[0]} are not fetched, only http:// and https://; save it and give the file")
    path = Path(source)
    try:
        about = path.stat()
        if S_ISDIR(about.st_mode):
            raise CompareError(f"{source}: a folder, not a text; name the file in it")
        check_size(about.st_size, source)
        with path.open("rb") as file:
            # a device has no size that could be checked before
            return file.read() if S_ISREG(about.st_mode) else file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise CompareError(f"{source}: no such file; check the name") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CompareError(f"{source}: cannot be read ({reason}); check its name and permissions") from error


MARKUP = ("<?xml", "{\\rtf")
"""How formats begin that would be compared tag by tag."""


def check_plain(text: str, source: str) -> None:
    """Nothing; CompareError for a page or a document that is not plain text."""
    if text[:4096].lstrip()[:20].lower().startswith(MARKUP):
        raise CompareError(
            f"{source}: has markup in it (XML or RTF); save it as plain text and give that"
        )


def check_size(size: int, source: str) -> None:
    """Nothing; CompareError for more bytes than ``LARGEST``."""
    if size > LARGEST:
        raise CompareError(f"{source}: larger than {LARGEST >> 20} MB; give one article, not an archive")


def is_address(source: str) -> bool:
    """Whether a source is a page on the network, not a file."""
    return source[:8].lower().startswith(("http://", "https://"))


def find_label(source: str) -> str:
    """The file's name without its ending, or the host of an address; no control characters, never empty."""
    if is_address(source) and not Path(source).exists():
        name = source.split("/", 3)[2].lower().removeprefix("www.")
    else:
        name = "standard input" if source == STANDARD_INPUT else Path(source).stem
    if not name.isprintable():
        name = "".join(filter(str.isprintable, name))
    return name.strip() or "account"


def find_id(source: str) -> str:
    """The label in small letters, figures and hyphens; never empty."""
    return re.sub(r"[^a-z0-9]+", "-", find_label(source).lower()).strip("-") or "account"
