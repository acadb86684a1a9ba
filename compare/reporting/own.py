"""Pages of ours, told from all others by what stands in their head."""

from __future__ import annotations

_MARK = b'<meta name="generator" content="Rashomon '
"""What no page is without that a template of ours makes."""

_HEAD = 4096
"""Bytes among which it stands."""


def is_own_page(data: bytes) -> bool:
    """Whether it is a page of a report, or of an index of reports; the beginning of it will do."""
    return _MARK in data[:_HEAD]
