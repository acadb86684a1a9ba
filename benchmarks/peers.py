"""Links of other tools beside ours, on annotated pairs: strict and loose F1, seconds a pair.

    python benchmarks/peers.py            print the table
    python benchmarks/peers.py --write    and keep it in docs/benchmarks.md

Every tool scores every pair of sentences; what scores above a threshold is a
link. Thresholds are chosen on the other folds, five folds over pairs, as for
ours. A tool may link all pairs above the threshold, or the best of a row and of
a column only: the better of the two ways counts.

Needs ``pip install -e '.[bench]'`` and the annotated pairs.
"""

from __future__ import annotations

import argparse
import platform
import re
from collections.abc import Callable, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from time import perf_counter

import numpy as np
from gold import Annotated, annotated_pairs
from learning import Example, cross_validate, folds, orders, strangers
from links import Counts, f1, grid, honest
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

from compare.align import align
from compare.align.features import FIRST
from compare.tokens import keys, stem

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
START, END = "<!-- peers -->\n", "<!-- end of peers -->"
STEPS = 40
"""Thresholds that are tried between a tool's lowest and highest score."""

Scorer = Callable[[Sequence[str], Sequence[str]], "np.ndarray"]


def ratio(scorer: Callable[..., float]) -> Scorer:
    """Scores of rapidfuzz, on one core."""
    return lambda left, right: process.cdist(left, right, scorer=scorer, workers=1)


def tf_idf(left: Sequence[str], right: Sequence[str]) -> np.ndarray:
    """Cosines of stems without stop words; the rarity is that within the two texts."""
    vectorizer = TfidfVectorizer(analyzer=lambda text: [stem(w) for w in keys(text) if w not in ENGLISH_STOP_WORDS])
    rows = vectorizer.fit_transform([*left, *right])
    return np.asarray((rows[: len(left)] @ rows[len(left) :].T).todense())


def difflib_words(left: Sequence[str], right: Sequence[str]) -> np.ndarray:
    """The ratio of Python's own SequenceMatcher over words."""
    sides = [[re.findall(r"\w+", text.lower()) for text in side] for side in (left, right)]
    made = np.zeros((len(left), len(right)))
    for j, other in enumerate(sides[1]):
        matcher: SequenceMatcher[str] = SequenceMatcher(None, b=other, autojunk=False)
        for i, words in enumerate(sides[0]):
            matcher.set_seq1(words)
            made[i, j] = matcher.ratio()
    return made


PEERS: dict[str, Scorer] = {
    "difflib SequenceMatcher, words": difflib_words,
    "rapidfuzz token_set_ratio": ratio(fuzz.token_set_ratio),
    "rapidfuzz token_sort_ratio": ratio(fuzz.token_sort_ratio),
    "rapidfuzz partial_ratio": ratio(fuzz.partial_ratio),
    "scikit-learn TF-IDF cosine, stems": tf_idf,
}


def counts(pair: Annotated, scores: np.ndarray, least: int, threshold: float, single: bool) -> Counts:
    """Hits, claimed and annotated pairs at a threshold."""
    above = scores >= threshold
    if single:
        above &= (scores == scores.max(axis=1, keepdims=True)) | (scores == scores.max(axis=0, keepdims=True))
    got = {(int(i), int(j)) for i, j in zip(*np.nonzero(above), strict=True)}
    gold = {p for p, rank in pair.gold.items() if rank >= least}
    return len(got & gold), len(got), len(gold)


def cross_validated(pairs: Sequence[Annotated], scored: Sequence[np.ndarray], least: int) -> float:
    """F1 with each fold's threshold and way chosen on the other folds."""
    low, high = min(s.min() for s in scored), max(s.max() for s in scored)
    ways = [(low + (high - low) * k / STEPS, single) for k in range(1, STEPS) for single in (False, True)]
    table = {way: [counts(p, s, least, *way) for p, s in zip(pairs, scored, strict=True)] for way in ways}
    rows = []
    for held in folds(range(len(pairs))):
        best = max(ways, key=lambda way: f1([r for n, r in enumerate(table[way]) if n not in held])[0])
        rows += [table[best][n] for n in held]
    return f1(rows)[0]


def peer(pairs: Sequence[Annotated], scorer: Scorer) -> tuple[float, float, float]:
    """Strict and loose F1 and the seconds a pair of articles takes; sentences are the annotators' own."""
    texts = [
        [[account.text[a:b] for a, b in places] for account, places in zip((p.left, p.right), p.places, strict=True)]
        for p in pairs
    ]
    start = perf_counter()
    scored = [scorer(*sides) for sides in texts]
    taken = (perf_counter() - start) / len(pairs)
    return cross_validated(pairs, scored, 2), cross_validated(pairs, scored, 1), taken


def ours(pairs: Sequence[Annotated]) -> tuple[float, float, float]:
    """The same of this program, its weights learned on the other folds as well."""
    examples = [Example(pair) for pair in pairs]
    order = orders(len(examples), 1)[0]
    figures = honest(grid(examples, cross_validate(examples, [True] * len(FIRST), order, strangers(pairs))), order)
    start = perf_counter()
    for pair in pairs:
        align(pair.left, pair.right)
    return figures["firm"][0], figures["any"][0], (perf_counter() - start) / len(pairs)


def table(pairs: Sequence[Annotated]) -> str:
    """The table in Markdown."""
    rows = {**{name: peer(pairs, scorer) for name, scorer in PEERS.items()}, "**rashomon**": ours(pairs)}
    lines = [
        f"{len(pairs)} pairs of news articles, five folds; {date.today()}, {platform.python_implementation()} "
        f"{platform.python_version()} on {platform.machine()}.",
        "",
        "| links by | strict F1 | loose F1 | ms a pair |",
        "| --- | --- | --- | --- |",
        *(f"| {name} | {strict:.3f} | {loose:.3f} | {1000 * taken:.1f} |" for name, (strict, loose, taken) in rows.items()),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true", help="keep the table in docs/benchmarks.md")
    args = parser.parse_args()
    made = table(annotated_pairs())
    print(made)
    if args.write:
        page = PAGE.read_text(encoding="utf-8")
        before, behind = page.split(START)[0], page.split(END)[1]
        PAGE.write_text(before + START + "\n" + made + "\n" + END + behind, encoding="utf-8")


if __name__ == "__main__":
    main()
