"""rashomon check: the events under sources/ to what is new in them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.console import colored, complain
from compare.cli.options import Interleaved, color_option, complete_event, complete_files, complete_formats
from compare.model import CompareError

if TYPE_CHECKING:
    from compare.checking.event import Check
    from compare.checking.outcome import Outcome


# fmt: off
@click.command("check", short_help="Say what nobody has looked at yet in the events under sources/.", cls=Interleaved)
@click.argument("events", nargs=-1, metavar="[EVENT…]", shell_complete=complete_event)
@click.option("--changed-since", "since", metavar="REV", help="Only events that were touched since that revision of git.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "note", "never"]),
              help="Exit 1 where something new is at least that severe.  [default: warning]")
@click.option("--strict", is_flag=True, help="Exit 1 for stale acceptances, too.")
@click.option("--rule", "kinds", multiple=True, metavar="KIND=SEVERITY", help="Count a kind as error, warning or note, or leave it off; may repeat.")
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE", shell_complete=complete_files, help="Write there, all events in one report; its ending names the format.")
@click.option("--format", "formats", multiple=True, metavar="FORMAT", shell_complete=complete_formats, help="As for compare; may repeat, each before its -o.")
@click.option("--no-reports", is_flag=True, help="Write no pages to the folder of reports.")
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes; 0, as many as there are cores.", show_default=True)
@color_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing where there is nothing to do; no progress.")
@click.pass_context
def check_command(
    ctx: click.Context, events: tuple[str, ...], since: str | None, fail_on: str | None, strict: bool,
    kinds: tuple[str, ...], outputs: tuple[str, ...], formats: tuple[str, ...], no_reports: bool, jobs: int,
    color: str, quiet: bool,
) -> int:
    # fmt: on
    """Compare the sources of every event, or of those named, and say what nobody has looked at yet.

    \b
    rashomon check                               every event under sources/
    rashomon check bridge                        one of them
    rashomon check --changed-since origin/main   those that a branch touches
    rashomon check --format sarif -o new.sarif   for the forge, beside the summary

    For each event a page is written to reports/. Exit 0: nothing new. 1: something
    is, and "rashomon review EVENT" shows it. 2: an event could not be checked.
    """
    from dataclasses import replace

    from compare.checking.cache import Cache
    from compare.checking.reports import targets_of, write_all
    from compare.checking.summary import exit_code, summary
    from compare.cli.place import the_check
    from compare.output import STDOUT, write_output
    from compare.severities import severities_asked

    wanted = targets_of(ctx.meta["asked"])
    base = the_check()
    check = replace(base, fail_on=fail_on, severities=severities_asked(kinds), pages=not no_reports, keep=bool(wanted))
    names = _names(events, since, check.home)
    outcomes = _with_progress(names, check, jobs, quiet)
    for outcome in outcomes:
        if outcome.broken:
            complain(CompareError(outcome.broken))
    write_all(outcomes, wanted, check.fail_on or check.settings.fail_on)
    Cache(check.cache).sweep()
    code = exit_code(outcomes, strict)
    if code or not quiet:
        taken = any(target.file == STDOUT for target in wanted)
        text = summary(outcomes, colored(color) and not taken, strict)
        if taken:
            click.echo(text, err=True, nl=False)
        else:
            write_output(STDOUT, text)
    return code


def _names(events: Sequence[str], since: str | None, home: Path) -> list[str]:
    """The events to check, in order, each once."""
    from compare.checking.revisions import changed_events
    from compare.events.folders import event_folder, event_names

    for name in events:
        event_folder(home, name)
    names = sorted(set(events)) or event_names(home)
    touched = changed_events(home, since) if since is not None else None
    return names if touched is None else [name for name in names if name in touched]


def _with_progress(names: Sequence[str], check: Check, jobs: int, quiet: bool) -> list[Outcome]:
    """The outcomes in the order of the names; how far it is shows on a terminal."""
    from compare.checking.pool import check_events

    found = check_events(names, check, jobs)
    if quiet or len(names) < 2 or not sys.stderr.isatty():
        return sorted(found, key=lambda outcome: outcome.event)
    with click.progressbar(found, len(names), label="checking", file=sys.stderr, show_pos=True) as shown:
        return sorted(shown, key=lambda outcome: outcome.event)
