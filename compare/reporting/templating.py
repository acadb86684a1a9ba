"""Templates of whole pages, with their styles and their script inside them."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from compare.reporting.compiled import Compiled
from compare.reporting.phrases import SYMBOLS, capital, counted, many

_FOLDER = Path(__file__).parent / "templates"

_OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,
}
"""Everything from a view is escaped, a missing field is an error."""


@cache
def page_template(name: str, styles: tuple[str, ...] = (), script: str = "") -> Template:
    """The template of that name; ``style`` and ``script`` in it are the files named, which stand in a page as they are.

    ``style_hash`` and ``script_hash`` are by what a content policy allows exactly these.
    """
    environment = Environment(
        **_OPTIONS,
        loader=FileSystemLoader(_FOLDER),
        bytecode_cache=Compiled(_FOLDER, repr(sorted(map(str, _OPTIONS.items())))),
    )
    inside = {"style": "".join(map(_asset, styles)), "script": _asset(script) if script else ""}
    environment.globals.update(
        {key: Markup(text) for key, text in inside.items()},
        **{f"{key}_hash": source_hash(text) for key, text in inside.items()},
        counted=counted,
        many=many,
        capital=capital,
        symbols=SYMBOLS,
    )
    return environment.get_template(name)


def source_hash(content: str) -> Markup:
    """The source expression by which a content policy allows exactly this style or script."""
    return Markup(f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'")


def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
