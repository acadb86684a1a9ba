"""rashomon prune: acceptances of what occurs no more are taken out."""

from __future__ import annotations

import click

from compare.cli.console import FAILED, complain
from compare.cli.options import complete_event
from compare.model import CompareError


@click.command("prune", short_help="Take out acceptances that nothing answers to any more.")
@click.argument("events", nargs=-1, metavar="[EVENT…]", shell_complete=complete_event)
def prune_command(events: tuple[str, ...]) -> int:
    """Take stale acceptances out of accepted.toml: of the events named, or of all. Nothing else is touched.

    \b
    rashomon prune bridge
    rashomon prune            every event under sources/
    """
    from compare.cli.place import event as read_event
    from compare.cli.place import the_check
    from compare.events.folders import event_names
    from compare.review import FILE, prune

    check = the_check()
    code = 0
    for name in events or event_names(check.home):
        try:
            folder, comparison = read_event(name, check)
            if not (folder.path / FILE).exists():
                continue
            for entry in prune(folder.path, comparison, check.today):
                times = f" ({entry.times} times)" if entry.times > 1 else ""
                click.echo(f"{name}: {entry.id} {entry.kind} taken out{times}", err=True)
        except CompareError as error:
            complain(error)
            code = FAILED
    return code
