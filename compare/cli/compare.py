"""rashomon compare: accounts in, a report out."""

from __future__ import annotations

import click

from compare.cli.console import Abroad, bring, colored
from compare.cli.options import (
    Interleaved,
    allow_private_option,
    color_option,
    complete_files,
    complete_formats,
    keep_all_option,
    keep_sources_option,
    kind_option,
    sources_argument,
)
from compare.model import CompareError


# fmt: off
@click.command("compare", cls=Interleaved)
@sources_argument
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE", shell_complete=complete_files, help="Write there; its ending names the format.")
@click.option("--format", "formats", multiple=True, metavar="FORMAT", shell_complete=complete_formats,
              help="html, json, md, sarif, junit, github or text; may repeat, each before its -o.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default="never", show_default=True,
              help="Exit 1 where a discrepancy is at least that severe.")
@click.option("--rule", "kinds", multiple=True, metavar="KIND=SEVERITY", help="Count a kind as error, warning or note, or leave it off; may repeat.")
@click.option("--label", "labels", multiple=True, metavar="[FILE=]NAME", help="What to call an account; for the files in their order.")
@click.option("--published", multiple=True, metavar="[FILE=]DATE", help="The date of a source (2007-07-02); it goes before one in the text.")
@click.option("--title", help="What to call the event.")
@click.option("--segmented", is_flag=True, help="The files have one sentence a line.")
@keep_all_option
@kind_option
@allow_private_option
@keep_sources_option
@color_option
@click.option("--notes", is_flag=True, help="Show notes, and what was accepted, one by one in the text report, as --fail-on note does.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
@click.pass_context
def compare_command(
    ctx: click.Context, sources: tuple[str, ...], outputs: tuple[str, ...], formats: tuple[str, ...], fail_on: str,
    kinds: tuple[str, ...],
    labels: tuple[str, ...], published: tuple[str, ...], title: str | None, segmented: bool, keep_all: bool,
    source_kinds: tuple[str, ...], allow_private: bool, keep_sources: str | None, color: str, notes: bool, quiet: bool,
) -> int:
    # fmt: on
    """Compare two accounts or more and report where they differ.

    \b
    rashomon compare dw.txt dod.txt
    rashomon compare dw.txt dod.txt -o report.html --format json -o report.json
    rashomon compare dw.txt dod.txt --fail-on error -o report.sarif -o report.xml
    curl -s … | rashomon compare - dod.txt --label -=Agency

    FILE is a text, a saved page or document, the address of a page (https://…), or - for
    standard input. Labels and dates come from the options, else from an event.toml beside the files, else from the texts.
    """
    from compare.cli.place import home
    from compare.pipeline import Asked, compare_sources
    from compare.settings import read_settings
    from compare.severities import severities_asked
    from compare.targets import by_source, exceeds, source_kinds_of, targets, write_reports

    if len(sources) < 2:
        raise CompareError(f"{sources[0]}: one account alone; name two files or more to compare")
    wanted = targets(ctx.meta["asked"], sources)
    settings = read_settings(home())
    asked = Asked(title, by_source("--label", labels, sources), by_source("--published", published, sources), segmented,
                  keep_all, source_kinds_of(source_kinds, sources),
                  bring(sources, Abroad(allow_private, keep_sources)), severities_asked(kinds),
                  settings.severities, settings.names)
    comparison = compare_sources(sources, asked)
    lines = write_reports(comparison, wanted, colored(color), notes or fail_on == "note", fail_on)
    if not quiet:
        for line in lines:
            click.echo(line, err=True)
    return int(exceeds(comparison.discrepancies, fail_on))
