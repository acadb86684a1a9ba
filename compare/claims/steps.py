"""Two sentences to how far something went in either: decided to close, urged to close, thinking of closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.claims.wording import Word
from compare.function_words import FUNCTION_WORDS

REACH = 5
"""Words behind a verb among which what it governs begins."""

_STEPS = """
decided decides decide agreed agrees voted votes chose opted resolved began started
| plans planned planning intends intended hopes hoped hoping seeks sought seeking wants wanted aims aimed
| urged urges urging pushed pushes pushing pressed presses pressing demanded demands asked asks lobbied lobbies lobbying
| considering considers considered weighing weighs weighed mulling debating thinking
| threatened threatens threatening
| refused refuses refusing declined declines declining failed fails failing
"""

STEPS = {word: number for number, words in enumerate(_STEPS.split("|")) for word in words.split()}
"""Verbs before the one that names the deed, by how far it went."""


class Step(NamedTuple):
    """``words[first]`` governs the verb at ``words[last]``."""

    first: int
    last: int


def other_steps(left: Sequence[Word], right: Sequence[Word]) -> Iterator[tuple[Step, Step]]:
    """Every deed (by its verb) that went as far as one word says in one sentence, and as another says in the other."""
    ours = _steps(left)
    theirs = _steps(right) if ours else {}
    for deed in sorted(ours.keys() & theirs.keys()):
        a, b = ours[deed], theirs[deed]
        if STEPS[left[a.first].key] != STEPS[right[b.first].key]:
            yield a, b


def _steps(words: Sequence[Word]) -> dict[str, Step]:
    """The deeds a sentence has once, by the stems of their verbs."""
    found: dict[str, Step] = {}
    for k, word in enumerate(words):
        if word.key in STEPS and word.small and not word.quoted:
            for m in range(k + 1, min(k + 1 + REACH, len(words) - 1)):
                if words[m].parted or words[m].key in STEPS:
                    break
                if words[m].key == "to" and words[m + 1].small and words[m + 1].key not in FUNCTION_WORDS:
                    found.setdefault(words[m + 1].stem, Step(k, m + 1))
                    break
    return found
