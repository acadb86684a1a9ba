"""Annotated pairs to measure with, where they are: accounts of both sides and which sentences belong together."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.model import Account
from compare.pipeline import read_account

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
RANK = {"overlap": 1, "same-claim": 2, "same-quotation": 3}

Place = tuple[int, int]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Annotated:
    """A pair of accounts; ``gold[i, j]`` ranks the link of the annotators' sentences i and j.

    ``covers[side][k]`` are the annotators' sentences that our sentence ``k`` covers by half.
    """

    name: str
    left: Account
    right: Account
    gold: dict[Pair, int]
    covers: tuple[list[list[int]], list[list[int]]]

    def reaches(self, i: int, j: int) -> list[Pair]:
        """The annotators' pairs that a link of our sentences i and j claims."""
        return [(a, b) for a in self.covers[0][i] for b in self.covers[1][j]]

    def label(self, i: int, j: int) -> int:
        """The strongest relation annotated for our sentences i and j; 0 for none."""
        return max((self.gold.get(pair, 0) for pair in self.reaches(i, j)), default=0)


def annotated_pairs(part: str = "dev") -> list[Annotated]:
    """Every annotated pair of a part; says so and stops where there is no gold."""
    folder = GOLD / part
    if not folder.is_dir():
        sys.exit("No annotated pairs here: this benchmark needs them and has nothing to measure.")
    return [_pair(path) for path in sorted(folder.glob("*.gold.json"))]


def _pair(path: Path) -> Annotated:
    name = path.name[: -len(".gold.json")]
    gold = json.loads(path.read_text(encoding="utf-8"))
    left, right = (read_account(str(path.with_name(f"{name}.{side}.txt"))) for side in "ab")
    places = {side: [tuple(s) for s in gold["sentences"][side]] for side in "ab"}
    index = {side: {place: k for k, place in enumerate(places[side])} for side in "ab"}
    links: dict[Pair, int] = {}
    for link in gold["links"]:
        for a in link["a"]:
            for b in link["b"]:
                pair = index["a"][tuple(a)], index["b"][tuple(b)]
                links[pair] = max(links.get(pair, 0), RANK[link["relation"]])
    return Annotated(name, left, right, links, (_covers(left, places["a"]), _covers(right, places["b"])))


def _covers(account: Account, places: Sequence[Place]) -> list[list[int]]:
    found = []
    for sentence in account.sentences:
        found.append(
            [
                k
                for k, (start, end) in enumerate(places)
                if 2 * (min(end, sentence.end) - max(start, sentence.start)) >= end - start
                and min(end, sentence.end) > max(start, sentence.start)
            ]
        )
    return found
