"""What a pair of sentences has in common, as numbers; the same whichever side is left.

``measure`` looks at one pair alone, ``compete`` at its rivals in row and column,
``surround`` at what the first look said about its rivals and neighbours.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from compare.align.candidates import Pair
from compare.align.profile import Profile, Profiles, weigh

PAIR = (
    "weight count cosine contain_max contain_min jaccard rarest second third run run_weight pairs pairs_weight "
    "anchor anchored quoted quoted_contain quoted_jaccard quoted_max quoted_min quoted_both quoted_any speaker_same speaker_differs "
    "figures figures_weight names_weight other_weight unique rare "
    "place_gap place_sum first_any first_both long short length_gap sentences"
).split()
RIVALS = [
    f"{of}_{what}"
    for of in ("weight", "cosine")
    for what in "lead_min lead_max rank_min rank_max share_max share_min".split()
]
FIRST = [*PAIR, *RIVALS]
"""Names of the features of the first look, in order."""

SECOND = (
    "logit lead_min lead_max forward backward beside rest_max rest_min diagonal rank_min rank_max"
).split()
"""Names of the features of the second look, in order."""

Table = dict[Pair, list[float]]


def first_look(seen: Profiles, pairs: Sequence[Pair]) -> Table:
    """The features ``FIRST`` of every candidate pair."""
    rows = {pair: measure(seen, *pair) for pair in pairs}
    for name in ("weight", "cosine"):
        at = PAIR.index(name)
        for pair, more in compete({pair: row[at] for pair, row in rows.items()}).items():
            rows[pair].extend(more)
    return rows


def measure(seen: Profiles, i: int, j: int) -> list[float]:
    """The features ``PAIR`` of left sentence ``i`` and right sentence ``j``."""
    a, b, weights = seen.left[i], seen.right[j], seen.weights
    shared = a.content & b.content
    heavy = sorted((weights[w] for w in shared), reverse=True)
    heavy += [0.0] * (3 - len(heavy))
    weight = sum(heavy)
    both = weigh(a.all & b.all, weights)
    low, high = sorted((a.weight or 1e-9, b.weight or 1e-9))
    names = weigh(a.names & b.names, weights)
    named = a.names | b.names
    figures = a.numbers & b.numbers
    left, right = seen.left_counts, seen.right_counts
    n, m, long, short = len(seen.left), len(seen.right), *_lengths(a, b)
    return [
        weight, float(len(shared)), _cosine(a, b, weights),
        both / low, both / high, both / (low + high - both),
        *heavy[:3],
        *_runs(a, b, weights),
        *_anchor(seen, i, j),
        *_quoted(a, b, weights),
        *_speakers(a, b),
        float(len(figures)), weigh(figures, weights), names, sum(weights[w] for w in shared if w not in named),
        float(sum(1 for w in shared if left[w] == 1 and right[w] == 1)),
        float(sum(1 for w in shared if left[w] <= 2 and right[w] <= 2)),
        abs(i / n - j / m), i / n + j / m, float(i == 0 or j == 0), float(i == 0 and j == 0),
        long, short, long - short, math.log(n + m),
    ]  # fmt: skip


def _lengths(a: Profile, b: Profile) -> tuple[float, float]:
    short, long = sorted((math.log(max(1, len(a.words))), math.log(max(1, len(b.words)))))
    return long, short


def _cosine(a: Profile, b: Profile, weights: Sequence[float]) -> float:
    """Cosine of the two sentences' words weighted by rarity (words counted once)."""
    return sum(weights[w] ** 2 for w in a.all & b.all) / (a.norm * b.norm)


def _runs(a: Profile, b: Profile, weights: Sequence[float]) -> list[float]:
    """Longest common run (words, weight), and the word pairs they share (count, weight)."""
    pairs = a.pairs & b.pairs
    if not pairs:
        best = max((weights[w] for w in a.content & b.content), default=0.0)
        return [1.0, best, 0.0, 0.0]
    length, start = longest_run(a.words, b.words)
    heavy = sum(max(weights[v], weights[w]) for v, w in pairs)
    return [float(length), weigh(a.words[start : start + length], weights), float(len(pairs)), heavy]


