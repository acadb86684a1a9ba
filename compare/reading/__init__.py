"""Sources to accounts: the text that was kept, what was set aside, who published it and when."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from compare.model import Account, CompareError, SetAside, Span
from compare.reading.decoding import decode
from compare.reading.furniture import find_reasons
from compare.reading.metadata import Metadata, find_dateline, find_metadata
from compare.reading.plain import find_blocks

LARGEST = 64 * 1024 * 1024
"""Bytes a source may have: a book has one or two million."""


def read_source(
    source: str,
    *,
    data: bytes | None = None,
    account_id: str | None = None,
    label: str | None = None,
    published: str | None = None,
    keep_all: bool = False,
) -> Account:
    """The account in a file, or in ``data``, without its sentences and quotations.

    ``account.text`` is the decoded file, code point for code point, line ends as
    they are, without a byte order mark. ``published`` is used where the text
    gives no date. ``keep_all`` sets nothing aside. CompareError for what cannot
    be read: missing, a folder, empty, binary, over 64 MB, nothing but furniture.
    """
    content = _read_bytes(source) if data is None else data
    if len(content) > LARGEST:
        raise CompareError(f"{source}: larger than {LARGEST >> 20} MB; give one article, not an archive")
    text, notices = decode(content, source)
    if not text.strip():
        raise CompareError(f"{source}: empty; give a file with text in it")
    return read_text(
        text,
        source,
        sha256=sha256(content).hexdigest(),
        account_id=account_id,
        label=label,
        published=published,
        keep_all=keep_all,
        notices=notices,
    )


def _read_bytes(source: str) -> bytes:
    path = Path(source)
    try:
        if path.is_dir():
            raise CompareError(f"{source}: a folder, not a text; name the file in it")
        if path.stat().st_size > LARGEST:
            raise CompareError(f"{source}: larger than {LARGEST >> 20} MB; give one article, not an archive")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CompareError(f"{source}: no such file; check the name") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CompareError(f"{source}: cannot be read ({reason}); check the name and its permissions") from error


def read_text(
    text: str,
    source: str,
    *,
    sha256: str = "",
    account_id: str | None = None,
    label: str | None = None,
    published: str | None = None,
    keep_all: bool = False,
    notices: tuple[str, ...] = (),
) -> Account:
    """The account in a text, as ``read_source`` makes it; ``source`` gives its id, label and format."""
    blocks = find_blocks(text)
    reasons, title = find_reasons(text, blocks)
    if keep_all:
        reasons = [None] * len(blocks)
    kept = [Span(block.start, block.end) for block, reason in zip(blocks, reasons, strict=True) if reason is None]
    if not kept:
        raise CompareError(f"{source}: nothing but menus and the like; give a file with running text, or keep all")
    aside = [
        SetAside(block.start, block.end, reason)
        for block, reason in zip(blocks, reasons, strict=True)
        if reason is not None
    ]
    dateline = next((found for span in kept[:4] if (found := find_dateline(text, span))), None)
    if dateline and not keep_all:
        kept = [Span(dateline.end, span.end) if span.start == dateline.start else span for span in kept]
        aside.append(SetAside(dateline.start, len(text[: dateline.end].rstrip()), "dateline"))
        aside.sort(key=lambda span: span.start)
    known = find_metadata(text, blocks, reasons, title, dateline)
    stem = _clean(Path(source).stem) if source != "-" else "stdin"
    return Account(
        id=account_id or _slug(stem),
        label=label or stem or "account",
        source=source,
        sha256=sha256,
        text=text,
        title=known.title,
        byline=known.byline,
        dateline=known.dateline,
        publisher=known.publisher,
        published=published or known.published,
        paragraphs=tuple(kept),
        set_aside=tuple(aside),
        notices=notices,
    )


def _clean(name: str) -> str:
    return "".join(character for character in name if character.isprintable()).strip()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "account"
