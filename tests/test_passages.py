"""Where the other account would tell what one account tells alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.model import Account, Alignment, Link, Sentence
from compare.passages import Opposite, linked_sentences

SIZE = 10


def account(name: str, sentences: int) -> Account:
    """Sentences of ten characters, one behind the other."""
    spans = tuple(Sentence(k * SIZE, k * SIZE + SIZE - 1, k) for k in range(sentences))
    return Account(name, name, name, "", "x" * (sentences * SIZE), sentences=spans)


def aligned(*links: tuple[tuple[int, ...], tuple[int, ...]], left: int = 6, right: int = 6) -> Alignment:
    made = tuple(Link(a, b, "same-claim", 1.0) for a, b in links)
    return Alignment(account("left", left), account("right", right), made)


def test_linked_sentences_of_both_sides() -> None:
    alignment = aligned(((0,), (3,)), ((1, 2), (5,)))
    assert linked_sentences(alignment, 0) == {0, 1, 2}
    assert linked_sentences(alignment, 1) == {3, 5}
    assert linked_sentences(aligned(), 0) == frozenset()


def test_it_stands_behind_the_partner_of_the_last_sentence_that_has_one() -> None:
    opposite = Opposite(aligned(((1,), (3,))), 0)
    found = opposite.place(2 * SIZE)
    assert (found.account, found.start, found.end) == ("right", 3 * SIZE + 9, 3 * SIZE + 9)
    assert (found.context.start, found.context.end) == (found.start, found.end)
    assert opposite.place(5 * SIZE + 3).start == 3 * SIZE + 9


def test_it_stands_at_the_start_where_none_before_has_a_partner() -> None:
    assert Opposite(aligned(((1,), (3,))), 0).place(0).start == 0
    assert Opposite(aligned(), 1).place(5 * SIZE).start == 0
    assert Opposite(aligned(left=0, right=0), 0).place(0).start == 0


def test_from_the_right_side() -> None:
    found = Opposite(aligned(((1,), (3,))), 1).place(4 * SIZE)
    assert (found.account, found.start) == ("left", SIZE + 9)


def test_of_a_wide_link_the_last_sentence_counts() -> None:
    assert Opposite(aligned(((1, 2), (3,)), ((4,), (0, 1))), 0).place(5 * SIZE).start == SIZE + 9
    assert Opposite(aligned(((1,), (0,)), ((1,), (4,))), 0).place(3 * SIZE).start == 4 * SIZE + 9


LINKS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6)


@given(LINKS, st.integers(0, 59), st.sampled_from((0, 1)))
def test_it_is_what_a_search_would_find(links: list[tuple[int, int]], start: int, side: int) -> None:
    alignment = aligned(*(((i,), (j,)) for i, j in links))
    expected = 0
    for k in range(start // SIZE, -1, -1):
        partners = [pair[1 - side] for pair in links if pair[side] == k]
        if partners:
            expected = max(partners) * SIZE + SIZE - 1
            break
    assert Opposite(alignment, side).place(start).start == expected
