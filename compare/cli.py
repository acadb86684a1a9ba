"""The command line: parse, call, print, exit. The only user of click."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from compare import __version__
from compare.model import CompareError

FAILED = 2
"""Exit code where nothing could be told: usage, an unreadable source, a broken event folder."""


class Interleaved(click.Command):
    """A command that remembers which ``--format`` stood before which ``-o``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        values, _, order = self.make_parser(ctx).parse_args(args=list(args))
        queues = {name: list(values.get(name) or ()) for name in ("formats", "outputs")}
        names = [str(parameter.name) for parameter in order]
        ctx.meta["asked"] = [(name, queues[name].pop(0)) for name in names if queues.get(name)]
        return super().parse_args(ctx, args)


@click.group(
    no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="rashomon", message="%(prog)s %(version)s")
def main() -> None:
    """Compare independent accounts of one event and say where they differ.

    \b
    rashomon compare a.txt b.txt                     a summary on the terminal
    rashomon compare a.txt b.txt -o report.html      a page to read and send on
    rashomon compare a.txt b.txt --fail-on error     exit 1 where accounts contradict each other
    rashomon read page.txt                           what is kept and what is set aside
    """


sources_argument = click.argument("sources", nargs=-1, required=True, metavar="FILE…")
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


# fmt: off
@main.command("compare", cls=Interleaved)
@sources_argument
@click.option("-o", "--output", "outputs", multiple=True, metavar="FILE", help="Write there; its ending names the format.")
@click.option("--format", "formats", multiple=True, metavar="FORMAT", help="html, json or text; may repeat, each before its -o.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default="never", show_default=True,
              help="Exit 1 where a discrepancy is at least that severe.")
@click.option("--label", "labels", multiple=True, metavar="[FILE=]NAME", help="What to call an account; for the files in their order.")
@click.option("--published", multiple=True, metavar="[FILE=]DATE", help="The date of a source (2007-07-02); it goes before one in the text.")
@click.option("--title", help="What to call the event.")
@click.option("--segmented", is_flag=True, help="The files have one sentence a line.")
@keep_all_option
@color_option
@click.option("--notes", is_flag=True, help="Show notes one by one in the text report, as --fail-on note does.")
@click.option("-q", "--quiet", is_flag=True, help="No summary on standard error.")
@click.pass_context
def compare_command(
    ctx: click.Context, sources: tuple[str, ...], outputs: tuple[str, ...], formats: tuple[str, ...], fail_on: str,
    labels: tuple[str, ...], published: tuple[str, ...], title: str | None, segmented: bool, keep_all: bool,
    color: str, notes: bool, quiet: bool,
) -> int:
    # fmt: on
    """Compare two accounts or more and report where they differ.

    FILE is a text file, or - for standard input. Labels and dates come from the
    options, else from an event.toml beside the files, else from the texts.

    \b
    rashomon compare dw.txt dod.txt
    rashomon compare dw.txt dod.txt -o report.html --format json -o report.json
    curl -s … | rashomon compare - dod.txt --label -=Agency
    """
    from compare.pipeline import Asked, compare_sources
    from compare.targets import by_source, exceeds, targets, write_reports

    if len(sources) < 2:
        raise CompareError(f"{sources[0]}: one account alone; name two files or more to compare")
    wanted = targets(ctx.meta["asked"], sources)
    asked = Asked(title, by_source("--label", labels, sources), by_source("--published", published, sources), segmented,
                  keep_all, standard_input(sources))
    comparison = compare_sources(sources, asked)
    lines = write_reports(comparison, wanted, colored(color), notes or fail_on == "note")
    if not quiet:
        for line in lines:
            click.echo(line, err=True)
    return int(exceeds(comparison.discrepancies, fail_on))


@main.command("read")
@sources_argument
@form_option
@keep_all_option
@color_option
def read_command(sources: tuple[str, ...], form: str, keep_all: bool, color: str) -> int:
    """Show what is kept of each file and what is set aside, and why."""
    from compare.reporting.json_report import account_to_json_line
    from compare.reporting.listing import account_to_text

    shown = colored(color)
    return each(sources, keep_all, account_to_json_line if form == "json" else lambda a: account_to_text(a, shown))


@main.command("quotes")
@sources_argument
@form_option
@keep_all_option
def quotes_command(sources: tuple[str, ...], form: str, keep_all: bool) -> int:
    """List the quotations of each file and who is credited with them."""
    from compare.reporting.json_report import account_to_json_line
    from compare.reporting.listing import quotations_to_text

    return each(sources, keep_all, account_to_json_line if form == "json" else quotations_to_text)


@main.command("rules")
@click.argument("kind", required=False)
def rules_command(kind: str | None) -> int:
    """List what is checked, or print why and how for one KIND."""
    from compare.output import STDOUT, write_output
    from compare.rules import documentation, rules

    if kind is None:
        width = max(map(len, rules()))
        firsts = {name: " ".join(documentation(name).split("\n\n")[0].split()) for name in rules()}
        write_output(STDOUT, "".join(f"{name:{width}}  {first}\n" for name, first in firsts.items()))
        return 0
    if kind not in rules():
        raise CompareError(f"{kind}: no such kind; there are {', '.join(rules())}")
    write_output(STDOUT, f"{kind}\n\n{documentation(kind)}\n")
    return 0


def each(sources: Sequence[str], keep_all: bool, render: Any) -> int:
    """Read and print source after source; one that cannot be read does not hide the others."""
    from compare.output import STDOUT, write_output
    from compare.pipeline import read_account

    code = 0
    for source in sources:
        try:
            text = render(read_account(source, data=standard_input([source]), keep_all=keep_all))
            write_output(STDOUT, text if text.endswith("\n") else text + "\n")
        except CompareError as error:
            complain(error)
            code = FAILED
    return code


def standard_input(sources: Sequence[str]) -> bytes | None:
    """The bytes of standard input where ``-`` is among the sources."""
    if "-" not in sources:
        return None
    from compare.reading.sources import LARGEST

    if sys.stdin is None:
        raise CompareError("-: standard input is closed; name a file")
    return sys.stdin.buffer.read(LARGEST + 1)


def colored(choice: str) -> bool:
    """Whether to colour standard output: as asked, else on a terminal without NO_COLOR."""
    if choice == "auto":
        return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return choice == "always"


def complain(error: Exception) -> None:
    """One line on standard error, without anything that could steer a terminal."""
    from compare.reporting.visible import one_line

    click.echo(f"rashomon: {one_line(str(error))}", err=True)


def run(argv: Sequence[str] | None = None) -> int:
    """The program: its exit code; no traceback reaches a user."""
    args = None if argv is None else list(argv)
    try:
        code = main.main(args=args, prog_name="rashomon", standalone_mode=False)
    except CompareError as error:
        complain(error)
        code = FAILED
    except click.ClickException as error:
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "rashomon"
        complain(CompareError(f"{error.format_message().rstrip('.')}; see '{where} --help'"))
        code = FAILED
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except Exception as error:
        if os.environ.get("RASHOMON_DEBUG"):
            raise
        complain(CompareError(f"a fault of rashomon's own ({type(error).__name__}: {error}); please report it"))
        code = FAILED
    return code if isinstance(code, int) else 0


def entry() -> None:
    """The console script."""
    sys.exit(run())


if __name__ == "__main__":
    entry()
