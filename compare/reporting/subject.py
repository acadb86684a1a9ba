"""What a report is about: a comparison under the name of its event, and what is derived from it, once for all formats."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from compare.model import Comparison
from compare.reporting.cards import heading
from compare.reporting.findings import Findings, make_findings
from compare.reporting.verdict import make_title
from compare.reporting.visible import one_line


class Manner(NamedTuple):
    """How to render: columns and colour of a text, notes one by one, and what makes a test fail."""

    width: int = 80
    color: bool = False
    notes: bool = False
    fail_on: str = "warning"


class Subject:
    """An event by its name, and what there is to report of it.

    ``trouble`` says in one line why there is no comparison; ``remarks`` are
    lines about its acceptances: those that nothing needs any more, or that have run out.
    """

    def __init__(
        self,
        comparison: Comparison | None,
        name: str = "",
        *,
        trouble: str = "",
        remarks: Sequence[str] = (),
    ) -> None:
        self.comparison = comparison
        self.name = one_line(name)
        self.trouble = one_line(trouble)
        self.remarks = tuple(map(one_line, remarks))

    @cached_property
    def findings(self) -> Findings | None:
        """What a report for people shows of the comparison; made when first asked for."""
        return make_findings(self.comparison) if self.comparison else None

    @property
    def title(self) -> str:
        """What the event is called: its name, else the title of the comparison."""
        if self.name or self.comparison is None:
            return self.name
        accounts = self.comparison.accounts
        return make_title(self.comparison, [heading(number, each) for number, each in enumerate(accounts)])
