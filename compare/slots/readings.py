"""Two slots to readings, and to a phrase that names both."""

from __future__ import annotations

from compare.model import Account, Alignment, Reading, Span
from compare.quantities import Quantity
from compare.slots.candidates import Candidate
from compare.slots.find import Slot
from compare.tokens import stem

NOUNS = 5
"""Words behind a figure among which the noun stands that it counts."""

_PLURALS = frozenset("people men women children police staff troops".split())


def readings(alignment: Alignment, candidate: Candidate) -> tuple[Reading, Reading]:
    """What each account has, in its sentence."""
    return _reading(alignment.left, candidate.left), _reading(alignment.right, candidate.right)


def told(alignment: Alignment, candidate: Candidate) -> str:
    """Who has what: DW has 44, DoD nearly 50."""
    left, right = alignment.left, alignment.right
    return f"{left.label} has {_words(left, candidate.left)}, {right.label} {_words(right, candidate.right)}"


def stopped(message: str) -> str:
    """A message with its full stop; "a.m." has it already."""
    return message if message.endswith(".") else f"{message}."


def _reading(account: Account, slot: Slot) -> Reading:
    sentence = account.sentences[slot.number]
    return Reading(slot.start, slot.end, account.id, Span(sentence.start, sentence.end))


def _words(account: Account, slot: Slot) -> str:
    return " ".join(account.text[slot.start : _end(slot)].split())


def _end(slot: Slot) -> int:
    """Where a figure ends with the noun it counts: 14 cracks, 23 separate steps."""
    q = slot.item
    if not isinstance(q, Quantity) or q.unit not in ("", "ordinal") or not q.nouns:
        return slot.end
    behind = slot.words[slot.last : slot.last + NOUNS]
    nouns = [k for k, word in enumerate(behind) if stem(word.key) in q.nouns]
    plural = [k for k in nouns if behind[k].key.endswith("s") or behind[k].key in _PLURALS]
    last = plural[:1] or nouns[:1]
    return behind[last[0]].end if last else slot.end
