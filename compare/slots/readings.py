"""Two slots to readings, and to a phrase that names both."""

from __future__ import annotations

from compare.model import Account, Alignment, Reading, Span
from compare.slots.candidates import Candidate
from compare.slots.find import Slot


def readings(alignment: Alignment, candidate: Candidate) -> tuple[Reading, Reading]:
    """What each account has, in its sentence."""
    return _reading(alignment.left, candidate.left), _reading(alignment.right, candidate.right)


def told(alignment: Alignment, candidate: Candidate) -> str:
    """Who has what: DW has 44, DoD nearly 50."""
    left, right = alignment.left, alignment.right
    return f"{left.label} has {_words(left, candidate.left)}, {right.label} {_words(right, candidate.right)}"


def _reading(account: Account, slot: Slot) -> Reading:
    sentence = account.sentences[slot.number]
    return Reading(slot.start, slot.end, account.id, Span(sentence.start, sentence.end))


def _words(account: Account, slot: Slot) -> str:
    return " ".join(account.text[slot.start : slot.end].split())
