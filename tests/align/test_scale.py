"""Long texts: every true link is found, and the work is bounded however alike the sentences are."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from itertools import chain

import pytest

from compare.align import align
from compare.align.candidates import LONG, ORDINARY, candidates
from compare.align.features import READ, SECOND, longest_run
from compare.align.profile import profiles
from compare.align.surroundings import surround
from compare.model import Account, Alignment
from compare.pipeline import read_account
from compare.utterances.chains import MOST_PLACES, Line, runs_between

N = ORDINARY + 50


def account(name: str, sentences: list[str]) -> Account:
    """Five sentences a paragraph, nothing set aside."""
    text = "\n\n".join(" ".join(sentences[k : k + 5]) for k in range(0, len(sentences), 5))
    return read_account(f"{name}.txt", data=text.encode(), keep_all=True)


def generated(n: int) -> list[list[str]]:
    """Sentences of invented words, a few of them frequent, most of them rare."""
    chance = random.Random(n)
    words = ["".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3)) for _ in range(1500)]
    heights = [1 / rank for rank in range(2, len(words) + 2)]
    return [chance.choices(words, heights, k=chance.randint(10, 20)) for _ in range(n)]


def printed(words: list[str]) -> str:
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def linked(alignment: Alignment) -> set[tuple[int, int]]:
    return {(i, j) for link in alignment.links for i in link.left for j in link.right}


@pytest.fixture(scope="module")
def shuffled() -> tuple[Account, Account, dict[int, int]]:
    """A text, its copy in another order with a tenth of the words replaced, and where each sentence went."""
    chance = random.Random(1)
    left = generated(N)
    order = chance.sample(range(N), N)
    every = [word for words in left for word in words]
    right = [[chance.choice(every) if chance.random() < 0.1 else word for word in left[k]] for k in order]
    accounts = [account(name, [printed(words) for words in side]) for name, side in (("left", left), ("right", right))]
    return accounts[0], accounts[1], {k: place for place, k in enumerate(order)}


def test_every_sentence_meets_its_copy(shuffled: tuple[Account, Account, dict[int, int]]) -> None:
    left, right, partner = shuffled
    found = linked(align(left, right))
    assert set(partner.items()) <= found
    assert len(found) < 1.05 * N


def test_candidates_are_few(shuffled: tuple[Account, Account, dict[int, int]]) -> None:
    left, right, partner = shuffled
    grid = candidates(profiles(left, right, {}, {}))
    assert max(Counter(grid.left).values()) <= LONG.keep
    assert set(partner.items()) <= set(grid)


@pytest.mark.parametrize("verb", ["approved", "passed"])
def test_sentences_that_differ_in_figures_alone_meet_their_own(verb: str) -> None:
    sides = [[f"Item {k + 1} was {word} by a vote of {5 + k % 7} to {k % 5}." for k in range(N)] for word in ("approved", verb)]
    assert linked(align(account("left", sides[0]), account("right", sides[1]))) == {(k, k) for k in range(N)}


def test_one_sentence_over_and_over_meets_its_copies_in_order() -> None:
    same = account("left", ["Nobody answered."] * N), account("right", ["Nobody answered."] * N)
    assert linked(align(*same)) == {(k, k) for k in range(N)}


def test_work_on_endless_sentences_is_bounded() -> None:
    assert longest_run([1] * 50 * READ, [1] * 50 * READ, [0.0, 1.0])[0] == READ
    assert runs_between(Line(["word"] * 50 * MOST_PLACES), Line(["word"] * 50 * MOST_PLACES)) == []


def test_surroundings_are_those_of_every_neighbour(shuffled: tuple[Account, Account, dict[int, int]]) -> None:
    """The rows that are moved along say what looking up each neighbour and rival would."""
    grid = candidates(profiles(*shuffled[:2], {}, {}))
    chance = random.Random(2)
    scores = [chance.random() for _ in grid]
    at = dict(zip(grid, scores, strict=True))
    sums: dict[tuple[str, int], float] = defaultdict(float)
    for (i, j), score in at.items():
        sums["row", i] += score
        sums["column", j] += score
    for (i, j), row in zip(grid, chain.from_iterable(surround(grid, scores)), strict=True):
        found = dict(zip(SECOND, row, strict=True))
        forward, backward, beside = (
            max(at.get((i + u, j + v), 0.0) for u, v in places)
            for places in ([(-1, -1), (1, 1)], [(-1, 1), (1, -1)], [(-1, 0), (1, 0), (0, -1), (0, 1)])
        )
        assert (found["forward"], found["backward"], found["beside"]) == (forward, backward, beside)
        rest = sorted(total - at[i, j] for total in (sums["row", i], sums["column", j]))
        assert [found["rest_min"], found["rest_max"]] == pytest.approx(rest)
