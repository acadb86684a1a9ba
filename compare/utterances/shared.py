"""Two accounts' speeches to the stretches of words that they may share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Speech
from compare.utterances.chains import Common, Line, best_chain, runs_between
from compare.utterances.speech import speeches
from compare.words import Run

COMMON_PLACES = 60
"""A word that more speeches than this share is no anchor."""

PARTNERS = 25
"""Speeches of the other account that one speech is held against."""

MANY, FEW_PARTNERS = 400, 6
"""Where an account has more speeches than an article ever has, each is held against fewer."""

LONG_RUN, LONG_COVER = 4, 0.6
"""A run of so many words, and this share of the shorter side in common, make one utterance."""

LOOSE_WEIGHT, LOOSE_COVER = 2.0, 0.8
"""Without a long run: so many content words, and this share of the shorter side."""

FAMILIAR_COVER, FAMILIAR_WEIGHT = 0.6, 1.0
"""Where both the speaker and a link between the sentences agree, less is enough."""

SHORT = 3
"""A fragment of up to so many words needs its speaker or its sentence to agree."""

OTHER_SPEAKER_COVER, OTHER_SPEAKER_WORDS = 0.8, 6
"""Words credited to somebody else are one utterance only when this much is the same."""


class Shared(NamedTuple):
    """A stretch that two speeches may share: ``core`` from the first to the last common word.

    ``stretch`` is the core widened to whole sentences of speech; ``score``
    orders rivals; ``sure`` says that no link is needed to believe it, ``likely``
    that a link between the sentences would be enough.
    """

    score: float
    left: Speech
    right: Speech
    stretch: Run
    core: Run
    chain: tuple[Common, ...]
    sure: bool
    likely: bool


def shared_stretches(left: Account, right: Account) -> list[Shared]:
    """What the quotations of two accounts may have in common, the best first."""
    return _ranked(_found(_lines(left), _lines(right)))


def shared_within(account: Account) -> list[Shared]:
    """What two quotations of one account may have in common, the best first; the earlier one is the left."""
    said = _lines(account)
    return _ranked(_found(said, said, within=True))


Said = tuple[Speech, Line]
"""A speech, and its words as they are compared."""


@lru_cache(maxsize=8)
def _lines(account: Account) -> tuple[Said, ...]:
    return tuple((speech, Line([w[2] for w in speech.words])) for speech in speeches(account))


def _found(ours: Sequence[Said], theirs: Sequence[Said], within: bool = False) -> list[tuple[int, int, Shared]]:
    index: dict[str, list[int]] = defaultdict(list)
    for j, (_, line) in enumerate(theirs):
        for word in line.content():
            index[word].append(j)
    found: list[tuple[int, int, Shared]] = []
    for i, said in enumerate(ours):
        for j in _partners(said[1], index, PARTNERS if len(theirs) <= MANY else FEW_PARTNERS):
            if not within or i < j:
                found.extend((i, j, shared) for shared in _stretches(said, theirs[j]))
    return found


def _ranked(found: Sequence[tuple[int, int, Shared]]) -> list[Shared]:
    return [s for _, _, s in sorted(found, key=lambda f: (-f[2].score, f[0], f[1], f[2].stretch))]


def _partners(line: Line, index: Mapping[str, Sequence[int]], most: int) -> Iterable[int]:
    """The speeches that share the rarest words with one, in order."""
    shared: dict[int, float] = defaultdict(float)
    for word in sorted(index.keys() & line.places.keys()):
        places = index[word]
        if len(places) <= COMMON_PLACES:
            for j in places:
                shared[j] += 1 / len(places)
    return sorted(sorted(shared, key=lambda j: (-shared[j], j))[:most])


def _stretches(ours: Said, theirs: Said) -> Iterable[Shared]:
    """The stretches two speeches share, the heaviest first, none overlapping another."""
    (left, our_line), (right, their_line) = ours, theirs
    runs = runs_between(our_line, their_line)
    taken: list[Run] = []
    while runs:
        chain = tuple(best_chain(runs))
        core = (chain[0].i, chain[-1].i + chain[-1].size, chain[0].j, chain[-1].j + chain[-1].size)
        stretch = (*_sentence(left, *core[:2]), *_sentence(right, *core[2:]))
        sure, likely = _judged(chain, stretch, ours, theirs)
        if likely and all(_disjoint(stretch, other) for other in taken):
            taken.append(stretch)
            yield Shared(_score(chain, stretch), left, right, stretch, core, chain, sure, likely)
        runs = [r for r in runs if _apart(r, core)]


def _disjoint(stretch: Run, other: Run) -> bool:
    """Whether two stretches have no words in common on one side at least."""
    a, b, c, d = stretch
    return b <= other[0] or a >= other[1] or d <= other[2] or c >= other[3]


def _score(chain: Sequence[Common], stretch: Run) -> float:
    """The weight of the common words less a tenth of the words that differ."""
    a, b, c, d = stretch
    return sum(run.weight for run in chain) - 0.1 * ((b - a) + (d - c) - 2 * _common(chain))


def _common(chain: Sequence[Common]) -> int:
    return sum(run.size for run in chain)


def _apart(run: Common, core: Run) -> bool:
    a, b, c, d = core
    return (run.i + run.size <= a or run.i >= b) and (run.j + run.size <= c or run.j >= d)


def _sentence(speech: Speech, first: int, last: int) -> tuple[int, int]:
    """Words widened to whole sentences of speech."""
    numbers = speech.sentences
    while first > 0 and numbers[first - 1] == numbers[first]:
        first -= 1
    while last < len(numbers) and numbers[last] == numbers[last - 1]:
        last += 1
    return first, last


def _judged(chain: Sequence[Common], stretch: Run, ours: Said, theirs: Said) -> tuple[bool, bool]:
    """Whether a chain makes two stretches one utterance (for sure; if their sentences are linked)."""
    a, b, c, d = stretch
    shorter = min(b - a, d - c)
    (left, our_line), (right, their_line) = ours, theirs
    same_words = LCSseq.similarity(our_line.stems[a:b], their_line.stems[c:d])
    cover = same_words / shorter
    weight = sum(run.weight for run in chain)
    longest = max(run.size for run in chain)
    same = same_person(left.speaker, right.speaker)
    if shorter <= SHORT and same is not True:
        likely = longest == shorter or weight >= LOOSE_WEIGHT and _all_told(chain, stretch, left, right)
        return False, likely
    if shorter <= SHORT:
        told = longest == shorter or weight >= LOOSE_WEIGHT and _all_told(chain, stretch, left, right)
        return told, told or (shorter == SHORT and weight >= FAMILIAR_WEIGHT and cover >= FAMILIAR_COVER)
    if same is False:
        likely = cover >= OTHER_SPEAKER_COVER and weight >= LOOSE_WEIGHT
        return likely and same_words >= OTHER_SPEAKER_WORDS, likely
    if longest >= LONG_RUN and weight >= LOOSE_WEIGHT - 0.5:
        return cover >= LONG_COVER, cover >= LONG_COVER
    sure = weight >= LOOSE_WEIGHT and cover >= LOOSE_COVER
    familiar = same is True and weight >= FAMILIAR_WEIGHT and cover >= FAMILIAR_COVER
    return sure and same is True, sure or familiar


def _all_told(chain: Sequence[Common], stretch: Run, left: Speech, right: Speech) -> bool:
    """Whether every content word of the shorter side is among the common words."""
    a, b, c, d = stretch
    speech, first, last = (left, a, b) if b - a <= d - c else (right, c, d)
    starts = [(run.i if speech is left else run.j, run.size) for run in chain]
    common = {k for start, size in starts for k in range(start, start + size)}
    return all(k in common or speech.words[k][2] in FUNCTION_WORDS for k in range(first, last))


def same_person(a: str | None, b: str | None) -> bool | None:
    """Whether two speakers are one (their last names agree); None where either is not named.

    A pronoun, a role or a paper in small letters leaves open who it was.
    """
    if not a or not b or not a.split()[-1][:1].isupper() or not b.split()[-1][:1].isupper():
        return None
    return a.split()[-1].casefold() == b.split()[-1].casefold()
