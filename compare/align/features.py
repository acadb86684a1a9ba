"""What a pair of sentences has in common, as numbers; the same whichever side is left.

``measure`` looks at one pair alone; what that look says about its rivals and
neighbours is in surroundings.py. What gained nothing in cross-validation is gone:
who speaks (both quotations of one utterance say so already), names and other
words apart, ranks before anything is known of the rivals.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from compare.align.found import NONE
from compare.align.profile import Profile, Profiles, weigh

FIRST = (
    "weight count cosine contain_max contain_min jaccard rarest second third run run_weight pairs pairs_weight "
    "anchor anchored quoted quoted_contain quoted_jaccard quoted_max quoted_min quoted_both quoted_any "
    "figures figures_weight unique rare "
    "place_gap place_sum first_any first_both long short length_gap sentences "
    "hint hinted cosine_weight contain_weight root_weight three_rarest log_run quoted_both_max "
    "name_excess fresh_weight stale_weight fresh_max fresh_min"
).split()
"""Names of the features of the first look, in order."""

SECOND = (
    "logit lead_min lead_max forward backward beside rest_max rest_min diagonal rank_min rank_max told_best told_sum"
).split()
"""Names of the features of the second look, in order."""

MOST = math.log(80)
"""What ``sentences`` counts at most: the longest pair that was learned from has 79, and what a feature says
beyond what was learned is a guess (with five pairs of articles put together F1 is 0.63 for 0.57)."""


def measure(seen: Profiles, i: int, j: int) -> list[float]:
    """The features ``FIRST`` of left sentence ``i`` and right sentence ``j``."""
    a, b, weights = seen.left[i], seen.right[j], seen.weights
    shared, common = a.content & b.content, a.all & b.all
    heavy = sorted(map(weights.__getitem__, shared), reverse=True)
    if len(heavy) < 3:
        heavy += [0.0] * (3 - len(heavy))
    both = weigh(common, weights)
    low, high = (a.weight, b.weight) if a.weight < b.weight else (b.weight, a.weight)
    low, high = low or 1e-9, high or 1e-9
    figures = a.numbers & b.numbers if a.numbers and b.numbers else NONE
    long, short = (a.length, b.length) if a.length > b.length else (b.length, a.length)
    n, m = len(seen.left), len(seen.right)
    weight, contain = sum(heavy), both / low
    cosine = math.fsum(map(seen.squares.__getitem__, common)) / (a.norm * b.norm)
    run = _runs(a, b, seen, heavy[0])
    quoted = _quoted(a, b, weights) if a.quoted or b.quoted else UNQUOTED
    return [
        weight, float(len(shared)), cosine,
        contain, both / high, both / (low + high - both),
        *heavy[:3],
        *run,
        *_capped(seen.anchors.get((i, j), 0.0), ANCHOR_MOST),
        *quoted,
        float(len(figures)), weigh(figures, weights),
        float(len(shared & seen.unique)), float(len(shared & seen.rare)),
        abs(i / n - j / m), i / n + j / m, float(i == 0 or j == 0), float(i == 0 and j == 0),
        long, short, long - short, min(MOST, math.log(n + m)),
        *_capped(seen.hints.get((i, j), 0.0), HINT_MOST),
        cosine * weight, contain * weight, math.sqrt(weight), heavy[0] * heavy[1] * heavy[2], math.log1p(run[0]),
        quoted[QUOTED_MAX] * quoted[QUOTED_BOTH],
        _excess(a, b, shared, weights) if a.long_names or b.long_names else 0.0,
        *_fresh(a, b, shared, weights),
    ]  # fmt: skip


def _excess(a: Profile, b: Profile, shared: frozenset[int], weights: Sequence[float]) -> float:
    """How much of the shared weight is in further words of one name: "Speaker Ann B. Cole" names one person."""
    most = 0.0
    for names in (a.long_names, b.long_names):
        excess = 0.0
        for name in names:
            both = name & shared
            if len(both) > 1:
                excess += weigh(both, weights) - max(map(weights.__getitem__, both))
        most = max(most, excess)
    return most


def _fresh(a: Profile, b: Profile, shared: frozenset[int], weights: Sequence[float]) -> tuple[float, float, float, float]:
    """The shared weight that is new to both accounts here, or to neither; the share of what is new that the other has.

    News is told once: words an account repeats throughout say less about one sentence.
    """
    x, y = a.fresh & shared, b.fresh & shared
    one = weigh(x, weights) / a.fresh_weight if a.fresh_weight else HALF
    other = weigh(y, weights) / b.fresh_weight if b.fresh_weight else HALF
    low, high = (one, other) if one < other else (other, one)
    return weigh(x & y, weights), weigh(shared - x - y, weights), high, low


HALF = 0.5
"""Stands for a share of nothing."""


def _runs(a: Profile, b: Profile, seen: Profiles, heaviest: float) -> list[float]:
    """Longest common run (words, weight), and the word pairs they share (count, weight)."""
    pairs = a.pairs & b.pairs
    if not pairs:
        return [1.0, heaviest, 0.0, 0.0]
    weights = seen.weights
    words = [divmod(code, seen.size) for code in pairs]
    heavy = math.fsum([max(weights[v], weights[w]) for v, w in words])
    if len(words) == 1 and words[0][0] != words[0][1] and max(len(a.words), len(b.words)) <= READ:
        return [2.0, weigh(words[0], weights), 1.0, heavy]  # of a single pair the longest run is made
    length, weight = longest_run(a.words, b.words, weights)
    return [float(length), weight, float(len(words)), heavy]


READ = 1000
"""Words of a sentence in which a common run is looked for; bounds the work where a text has no full stop."""


def longest_run(a: Sequence[int], b: Sequence[int], weights: Sequence[float]) -> tuple[int, float]:
    """Length of the longest run of words both have, and its weight: the heaviest of several."""
    places: dict[int, list[int]] = defaultdict(list)
    for j, word in enumerate(b[:READ]):
        places[word].append(j)
    best = 0
    ends: list[int] = []
    before: dict[int, int] = {}
    for i, word in enumerate(a[:READ]):
        here: dict[int, int] = {}
        for j in places.get(word, ()):
            length = here[j] = before.get(j - 1, 0) + 1
            if length > best:
                best, ends = length, [i]
            elif length == best:
                ends.append(i)
        before = here
    return best, max((weigh(a[end - best + 1 : end + 1], weights) for end in ends), default=0.0)


ANCHOR_MOST, HINT_MOST = 8.0, 4.0
"""Content words from which on more of the same quotation adds nothing."""


def _capped(weight: float, most: float) -> tuple[float, float]:
    """How much of one utterance both quote, and whether it is a content word at least."""
    return min(weight, most), float(weight >= 1)


UNQUOTED = [0.0] * 7
QUOTED_MAX, QUOTED_BOTH = 3, 5
"""Where ``quoted_max`` and ``quoted_both`` stand among the seven features on quotations."""


def _quoted(a: Profile, b: Profile, weights: Sequence[float]) -> list[float]:
    """How far what one quotes is quoted, or said at all, by the other."""
    x, y = a.quoted_weight, b.quoted_weight
    both = weigh(a.quoted & b.quoted, weights)
    in_other = [
        weigh(a.quoted & b.content, weights) / x if x else 0.0,
        weigh(b.quoted & a.content, weights) / y if y else 0.0,
    ]
    return [
        both,
        both / min(x, y) if x and y else 0.0,
        both / (x + y - both) if x and y else 0.0,
        max(in_other), min(in_other),
        float(bool(x and y)), 1.0,
    ]  # fmt: skip
