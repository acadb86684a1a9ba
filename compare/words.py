"""Two strings to word edits: where one has words that the other has not.

The only user of diff-match-patch: every word becomes one symbol, as its line
mode does with lines, and the difference of the two symbol strings is minimal
(``Diff_Timeout = 0``: no clock decides what comes out).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from compare.tokens import Token, tokenize

COMMON = 0.3
"""Below this share of common words (Dice) two texts are shown whole: marking would be confetti."""


class Edit(NamedTuple):
    """``left[left_start:left_end]`` stands where the other has ``right[right_start:right_end]``.

    ``op`` is ``equal``, ``replace``, ``delete`` (left only) or ``insert`` (right
    only). Equal stretches may differ in case, marks and spacing. The edits of
    two strings follow on one another without a gap, so that joining all left
    slices gives the left string, and all right slices the right one.
    """

    op: str
    left_start: int
    left_end: int
    right_start: int
    right_end: int


Run = tuple[int, int, int, int]
"""Words ``left[a:b]`` against ``right[c:d]`` that differ, as word indexes (a, b, c, d)."""


def differing_runs(left: Sequence[str], right: Sequence[str]) -> list[Run]:
    """The fewest words to delete and insert that turn one sequence of words into the other.

    Time is O((n + m) d) for d differing words (Myers 1986).
    """
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    symbols: dict[str, str] = {}
    sides = ["".join(symbols.setdefault(word, chr(len(symbols) + 1)) for word in side) for side in (left, right)]
    return _runs(engine.diff_main(sides[0], sides[1], False))


def _runs(diffs: Sequence[tuple[int, str]]) -> list[Run]:
    """diff-match-patch's list as runs; neighbouring deletions and insertions become one run."""
    runs: list[Run] = []
    i = j = 0
    for op, symbols in diffs:
        n = len(symbols)
        if op == 0:
            i, j = i + n, j + n
            continue
        di, dj = (n, 0) if op < 0 else (0, n)
        if runs and runs[-1][1] == i and runs[-1][3] == j:
            a, _, c, _ = runs[-1]
            runs[-1] = (a, i + di, c, j + dj)
        else:
            runs.append((i, i + di, j, j + dj))
        i, j = i + di, j + dj
    return runs


def readable_runs(runs: Sequence[Run], n_left: int, n_right: int) -> list[Run]:
    """Runs without confetti; with less than ``COMMON`` in common the whole is one run."""
    if not runs:
        return []
    changed = sum(b - a + d - c for a, b, c, d in runs)
    if n_left + n_right - changed < COMMON * (n_left + n_right):
        return [(0, n_left, 0, n_right)]
    return merge_islands(runs)


def merge_islands(runs: Sequence[Run]) -> list[Run]:
    """Runs with the islands of equal words between them closed that are shorter than what differs around.

    The rule is that of diff-match-patch's semantic clean-up: an equality no
    longer than the edits on both its sides hides more than it shows.
    """
    merged: list[Run] = []
    for run in runs:
        merged.append(run)
        while len(merged) > 1:
            (p, q, r, s), (t, u, v, w) = merged[-2:]
            if t - q > min(max(q - p, s - r), max(u - t, w - v)):
                break
            merged[-2:] = [(p, u, r, w)]
    return merged


def word_edits(left: str, right: str) -> tuple[Edit, ...]:
    """The readable edits between two strings, in order, offsets in code points."""
    a, b = tokenize(left), tokenize(right)
    runs = differing_runs([t.key for t in a], [t.key for t in b])
    edits: list[Edit] = []
    x = y = 0
    for i, k, j, m in readable_runs(runs, len(a), len(b)):
        ls, le = _stretch(a, i, k, x, len(left))
        rs, re_ = _stretch(b, j, m, y, len(right))
        if ls > x or rs > y:
            edits.append(Edit("equal", x, ls, y, rs))
        edits.append(Edit("replace" if k > i and m > j else "delete" if k > i else "insert", ls, le, rs, re_))
        x, y = le, re_
    if x < len(left) or y < len(right):
        edits.append(Edit("equal", x, len(left), y, len(right)))
    return tuple(edits)


def _stretch(tokens: Sequence[Token], first: int, last: int, floor: int, size: int) -> tuple[int, int]:
    """Offsets of words ``first`` to ``last``; for none of them, the place after the word before."""
    if last > first:
        return tokens[first].start, tokens[last - 1].end
    place = tokens[first].start if first < len(tokens) else (tokens[-1].end if tokens else size)
    return max(floor, place), max(floor, place)
