"""Comparisons to reports: one module a format, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

from compare.model import CompareError
from compare.reporting.subject import Manner, Subject

__all__ = ["ENDINGS", "FORMATS", "Manner", "Subject", "render", "rendered"]


class Format(NamedTuple):
    """The module of a format, the function in it, and whether it holds several events."""

    module: str
    function: str
    several: bool = True


FORMATS: Mapping[str, Format] = {
    "html": Format("html", "html_of", several=False),
    "json": Format("json_report", "json_of", several=False),
    "md": Format("markdown", "to_markdown"),
    "sarif": Format("sarif", "to_sarif"),
    "junit": Format("junit", "to_junit"),
    "github": Format("github", "to_github"),
    "text": Format("text", "text_of"),
}
"""By the name of a format, what renders subjects in it: ``function(subjects, manner)``."""

ENDINGS: Mapping[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".md": "md",
    ".markdown": "md",
    ".sarif": "sarif",
    ".xml": "junit",
    ".txt": "text",
}
"""By the ending of a file, the format it is written in."""


def render(name: str, subjects: Sequence[Subject], manner: Manner = Manner()) -> Iterable[str]:
    """The report in pieces, to be written one after the other.

    CompareError where a format holds one event and there are others, or none
    that could be compared.
    """
    form = FORMATS[name]
    if not form.several and (len(subjects) != 1 or subjects[0].comparison is None):
        many = ", ".join(each for each, other in FORMATS.items() if other.several)
        raise CompareError(f"--format {name}: holds one event; name one, or take one of {many}")
    function: Callable[[Sequence[Subject], Manner], Iterable[str]] = getattr(
        import_module(f"compare.reporting.{form.module}"), form.function
    )
    return function(subjects, manner)


def rendered(name: str, subjects: Sequence[Subject], manner: Manner = Manner()) -> str:
    """The report as one text."""
    return "".join(render(name, subjects, manner))
