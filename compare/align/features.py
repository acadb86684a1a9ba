"""What a pair of sentences has in common, as numbers; the same whichever side is left.

``measure`` looks at each pair alone; what that look says about its rivals and
neighbours is in surroundings.py. What gained nothing in cross-validation is gone:
who speaks (both quotations of one utterance say so already), names apart from other
words, shares and cosines beside the one share that tells most, ranks.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from compare.align.found import NONE
from compare.align.profile import Profile, Profiles, weigh
from compare.quantities import Quantity, relation

FIRST = (
    "count contain rarest second third run_weight pairs anchor anchored "
    "quoted_contain quoted_both quoted_any quoted_max said figures figures_weight rounded "
    "place long length_gap sentences fresh_weight"
).split()
"""Names of the features of the first look, in order."""

SECOND = "logit lead forward backward beside rest_max rest_min told".split()
"""Names of the features of the second look, in order."""

MOST = math.log(80)
"""What ``sentences`` counts at most: the longest pair that was learned from has 79, and what a feature says
beyond what was learned is a guess (with five pairs of articles put together F1 is 0.63 for 0.57)."""


def measure(seen: Profiles, i: int, partners: Iterable[int]) -> Iterator[list[float]]:
    """The features ``FIRST`` of left sentence ``i`` and each of these right sentences."""
    a, weights, anchors = seen.left[i], seen.weights, seen.anchors
    weight_of = weights.__getitem__
    n, m = len(seen.left), len(seen.right)
    place, sentences = i / n, min(MOST, math.log(n + m))
    for j in partners:
        b = seen.right[j]
        heavy = sorted(map(weight_of, a.content & b.content), reverse=True)
        count = float(len(heavy))
        if count < 3:
            heavy += NOTHING
        pairs = a.pairs & b.pairs
        figures = a.numbers & b.numbers if a.numbers and b.numbers else NONE
        low, high = (a.length, b.length) if a.length < b.length else (b.length, a.length)
        yield [
            count, weigh(a.all & b.all, weights) / ((a.weight if a.weight < b.weight else b.weight) or 1e-9),
            heavy[0], heavy[1], heavy[2],
            _run_weight(a, b, pairs, seen) if pairs else heavy[0], float(len(pairs)),
            *(_capped(anchors[i, j], ANCHOR_MOST) if (i, j) in anchors else UNANCHORED),
            *(_quoted(a, b, weights) if a.quoted or b.quoted else UNQUOTED),
            *((float(len(figures)), weigh(figures, weights)) if figures else NO_FIGURES),
            1.0 if a.amounts and b.amounts and _rounded(a.amounts, b.amounts) else 0.0,
            place + j / m, high, high - low, sentences,
            weigh(a.fresh & b.fresh, weights),
        ]  # fmt: skip


NOTHING = [0.0] * 3
NO_FIGURES = UNANCHORED = (0.0, 0.0)

NEAR = 0.04
"""Two amounts that differ by no more than this share of the larger one are told of one thing."""


def _rounded(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether an amount of one is nearly, or more roughly told, what the other has: "$1.4 billion", "$1,375 million"."""
    for a in ours:
        for b in theirs:
            if a.unit == b.unit and (a.unit or not set(a.nouns).isdisjoint(b.nouns)):
                how = relation(a, b)
                near = how == "different" and a.unit not in ("", "ordinal") and abs(a.low - b.low) <= NEAR * max(a.low, b.low)
                if near or how == "rounding":
                    return True
    return False


def _run_weight(a: Profile, b: Profile, pairs: frozenset[int], seen: Profiles) -> float:
    """The weight of the longest common run of words of two sentences that share pairs of words beside each other."""
    if len(pairs) == 1 and max(len(a.words), len(b.words)) <= READ:
        (code,) = pairs
        v, w = divmod(code, seen.size)
        if v != w:
            return seen.weights[v] + seen.weights[w]  # of a single pair the longest run is made
    return longest_run(a.words, b.words, seen.weights)[1]


READ = 1000
"""Words of a sentence in which a common run is looked for; bounds the work where a text has no full stop."""


def longest_run(a: Sequence[int], b: Sequence[int], weights: Sequence[float]) -> tuple[int, float]:
    """Length of the longest run of words both have, and its weight: the heaviest of several."""
    a, b = a[:READ], b[:READ]
    shared = frozenset(a).intersection(b)
    places: dict[int, list[int]] = defaultdict(list)
    for j, word in enumerate(b):
        if word in shared:
            places[word].append(j)
    best = 0
    ends: list[int] = []
    before: dict[int, int] = {}
    for i, word in enumerate(a):
        if word not in shared:
            before = {}
            continue
        here: dict[int, int] = {}
        for j in places[word]:
            length = here[j] = before.get(j - 1, 0) + 1
            if length > best:
                best, ends = length, [i]
            elif length == best:
                ends.append(i)
        before = here
    return best, max([weigh(a[end - best + 1 : end + 1], weights) for end in ends], default=0.0)


ANCHOR_MOST = 8.0
"""Content words from which on more of the same quotation adds nothing."""

SAID_MOST = 8
"""Words from which on a longer quotation that both have says no more."""


def _capped(weight: float, most: float) -> tuple[float, float]:
    """How much of one utterance both quote, and whether it is a content word at least."""
    return min(weight, most), float(weight >= 1)


UNQUOTED = [0.0] * 5


def _quoted(a: Profile, b: Profile, weights: Sequence[float]) -> list[float]:
    """How far what one quotes is quoted, or said at all, by the other.

    The share of the shorter one's quoted words that both quote; whether both quote; whether one does; where
    both do, the larger share of one's quoted words that the other has; the length of a quotation that the other
    has word for word.
    """
    x, y = a.quoted_weight, b.quoted_weight
    said = max(_said(a, b), _said(b, a))
    if not (x and y):
        return [0.0, 0.0, 1.0, 0.0, said]
    both = weigh(a.quoted & b.quoted, weights)
    most = max(weigh(a.quoted & b.content, weights) / x, weigh(b.quoted & a.content, weights) / y)
    return [both / min(x, y), 1.0, 1.0, most, said]


def _said(a: Profile, b: Profile) -> float:
    """How many words the longest quotation of one has that stands in the other."""
    most = 0
    for pairs in a.sayings:
        if len(pairs) >= most and pairs <= b.pairs:
            most = len(pairs) + 1
    return float(min(most, SAID_MOST))
