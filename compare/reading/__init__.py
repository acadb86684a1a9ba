"""Sources to accounts: the text that was kept, what was set aside, who published it and when."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from compare.model import Account, CompareError, Span


def read_source(
    source: str,
    *,
    data: bytes | None = None,
    account_id: str | None = None,
    label: str | None = None,
    published: str | None = None,
    keep_all: bool = False,
) -> Account:
    """The account in a file, without its sentences and quotations; CompareError where it cannot be read."""
    if data is None:
        try:
            data = Path(source).read_bytes()
        except OSError as error:
            raise CompareError(f"{source}: {error.strerror}; name a readable text file") from error
    text = data.decode("utf-8-sig", "replace")
    stem = Path(source).stem
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\s].*", text))
    return Account(
        account_id or re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "account",
        label or stem,
        source,
        sha256(data).hexdigest(),
        text,
        published=published,
        paragraphs=paragraphs,
    )
