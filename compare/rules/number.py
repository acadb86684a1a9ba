"""Amounts, counts, ages, votes or percentages of the same thing differ; mere rounding is a note, and a warning between the very same words.

Example: one account tells of 44 people killed, the other of 47. Where sentences that
tell the same count different nouns, or hold other figures, too, it is a note.

Not flagged: a figure that the other account tells as well, elsewhere; numbers
that count different things, or a part beside the total; dates, times and
durations (date); numbers in words that both accounts quote (quotation-wording);
names with a number in them ("Section 230").

Known false alarms: two figures of one kind, close to each other, for two things
of which each account tells one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rapidfuzz.distance import OSA

from compare.dates.vocabulary import SPANS
from compare.function_words import FUNCTION_WORDS
from compare.model import Alignment, Discrepancy
from compare.quantities import Quantity, relation
from compare.quotations.verbs import SPEAKING
from compare.quotations.vocabulary import TITLES
from compare.slots import Candidate, candidates, dated, far_candidates, figures, precise, quoted, settle
from compare.slots.find import Slot
from compare.slots.readings import readings, stopped, told
from compare.slots.told import PRECISE, Told

SEVERITY = "error"
SEVERITIES = SEVERITY, "warning", "note"

SCORE = 0.5
"""A link must be at least so sure where the words next to two figures are not all the same."""

SHARED = 2
"""Content words near both figures, at least; one of them less where the counted noun is the same."""

RATIO, FEW = 1.5, 3
"""Figures so many times apart, and more than so few, are hardly told of one thing in other words."""

TIMES = 4
"""The larger of two figures is at most so many times the other, where sentences that tell the same have no other figure."""

NAMED = 3
"""Words beside an age among which the name stands."""

DIGITS = 4
"""Figures of so many digits are not nearly the same by chance."""

_DURATIONS = frozenset(SPANS.values())
_TOLL = frozenset(("dead", "hurt"))


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One discrepancy a figure that differs, or is told rounder, where both accounts count the same thing."""
    in_both = quoted(alignment)
    amounts = Told(alignment.left), Told(alignment.right)
    both = chain(candidates(alignment, Quantity), far_candidates(alignment, _may_meet))
    found = [c for c in both if c.left not in in_both or c.right not in in_both]

    def judge(candidate: Candidate) -> str | None:
        verdict = _judged(candidate)
        return verdict if verdict == "same" or verdict and _severity(candidate, verdict, amounts, alignment) else None

    taken = set[Slot]()
    for candidate, verdict in settle(found, judge):
        severity = _severity(candidate, verdict, amounts, alignment)
        if severity is not None:
            taken |= {candidate.left, candidate.right}
            yield _discrepancy(alignment, candidate, verdict, severity)
    for candidate in precise(alignment):
        if taken.isdisjoint((candidate.left, candidate.right)):
            yield _discrepancy(alignment, candidate, "rounding", "note")
    for candidate in figures(alignment):
        if not dated(candidate) and (candidate.left not in in_both or candidate.right not in in_both):
            yield _discrepancy(alignment, candidate, "different", SEVERITY)


def _amounts(candidate: Candidate) -> tuple[Quantity, Quantity]:
    a, b = candidate.left.item, candidate.right.item
    assert isinstance(a, Quantity) and isinstance(b, Quantity)
    return a, b


def _may_meet(left: Slot, right: Slot) -> bool:
    """Whether two amounts that no link holds together can be judged at all: most cannot."""
    candidate = Candidate(left, right, None)
    a, b = _amounts(candidate)
    if a.unit != b.unit:
        return _precise(a, b)
    return (a.low, a.high) == (b.low, b.high) or _alike(a, b) or candidate.tight


def _judged(candidate: Candidate) -> str | None:
    """How two amounts stand to each other; None where they may count different things."""
    a, b = _amounts(candidate)
    if a.unit in _DURATIONS or b.unit in _DURATIONS:
        return None
    if a.unit != b.unit:
        return "rounding" if _precise(a, b) and relation(a, b) != "different" else None
    rates = [{mark for mark in q.marks if mark.startswith("per ")} for q in (a, b)]
    if rates[0] and rates[1] and rates[0] != rates[1]:
        return None  # a day, a week
    verdict = relation(a, b)
    if verdict == "same" or candidate.tight or _alike(a, b):
        return verdict
    told = not a.unit and a.marks == b.marks and a.nouns and b.nouns
    return verdict if told and candidate.firm and verdict == "different" else None


