"""Packed streams of a PDF: bounded before the library unpacks them whole."""

from __future__ import annotations

import re
import zlib
from typing import Any

from compare.model import CompareError

LARGEST_STREAM, LARGEST_STREAMS, LARGEST_IMAGE = 48 << 20, 128 << 20, 256 << 20
"""Bytes one packed stream of a PDF, all of them, and one picture may unpack to: a page of print takes some thousands."""

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_STEP = 1 << 20


def check_streams(data: bytes, source: str) -> None:
    """Nothing; CompareError for a PDF whose streams unpack to more than they may, be it packed twice."""
    total = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - 400) : match.start()]
        image = b"/Image" in head[head.rfind(b"obj") + 1 :]
        if data[match.end() : match.end() + 1] not in _ZLIB:
            continue
        size = _unpacked(data, match.end(), LARGEST_IMAGE if image else LARGEST_STREAM)
        total += 0 if image and size <= LARGEST_IMAGE else size
        if size > (LARGEST_IMAGE if image else LARGEST_STREAM) or total > LARGEST_STREAMS:
            raise CompareError(
                f"{source}: unpacks to more than {LARGEST_STREAM >> 20} MB; give one article, not an archive"
            )


_ZLIB = (b"\x78", b"\x58", b"\x68", b"\x48", b"\x38", b"\x28", b"\x18", b"\x08")
"""How zlib data begin."""


def _unpacked(data: bytes, start: int, most: int) -> int:
    """How many bytes a stream unpacks to, and what that unpacks to if it is packed again; counted little past ``most``."""
    outer = zlib.decompressobj()
    inner: Any = None
    size = again = 0
    position, rest = start, b""
    try:
        while max(size, again) <= most and not outer.eof:
            if not rest:
                rest, position = data[position : position + _STEP], position + _STEP
                if not rest:
                    break
            piece = outer.decompress(rest, _STEP)
            rest = outer.unconsumed_tail
            if not size:
                inner = zlib.decompressobj() if piece[:1] in _ZLIB else None
            size += len(piece)
            again += _counted(inner, piece, most) if inner else 0
    except zlib.error:
        pass  # what is no stream, or broken from here on, unpacks no further
    return max(size, again)


def _counted(packed: Any, piece: bytes, most: int) -> int:
    size = 0
    try:
        while piece and size <= most:
            size += len(packed.decompress(piece, _STEP))
            piece = packed.unconsumed_tail
    except zlib.error:
        return 0
    return size
