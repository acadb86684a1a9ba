"""Which pieces of a page trafilatura takes for its body: what settles where the body is."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from compare.reading.formats.html.nodes import Piece

_LARGEST, _MOST = 3_000_000, 20_000
"""Characters of text, and pieces, beyond which a page is read without: no article has so many, and it would take a minute."""

_RUN = 4
"""Words that tell a place in a text."""


def votes(root: Any, pieces: Sequence[Piece]) -> list[float]:
    """For every piece the share of its words, from 0 to 1, that trafilatura takes for body.

    All 0 where it finds none. It is asked about a copy of the tree.
    """
    if len(pieces) > _MOST or sum(len(piece.text) for piece in pieces) > _LARGEST:
        return [0.0] * len(pieces)
    found = _extracted(root)
    known = set(_runs(found))
    return [_share(piece.text.split(), known) for piece in pieces]


def _extracted(root: Any) -> list[str]:
    from trafilatura.core import bare_extraction  # 0.2 s

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            deepcopy(root), include_comments=False, include_tables=True, include_links=False, deduplicate=False
        )
    except (ValueError, RecursionError, AttributeError, TypeError):  # what it cannot read is no reason to read nothing
        return []
    if document is None or isinstance(document, dict):
        return []
    body = document.body
    return (document.text or "").split() if body is None else " ".join(body.itertext()).split()


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1)]


def _share(words: Sequence[str], known: set[tuple[str, ...]]) -> float:
    runs = _runs(words)
    return sum(run in known for run in runs) / len(runs) if runs else 0.0
