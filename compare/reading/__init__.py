"""Sources to accounts: the text that was kept, what was set aside, who published it and when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from hashlib import sha256

from compare.model import Account, CompareError, SetAside, Span
from compare.reading.blocks import Block
from compare.reading.content import Content, Extract
from compare.reading.formats import extract
from compare.reading.furniture import find_reasons
from compare.reading.metadata import find_dateline, find_metadata
from compare.reading.plain import find_blocks
from compare.reading.sources import check_size, find_id, find_label, read_bytes
from compare.reading.turns import SPEAKER, cut_labels
from compare.reading.unseen import unseen


def read_source(
    source: str,
    *,
    data: bytes | None = None,
    content: Content | None = None,
    kind: str | None = None,
    account_id: str | None = None,
    label: str | None = None,
    published: str | None = None,
    keep_all: bool = False,
) -> Account:
    """The account in a file, or in ``data`` or ``content``, without its sentences and quotations.

    ``kind`` goes before what the content looks like (``formats.KINDS``).
    CompareError for what cannot be read: missing, a folder, empty, binary, over
    64 MB, nothing but furniture. For the rest see ``read_text``.
    """
    if content is None:
        content = Content(read_bytes(source) if data is None else data, source)
    check_size(len(content.data), source)
    return read_content(
        content, kind=kind, account_id=account_id, label=label, published=published, keep_all=keep_all
    )


def read_text(
    text: str,
    source: str,
    *,
    kind: str | None = None,
    published: str | None = None,
    keep_all: bool = False,
) -> Account:
    """The account in a text, without its sentences and quotations; ``source`` gives id and label.

    For plain text and Markdown ``account.text`` is ``text`` itself, line ends as they are.
    """
    return read_content(Content(b"", source, given=text), kind=kind, published=published, keep_all=keep_all)


def read_content(
    content: Content,
    *,
    kind: str | None = None,
    account_id: str | None = None,
    label: str | None = None,
    published: str | None = None,
    keep_all: bool = False,
) -> Account:
    """The account in a source as it came, without its sentences and quotations.

    Paragraphs and what is set aside do not overlap; outside them stands only white
    space. ``published`` (ISO) goes before a date in the text; ``keep_all`` sets
    nothing aside. CompareError for a text without text.
    """
    source = content.source
    found = extract(content, kind)
    text = found.text
    if not text.strip():
        raise CompareError(f"{source}: empty; give a file with text in it")
    blocks = _blocks(found, keep_all)
    reasons, title = _judge(found, blocks)
    if not keep_all and not any(span.reason == SPEAKER for span in found.markup):
        blocks, reasons, labels = cut_labels(text, blocks, reasons, found.judged)
    else:
        labels = []
    kept, aside = _divide(blocks, [None] * len(blocks) if keep_all else reasons)
    aside.extend(labels)
    if not kept:
        raise CompareError(f"{source}: nothing but menus and the like; give a file with running text in it")
    dateline = next((line for span in kept[: 10 if found.judged else 4] if (line := find_dateline(text, span))), None)
    if dateline and not keep_all:
        kept = [Span(dateline.end, span.end) if span.start == dateline.start else span for span in kept]
        aside.append(SetAside(dateline.start, len(text[: dateline.end].rstrip()), "dateline"))
    known = find_metadata(text, blocks, reasons, title, dateline).over(found.fields)
    return Account(
        id=account_id or find_id(source),
        label=label or find_label(source),
        source=source,
        sha256=sha256(content.data).hexdigest() if content.given is None else "",
        text=text,
        title=known.title,
        byline=known.byline,
        dateline=known.dateline,
        publisher=known.publisher,
        published=published or known.published,
        paragraphs=tuple(kept),
        set_aside=_merge(aside, () if keep_all else found.markup, kept),
        notices=(*found.notices, *unseen(text)),
        extracted=not content.holds(text),
        language=found.fields.get("language", "").lower()[:2] or None,
    )


def _blocks(found: Extract, keep_all: bool) -> Sequence[Block]:
    if found.blocks is None:
        return find_blocks(found.text if keep_all else _masked(found), found.headings)
    return _covering(found.blocks, found.markup) if keep_all else found.blocks


def _judge(found: Extract, blocks: Sequence[Block]) -> tuple[list[str | None], int | None]:
    """For each block why it is set aside (None: it is kept), and the number of the title."""
    known = found.reasons if found.reasons and len(found.reasons) == len(blocks) else [None] * len(blocks)
    if found.judged:
        return list(known), None
    reasons, title = find_reasons(_masked(found), blocks)
    return [own or rule for own, rule in zip(known, reasons, strict=True)], title


def _masked(found: Extract) -> str:
    return found.text if found.masked is None else found.masked


def _covering(blocks: Sequence[Block], markup: Iterable[SetAside]) -> list[Block]:
    """The blocks and, as blocks of their own, the markup outside them."""
    free = [Block(span.start, span.end) for span in _outside(markup, blocks)]
    return sorted([*blocks, *free], key=lambda block: block.start)


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
    free = _outside(markup, [*aside, *kept])
    return tuple(sorted([*aside, *free], key=lambda span: span.start))


def _outside(markup: Iterable[SetAside], spans: Iterable[Span]) -> list[SetAside]:
    taken = sorted(spans, key=lambda span: span.start)
    starts = [span.start for span in taken]
    free = []
    for span in markup:
        place = bisect_right(starts, span.start) - 1
        if place < 0 or taken[place].end <= span.start:
            free.append(span)
    return free
