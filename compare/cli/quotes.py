"""rashomon quotes: the quotations of a source and their speakers."""

from __future__ import annotations

import click

from compare.cli.console import Abroad, each
from compare.cli.options import (
    allow_private_option,
    form_option,
    keep_all_option,
    keep_sources_option,
    kind_option,
    sources_argument,
)


@click.command("quotes")
@sources_argument
@form_option
@keep_all_option
@kind_option
@allow_private_option
@keep_sources_option
def quotes_command(sources: tuple[str, ...], form: str, keep_all: bool, source_kinds: tuple[str, ...], allow_private: bool, keep_sources: str | None) -> int:
    """List the quotations of each file and who is credited with them.

    \b
    rashomon quotes article.txt
    rashomon quotes *.txt --format json     one account object a line
    """
    from compare.reporting.json_report import account_to_json_line
    from compare.reporting.listing import quotations_to_text

    return each(sources, keep_all, source_kinds, Abroad(allow_private, keep_sources), account_to_json_line if form == "json" else quotations_to_text)
