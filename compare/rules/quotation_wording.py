"""Both accounts quote one utterance, and within the stretch that both quote, words differ.

Example: one has “a great deal of development”, the other “a gradual development”.

Not flagged: case, punctuation, the kind of quotation mark, hyphens, US and UK
spelling, spelled-out or digit numbers, "$2 million" and "two million dollars", words that one account leaves out at an
edge of its quotation (quotation-truncated), and wording that the other account
quotes as well elsewhere, where renderings cannot be told to be each other's. Inside marks a contraction, a changed tense or a
bracketed word is a difference; a bracketed clarification says so.

Known false alarms: a speaker who said nearly the same thing twice, quoted once
by each account.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compare.model import Alignment, Discrepancy, Parallel
from compare.utterances.amounts import other_signs, same_amount
from compare.utterances.differences import differences
from compare.utterances.phrases import Renderings, reading, renderings, told, told_too
from compare.utterances.surroundings import only_partners
from compare.words import Run

SEVERITY = "error"
SEVERITIES = (SEVERITY,)


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One discrepancy a place where two renderings of an utterance differ."""
    quoted = renderings(alignment.left), renderings(alignment.right)
    partners = only_partners(alignment.parallels)
    for parallel in alignment.parallels:
        for k, m in other_signs(parallel):
            yield _other_sign(parallel, k, m)
        for difference in differences(parallel):
            if difference.sort == "wording" and same_amount(parallel, difference.run):
                continue
            if difference.sort == "wording" and (id(parallel) in partners or not _also(parallel, difference.run, quoted)):
                yield _discrepancy(parallel, difference.run)


def _also(parallel: Parallel, run: Run, quoted: tuple[Renderings, Renderings]) -> bool:
    """Whether one account elsewhere quotes the very words of the other, neighbours included."""
    a, b, c, d = run
    return quoted[1].has(parallel.left, a, b) or quoted[0].has(parallel.right, c, d)


def _discrepancy(parallel: Parallel, run: Run) -> Discrepancy:
    a, b, c, d = run
    left, right = parallel.left, parallel.right
    message = f"{told(left, a, b)}, {told_too(right, c, d)}{_bracket(parallel, run)}."
    return Discrepancy("quotation-wording", SEVERITY, message, (reading(left, a, b), reading(right, c, d)))


def _other_sign(parallel: Parallel, k: int, m: int) -> Discrepancy:
    found = _discrepancy(parallel, (k, k + 1, m, m + 1))
    readings = tuple(replace(r, start=r.start - (not text[r.start - 1].isspace()))
                     for r, text in zip(found.readings, (parallel.left.account.text, parallel.right.account.text), strict=True))
    words = [s.account.text[r.start : r.end] for s, r in zip((parallel.left, parallel.right), readings, strict=True)]
    message = f"{parallel.left.account.label} has “{words[0]}”, {parallel.right.account.label} “{words[1]}”."
    return replace(found, message=message, readings=readings)


def _bracket(parallel: Parallel, run: Run) -> str:
    """What to add where a bracketed word stands on one side."""
    for speech, first, last in ((parallel.left, *run[:2]), (parallel.right, *run[2:])):
        if last > first:
            start, end = speech.words[first][0], speech.words[last - 1][1]
            text = speech.account.text
            if text[max(0, start - 1) : start] in ("[", "(") or text[end : end + 1] in ("]", ")"):
                return " (a bracketed clarification)"
    return ""
