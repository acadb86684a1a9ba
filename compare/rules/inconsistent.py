"""One account disagrees with itself: it quotes the same words two ways.

Example: an account quotes somebody as calling a plan “innovate” and, two
paragraphs on, as saying “I think it's innovative”.

Not flagged: a fragment whose words stand in the fuller quotation; inflected
forms ("attack", "attacks"); two similar utterances of different people. Where
accounts are compared, both renderings that every other account quotes word for
word, too: these accounts do not differ.

Known false alarms: a speaker who said nearly the same thing twice on one
occasion, and is quoted with both.
"""

from __future__ import annotations

from collections.abc import Iterator
from os.path import commonprefix

from rapidfuzz.distance import Levenshtein

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Discrepancy, Parallel, Speech
from compare.utterances import parallels_within, speeches
from compare.utterances.differences import differences
from compare.utterances.phrases import phrase, reading
from compare.words import Run

SEVERITY = "warning"

COVER, COMMON = 0.8, 5
"""Share and number of words that must be the same before two quotations are one, quoted twice."""

FRAGMENT = 2
"""A near-form is looked for where so few words, at most, are quoted."""

STEM, SHARE, EDITS, APART = 5, 2 / 3, 3, 4
"""A near-form: so many first letters the same, that share of the shorter word; so many edits, and so many
paragraphs apart, at most."""

INFLECTION = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "'s", "n")


def within(account: Account) -> Iterator[Discrepancy]:
    """One discrepancy a place where two renderings of one utterance in one account differ."""
    for parallel in parallels_within(account):
        if _same(parallel):
            for difference in differences(parallel):
                if difference.sort == "wording":
                    yield _discrepancy(parallel.left, parallel.right, difference.run)
    yield from _near_forms(account)


def _same(parallel: Parallel) -> bool:
    """Whether so many words are the same, letter by letter, that both can only be one utterance."""
    a, b, c, d = parallel.stretch
    same = (b - a) - sum(run[1] - run[0] for run in parallel.runs)
    return same >= COMMON and same >= COVER * min(b - a, d - c)


def _discrepancy(left: Speech, right: Speech, run: Run) -> Discrepancy:
    a, b, c, d = run
    who = left.speaker or right.speaker
    of = f" of {who}" if who else ""
    message = (
        f"{left.account.label} quotes the same words{of} two ways: "
        f"“{phrase(left, a, b)}” and “{phrase(right, c, d)}”."
    )
    return Discrepancy("inconsistent", SEVERITY, message, (reading(left, a, b), reading(right, c, d)))


def _near_forms(account: Account) -> Iterator[Discrepancy]:
    """A quoted fragment of a word or two that is nearly, but not quite, in a fuller quotation near by."""
    said = speeches(account)
    for fragment in said:
        telling = [k for k, w in enumerate(fragment.words) if w[2] not in FUNCTION_WORDS]
        if len(fragment.words) > FRAGMENT or len(telling) != 1:
            continue
        k = telling[0]
        word = fragment.words[k][2]
        fuller = [s for s in said if len(s.words) > FRAGMENT and _near(fragment, s)]
        if not fuller or any(w[2] == word for s in said if s is not fragment for w in s.words):
            continue
        for speech in fuller:
            m = next((m for m, w in enumerate(speech.words) if near_form(word, w[2])), None)
            if m is not None:
                first, last = sorted([(fragment, k), (speech, m)], key=lambda x: x[0].words[x[1]][0])
                yield _discrepancy(first[0], last[0], (first[1], first[1] + 1, last[1], last[1] + 1))
                break


def _near(a: Speech, b: Speech) -> bool:
    """Whether two quotations are one speaker's and stand close together."""
    if not a.speaker or a.speaker != b.speaker:
        return False
    return abs(_paragraph(a) - _paragraph(b)) <= APART


def _paragraph(speech: Speech) -> int:
    start = speech.words[0][0]
    return next((s.paragraph for s in speech.account.sentences if s.end > start), 0)


def near_form(a: str, b: str) -> bool:
    """Whether two different words look like forms of one, beyond an English inflection."""
    start = len(commonprefix([a, b]))
    if a == b or start < STEM or start < SHARE * min(len(a), len(b)):
        return False
    if Levenshtein.distance(a, b, score_cutoff=EDITS) > EDITS:
        return False
    return not _bases(a) & _bases(b)


def _bases(word: str) -> set[str]:
    """A word without an inflection, as it is or with any it may have; a final e or y counts for nothing."""
    bare = {word, *(word.removesuffix(ending) for ending in INFLECTION)}
    return {base.rstrip("eiy") for base in bare}
