"""rashomon accept: discrepancies that were looked at, by their fingerprints."""

from __future__ import annotations

import click

from compare.cli.options import complete_event
from compare.model import CompareError


# fmt: off
@click.command("accept", short_help="Accept discrepancies of an event, for a reason.")
@click.argument("event", shell_complete=complete_event)
@click.argument("ids", nargs=-1, metavar="ID…")
@click.option("--reason", required=True, help="Why it may stand; the next reader asks.")
@click.option("--all", "every", is_flag=True, help="Accept everything that is new.")
@click.option("--at-least", type=click.Choice(["error", "warning", "note"]), default="note", show_default=True,
              help="With --all, only what is that severe.")
@click.option("--by", metavar="NAME", help="Who accepts it.  [default: git's user]")
@click.option("--until", metavar="DATE", help="Until when (2027-03-01); from the next day on it counts as new.")
def accept_command(
    event: str, ids: tuple[str, ...], reason: str, every: bool, at_least: str, by: str | None, until: str | None
) -> int:
    # fmt: on
    """Accept discrepancies of an EVENT, by their fingerprints or as many letters of them as tell them apart.

    \b
    rashomon accept bridge 3e3f82e6679f2183 --reason "Two interpreters."
    rashomon accept bridge 3e3f cdf9 --reason "…" --until 2027-03-01
    rashomon accept bridge --all --reason "Known before the first review."

    An ID accepts one; of two alike, the other stays new until it is given again.
    """
    from compare.checking.choosing import chosen_by_id, chosen_by_severity
    from compare.cli.place import event as read_event
    from compare.cli.place import the_check, who
    from compare.model import Acceptance
    from compare.review import accept, judge, read_entries
    from compare.tables import iso_date

    if bool(ids) == every:
        raise CompareError(f"{event}: name the fingerprints to accept, or give --all; rashomon check {event} lists them")
    if not reason.strip():
        raise CompareError("--reason: it is empty; say why this may stand")
    check = the_check()
    acceptance = Acceptance(reason.strip(), who(by, check.home), check.today, iso_date(until, "--until") if until else "")
    if until and acceptance.until < check.today:
        raise CompareError(f"--until {until}: is over already; give a day to come")
    folder, comparison = read_event(event, check)
    judged = judge(comparison, read_entries(folder.path), check.today).comparison
    chosen = chosen_by_severity(judged, at_least) if every else chosen_by_id(judged, ids, event)
    already = accept(folder.path, comparison, chosen, acceptance)
    for found in already:
        click.echo(f"{found.id}: was accepted meanwhile by somebody else", err=True)
    click.echo(f"{event}: {len(chosen) - len(already)} accepted", err=True)
    return 0
