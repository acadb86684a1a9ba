"""The totals of a run to what it says at its end."""

from __future__ import annotations

from pathlib import Path

from compare.archives.batch import Asked, Totals
from compare.archives.columns import TABLES
from compare.archives.manifest import texts_in
from compare.events.folders import REMARKS
from compare.model import SEVERITIES
from compare.reporting.phrases import many
from compare.reporting.visible import inert, one_line


def summary(totals: Totals, asked: Asked, seconds: float) -> str:
    """What was compared and found, how fast, and where the tables are."""
    counts = totals.counts
    found = [f"{many(getattr(counts, severity), severity)}" for severity in SEVERITIES]
    rate = totals.events / seconds if seconds > 0 else 0.0
    lines = [
        f"{many(totals.events, 'event')}: {counts.compared:,} compared, {totals.events - counts.compared:,} not.",
        f"{many(counts.error + counts.warning + counts.note, 'discrepancy')} ({', '.join(found)}), {many(counts.links, 'link')}.",
        f"{seconds:,.1f} seconds, {rate:,.1f} events a second.",
        f"Tables: {', '.join(f'{table}.jsonl' for table in TABLES)}{', and as .parquet,' if asked.parquet else ''} in {one_line(str(asked.results))}",
    ]
    if asked.pages:
        lines.append(f"Pages: {one_line(str(asked.pages / 'index.html'))}")
    if counts.faults:
        lines.insert(1, f"{many(counts.faults, 'row')} in errors.jsonl: what could not be done, and why.")
    if totals.before:
        lines.insert(1, f"{many(totals.before, 'event')} of these had been compared before: taken over.")
    return "".join(f"{inert(line)}\n" for line in [*lines, *_hints(totals, asked.manifest)])


def _hints(totals: Totals, manifest: Path) -> list[str]:
    """What may be wrong with a manifest that was read without complaint."""
    named = one_line(str(manifest))
    if not manifest.is_dir():
        return []
    loose = [name for name in texts_in(manifest) if not REMARKS.match(name)]
    return [f"Passed over: {many(len(loose), 'text')} in {named} itself, of no event; did you mean 'rashomon pair {named}'?"] if loose else []


def exit_code(totals: Totals, fail_on: str) -> int:
    """2 where something could not be done, 1 where a discrepancy is at least that severe, else 0."""
    counts = totals.counts
    if counts.faults:
        return 2
    severe = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return int(any(getattr(counts, severity) for severity in severe))
