"""rashomon read: what is kept of a source and what is set aside."""

from __future__ import annotations

import click

from compare.cli.console import Abroad, colored, each
from compare.cli.options import (
    allow_private_option,
    color_option,
    form_option,
    keep_all_option,
    keep_sources_option,
    kind_option,
    sources_argument,
)


@click.command("read")
@sources_argument
@form_option
@keep_all_option
@kind_option
@allow_private_option
@keep_sources_option
@color_option
def read_command(sources: tuple[str, ...], form: str, keep_all: bool, source_kinds: tuple[str, ...], allow_private: bool, keep_sources: str | None, color: str) -> int:
    """Show what is kept of each file and what is set aside, and why.

    \b
    rashomon read page.txt
    rashomon read *.txt --format json     one account object a line
    curl -s … | rashomon read -
    """
    from compare.reporting.json_report import account_to_json_line
    from compare.reporting.listing import account_to_text

    shown = colored(color)
    return each(sources, keep_all, source_kinds, Abroad(allow_private, keep_sources), account_to_json_line if form == "json" else lambda a: account_to_text(a, shown))
