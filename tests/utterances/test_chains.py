"""Runs of common words, and the heaviest chain of them: laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.tokens import stem
from compare.utterances.chains import GAP, GAP_COST, Common, Line, best_chain, runs_between

WORDS = st.lists(st.sampled_from("bridge dam river the of and boat wave to old".split()), max_size=14)


def word_weight(word: str) -> float:
    return Line([word]).weights[0]


def test_a_content_word_weighs_more_than_a_function_word() -> None:
    assert word_weight("bridge") == 1 > word_weight("the") > 0


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the old bridge", "the old bridge", [(0, 0, 3)]),
        ("an old bridge fell", "the old bridge stands", [(1, 1, 2)]),
        # function words alone are no run
        ("of the and", "of the and", []),
        # forms of one word are common
        ("attacks began", "the attack begins", [(0, 1, 1)]),
        # both orders
        ("boat wave", "wave boat", [(0, 1, 1), (1, 0, 1)]),
        # one word twice
        ("boat", "boat or boat", [(0, 0, 1), (0, 2, 1)]),
        ("", "boat", []),
        ("boat", "", []),
    ],
)
def test_runs_between(left: str, right: str, expected: list[tuple[int, int, int]]) -> None:
    assert [run[:3] for run in runs_between(Line(left.split()), Line(right.split()))] == expected


@given(WORDS, WORDS)
def test_runs_are_common_maximal_and_complete(left: list[str], right: list[str]) -> None:
    a, b = [stem(w) for w in left], [stem(w) for w in right]
    runs = runs_between(Line(left), Line(right))
    assert runs == sorted(set(runs))
    for i, j, size, weight in runs:
        assert a[i : i + size] == b[j : j + size] and size > 0
        assert weight == sum(word_weight(w) for w in left[i : i + size]) >= 1
        assert not (i and j and a[i - 1] == b[j - 1])
        assert a[i + size : i + size + 1] != b[j + size : j + size + 1] or i + size == len(a) or j + size == len(b)
    covered = {(i + k, j + k) for i, j, size, _ in runs for k in range(size)}
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if x == y and word_weight(left[i]) == 1:
                assert (i, j) in covered


@given(WORDS, WORDS)
def test_runs_are_the_same_from_the_other_side(left: list[str], right: list[str]) -> None:
    mirrored = sorted((j, i, size) for i, j, size, _ in runs_between(Line(right), Line(left)))
    assert [run[:3] for run in runs_between(Line(left), Line(right))] == mirrored


RUNS = st.lists(
    st.builds(Common, st.integers(0, 60), st.integers(0, 60), st.integers(1, 4), st.sampled_from([1.0, 1.25, 2.0, 3.5])), min_size=1, max_size=12
)


def value(chain: list[Common]) -> float:
    gaps = [(q.i - p.i - p.size) + (q.j - p.j - p.size) for p, q in zip(chain, chain[1:], strict=False)]
    return sum(run.weight for run in chain) - GAP_COST * sum(gaps)


@given(RUNS)
def test_a_chain_goes_forward_on_both_sides(runs: list[Common]) -> None:
    chain = best_chain(sorted(runs))
    assert chain and all(run in runs for run in chain)
    for before, after in zip(chain, chain[1:], strict=False):
        assert 0 <= after.i - before.i - before.size <= GAP
        assert 0 <= after.j - before.j - before.size <= GAP


@given(RUNS)
def test_no_run_and_no_pair_of_runs_weighs_more(runs: list[Common]) -> None:
    best = value(best_chain(sorted(runs)))
    for run in runs:
        assert best >= run.weight - 1e-9
    for first in runs:
        for second in runs:
            if 0 <= second.i - first.i - first.size <= GAP and 0 <= second.j - first.j - first.size <= GAP:
                assert best >= value([first, second]) - 1e-9


@given(WORDS.filter(lambda words: any(word_weight(w) == 1 for w in words)))
def test_a_text_chains_with_itself_from_end_to_end(words: list[str]) -> None:
    (run,) = best_chain(runs_between(Line(words), Line(words)))
    assert run[:3] == (0, 0, len(words))
