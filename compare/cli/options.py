"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem



def complete_files(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files, for the shell to list."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(begun, type="file")]


def complete_formats(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The formats of reports that begin so."""
    from compare.reporting import FORMATS

    return [name for name in FORMATS if name.startswith(begun)]


def complete_kinds(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The kinds of discrepancies that begin so."""
    from compare.rules import rules

    return [kind for kind in rules() if kind.startswith(begun)]


sources_argument = click.argument("sources", nargs=-1, required=True, metavar="FILE…", shell_complete=complete_files)
color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour on standard output."
)  # fmt: skip
form_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="json: one account object a line.",
)  # fmt: skip
keep_all_option = click.option(
    "--keep-all", is_flag=True, help="Set nothing aside: menus and captions count as text."
)
kind_option = click.option(
    "--kind", "source_kinds", multiple=True, metavar="[FILE=]KIND",
    help="Read a source as pdf, docx, subtitles, html, markdown or plain, whatever it looks like; without FILE all of them.",
)  # fmt: skip
allow_private_option = click.option(
    "--allow-private", is_flag=True, help="Fetch from addresses of this machine and of private networks, too."
)
keep_sources_option = click.option(
    "--keep-sources", metavar="FOLDER", help="Keep the bytes of pages that were fetched there."
)


def complete_event(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The names of events that begin so, for a shell's completion."""
    from compare.cli.place import home
    from compare.events.folders import event_names
    from compare.model import CompareError

    try:
        return [name for name in event_names(home()) if name.startswith(incomplete)]
    except CompareError:
        return []


class Interleaved(click.Command):
    """A command that remembers which ``--format`` stood before which ``-o``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        values, _, order = self.make_parser(ctx).parse_args(args=list(args))
        queues = {name: list(values.get(name) or ()) for name in ("formats", "outputs")}
        names = [str(parameter.name) for parameter in order]
        ctx.meta["asked"] = [(name, queues[name].pop(0)) for name in names if queues.get(name)]
        return super().parse_args(ctx, args)
