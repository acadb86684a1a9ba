"""Comparisons to reports: one module a format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from compare.model import Comparison

Renderer = Callable[[Comparison], str]


def _html(comparison: Comparison) -> str:
    from compare.reporting.dating import day_of_report
    from compare.reporting.html import to_html

    return to_html(comparison, day_of_report())


def _json(comparison: Comparison) -> str:
    from compare.reporting.json_report import to_json

    return to_json(comparison)


def _text(comparison: Comparison) -> str:
    from compare.reporting.text import to_text

    return to_text(comparison)


FORMATS: Mapping[str, Renderer] = {"html": _html, "json": _json, "text": _text}
"""By the name of a format, what renders a comparison in it."""

ENDINGS: Mapping[str, str] = {".html": "html", ".htm": "html", ".json": "json", ".txt": "text"}
"""By the ending of a file, the format it is written in."""
