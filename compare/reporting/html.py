"""A comparison to one self-contained HTML page that asks nothing of the network."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from compare.model import Comparison
from compare.reporting.compiled import Compiled
from compare.reporting.phrases import SYMBOLS, capital, counted
from compare.reporting.subject import Manner, Subject
from compare.reporting.view import make_view

LONG = 400
"""Passages from which on a browser lays out only what is in sight; until then it measures all of them truly."""

_TEMPLATES = Path(__file__).parent / "templates"

_OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}
"""Everything from a view is escaped, a missing field is an error."""


def to_html(comparison: Comparison, made: str = "") -> str:
    """The whole page; ``made`` is the day to name as that of the report, in words.

    It holds no clock, path or host name: the same comparison, the same bytes.
    """
    view = make_view(comparison)
    return _template().render(view=view, found=view.findings, made=made)


def html_of(subjects: Sequence[Subject], manner: Manner) -> str:
    """The page of one event, with the day that the environment gives it."""
    assert subjects[0].comparison
    from compare.reporting.dating import day_of_report

    return to_html(subjects[0].comparison, day_of_report())


@cache
def _template() -> Template:
    environment = Environment(
        **_OPTIONS,
        loader=FileSystemLoader(_TEMPLATES),
        bytecode_cache=Compiled(_TEMPLATES, repr(sorted(map(str, _OPTIONS.items())))),
    )
    style, script = _asset("report.css"), _asset("report.js")
    environment.globals.update(
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        counted=counted,
        capital=capital,
        symbols=SYMBOLS,
        long=LONG,
    )
    return environment.get_template("report.html.j2")


def _asset(name: str) -> Markup:
    """A file of ours that stands in the page as it is."""
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))


def _hash(content: str) -> Markup:
    """The source expression by which a content policy allows exactly this style or script."""
    return Markup(f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'")
