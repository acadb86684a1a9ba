"""Sources to accounts: the text that was kept, what was set aside, who published it and when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from hashlib import sha256

from compare.model import Account, CompareError, SetAside, Span
from compare.reading.blocks import Block, Markup, is_markdown
from compare.reading.decoding import decode
from compare.reading.furniture import find_reasons
from compare.reading.metadata import find_dateline, find_metadata
from compare.reading.plain import find_blocks
from compare.reading.sources import check_plain, check_size, find_id, find_label, read_bytes


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

    CompareError for what cannot be read: missing, a folder, empty, binary, over
    64 MB, nothing but furniture. For the rest see ``read_text``.
    """
    content = read_bytes(source) if data is None else data
    check_size(len(content), source)
    text, notices = decode(content, source)
    check_plain(text, source)
    return read_text(
        text,
        source,
        digest=sha256(content).hexdigest(),
        account_id=account_id,
        label=label,
        published=published,
        keep_all=keep_all,
        notices=notices,
    )


def read_text(
    text: str,
    source: str,
    *,
    digest: str = "",
    account_id: str | None = None,
    label: str | None = None,
    published: str | None = None,
    keep_all: bool = False,
    notices: tuple[str, ...] = (),
) -> Account:
    """The account in a text, without its sentences and quotations.

    ``account.text`` is ``text`` itself, line ends as they are. Paragraphs and what
    is set aside do not overlap; outside them stands only white space. ``source``
    gives id, label and format; ``published`` (ISO) goes before a date in the text;
    ``keep_all`` sets nothing aside. CompareError for a text without text.
    """
    if not text.strip():
        raise CompareError(f"{source}: empty; give a file with text in it")
    markup = _find_markup(text) if is_markdown(text, source) else Markup(text)
    blocks = find_blocks(text if keep_all else markup.masked, markup.headings)
    reasons, title = find_reasons(markup.masked, blocks)
    kept, aside = _divide(blocks, [None] * len(blocks) if keep_all else reasons)
    if not kept:
        raise CompareError(f"{source}: nothing but menus and the like; give a file with running text in it")
    dateline = next((found for span in kept[:4] if (found := find_dateline(text, span))), None)
    if dateline and not keep_all:
        kept = [Span(dateline.end, span.end) if span.start == dateline.start else span for span in kept]
        aside.append(SetAside(dateline.start, len(text[: dateline.end].rstrip()), "dateline"))
    known = find_metadata(text, blocks, reasons, title, dateline).over(markup.fields)
    return Account(
        id=account_id or find_id(source),
        label=label or find_label(source),
        source=source,
        sha256=digest,
        text=text,
        title=known.title,
        byline=known.byline,
        dateline=known.dateline,
        publisher=known.publisher,
        published=published or known.published,
        paragraphs=tuple(kept),
        set_aside=_merge(aside, () if keep_all else markup.spans, kept),
        notices=notices,
    )


def _find_markup(text: str) -> Markup:
    from compare.reading.markdown import find_markup  # its patterns take 2 ms, and few texts need them

    return find_markup(text)


def _divide(blocks: Sequence[Block], reasons: Sequence[str | None]) -> tuple[list[Span], list[SetAside]]:
    kept, aside = [], []
    for block, reason in zip(blocks, reasons, strict=True):
        if reason is None:
            kept.append(Span(block.start, block.end))
        else:
            aside.append(SetAside(block.start, block.end, reason))
    return kept, aside


def _merge(aside: list[SetAside], markup: Sequence[SetAside], kept: list[Span]) -> tuple[SetAside, ...]:
    """All that is set aside, in order; markup inside a paragraph or another stretch stays with it."""
    taken = sorted([*aside, *kept], key=lambda span: span.start)
    starts = [span.start for span in taken]
    free = []
    for span in markup:
        place = bisect_right(starts, span.start) - 1
        if place < 0 or taken[place].end <= span.start:
            free.append(span)
    return tuple(sorted([*aside, *free], key=lambda span: span.start))
