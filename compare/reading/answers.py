"""The body of an answer from the network: whole, unpacked, and no larger than allowed."""

from __future__ import annotations

import zlib
from http.client import HTTPResponse

from compare.model import CompareError

_CHUNK = 1 << 16


def read_body(answer: HTTPResponse, url: str, limit: int) -> bytes:
    """The bytes of an answer, unpacked; CompareError for more than the limit, packed or not, and for half of it."""
    encoding = (answer.headers["Content-Encoding"] or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise CompareError(f"{url}: packed as {encoding}, which was not asked for; save the page and give the file")
    unpack = None if encoding == "identity" else _unpacker()
    parts: list[bytes] = []
    size = 0
    while chunk := answer.read1(_CHUNK):
        try:
            while chunk and size <= limit:
                parts.append(unpack.decompress(chunk, limit + 1 - size) if unpack else chunk)
                size += len(parts[-1])
                chunk = unpack.unused_data if unpack else b""
                if chunk.startswith(_GZIP):  # packed in several pieces
                    unpack = _unpacker()
                elif unpack and unpack.eof:
                    chunk = b""
        except zlib.error as error:
            raise CompareError(f"{url}: damaged on its way ({error}); try again") from error
        if size > limit:
            raise CompareError(f"{url}: larger than {limit >> 20} MB; give one article, not an archive")
    if answer.length or (unpack and size and not unpack.eof):
        raise CompareError(f"{url}: broken off on its way; try again")
    return b"".join(parts)


_GZIP = b"\x1f\x8b"


def _unpacker() -> zlib._Decompress:
    return zlib.decompressobj(zlib.MAX_WBITS | 32)
