"""Sources, or sentences of one's own, to accounts with their quotations."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import accumulate

from compare.model import Account, CompareError, Sentence, Span
from compare.quotations import find_quotations
from compare.reading import read_source
from compare.reading.content import Content
from compare.reading.languages import guess_language
from compare.sentences import split_sentences
from compare.tables import iso_date


def read_account(
    source: str | os.PathLike[str],
    *,
    data: bytes | None = None,
    content: Content | None = None,
    kind: str | None = None,
    label: str | None = None,
    published: str | None = None,
    borrowed: str | None = None,
    publisher: str | None = None,
    segmented: bool = False,
    keep_all: bool = False,
) -> Account:
    """The account in a source; CompareError where it cannot be read.

    ``published`` (ISO) goes before a date in the text; ``borrowed``, the date of the
    event, and ``publisher`` hold where the text names none. ``kind`` goes before what the content looks like.
    ``segmented`` takes every line for a sentence.
    """
    source = os.fspath(source)
    if data is not None and not isinstance(data, bytes):
        raise CompareError(f"{source}: data must be bytes, not {type(data).__name__}; encode a text: data=text.encode()")
    if published is not None:
        published = iso_date(published, f"{source}: published")
    bare = read_source(
        source, data=data, content=content, kind=kind, label=label, published=published, keep_all=keep_all or segmented
    )
    if segmented:
        lines = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S(?:.*\S)?", bare.text))
        sentences = tuple(Sentence(line.start, line.end, k) for k, line in enumerate(lines))
        bare = replace(bare, paragraphs=lines)
    else:
        sentences = split_sentences(bare.text, bare.paragraphs)
    quotations = find_quotations(bare.text, bare.paragraphs, sentences, bare.set_aside)
    language = guess_language(" ".join([bare.text[s.start : s.end] for s in sentences]).lower().split())
    notices = bare.notices
    if borrowed and not bare.published:
        notices = (*notices, f"carries no date; that of the event, {borrowed}, is taken")
    if language not in (None, "en") and any(q.speaker for q in quotations):
        # the grammar of who says what is that of English: elsewhere it would name the wrong people
        quotations = tuple(replace(q, speaker=None, mention=None, cue=None) for q in quotations)
        notices = (*notices, "not in English: speakers are left open")
    return replace(
        bare,
        sentences=sentences,
        quotations=quotations,
        publisher=bare.publisher or publisher,
        published=bare.published or borrowed,
        borrowed=bool(borrowed and not bare.published),
        language=bare.language or language,
        notices=notices,
    )


def account_of(name: str, sentences: Sequence[str], *, published: str | None = None) -> Account:
    """The account that sentences make, one a paragraph and a line of the text; an empty one stays a sentence.

    For texts that are split into sentences already: ``align(account_of("a", …), account_of("b", …))``.
    ``published`` is an ISO date. No sentence is split, and nothing is set aside. CompareError for one text in place of sentences.
    """
    if isinstance(sentences, str):
        raise CompareError(f"{name}: one text, not a list of sentences; read_account({name!r}, data=text.encode()) splits it")
    if published is not None:
        published = iso_date(published, f"{name}: published")
    ends = list(accumulate(len(sentence) + 1 for sentence in sentences))
    spans = [(end - 1 - len(sentence), end - 1) for end, sentence in zip(ends, sentences, strict=True)]
    text = "\n".join(sentences)
    paragraphs = tuple(Span(*span) for span in spans)
    told = tuple(Sentence(*span, k) for k, span in enumerate(spans))
    return Account(
        id=name,
        label=name,
        source=name,
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        published=published,
        paragraphs=paragraphs,
        sentences=told,
        quotations=find_quotations(text, paragraphs, told),
    )
