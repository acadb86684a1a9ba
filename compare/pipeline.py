"""Sources to accounts, accounts to a comparison: the table of contents."""

from __future__ import annotations

from dataclasses import replace

from compare.model import Account
from compare.quotations import find_quotations
from compare.reading import read_source
from compare.sentences import split_sentences


def read_account(
    source: str,
    *,
    data: bytes | None = None,
    label: str | None = None,
    published: str | None = None,
    keep_all: bool = False,
) -> Account:
    """The account in a source; CompareError where it cannot be read."""
    bare = read_source(source, data=data, label=label, published=published, keep_all=keep_all)
    sentences = split_sentences(bare.text, bare.paragraphs)
    quotations = find_quotations(bare.text, bare.paragraphs, sentences)
    return replace(bare, sentences=sentences, quotations=quotations)
