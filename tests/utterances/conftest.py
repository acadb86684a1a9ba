"""Two lines of text to the utterances that both quote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.align import align
from compare.model import Parallel
from compare.pipeline import read_account

LEFT = "The council of Elmstad met on Tuesday evening.\n\n{}"
RIGHT = "Late on Tuesday the council of Elmstad came together.\n\n{}"


def parallels_of(left: str, right: str) -> tuple[Parallel, ...]:
    accounts = (read_account("left.txt", data=LEFT.format(left).encode()), read_account("right.txt", data=RIGHT.format(right).encode()))
    return align(*accounts).parallels


@pytest.fixture(scope="session")
def both_quote() -> Callable[[str, str], tuple[Parallel, ...]]:
    return parallels_of
