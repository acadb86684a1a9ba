"""Bytes to text: by byte order mark, as UTF-8, or by a detector, and said so."""

from __future__ import annotations

import codecs
import re

from compare.model import CompareError
from compare.reading.codepages import western_codec

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
"""Byte order marks; UTF-32 stands first, its mark begins as UTF-16's does."""

_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf", b"\x7fELF")
"""How PDF, ZIP (DOCX, ODT, EPUB), images, gzip, RTF and programs begin."""

_SAMPLE = 1 << 18
"""Bytes shown to the detector: it is slow, and a quarter of a megabyte tells."""


def decode(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """The text in ``data`` without its byte order mark, and notices on what was odd; ``source`` is for messages.

    Line ends stay as they are. CompareError for what is no text.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], codec, name)
    if data.startswith(_MAGIC):
        raise _binary(source)
    if b"\0" in data[:_SAMPLE]:
        return _decode_wide(data, source)
    try:
        text, notices = _undo_twice(data.decode("utf-8"))
    except UnicodeDecodeError:
        text, notices = _decode_other(data)
    if _control_characters(text) > max(2, len(text) // 200):
        raise _binary(source)
    return text, notices


def decode_head(data: bytes) -> str:
    """The beginning of a text, decoded as well as may be, to tell a format by; never fails."""
    for mark, codec, _ in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    if data[1:2] == b"\0" or data[:1] == b"\0":
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    return data.decode("utf-8", "replace")


def _decode_marked(data: bytes, codec: str, name: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(codec, "replace")
    if "\ufffd" in text or codec != "utf-8":
        try:
            other = data.decode("utf-8")
        except UnicodeDecodeError:
            if codec == "utf-8":
                text, notices = _decode_other(data)
                return text, (f"marked as {name}, which it is not", *notices)
        else:
            if "\0" not in other and data:  # no text in UTF-16 is UTF-8 without a NUL by chance
                return other, (f"marked as {name}, but decoded as UTF-8",)
    return text, _replaced(text, name)


def _replaced(text: str, name: str) -> tuple[str, ...]:
    broken = text.count("\ufffd")
    return (f"decoded as {name}: {broken} broken characters are shown as \ufffd",) if broken else ()


def _binary(source: str) -> CompareError:
    return CompareError(f"{source}: not a text (it holds binary data); save it as plain text first")


def _control_characters(text: str) -> int:
    return len(_CONTROL.findall(text[:_SAMPLE]))


def _decode_wide(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """UTF-16 or UTF-32 without a mark: in most texts one half, or three quarters, of the bytes are NUL."""
    sample = data[:_SAMPLE]
    columns = [sample[place::4].count(0) * 4 / len(sample) for place in range(4)]
    wide = (
        ("utf-32-le", "UTF-32", min(columns[2:]) > 0.9),
        ("utf-32-be", "UTF-32", min(columns[:2]) > 0.9),
        ("utf-16-le", "UTF-16", min(columns[1], columns[3]) > 0.3 and max(columns[0], columns[2]) < 0.05),
        ("utf-16-be", "UTF-16", min(columns[0], columns[2]) > 0.3 and max(columns[1], columns[3]) < 0.05),
    )
    for codec, name, likely in wide:
        if likely:
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                break
            if "\0" not in text:
                return text, (f"decoded as {name}: it carries no byte order mark",)
    raise _binary(source)


def _decode_other(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Damaged UTF-8 where most of it is sound, else a code page: western, or what the detector says."""
    mended = data.decode("utf-8", "replace")
    sound = sum(1 for character in mended[:_SAMPLE] if character > "\x7f" and character != "\ufffd")
    if sound > 10 * mended[:_SAMPLE].count("\ufffd"):
        return mended, _replaced(mended, "UTF-8")
    codec, name, sure = western_codec(data)
    if sure:
        return data.decode(codec, "replace"), (f"decoded as {name}: it is not valid UTF-8",)
    codec, name = _detect(data) or (codec, name)
    return data.decode(codec, "replace"), (
        f"decoded as {name}, which is doubtful: it is not valid UTF-8; if letters or marks look wrong, save it as UTF-8",
    )


def _detect(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes  # 30 ms, and only for odd files

    best = from_bytes(data[:_SAMPLE]).best()
    codec = best.encoding if best else "ascii"
    return None if codec in ("ascii", "latin_1", "utf_8") else (codec, _display_name(codec))


def _display_name(codec: str) -> str:
    if codec.startswith("cp125"):
        return f"Windows-{codec[2:]}"
    return codec.replace("_", "-").upper()


_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_TWICE = re.compile("â€[œ\x9d™˜”“¦]|Ã[©¨¼¶¤±\xa0¡³§]|Â[\xa0£©«»]")


def _undo_twice(text: str) -> tuple[str, tuple[str, ...]]:
    """A text whose UTF-8 somebody took for Windows-1252 and saved as UTF-8 ("â€œ" for “), as it was; else itself.

    Where only part of it is so, it stays and is said to be doubtful.
    """
    found = any(map(text.__contains__, "âÃÂ")) and _TWICE.search(text)
    if not found:
        return text, ()
    try:
        bare = "".join(_to_bytes(character) for character in text).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text, (
            f"doubtful letters such as {found[0]!r}: part of it was decoded wrongly before it was saved",
        )
    return bare, ("decoded twice: its UTF-8 had been taken for Windows-1252",)


def _to_bytes(character: str) -> str:
    """The byte that Windows-1252 writes a character with, as a character of Latin-1."""
    if character < "\x80" or "\x80" <= character <= "\x9f":
        return character
    return character.encode("cp1252").decode("latin-1")
