"""The bytes of a page to text: what it declares is a claim, and checked."""

from __future__ import annotations

import codecs
import re

from compare.reading.content import Content
from compare.reading.decoding import decode

_DECLARED = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{2,30})")
_SEARCHED = 4096
"""Bytes in which a page says what it is written in (browsers look at 1024)."""

_AS_BROWSERS_DO = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "utf-16": "utf-8",
    "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip
"""What browsers read for a declared name (WHATWG Encoding): a page that can say UTF-16 in ASCII is not in it."""

_KNOWN = re.compile(
    r"utf-8|cp(?:125\d|866|874|932|949)|koi8-[ru]|iso8859-\d+|gb18030|big5(?:hkscs)?|euc_jp|iso2022_jp|mac-(?:roman|cyrillic)"
)
"""Codecs that browsers know; others are no encodings of a page, whatever it declares."""


def decode_page(content: Content) -> tuple[str, tuple[str, ...]]:
    """The text of a page, and notices on its encoding; CompareError for what is no text.

    A byte order mark goes first, then what is valid UTF-8, then what the server and the page
    declare, as far as the bytes bear it out.
    """
    if content.given is not None:
        return content.given, ()
    data = content.data.replace(b"\0", b"") if content.data[:_SEARCHED].count(0) < 8 else content.data
    declared = content.charset or _find_declared(data)
    codec = _codec(declared)
    if not codec or codec == "utf-8" or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, notices = decode(data, content.source)
        return text, notices if codec != "utf-8" else tuple(f"declared as UTF-8; {notice}" for notice in notices)
    if codec.startswith("iso2022"):  # the one that is written in ASCII alone
        return data.decode(codec, "replace"), ()
    if not data.isascii() and (mended := _utf_8(data)) is not None:
        return mended, (f"declared as {declared}, but decoded as UTF-8",)
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError:
        text, notices = decode(data, content.source)
        return text, (f"declared as {declared}, which does not fit its bytes", *notices)


def _find_declared(data: bytes) -> str | None:
    head = data[:_SEARCHED]
    match = _XML.search(head) or _DECLARED.search(head)
    return match[1].decode("ascii", "replace") if match else None


def _codec(name: str | None) -> str | None:
    """Python's name for a declared encoding; None for none, or one that no page is written in."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    found = _AS_BROWSERS_DO.get(found, found)
    return found if _KNOWN.fullmatch(found) else None


def _utf_8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