def _precise(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts of different units may be one all the same: one has none, and both are known by their digits."""
    return "" in (a.unit, b.unit) and min(a.high / a.step, b.high / b.step) >= PRECISE


def _alike(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts of one unit count the same in the same way; an ordinal needs its noun for it."""
    return a.marks == b.marks and (a.unit not in ("", "ordinal") or _counted(a, b))


def _counted(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts without a unit count the same."""
    return not set(a.nouns).isdisjoint(b.nouns) or bool(a.marks & b.marks & _TOLL)


def _severity(candidate: Candidate, verdict: str, amounts: tuple[Told, Told], alignment: Alignment) -> str | None:
    """How bad it is that two amounts differ; None where they may be meant for different things."""
    a, b = _amounts(candidate)
    alike = len(candidate.shared) + (not a.unit and _counted(a, b))
    if verdict == "rounding":
        met = amounts[1].exactly(a), amounts[0].exactly(b)
        if all(met) and a.low != b.low or any(met) and candidate.link is None:
            return None
        if candidate.tight and _beside(candidate.left, a) == _beside(candidate.right, b):
            return "warning"
        return "note" if candidate.tight or alike or sum(candidate.beside) >= 1 else None
    if candidate.tight:
        return SEVERITY
    if a.unit == "age" and _one_person(alignment, candidate):
        return None if a in amounts[1] or b in amounts[0] else SEVERITY
    if a.unit == "age" and candidate.beside[a.end > a.core.end] < 1:
        return None  # nobody says that the person is the same
    if a in amounts[1] or b in amounts[0]:
        return None
    close, same = _close(a, b, FEW * candidate.firm), bool(a.unit) or _counted(a, b)
    score = candidate.link.score if candidate.firm and candidate.link else 0.0
    if same and close and alike >= SHARED:
        return SEVERITY if score >= SCORE or _digit(a, b) else "note"
    if candidate.link is None or a.unit in ("age", "ordinal", "vote"):
        return None
    if not candidate.firm:
        return "note" if a.unit and close and alike else None
    if same and alike >= SHARED and _near(a, b):
        return SEVERITY if score >= SCORE and alike > SHARED and _alone(candidate.left) and _alone(candidate.right) else "note"
    if not same and sum(candidate.beside) >= 1:
        return None  # in the same words two different things are counted
    return "note" if close and (alike >= SHARED or a.unit and alike) else None


def _near(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts may be a slip for one another: neither is one, nor many times the other."""
    low, high = sorted((a.low, b.low))
    return low > 1 and high <= TIMES * low


def _alone(slot: Slot) -> bool:
    """Whether an amount is the only figure in its sentence."""
    q, words = slot.item, slot.words
    return all(q.start <= w.start < q.end or not w.key[0].isdigit() for w in words)


def _one_person(alignment: Alignment, candidate: Candidate) -> bool:
    """Whether the same surname stands right beside two ages: "Ann Dole, 43", "the 45-year-old Ann Dole"."""
    names: list[tuple[str, str]] = []
    for account, slot in ((alignment.left, candidate.left), (alignment.right, candidate.right)):
        q, words = slot.item, slot.words
        after = isinstance(q, Quantity) and q.end > q.core.end  # 43-year-old
        near = words[slot.last : slot.last + NAMED] if after else words[max(0, slot.first - NAMED) : slot.first]
        told = [w for w in near if account.text[w.start].isupper() and w.key not in FUNCTION_WORDS and len(w.key) > 2]
        says = any(w.key in SPEAKING or w.key in FUNCTION_WORDS for w in near)
        if not told or says or not (after or told[-1] is near[-1]):
            return False
        given = told[-2].key if len(told) > 1 and account.text[told[-2].end : told[-1].start] in (" ", ". ") else ""
        names.append(("" if given in TITLES else given, told[-1].key))
    (one, surname), (other, same) = names
    return surname == same and (one == other or not one or not other)


def _digit(a: Quantity, b: Quantity) -> bool:
    """Whether two precise figures of as many digits differ in one of them, or have two changed about."""
    x, y = (f"{q.low / q.step:.0f}" for q in (a, b))
    return len(x) == len(y) >= DIGITS and OSA.distance(x, y) == 1


def _beside(slot: Slot, q: Quantity) -> list[str]:
    """The words of an amount that are none of its figure: nearly, percent."""
    return [w.key for w in slot.words[slot.first : slot.last] if w.end <= q.core.start or w.start >= q.core.end]


def _close(a: Quantity, b: Quantity, few: int) -> bool:
    """Whether two amounts may be two tellings of one: so near, or no more than ``few`` apart."""
    low, high = sorted((a.low, b.low))
    return high <= max(RATIO * low, low + few)


def _discrepancy(alignment: Alignment, candidate: Candidate, verdict: str, severity: str) -> Discrepancy:
    why = (
        ": one rounds, or is less exact"
        if verdict == "rounding"
        else ", perhaps of the same"
        if severity == "note"
        else ""
    )
    message = stopped(f"{told(alignment, candidate)}{why}")
    return Discrepancy("number", severity, message, readings(alignment, candidate))
