"""A comparison to one self-contained HTML page that asks nothing of the network."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Comparison
from compare.reporting.subject import Manner, Subject
from compare.reporting.templating import page_template
from compare.reporting.view import make_view
from compare.reporting.visible import one_line

LONG = 400
"""Passages from which on a browser lays out only what is in sight; until then it measures all of them truly."""


def to_html(comparison: Comparison, made: str = "", lost: Sequence[str] = ()) -> str:
    """The whole page; ``made`` is the day to name as that of the report, in words.

    ``lost`` says of sources why they are not in it. It holds no clock, path or host name: the same comparison, the same bytes.
    """
    view = make_view(comparison)
    template = page_template("report.html.j2", ("report.css",), "report.js")
    return template.render(view=view, found=view.findings, made=made, lost=[one_line(each) for each in lost], long=LONG)


def html_of(subjects: Sequence[Subject], manner: Manner) -> str:
    """The page of one event, with the day that the environment gives it."""
    assert subjects[0].comparison
    from compare.reporting.dating import day_of_report

    return to_html(subjects[0].comparison, day_of_report())
