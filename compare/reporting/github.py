"""Events to annotations on GitHub: workflow commands, one a line.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.reporting.entries import STANDARD_INPUT, Entry, Spot, worst_first
from compare.reporting.phrases import counted, kind_words
from compare.reporting.subject import Manner, Subject
from compare.reporting.visible import visible

MOST = 10
"""Annotations shown: GitHub keeps ten of a level in a step and drops the rest unseen."""

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def to_github(subjects: Sequence[Subject], manner: Manner = Manner()) -> str:
    """An annotation a new discrepancy, the worst first; those beyond ten are counted in a last line."""
    lines = list(_lines(subjects))
    rest = len(lines) - MOST
    if rest > 0:
        lines[MOST:] = [f"{counted(rest, 'more finding')} without an annotation"]
    return "".join(f"{line}\n" for line in lines)


def _lines(subjects: Sequence[Subject]) -> Iterator[str]:
    for subject in subjects:
        if subject.trouble:
            yield _command("error", {"title": _title(subject.name, "could not be compared")}, subject.trouble)
    yield from (_annotation(entry) for entry in worst_first(subjects) if not entry.accepted)
    for subject in subjects:
        for line in subject.remarks:
            yield _command("notice", {"title": _title(subject.name, "accepted.toml")}, line)


def _annotation(entry: Entry) -> str:
    spot = next((each for each in entry.spots if each.words), entry.spots[0] if entry.spots else None)
    where = _where(spot) if spot else {}
    title = _title(entry.event, kind_words(entry.kind))
    others = [each.told for each in entry.spots if each is not spot] if len(entry.spots) > 1 else []
    message = "\n".join([entry.message, *others, f"id {entry.id}"])
    return _command(_LEVELS[entry.severity], {**where, "title": title}, message)


def _where(spot: Spot) -> dict[str, str]:
    """The file and, where its lines are those of the text, the place; columns only within a line."""
    if spot.source == STANDARD_INPUT:
        return {}
    region = spot.region
    if region is None:
        return {"file": spot.source, "line": "1"}
    lines = {"file": spot.source, "line": str(region.line), "endLine": str(region.end_line)}
    if region.line != region.end_line:
        return lines
    return {**lines, "col": str(region.column), "endColumn": str(max(region.end_column - 1, region.column))}


def _title(event: str, words: str) -> str:
    return f"{event}: {words}" if event else words


def _command(level: str, properties: dict[str, str], message: str) -> str:
    """One line whatever the words are: what could end it or begin another is escaped."""
    listed = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    return f"::{level} {listed}::{_escaped(message)}"


def _escaped(words: str, also: str = "") -> str:
    words = visible(words)
    for char in f"%\r\n{also}":
        words = words.replace(char, f"%{ord(char):02X}")
    return words
