"""The rules in the words of their own documentation: what was checked, and what is known to be weak."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from compare.reporting.phrases import kind_words
from compare.reporting.visible import one_line
from compare.rules import documentation, rules

_WEAK = "Known false alarms: "


class Check(NamedTuple):
    """A kind of discrepancy, what it flags, and the false alarms known (empty if none are)."""

    kind: str
    title: str
    flags: str
    weak: str


@cache
def make_checks() -> tuple[Check, ...]:
    """A check a rule, in the order of their names, out of the paragraphs of their docstrings."""
    checks = []
    for kind in rules():
        paragraphs = [one_line(paragraph) for paragraph in documentation(kind).split("\n\n")]
        weak = next((each.removeprefix(_WEAK) for each in paragraphs if each.startswith(_WEAK)), "")
        checks.append(Check(kind, kind_words(kind), paragraphs[0], weak))
    return tuple(checks)
