from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Account, Alignment, Comparison, Link, Sentence
from compare.reporting.groups import Group, joins_of, make_groups
from compare.reporting.orders import kept_in_order


def account(name: str, sentences: int) -> Account:
    return Account(name, name, name, "", "." * sentences,
                   sentences=tuple(Sentence(n, n + 1, n) for n in range(sentences)))  # fmt: skip


def groups(
    lengths: list[int], links: dict[tuple[int, int], list[tuple[list[int], list[int], float]]]
) -> list[Group]:
    accounts = tuple(account(f"a{number}", length) for number, length in enumerate(lengths))
    alignments = tuple(
        Alignment(accounts[left], accounts[right],
                  tuple(Link(tuple(one), tuple(other), "overlap", score) for one, other, score in found))
        for (left, right), found in links.items()
    )  # fmt: skip
    comparison = Comparison(accounts, alignments, ())
    return make_groups(comparison, joins_of(comparison))


CASES = [
    ("unlinked: one account after the other", [2, 1], {}, ["0|", "1|", "|0"]),
    ("what only the second has before all that both have stands first",
     [1, 2], {(0, 1): [([0], [1], 0.9)]}, ["|0", "0|1"]),
    ("linked in order, the rest follows its predecessor",
     [3, 3], {(0, 1): [([0], [0], 0.9), ([2], [2], 0.9)]}, ["0|0", "|1", "1|", "2|2"]),
    ("crossing", [2, 2], {(0, 1): [([0], [1], 0.9), ([1], [0], 0.9)]}, ["0|1", "1|0"]),
    ("one to many", [1, 3], {(0, 1): [([0], [0, 2], 0.9)]}, ["0|0 2", "|1"]),
    ("many to one, neighbours", [2, 1], {(0, 1): [([0, 1], [0], 0.9)]}, ["0 1|0"]),
    ("many to one, apart: the stronger has it, the other refers to it",
     [3, 1], {(0, 1): [([0], [0], 0.5), ([2], [0], 0.9)]}, ["0|(0)", "1|", "2 (0)|0"]),
    ("one to many, apart, by two links: each keeps its place",
     [1, 3], {(0, 1): [([0], [0], 0.9), ([0], [2], 0.5)]}, ["0|0 (2)", "|1", "(0)|2"]),
    ("one to many, neighbours, by two links",
     [1, 2], {(0, 1): [([0], [0], 0.9), ([0], [1], 0.5)]}, ["0|0 1"]),
    ("either order of the two sides", [1, 2], {(1, 0): [([1], [0], 0.9)]}, ["|0", "0|1"]),
    ("three accounts in one row", [1, 1, 1], {(0, 1): [([0], [0], 0.9)], (1, 2): [([0], [0], 0.8)]}, ["0|0|0"]),
    ("two that tell what the first does not",
     [1, 1, 1], {(1, 2): [([0], [0], 0.8)]}, ["0||", "|0|0"]),
]  # fmt: skip


def drawn(group: Group) -> str:
    cells = []
    for told, elsewhere in zip(group.sentences, group.elsewhere, strict=True):
        cells.append(" ".join([*map(str, told), *(f"({n})" for n in elsewhere)]))
    return "|".join(cells)


@pytest.mark.parametrize(
    ("lengths", "links", "expected"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_rows(lengths: list[int], links: dict, expected: list[str]) -> None:  # type: ignore[type-arg]
    assert [drawn(group) for group in groups(lengths, links)] == expected


@given(data=st.data())
def test_every_sentence_stands_in_one_row_and_the_first_column_keeps_its_order(
    data: st.DataObject, comparisons: st.SearchStrategy[Comparison]
) -> None:
    comparison = data.draw(comparisons)
    rows = make_groups(comparison, joins_of(comparison))
    for number, account in enumerate(comparison.accounts):
        told = [sentence for row in rows for sentence in row.sentences[number]]
        assert sorted(told) == list(range(len(account.sentences)))
    assert (first := [sentence for row in rows for sentence in row.sentences[0]]) == sorted(first)
    assert all(any(row.sentences) for row in rows)


@given(st.permutations(range(9)))
def test_what_is_kept_in_order_rises_and_cannot_be_longer(values: list[int]) -> None:
    kept = sorted(kept_in_order(values))
    rising = [values[position] for position in kept]
    assert rising == sorted(rising)
    lengths: list[int] = []
    for position, value in enumerate(values):
        lengths.append(1 + max((lengths[at] for at in range(position) if values[at] < value), default=0))
    assert len(kept) == max(lengths)


def test_many_links_stay_quick() -> None:
    links = [([n], [(n * 7) % 3000], 0.5 + n / 6000) for n in range(3000)]
    assert len(groups([3000, 3000], {(0, 1): links})) == 3000
