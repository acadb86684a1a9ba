"""The formats that can be read: one module each, told by content and imported when asked.

A module offers ``recognises(content) -> bool``, which is cheap and never fails, and
``extract(content) -> Extract``, which imports what it needs. See ``compare/reading/content.py``.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from compare.model import CompareError
from compare.reading.content import Content, Extract

KINDS = ("pdf", "docx", "subtitles", "mhtml", "html", "markdown", "plain")
"""The names of the modules, in the order in which they are asked; the last one takes what is left."""


def find_kind(content: Content) -> str:
    """The kind of a source, by its content first."""
    return next(kind for kind in KINDS if _module(kind).recognises(content))


def extract(content: Content, kind: str | None = None) -> Extract:
    """The text of a source and its parts; CompareError for what cannot be read.

    ``kind`` goes before what the content looks like.
    """
    if kind is not None and kind not in KINDS:
        raise CompareError(f"--kind {kind}: no such kind of source; there are {', '.join(KINDS)}")
    found: Extract = _module(kind or find_kind(content)).extract(content)
    return found


@cache
def _module(kind: str) -> Any:
    return import_module(f"compare.reading.formats.{kind}")
