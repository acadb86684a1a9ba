"""The command line: parse, call, print, exit. The only user of click.

A command is a module of its own, imported when it is called or listed.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from compare import __version__
from compare.cli.console import FAILED, complain
from compare.model import CompareError

COMMANDS = ("compare", "check", "add", "review", "accept", "prune", "read", "quotes", "rules", "schema", "pair", "batch")
"""In the order in which help lists them; ``rashomon NAME`` is ``NAME_command`` in ``compare/cli/NAME.py``."""


class Commands(click.Group):
    """The commands, each imported when somebody asks for it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"compare.cli.{name}"), f"{name}_command")
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from compare.tables import nearest

            ctx.fail(f"no such command {args[0]!r}: {nearest(args[0], iter(COMMANDS))}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands, no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)  # fmt: skip
@click.version_option(__version__, prog_name="rashomon", message="%(prog)s %(version)s")
def main() -> None:
    """Compare independent accounts of one event and say where they differ.

    \b
    rashomon compare a.txt b.txt                     a summary on the terminal
    rashomon compare a.txt b.txt -o report.html      a page to read and send on
    rashomon compare a.txt b.txt --fail-on error     exit 1 where accounts contradict each other
    rashomon read page.txt                           what is kept and what is set aside
    rashomon rules number                            what a kind flags, with an example
    rashomon check                                   what is new in the events under sources/
    """


def run(argv: Sequence[str] | None = None) -> int:
    """The program: its exit code; no traceback reaches a user."""
    args = None if argv is None else list(argv)
    try:
        code = main.main(args=args, prog_name="rashomon", standalone_mode=False)
    except CompareError as error:
        complain(error)
        code = FAILED
    except click.ClickException as error:
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else _called(sys.argv[1:] if args is None else args)
        complain(CompareError(f"{error.format_message().rstrip('.')}; see '{where} --help'"))
        code = FAILED
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except OSError as error:
        if os.environ.get("RASHOMON_DEBUG"):
            raise
        complain(CompareError(f"{error.filename or 'the system'}: {error.strerror or error}; check its name, permissions and room"))
        code = FAILED
    except Exception as error:
        if os.environ.get("RASHOMON_DEBUG"):
            raise
        complain(CompareError(f"a fault of rashomon's own ({type(error).__name__}: {error}); please report it"))
        code = FAILED
    return code if isinstance(code, int) else 0


def _called(args: Sequence[str]) -> str:
    """The command that was called, where click does not say: it knows an option's value to be missing before all else."""
    return f"rashomon {args[0]}" if args and args[0] in COMMANDS else "rashomon"


def entry() -> None:
    """The console script."""
    gc.set_threshold(1_000_000, 50, 100)  # a run is short and makes few cycles: looking for them took a seventh of its time
    sys.exit(run())
