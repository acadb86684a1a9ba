"""Quotations that are one by their place: in linked sentences, and too few words the same to tell by these."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Link, Parallel, Speech
from compare.quotations.verbs import SPEAKING
from compare.quotations.vocabulary import TITLES
from compare.tokens import keys, words_of
from compare.utterances.shared import same_person
from compare.utterances.surroundings import alike
from compare.words import differing_runs

LONGEST = 12
"""Words of a quotation that is compared so."""

BESIDE, TELLING = 4, 2
"""Words next to both that must be the same, so many of them content words; the edge of a sentence counts as one."""

NEARLY = 3
"""So many do where one word alone differs, in quotations of equal length."""

SHORT = 3
"""Words of a quotation that one word alone parts from another of the same speaker, each alone in its sentence."""

MOST = 8
"""Quotations of one sentence; more are a list."""

FIRM = frozenset(("same-quotation", "same-claim"))

_Words = list[str]

_DULL = SPEAKING | TITLES.keys() | FUNCTION_WORDS | {""}


def placed(left: Account, right: Account, links: Sequence[Link], found: Sequence[Parallel]) -> Iterator[Parallel]:
    """A parallel for every two quotations that differ in words and stand in the same place; none in ``found``."""
    used = {p.left.pieces[k] for p in found for k in range(*p.stretch[:2])}
    taken = {p.right.pieces[k] for p in found for k in range(*p.stretch[2:])}
    inside = _by_sentence(left), _by_sentence(right)
    for link in links:
        ours = [k for n in link.left for k in inside[0].get(n, ())]
        theirs = [k for n in link.right for k in inside[1].get(n, ())]
        alone = link.relation in FIRM and len(ours) == len(theirs) == 1
        if max(len(ours), len(theirs)) > MOST:
            continue
        for i in ours:
            for j in theirs:
                if i not in used and j not in taken and _same_place(left, i, right, j, alone):
                    used.add(i)
                    taken.add(j)
                    yield _parallel(left, i, right, j)


def _by_sentence(account: Account) -> dict[int, list[int]]:
    """The quotations that stand in one sentence, by its number."""
    starts = [s.start for s in account.sentences]
    found: dict[int, list[int]] = defaultdict(list)
    for k, quotation in enumerate(account.quotations):
        first = bisect_right(starts, quotation.start) - 1
        if first >= 0 and bisect_left(starts, quotation.end) - 1 == first:
            found[first].append(k)
    return found


def _same_place(left: Account, i: int, right: Account, j: int, alone: bool) -> bool:
    ours, theirs = _keys(left, i), _keys(right, j)
    if ours == theirs or not 0 < max(len(ours), len(theirs)) <= LONGEST or not min(len(ours), len(theirs)):
        return False
    differ = [k for k, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b]
    nearly = len(ours) == len(theirs) > 1 and len(differ) == 1
    speakers = left.quotations[i].speaker, right.quotations[j].speaker
    if nearly and alone and len(ours) <= SHORT and same_person(*speakers) is True:
        return True
    before, behind = alike(left, i, right, j)
    if not before or not behind:
        return False
    dull = _DULL | {*keys(" ".join(s or "" for s in speakers))}
    telling = sum(word not in dull for word in (*before, *behind))
    if nearly and telling:
        return len(before) + len(behind) >= NEARLY
    return len(before) + len(behind) >= BESIDE and telling >= TELLING


def _keys(account: Account, k: int) -> _Words:
    quotation = account.quotations[k]
    return list(words_of(account).keys(quotation.start, quotation.end))


def _parallel(left: Account, i: int, right: Account, j: int) -> Parallel:
    ours, theirs = _speech(left, i), _speech(right, j)
    runs = tuple(differing_runs([w[2] for w in ours.words], [w[2] for w in theirs.words]))
    common = len(ours.words) - sum(run[1] - run[0] for run in runs)
    return Parallel(ours, theirs, (0, len(ours.words), 0, len(theirs.words)), runs, common)


def _speech(account: Account, k: int) -> Speech:
    """One quotation as a speech of its own, a title as well."""
    quotation = account.quotations[k]
    words = tuple(zip(*words_of(account).between(quotation.start, quotation.end), strict=True))
    return Speech(account, words, (0,) * len(words), (k,) * len(words), quotation.speaker)
