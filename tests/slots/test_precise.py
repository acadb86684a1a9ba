"""Sums told exactly by one account and rounder by the other."""

from __future__ import annotations

import pytest

from compare.align import align
from compare.pipeline import account_of
from compare.slots import precise

QUIET = [
    # the exact sum stands in both
    ("The bridge cost $4,712.50 in all.", "They paid $4,712.50, or about $4,700."),
    # so does the round one
    ("The bridge cost $4,712.50. The mill took $4,700.", "About $4,700 went to a painter."),
    # two round ones it could be
    ("The bridge cost $4,712.50.", "A boat was $4,700. The rope was over $4,000."),
    # two exact ones that could be meant
    ("The bridge cost $4,712.50, the mill $4,697.10.", "Over $4,000 went to a painter."),
    # neither is exact, or neither is round
    ("The bridge cost $4,700.", "Over $4,000 went to a painter."),
    ("The bridge cost $4,712.50.", "They paid $4,712.75 to a painter."),
    # another currency, no money at all
    ("The bridge cost $4,712.50.", "They paid about £4,700."),
    ("The bridge is 4,712.50 metres long.", "They saw about 4,700 geese."),
    # too far apart
    ("The bridge cost $4,712.50.", "They paid over $3,000."),
]

FLAGS = [
    ("The bridge cost $4,712.50.", "Over $4,000 went to a painter.", ("$4,712.50", "Over $4,000")),
    ("About $1.4 billion goes to dams.", "The dams get $1.375 billion.", ("About $1.4 billion", "$1.375 billion")),
    ("The bill came to £10,977.74.", "It was over £10,000.", ("£10,977.74", "over £10,000")),
]


def found(left: str, right: str) -> list[tuple[str, str]]:
    sides = account_of("left", [left]), account_of("right", [right])
    return [
        (sides[0].text[c.left.start : c.left.end], sides[1].text[c.right.start : c.right.end])
        for c in precise(align(*sides))
    ]


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(left: str, right: str) -> None:
    assert found(left, right) == found(right, left) == []


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(left: str, right: str, expected: tuple[str, str]) -> None:
    assert found(left, right) == [expected]
    assert found(right, left) == [expected[::-1]]
