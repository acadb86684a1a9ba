"""Pairs of articles as two newsrooms might print them: shared paragraphs edited, others of their own; the same ones every time."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

SHARED = 0.6
"""Share of the shorter article's words that the other newsroom tells, too."""

EDITED = 0.35
"""Share of the paragraphs told by both that the second newsroom edits."""

SHORT = 50
"""Words of an article from which on paragraphs are whole."""

NAMES = "Arden Blake Corwin Dacey Ellery Farrow Garner Holm Ives Jarvis Keane Lorne Mercer Nolan Ortega Pryce Quill Rowan Sayer Tilden".split()

OTHERWISE = {
    "said": "told reporters", "returned": "came back", "agreement": "deal", "company": "firm", "largest": "biggest", "people": "persons",
    "because": "since", "about": "around", "began": "started", "officials": "authorities", "also": "as well", "before": "ahead of",
    "several": "a number of", "after": "following", "many": "lots of", "last": "the past", "would": "will",
}  # fmt: skip
"""Words a second newsroom might take instead."""


@cache
def paragraphs() -> tuple[tuple[str, ...], ...]:
    """The paragraphs of each invented article, without its title."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "benchmarks" / "articles").glob("*.txt"))]
    return tuple(tuple(re.split(r"\n\n+", text.strip())[1:]) for text in texts)


def pair(number: int, words: int = 700) -> tuple[str, str]:
    """Two articles of about so many words on one event."""
    chance = random.Random(number)
    stories = chance.sample(paragraphs(), len(paragraphs()))
    told = _up_to([*stories[0], *stories[1]], int(words * SHARED))
    rest = words - _length(told)
    left = told + _up_to([*stories[2], *stories[3]], rest)
    right = _moved([_edited(each, chance) for each in told], chance) + _up_to([*stories[4], *stories[5]], rest)
    others = chance.sample(NAMES, len(NAMES))
    title = f"{chance.choice(NAMES)} {number}"
    return _article(title, left, others), _article(title, right, others)


def _length(some: Sequence[str]) -> int:
    return sum(len(each.split()) for each in some)


def _up_to(some: Sequence[str], words: int) -> list[str]:
    """Paragraphs from the beginning until there are so many words."""
    if words < SHORT:  # events by the hundred thousand: a few words each
        return [" ".join(some[0].split()[:words])]
    before = accumulate((len(each.split()) for each in some), initial=0)
    return [each for each, length in zip(some, before, strict=False) if length < words]


def _edited(paragraph: str, chance: random.Random) -> str:
    """The paragraph, or another figure in it, a word less, or other words."""
    if chance.random() >= EDITED:
        return paragraph
    sort = chance.randrange(3)
    if sort == 0:
        return re.sub(r"\b\d{2,}\b", lambda m: str(int(m[0]) + chance.choice((1, 2, 10))), paragraph, count=1)
    if sort == 1:
        cells = paragraph.split(" ")
        del cells[chance.randrange(len(cells))]
        return " ".join(cells)
    return re.sub(r"\b[a-z]+\b", lambda m: OTHERWISE.get(m[0], m[0]), paragraph)


def _moved(some: list[str], chance: random.Random) -> list[str]:
    """The first paragraph, then the others in the order of another newsroom."""
    return [*some[:1], *chance.sample(some[1:], len(some) - 1)]


def _article(title: str, some: Sequence[str], others: Sequence[str]) -> str:
    """The text, with names of its own, so that no two texts are the same."""
    text = "\n\n".join([title, *some]) + "\n"
    surnames = dict.fromkeys(re.findall(r"\b[A-Z][a-z]+ ([A-Z][a-z]{3,})\b", text))
    instead = {name: others[sum(map(ord, name)) % len(others)] for name in surnames}
    return re.sub(r"\b[A-Z][a-z]+\b", lambda m: instead.get(m[0], m[0]), text)
