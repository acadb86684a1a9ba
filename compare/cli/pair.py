"""rashomon pair: the sources that tell one event, found among many, as a manifest."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.options import complete_files

if TYPE_CHECKING:
    from compare.pairing.pair import Found

SHOWN = 20
"""Sources that could not be read of which so many are named."""


# fmt: off
@click.command("pair")
@click.argument("folder", type=click.Path(path_type=Path), shell_complete=complete_files)
@click.option("-o", "--output", "manifest", default="-", metavar="MANIFEST", help="The manifest: CSV, or JSON Lines where it ends in .jsonl; its index stands beside it.  [default: standard output]")
@click.option("--days", type=click.IntRange(0, 30), default=3, show_default=True, help="Between the first and the last source of an event, where they say when they were published.")
@click.option("--jobs", type=click.IntRange(0), default=0, show_default=True, help="Processes that read; 0, as many as there are cores.")
@click.option("--limit", type=click.FloatRange(0, min_open=True), default=120.0, show_default=True, metavar="SECONDS", help="Stop reading a source that takes longer.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def pair_command(folder: Path, manifest: str, days: int, jobs: int, limit: float, quiet: bool) -> int:
    # fmt: on
    """Find the sources under FOLDER that tell the same event, and write a manifest of them.

    \b
    rashomon pair articles -o archive.csv
    rashomon batch archive.csv -o results

    Sources are one event where they share rare words, names and figures, more than either
    shares with what other sources tell, and were published within a few days. When sources arrive, the
    same command reads only the new ones; the manifest is the same as if it had read all.
    Exit 2: a source could not be read; all others are in the manifest.
    """
    from compare.checking.cache import code_digest
    from compare.cli.console import FAILED, complain
    from compare.cli.progress import progress
    from compare.model import CompareError
    from compare.pairing.clusters import Limits
    from compare.pairing.pair import Asked, pair

    asked = Asked(folder, manifest, jobs, code_digest(), Limits(days=days), limit)
    begun = time.monotonic()
    found = pair(asked, progress("reading", "sources", quiet, len))
    for _, reason in found.faults[:SHOWN]:
        complain(CompareError(reason))
    if len(found.faults) > SHOWN:
        complain(CompareError(f"{len(found.faults) - SHOWN:,} more could not be read"))
    if not quiet:
        click.echo(_summary(found, time.monotonic() - begun), err=True)
    return FAILED if found.faults else 0


def _summary(found: Found, seconds: float) -> str:
    from compare.reporting.phrases import many

    lost = len(found.faults)
    unread = f" ({lost:,} cannot be read)" if lost else ""
    told = f"{many(found.events, 'event')} that two or more tell, {many(found.sources - found.paired, 'source')} alone"
    return f"{many(found.sources + lost, 'source')}{unread}, {found.read:,} of them opened now: {told}. {seconds:,.1f} seconds."
