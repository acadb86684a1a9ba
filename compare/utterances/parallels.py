"""Speeches of two accounts to the utterances that both of them quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Link, Parallel, Speech
from compare.utterances.chains import Common, best_chain, common_runs, word_weight
from compare.utterances.speech import speeches
from compare.tokens import stem
from compare.words import Run, differing_runs

COMMON_PLACES = 60
"""A word that more speeches than this share is no anchor."""

PARTNERS = 25
"""Speeches of the other account that one speech is held against."""

LONG_RUN, LONG_COVER = 4, 0.5
"""A run of so many words, and this share of the shorter side in common, make one utterance."""

LOOSE_WEIGHT, LOOSE_COVER = 2.0, 0.8
"""Without a long run: so many content words, and this share of the shorter side."""

SHORT = 3
"""A fragment of up to so many words needs its speaker or its sentence to agree."""

OTHER_SPEAKER_COVER, OTHER_SPEAKER_WORDS = 0.8, 6
"""Words credited to somebody else are one utterance only when this much is the same."""

Linked = Callable[[int, int], bool]
"""Whether the sentences around two text offsets are linked."""


class _Found(NamedTuple):
    """A stretch that two speeches may share, and how good it is."""

    score: float
    left: int
    right: int
    stretch: Run
    core: Run
    common: int


def parallels(left: Account, right: Account, links: Sequence[Link]) -> tuple[Parallel, ...]:
    """The utterances that both accounts quote, in the order of the left one.

    Every word of a speech belongs to its best partner; a speech that is quoted
    again (a fragment in the lead, the whole below) may meet the same partner
    twice.
    """
    ours, theirs = speeches(left), speeches(right)
    found = _found(ours, theirs, _linked(left, right, links), lambda i, j: True)
    return _chosen(ours, theirs, found)


def parallels_within(account: Account) -> tuple[Parallel, ...]:
    """The utterances that one account quotes more than once; the earlier place is the left one."""
    ours = speeches(account)
    found = _found(ours, ours, lambda i, j: True, lambda i, j: i < j)
    return _chosen(ours, ours, found)


def _found(
    ours: Sequence[Speech], theirs: Sequence[Speech], linked: Linked, wanted: Callable[[int, int], bool]
) -> list[_Found]:
    index: dict[str, list[int]] = defaultdict(list)
    for j, speech in enumerate(theirs):
        for word in {stem(w[2]) for w in speech.words if w[2] not in FUNCTION_WORDS}:
            index[word].append(j)
    found: list[_Found] = []
    for i, speech in enumerate(ours):
        for j in _partners(speech, index):
            if wanted(i, j):
                found.extend(_stretches(i, j, speech, theirs[j], linked))
    return found


def _partners(speech: Speech, index: dict[str, list[int]]) -> Iterable[int]:
    """Speeches that share rare words with one, the most promising first."""
    shared: dict[int, float] = defaultdict(float)
    for word in sorted({stem(w[2]) for w in speech.words}):
        places = index.get(word, ())
        if len(places) <= COMMON_PLACES:
            for j in places:
                shared[j] += 1 / len(places)
    return sorted(sorted(shared, key=lambda j: (-shared[j], j))[:PARTNERS])


def _stretches(i: int, j: int, left: Speech, right: Speech, linked: Linked) -> Iterable[_Found]:
    """The stretches two speeches share, the heaviest first, none overlapping another."""
    runs = common_runs([w[2] for w in left.words], [w[2] for w in right.words])
    while runs:
        _, chain = best_chain(runs)
        core = (chain[0].i, chain[-1].i + chain[-1].size, chain[0].j, chain[-1].j + chain[-1].size)
        stretch = _whole(core, left, right)
        common = sum(run.size for run in chain)
        if _is_one(chain, stretch, common, left, right, linked):
            weight = sum(run.weight for run in chain)
            size = (stretch[1] - stretch[0]) + (stretch[3] - stretch[2])
            yield _Found(weight - 0.1 * (size - 2 * common), i, j, stretch, core, common)
        runs = [r for r in runs if _apart(r, core)]


def _apart(run: Common, core: Run) -> bool:
    a, b, c, d = core
    return (run.i + run.size <= a or run.i >= b) and (run.j + run.size <= c or run.j >= d)


def _whole(core: Run, left: Speech, right: Speech) -> Run:
    """A core widened to whole sentences of speech on both sides."""
    a, b, c, d = core
    return (*_sentence(left, a, b), *_sentence(right, c, d))


def _sentence(speech: Speech, first: int, last: int) -> tuple[int, int]:
    numbers = speech.sentences
    while first > 0 and numbers[first - 1] == numbers[first]:
        first -= 1
    while last < len(numbers) and numbers[last] == numbers[last - 1]:
        last += 1
    return first, last


def _is_one(
    chain: Sequence[Common], stretch: Run, common: int, left: Speech, right: Speech, linked: Linked
) -> bool:
    """Whether a chain is enough to take two stretches for one utterance."""
    a, b, c, d = stretch
    shorter = min(b - a, d - c)
    cover = common / shorter
    weight = sum(run.weight for run in chain)
    longest = max(run.size for run in chain)
    near = linked(left.words[chain[0].i][0], right.words[chain[0].j][0])
    who = left.speaker if _is_name(left.speaker) else None, right.speaker if _is_name(right.speaker) else None
    same = bool(who[0] and who[1] and _same_person(who[0], who[1]))
    known = same or near
    if shorter <= SHORT:
        return cover == 1 and longest == shorter and known
    if who[0] and who[1] and not same:
        return cover >= OTHER_SPEAKER_COVER and common >= OTHER_SPEAKER_WORDS
    if longest >= LONG_RUN and weight >= LOOSE_WEIGHT - 0.5:
        return cover >= LONG_COVER
    return weight >= LOOSE_WEIGHT and cover >= LOOSE_COVER and known


def _is_name(speaker: str | None) -> bool:
    """Whether a speaker is named: a pronoun, a role or a paper in small letters leaves open who it was."""
    return bool(speaker) and str(speaker).split()[-1][:1].isupper()


def _same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: the last names agree."""
    return a.split()[-1].casefold() == b.split()[-1].casefold()


