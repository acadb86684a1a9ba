"""rashomon review: what is new in an event, one by one, in the terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from compare.cli.console import colored
from compare.cli.options import color_option, complete_event
from compare.model import CompareError

if TYPE_CHECKING:
    from compare.checking.event import Check
    from compare.events.folders import Folder
    from compare.model import Comparison, Discrepancy

KEYS = "a accept, s skip, b back, q quit"


# fmt: off
@click.command("review", short_help="Walk through what is new in an event and accept it, with a reason.")
@click.argument("event", shell_complete=complete_event)
@click.option("--at-least", type=click.Choice(["error", "warning", "note"]),
              help="Show what is that severe.  [default: what stops the check]")
@click.option("--by", metavar="NAME", help="Who reviews.  [default: git's user]")
@click.option("--until", metavar="DATE", help="Until when what is accepted is to hold (2027-03-01).")
@color_option
def review_command(event: str, at_least: str | None, by: str | None, until: str | None, color: str) -> int:
    # fmt: on
    """Walk through what is new in an EVENT: accept it with a reason, skip it, go back, quit.

    \b
    rashomon review bridge
    rashomon review bridge --at-least note

    Each acceptance is saved at once.
    """
    from compare.checking.choosing import chosen_by_severity
    from compare.checking.event import fail_on_in
    from compare.cli.place import event as read_event
    from compare.cli.place import the_check, who
    from compare.events.folders import read_folder
    from compare.model import SEVERITIES
    from compare.review import judge, read_entries
    from compare.tables import iso_date

    check = the_check()
    read_folder(check.home, event)  # an event that is not there is what to say first
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout is not None and sys.stdout.isatty()):
        raise CompareError(
            f'review: there is no terminal here; rashomon check {event} lists what is new, and rashomon accept {event} ID --reason "…" accepts it'
        )
    folder, comparison = read_event(event, check)
    least = at_least or fail_on_in(folder.event, check)
    judged = judge(comparison, read_entries(folder.path), check.today)
    for remark in judged.remarks:
        click.echo(f"! {remark}")
    new = chosen_by_severity(judged.comparison, least if least in SEVERITIES else "note")
    if not new:
        click.echo(f"{event}: nothing new to review")
        return 0
    desk = Desk(folder, comparison, who(by, check.home), iso_date(until, "--until") if until else "", check)
    desk.walk(new, colored(color))
    return 0


class Desk:
    """Where one person reviews one event."""

    def __init__(self, folder: Folder, comparison: Comparison, by: str, until: str, check: Check) -> None:
        self.folder, self.comparison, self.by, self.until, self.check = folder, comparison, by, until, check
        self.reason = ""
        self.done: dict[int, str] = {}

    def walk(self, new: Sequence[Discrepancy], color: bool) -> None:
        """Show one after the other until the last, or until somebody quits."""
        k = 0
        while 0 <= k < len(new):
            click.echo(f"\n{k + 1} of {len(new)}" + (f" · {self.done[k]}" if k in self.done else ""))
            click.echo(self._shown(new[k], color), color=color)
            key = self._key()
            if key == "q":
                break
            if key == "a" and k not in self.done and not self._accept(k, new[k]):
                continue
            k = max(k - 1, 0) if key == "b" else k + 1
        accepted = len(self.done)
        click.echo(f"\n{self.folder.name}: {accepted} of {len(new)} accepted; rashomon check {self.folder.name} says what is left")

    def _shown(self, found: Discrepancy, color: bool) -> str:
        from compare.reporting.text import to_text

        width = min(shutil.get_terminal_size((80, 24)).columns, 100)
        alone = replace(self.comparison, discrepancies=(found,))
        return to_text(alone, width, color, notes=True).partition("\n\n")[2].rstrip()

    def _key(self) -> str:
        while True:
            try:
                answer = click.prompt(f"[{KEYS}]", default="s", show_default=False, prompt_suffix=" ").strip().lower()
            except click.Abort:
                click.echo("")
                return "q"
            if answer[:1] in ("a", "s", "b", "q"):
                return str(answer[:1])

    def _accept(self, k: int, found: Discrepancy) -> bool:
        """Ask why, and save it; False where no reason is given."""
        from compare.model import Acceptance
        from compare.review import accept

        try:
            reason = click.prompt("why", default=self.reason, show_default=bool(self.reason), prompt_suffix=": ").strip()
        except click.Abort:
            reason = ""
        if not reason:
            click.echo("not accepted: a reason is needed")
            return False
        self.reason = reason
        acceptance = Acceptance(reason, self.by, self.check.today, self.until)
        already = accept(self.folder.path, self.comparison, [found], acceptance)
        self.done[k] = "accepted meanwhile by somebody else" if already else "accepted"
        click.echo(self.done[k])
        return True