def longest_run(a: Sequence[int], b: Sequence[int]) -> tuple[int, int]:
    """Length of the longest run of words both have, and where it starts in ``a``."""
    places: dict[int, list[int]] = defaultdict(list)
    for j, word in enumerate(b):
        places[word].append(j)
    best = start = 0
    before: dict[int, int] = {}
    for i, word in enumerate(a):
        here: dict[int, int] = {}
        for j in places.get(word, ()):
            length = here[j] = before.get(j - 1, 0) + 1
            if length > best:
                best, start = length, i - length + 1
        before = here
    return best, start


ANCHOR_MOST = 8.0
"""Content words from which on more of the same quotation adds nothing."""


def _anchor(seen: Profiles, i: int, j: int) -> list[float]:
    """How much of one utterance both quote, and whether it is a content word at least."""
    weight = seen.anchors.get((i, j), 0.0)
    return [min(weight, ANCHOR_MOST), float(weight >= 1)]


def _quoted(a: Profile, b: Profile, weights: Sequence[float]) -> list[float]:
    """How far what one quotes is quoted, or said at all, by the other."""
    if not a.quoted and not b.quoted:
        return [0.0] * 7
    x, y = weigh(a.quoted, weights), weigh(b.quoted, weights)
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


def _speakers(a: Profile, b: Profile) -> list[float]:
    if not a.speakers or not b.speakers:
        return [0.0, 0.0]
    same = bool(a.speakers & b.speakers)
    return [float(same), float(not same)]


def _ranked(scores: Mapping[Pair, float], side: int) -> dict[int, list[float]]:
    """Scores of every row (side 0) or column (side 1), the highest first."""
    ranked: dict[int, list[float]] = defaultdict(list)
    for pair, score in scores.items():
        ranked[pair[side]].append(score)
    for line in ranked.values():
        line.sort(reverse=True)
    return ranked


def _rival(line: Sequence[float], score: float) -> float:
    """The best score in a line besides this one."""
    if len(line) == 1:
        return 0.0
    return line[0] if line[0] != score else line[1]


def compete(scores: Mapping[Pair, float]) -> Table:
    """Per pair: lead over the best rival, rank and share, in row and column (low and high of the two)."""
    lines = _ranked(scores, 0), _ranked(scores, 1)
    sums = [{k: sum(line) + 1e-9 for k, line in side.items()} for side in lines]
    table: Table = {}
    for (i, j), score in scores.items():
        row, column = lines[0][i], lines[1][j]
        leads = sorted((score - _rival(row, score), score - _rival(column, score)))
        ranks = sorted((_rank(row, score), _rank(column, score)))
        shares = sorted((score / sums[0][i], score / sums[1][j]))
        table[i, j] = [*leads, *ranks, shares[1], shares[0]]
    return table


def _rank(line: Sequence[float], score: float, most: int = 10) -> float:
    """How many in a line score higher, at most ``most``."""
    for rank, other in enumerate(line):
        if other <= score or rank == most:
            return float(rank)
    return 0.0


def logit(p: float) -> float:
    """The log-odds of a probability, kept finite."""
    return math.log((p + 1e-4) / (1 - p + 1e-4))


def surround(scores: Mapping[Pair, float]) -> Table:
    """The features ``SECOND``: a pair's first score among those of its rivals and neighbours."""
    lines = _ranked(scores, 0), _ranked(scores, 1)
    sums = [{k: sum(line) for k, line in side.items()} for side in lines]
    get = scores.get
    table: Table = {}
    for (i, j), score in scores.items():
        row, column, own = lines[0][i], lines[1][j], logit(score)
        leads = sorted((own - logit(_rival(row, score)), own - logit(_rival(column, score))))
        rests = sorted((sums[0][i] - score, sums[1][j] - score))
        ranks = sorted((_rank(row, score, 5), _rank(column, score, 5)))
        table[i, j] = [
            own, *leads,
            max(get((i - 1, j - 1), 0.0), get((i + 1, j + 1), 0.0)),
            max(get((i - 1, j + 1), 0.0), get((i + 1, j - 1), 0.0)),
            max(get((i, j - 1), 0.0), get((i, j + 1), 0.0), get((i - 1, j), 0.0), get((i + 1, j), 0.0)),
            rests[1], rests[0],
            sum(get((i + u, j + v), 0.0) for u in (-3, -2, -1, 1, 2, 3) for v in (-3, -2, -1, 1, 2, 3)),
            *ranks,
        ]  # fmt: skip
    return table
