"""Annotated pairs to measure with, where they are: accounts of both sides and which sentences belong together."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.align.units import Unit, units
from compare.model import Account, Link, Span
from compare.pipeline import read_account

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
RANK = {"overlap": 1, "same-claim": 2, "same-quotation": 3}

Place = tuple[int, int]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Annotated:
    """A pair of accounts; ``gold[i, j]`` ranks the link of the annotators' sentences i and j.

    ``holds[side][k]`` are the annotators' sentences that our unit ``k`` (short
    sentences of one speech go together) shares half its length or half of theirs with.
    """

    name: str
    left: Account
    right: Account
    gold: dict[Pair, int]
    places: tuple[list[Place], list[Place]]
    holds: tuple[list[list[int]], list[list[int]]]

    def label(self, i: int, j: int) -> int:
        """The strongest relation annotated for our units i and j; 0 for none."""
        return max((self.gold.get((a, b), 0) for a in self.holds[0][i] for b in self.holds[1][j]), default=0)

    def claimed(self, link: Link) -> set[Pair]:
        """The annotators' pairs that a link claims: it covers half of both sentences, as the scorer counts."""
        sides = []
        for account, numbers, places in zip(
            (self.left, self.right), (link.left, link.right), self.places, strict=True
        ):
            spans = [account.sentences[n] for n in numbers]
            near = {g for n in numbers for g in _touched(account.sentences[n], places)}
            sides.append([g for g in near if 2 * sum(_shared(s, places[g]) for s in spans) >= _length(places[g])])
        return {(a, b) for a in sides[0] for b in sides[1]}


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
    sides = places["a"], places["b"]
    return Annotated(name, left, right, links, sides, (_holds(units(left), sides[0]), _holds(units(right), sides[1])))


def _length(place: Place) -> int:
    return place[1] - place[0]


def _shared(span: Span | Unit, place: Place) -> int:
    return max(0, min(place[1], span.end) - max(place[0], span.start))


def _touched(span: Span | Unit, places: Sequence[Place]) -> list[int]:
    return [k for k, place in enumerate(places) if _shared(span, place)]


def _holds(parts: Sequence[Unit], places: Sequence[Place]) -> list[list[int]]:
    return [
        [
            k
            for k in _touched(s, places)
            if 2 * _shared(s, places[k]) >= min(_length(places[k]), s.end - s.start)
        ]
        for s in parts
    ]
