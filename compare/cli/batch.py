"""rashomon batch: the events of a manifest to tables."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.options import allow_private_option, complete_files
from compare.model import CompareError

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.archives.work import Engine

MEMORY = 2048
"""Megabytes a process may have: two texts of ten thousand sentences take 250."""

STOPPED = 130
"""The exit code of a run that was interrupted from the keyboard, as shells have it."""


# fmt: off
@click.command("batch")
@click.argument("manifest", type=click.Path(path_type=Path), shell_complete=complete_files)
@click.option("-o", "--output", "results", required=True, metavar="RESULTS", type=click.Path(path_type=Path), help="The folder for the tables.")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="local: on this machine's cores; dask: on a cluster that runs already.")
@click.option("--scheduler", metavar="ADDRESS", help="Of that cluster, for the engine dask: tcp://host:8786.")
@click.option("--jobs", type=click.IntRange(0), default=0, show_default=True, help="Events at once; 0, as many as keep all cores busy.")
@click.option("--limit", type=click.FloatRange(0, min_open=True), default=120.0, show_default=True, metavar="SECONDS", help="Stop an event that takes longer.")
@click.option("--memory", type=click.IntRange(0), default=MEMORY, show_default=True, metavar="MB", help="Stop an event that takes more; 0, however much (Linux).")
@click.option("--parquet/--no-parquet", default=None, help="The tables as Parquet, too; they are where pyarrow is installed.")
@click.option("--html", "pages", metavar="DIR", type=click.Path(path_type=Path), help="Pages of the events with discrepancies, and an index of all.")
@click.option("--keep", is_flag=True, help="Keep what was compared beside the tables, so that the next run compares only what is new.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default="never", show_default=True,
              help="Exit 1 where a discrepancy is at least that severe.")
@click.option("--rule", "kinds", multiple=True, metavar="KIND=SEVERITY", help="Count a kind as error, warning or note, or leave it off; may repeat.")
@click.option("--fetch", "fetching", is_flag=True, help="Read sources that are http:// or https:// addresses, too.")
@allow_private_option
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def batch_command(
    manifest: Path, results: Path, engine: str, scheduler: str | None, jobs: int, limit: float, memory: int,
    parquet: bool | None, pages: Path | None, keep: bool, fail_on: str, kinds: tuple[str, ...], fetching: bool, allow_private: bool, quiet: bool,
) -> int:
    # fmt: on
    """Compare the sources of every event in MANIFEST and write what is found as tables.

    \b
    rashomon batch archive.csv -o results
    rashomon batch sources -o results --fail-on error
    rashomon batch archive.csv -o results --html pages
    rashomon batch archive.csv -o results --engine dask --scheduler tcp://head:8786

    MANIFEST is a CSV file with a header, JSON Lines or Parquet, one source a row (event,
    source, and where known label, published, url; files are named from its folder, or as
    fsspec names them: s3://bucket/a.txt), or a folder of event folders. The tables are
    JSON Lines, and Parquet where pyarrow is installed. A run that was ended goes on where
    it was when it is started again. Exit 2: a source or an event could not be compared;
    errors.jsonl says which and why, and the tables hold all others.
    """
    from compare.archives.batch import Asked, run_batch
    from compare.archives.event import Task
    from compare.archives.parquet import installed, need
    from compare.archives.summary import exit_code, summary
    from compare.checking.cache import code_digest
    from compare.cli.console import complain, say
    from compare.cli.place import home
    from compare.cli.progress import progress
    from compare.output import STDOUT, write_output
    from compare.reporting.dating import day_of_report
    from compare.settings import read_settings
    from compare.severities import severities_asked

    if parquet:
        need("--parquet")
    if str(results) == STDOUT:
        raise CompareError("-: six tables do not fit on standard output; name a folder with -o")
    if (engine == "dask") != bool(scheduler):
        raise CompareError("--engine dask and --scheduler ADDRESS belong together; give both, or neither")
    tell = (lambda _line: None) if quiet else say
    settings = read_settings(home())
    made = day_of_report() if pages else None
    task = Task(Path(), Path(), code_digest(), severities_asked(kinds), settings.severities, settings.names, fetching, allow_private, made, memory)
    asked = Asked(manifest, results, jobs, limit, task, _engine(scheduler, tell), installed() if parquet is None else parquet, pages, keep)
    begun = time.monotonic()
    try:
        totals = run_batch(asked, progress("comparing", "events", quiet), tell)
    except KeyboardInterrupt:
        complain(CompareError("stopped; the same command goes on where it was"))
        return STOPPED
    if not quiet:
        write_output(STDOUT, summary(totals, asked, time.monotonic() - begun))
    return exit_code(totals, fail_on)


def _engine(scheduler: str | None, tell: Callable[[str], None]) -> Engine:
    if scheduler:
        from compare.archives.cluster import engine

        return engine(scheduler, tell)
    from compare.archives.workers import do_events

    return do_events
