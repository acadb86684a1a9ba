from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.reporting.orders import kept_in_order, moved_in, woven


@given(st.permutations(range(9)))
def test_what_moved_is_what_breaks_the_order(told: list[int]) -> None:
    kept = kept_in_order(told)
    rising = [told[k] for k in sorted(kept)]
    assert rising == sorted(rising)
    moved = moved_in(told)
    assert not set(moved).intersection(rising)
    assert bool(moved) == (told != sorted(told))


@given(st.lists(st.integers(0, 4), min_size=1, max_size=4), st.data())
def test_every_row_once_and_the_leading_account_in_its_order(lengths: list[int], data: st.DataObject) -> None:
    nodes = [(account, sentence) for account, length in enumerate(lengths) for sentence in range(length)]
    homes = {node: number for number, node in enumerate(nodes)}
    lead = data.draw(st.integers(0, len(lengths) - 1))
    order = woven(homes, lengths, lead)
    assert sorted(order) == list(range(len(nodes)))
    for account in range(len(lengths)):
        rows = [homes[node] for node in nodes if node[0] == account]
        assert [row for row in order if row in rows] == rows


@pytest.mark.parametrize(
    ("homes", "lead", "order"),
    [
        # nothing shared: one account after the other, whoever leads
        ({(0, 0): 0, (0, 1): 1, (1, 0): 2, (1, 1): 3}, 0, [0, 1, 2, 3]),
        ({(0, 0): 0, (0, 1): 1, (1, 0): 2, (1, 1): 3}, 1, [2, 3, 0, 1]),
        # what comes before all that is shared stays before it
        ({(0, 0): 0, (0, 1): 1, (1, 0): 2, (1, 1): 1}, 0, [2, 0, 1]),
    ],
)
def test_strangers_come_after(homes: dict[tuple[int, int], int], lead: int, order: list[int]) -> None:
    assert woven(homes, [2, 2], lead) == order
