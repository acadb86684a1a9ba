"""What the command line asked for: a value for each source, a format for each file, a severity to fail on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from compare.model import SEVERITIES, CompareError, Comparison, Discrepancy
from compare.output import STDOUT, append_output, write_output
from compare.reporting import ENDINGS, FORMATS, Manner, Subject, render, rendered
from compare.reporting.visible import inert, one_line


class Target(NamedTuple):
    """A report that was asked for."""

    format: str
    file: str


def by_source(option: str, values: Sequence[str], sources: Sequence[str]) -> list[str | None]:
    """The value for each source: named ones (``FILE=VALUE``) first, the others in order."""
    found: list[str | None] = [None] * len(sources)
    plain = []
    for value in values:
        named = [k for k, source in enumerate(sources) if value.startswith(f"{source}=")]
        for k in named:
            found[k] = value[len(sources[k]) + 1 :]
        name, equals, _ = value.partition("=")
        if not named and equals and Path(name).suffix and " " not in name:
            raise CompareError(f"{option} {value}: {name} is none of the files; write it as it stands among them")
        if not named:
            plain.append(value)
    free = [k for k, value in enumerate(found) if value is None]
    if len(plain) > len(free):
        raise CompareError(
            f"{option} {plain[len(free)]}: more of them than files; write FILE={plain[len(free)]}"
        )
    for k, value in zip(free, plain, strict=False):
        found[k] = value
    return found


def source_kinds_of(values: Sequence[str], sources: Sequence[str]) -> list[str | None]:
    """The kind asked for of each source: the last one named for it (``FILE=KIND``), else the last of all."""
    found: list[str | None] = [None] * len(sources)
    for value in sorted(values, key=lambda value: "=" in value):
        name, equals, kind = value.rpartition("=")
        if equals and name not in sources:
            raise CompareError(f"--kind {value}: {name} is none of the files; write it as it stands among them")
        for k, source in enumerate(sources):
            if not equals or source == name:
                found[k] = kind
    return found


def targets(asked: Sequence[tuple[str, str]], sources: Sequence[str]) -> list[Target]:
    """The reports asked for by ``formats`` and ``outputs`` in the order of the command line.

    An output takes the format named right before it, else that of its ending; a
    format without an output goes to standard output; with neither it is text.
    """
    wanted: list[Target] = []
    waiting: list[str] = []
    for option, value in asked:
        if option == "formats":
            if value not in FORMATS:
                raise CompareError(f"--format {value}: no such format; there are {', '.join(FORMATS)}")
            waiting.append(value)
        else:
            wanted.append(Target(waiting.pop() if waiting else _by_ending(value), value))
    wanted.extend(Target(name, STDOUT) for name in waiting)
    _check(wanted, sources)
    return wanted or [Target("text", STDOUT)]


def _by_ending(file: str) -> str:
    if file == STDOUT:
        return "text"
    ending = Path(file).suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise CompareError(
            f"-o {file}: its ending names no format; end it with one of {known}, or write --format before it"
        )
    return ENDINGS[ending]


def _check(wanted: Sequence[Target], sources: Sequence[str]) -> None:
    """No report on top of a source, none on top of another report."""
    places = [os.path.realpath(t.file) if t.file != STDOUT else STDOUT for t in wanted]
    for target, place in zip(wanted, places, strict=True):
        if target.file != STDOUT and any(_is_file(place, source) for source in sources if source != "-"):
            raise CompareError(f"-o {target.file}: is one of the sources; name another file")
        if target.file != STDOUT and os.path.isdir(place):
            raise CompareError(f"-o {target.file}: is a folder; name a file in it")
        if places.count(place) > 1:
            raise CompareError(f"{target.file}: asked for twice; name a file for each report with -o")


def _is_file(place: str, source: str) -> bool:
    """Whether two paths are one file, by whatever name."""
    try:
        return place == os.path.realpath(source) or os.path.samefile(place, source)
    except OSError:
        return False


def write_reports(
    comparison: Comparison, wanted: Sequence[Target], color: bool, notes: bool = False, fail_on: str = "never"
) -> list[str]:
    """Write every report of one comparison; lines that say what was odd, found and written.

    No lines where everything went to standard output.
    """
    write_subjects([Subject(comparison)], wanted, color, notes, fail_on)
    files = [f"{target.format} report: {target.file}" for target in wanted if target.file != STDOUT]
    odd = [f"{account.label}: {notice}" for account in comparison.accounts for notice in account.notices]
    return [inert(one_line(line)) for line in [*odd, _verdict(comparison), *files]] if files else []


def write_subjects(
    subjects: Sequence[Subject], wanted: Sequence[Target], color: bool, notes: bool = False, fail_on: str = "never"
) -> None:
    """Write every report of some events, once all of them are made.

    Where annotations are asked for and GitHub names a file for the summary of
    the step, the Markdown report is added to it.
    """
    made = [(target, _made(target, subjects, color, notes, fail_on)) for target in wanted]
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(target.format == "github" for target in wanted):
        append_output(summary, rendered("md", subjects))
    for target, text in made:
        write_output(target.file, text)


def _made(
    target: Target, subjects: Sequence[Subject], color: bool, notes: bool, fail_on: str
) -> Iterable[str]:
    """The report; in JSON it is made while it is written, and takes no memory."""
    width = 80
    if target == Target("text", STDOUT):
        width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    manner = Manner(width, color and target.file == STDOUT, notes, "warning" if fail_on == "never" else fail_on)
    return render(target.format, subjects, manner)


def _verdict(comparison: Comparison) -> str:
    counts = [
        f"{n} {severity}{'s' if n != 1 else ''}"
        for severity in ("error", "warning", "note")
        if (n := sum(d.severity == severity for d in comparison.discrepancies))
    ]
    return f"{len(comparison.accounts)} accounts compared: {', '.join(counts) or 'no discrepancy'}"


def exceeds(discrepancies: Sequence[Discrepancy], fail_on: str) -> bool:
    """Whether a new discrepancy is at least as severe as ``fail_on``."""
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return any(d.severity in counted and d.status == "new" for d in discrepancies)
