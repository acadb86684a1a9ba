"""How severe each kind is to count: a rule switched off, or its severity changed.

``[rules]`` of an event.toml (``date = "note"``) and ``--rule date=note`` say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from compare.model import SEVERITIES, CompareError, Discrepancy
from compare.rules import rules

OFF = "off"

CHOICES = (OFF, *reversed(SEVERITIES))
"""What a kind may be set to."""

Severities = Mapping[str, str]
"""A severity, or ``off``, by kind; a kind that is not in it keeps its own."""


def severities_of(table: object, where: str) -> dict[str, str]:
    """The severities a table names (``{"date": "note"}``); CompareError, from ``where``, for one that cannot be."""
    if not isinstance(table, dict):
        raise CompareError(f'{where}: rules must be a table; write [rules] and below it lines such as date = "note"')
    return dict(_checked(str(kind), severity, f"{where}: rules: {kind}") for kind, severity in table.items())


def severities_asked(values: Sequence[str]) -> dict[str, str]:
    """The severities of ``--rule KIND=SEVERITY``, a later one before an earlier; CompareError for any other value."""
    asked: dict[str, str] = {}
    for value in values:
        kind, equals, severity = value.partition("=")
        if not equals:
            raise CompareError(f"--rule {value}: no severity; write {value}=off, or one of {_choices()} for it")
        asked.update([_checked(kind.strip(), severity.strip(), f"--rule {value}")])
    return asked


def with_severities(found: Iterable[Discrepancy], severities: Severities) -> Iterator[Discrepancy]:
    """The discrepancies without those that are off, each as severe as its kind was set to."""
    for discrepancy in found:
        severity = severities.get(discrepancy.kind, discrepancy.severity)
        if severity == discrepancy.severity:
            yield discrepancy
        elif severity != OFF:
            yield replace(discrepancy, severity=severity)


def _checked(kind: str, severity: object, where: str) -> tuple[str, str]:
    known = rules()
    if kind not in known:
        near = get_close_matches(kind, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        raise CompareError(f"{where}: no such kind; {hint}")
    if severity not in CHOICES:
        raise CompareError(f"{where}: {severity!r} is no severity; write one of {_choices()}")
    return kind, str(severity)


def _choices() -> str:
    return ", ".join(CHOICES)