def _linked(left: Account, right: Account, links: Sequence[Link]) -> Linked:
    from bisect import bisect_right

    pairs = {(i, j) for link in links for i in link.left for j in link.right}
    starts = [s.start for s in left.sentences], [s.start for s in right.sentences]

    def linked(x: int, y: int) -> bool:
        return (bisect_right(starts[0], x) - 1, bisect_right(starts[1], y) - 1) in pairs

    return linked


def _chosen(ours: Sequence[Speech], theirs: Sequence[Speech], found: list[_Found]) -> tuple[Parallel, ...]:
    """The best stretches; a later one needs words that are still free on one side at least."""
    used: tuple[dict[int, set[int]], dict[int, set[int]]] = (defaultdict(set), defaultdict(set))
    kept: list[_Found] = []
    for item in sorted(found, key=lambda f: (-f.score, f.left, f.right, f.stretch)):
        a, b, c, d = item.core
        free = [_free(used[0][item.left], a, b), _free(used[1][item.right], c, d)]
        if max(free) < 0.5:
            continue
        used[0][item.left].update(range(a, b))
        used[1][item.right].update(range(c, d))
        kept.append(item)
    return tuple(_parallel(ours[f.left], theirs[f.right], f) for f in sorted(kept, key=lambda f: (f.left, f.right, f.stretch)))


def _free(used: set[int], first: int, last: int) -> float:
    return sum(1 for k in range(first, last) if k not in used) / max(1, last - first)


def _parallel(left: Speech, right: Speech, found: _Found) -> Parallel:
    a, b, c, d = found.stretch
    runs = differing_runs([w[2] for w in left.words[a:b]], [w[2] for w in right.words[c:d]])
    moved = tuple((a + p, a + q, c + r, c + s) for p, q, r, s in runs)
    return Parallel(left, right, found.stretch, moved, found.common)


def anchor_weight(words: Iterable[str]) -> float:
    """How much common words weigh: content words 1, function words a quarter."""
    return sum(word_weight(w) for w in words)
