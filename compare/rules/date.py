"""Day, time, year or duration of the same thing differ, each resolved against its publication date.

Example: one account has an interview published on Saturday, the other on Sunday.

As a note: the one day that each of two long sentences names which surely tell the same,
and times near the same words of linked sentences.

Not flagged: forms that agree ("Monday", "today", "July 2"); forms that cannot be
compared without a publication date that the account does not give; lines that hold
nothing but the day of publication; days on which two different things happened; times in words that both accounts quote
(quotation-wording).

Known false alarms: a thing that happened twice, told of by each account once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from compare.claims import wording_of
from compare.dates import Expression, find_expressions, interval, relation
from compare.dates.vocabulary import SPANS
from compare.model import Alignment, Discrepancy, Reading, Span
from compare.quantities import Quantity
from compare.quantities import relation as amounts
from compare.reading.dates import is_date_line
from compare.row import row_of
from compare.slots import Candidate, candidates, dated, figures, quoted, settle, slots
from compare.slots.context import anchored
from compare.slots.find import Slot
from compare.slots.readings import readings, stopped, told
from compare.tokens import tokenize, words_of

SEVERITY = "error"
SEVERITIES = SEVERITY, "note"

SCORE = 0.5
"""A link must be at least so sure where the words next to two times are not all the same."""

SHARED = 2
"""Content words near both times, at least, one of them next to both."""

NEAR = 1
"""More of them, for a note."""

SURE = 0.9
"""A link so sure lets two sentences be told apart by the one day that each of them names: a note."""

ALIKE = 5
"""Content words, at least, that such sentences have in common."""

_DURATIONS = frozenset(SPANS.values())


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One discrepancy a time or a duration of the same thing that differs."""
    in_both = quoted(alignment)
    times, durations = candidates(alignment, Expression), [c for c in candidates(alignment, Quantity) if _lasts(c)]
    for of_one_sort in (times, durations):
        found = [c for c in of_one_sort if c.left not in in_both or c.right not in in_both]
        yield from _differing(alignment, found)
    yield from _datelines(alignment)
    for candidate in figures(alignment):
        if dated(candidate) and (candidate.left not in in_both or candidate.right not in in_both):
            yield _discrepancy(alignment, candidate)


def _lasts(candidate: Candidate) -> bool:
    """Whether one of two amounts is a stretch of time."""
    return any(isinstance(slot.item, Quantity) and slot.item.unit in _DURATIONS for slot in (candidate.left, candidate.right))


def _imprinted(alignment: Alignment, candidate: Candidate) -> bool:
    """Whether one of two times is a line of its own: the day an account appeared, not one that it tells of."""
    sides = (alignment.left, candidate.left), (alignment.right, candidate.right)
    lines = [(account.text, account.sentences[slot.number]) for account, slot in sides]
    return any(is_date_line(text[line.start : line.end]) for text, line in lines)


def _datelines(alignment: Alignment) -> Iterator[Discrepancy]:
    """The days of two datelines, where one place is named in them and the same words follow: one text, dated twice."""
    sides = alignment.left, alignment.right
    lines = [next((s for s in account.set_aside if s.reason == "dateline"), None) for account in sides]
    if lines[0] is None or lines[1] is None:
        return
    rests, found, follows = [], [], []
    for account, line in zip(sides, lines, strict=True):
        assert line is not None
        words = tokenize(account.text, line.start, line.end)
        times = [e for e in find_expressions(row_of(account.text, words)) if e.grain == "day" and e.month is not None]
        first = bisect_left(account.sentences, line.end, key=lambda s: s.start)
        follows.append([list(words_of(account).keys(s.start, s.end)) for s in account.sentences[first : first + 1]])
        rests.append([w.key for w in words if not any(e.start <= w.start < e.end for e in times)])
        found.append(times)
    if rests[0] != rests[1] or follows[0] != follows[1] or not follows[0] or len(found[0]) != 1 or len(found[1]) != 1:
        return
    days = found[0][0], found[1][0]
    if relation(*days) == "differ":
        places = [Reading(d.start, d.end, a.id, Span(w.start, w.end)) for d, a, w in zip(days, sides, lines, strict=True) if w]
        said = [" ".join(a.text[r.start : r.end].split()) for a, r in zip(sides, places, strict=True)]
        message = f"{sides[0].label} is dated {said[0]}, {sides[1].label} {said[1]}."
        yield Discrepancy("date", SEVERITY, message, tuple(places))


def _differing(alignment: Alignment, found: list[Candidate]) -> Iterator[Discrepancy]:
    def judge(candidate: Candidate) -> str | None:
        verdict = _judged(alignment, candidate)
        if verdict is None or _imprinted(alignment, candidate):
            return None
        if verdict != "different" or _sure(alignment, candidate):
            return verdict
        return "perhaps" if _perhaps(alignment, candidate) else None

    taken: set[Slot] = set()
    for candidate, verdict in settle(found, judge, common=True):
        taken |= {candidate.left, candidate.right}
        if verdict in ("different", "perhaps"):
            yield _discrepancy(alignment, candidate, SEVERITY if verdict == "different" else "note")
    for candidate in found:
        met = not taken.isdisjoint((candidate.left, candidate.right))
        if not met and _only_days(alignment, candidate) and not _imprinted(alignment, candidate):
            taken |= {candidate.left, candidate.right}
            yield _discrepancy(alignment, candidate, "note")


def _perhaps(alignment: Alignment, candidate: Candidate) -> bool:
    """Whether two different times may be meant for the same thing: both lean on one word, and another is near both."""
    return len(candidate.shared) > NEAR and anchored(alignment, candidate.left, candidate.right)


def _only_days(alignment: Alignment, candidate: Candidate) -> bool:
    """Whether two sentences that surely tell the same name one day each, and these differ."""
    if not candidate.firm or candidate.link is None or candidate.link.score < SURE:
        return False
    for account, slot in ((alignment.left, candidate.left), (alignment.right, candidate.right)):
        if not isinstance(slot.item, Expression) or slot.item.grain != "day":
            return False
        days = [s for s in slots(account)[slot.number] if isinstance(s.item, Expression) and s.item.grain == "day"]
        if days != [slot] or account.text[slot.end : slot.end + 2].lstrip()[:1] in ("–", "—", "-", ")"):
            return False  # a dateline tells when it was written
    told = wording_of(alignment.left).content(candidate.left.number) & wording_of(alignment.right).content(candidate.right.number)
    return len(told) >= ALIKE and _judged(alignment, candidate) == "different"


def _discrepancy(alignment: Alignment, candidate: Candidate, severity: str = SEVERITY) -> Discrepancy:
    perhaps = ", perhaps of the same" if severity == "note" else ""
    message = stopped(f"{told(alignment, candidate)}{_resolved(alignment, candidate)}{perhaps}")
    return Discrepancy("date", severity, message, readings(alignment, candidate))


def _resolved(alignment: Alignment, candidate: Candidate) -> str:
    """Which days are meant, where the words do not say it."""
    days = []
    for slot, account in ((candidate.left, alignment.left), (candidate.right, alignment.right)):
        found = interval(slot.item, account.published) if isinstance(slot.item, Expression) else None
        if isinstance(slot.item, Expression) and slot.item.weekday is not None and slot.item.day is None:
            return ""  # of a weekday alone the text does not say whether it is to come
        if found is None or found[0] != found[1] or not isinstance(slot.item, Expression) or slot.item.grain != "day":
            return ""
        days.append((slot.item.day is None, found[0].isoformat()))
    return f" ({days[0][1]} and {days[1][1]})" if any(open_ for open_, _ in days) and days[0][1] != days[1][1] else ""


def _judged(alignment: Alignment, candidate: Candidate) -> str | None:
    """How two times or two durations stand to each other; None where they cannot be compared."""
    a, b = candidate.left.item, candidate.right.item
    if getattr(a, "grain", "") != "day" and _words(candidate.left) == _words(candidate.right):
        return "same"  # "last month" in accounts of two days
    if isinstance(a, Expression) and isinstance(b, Expression):
        verdict = relation(a, b, alignment.left.published, alignment.right.published)
        return {"agree": "same", "differ": "different", None: None}[verdict]
    if isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit == b.unit and a.unit in _DURATIONS:
        verdict = amounts(a, b)
        return "different" if verdict == "rounding" and candidate.tight and a.sort == b.sort else verdict
    return None


def _words(slot: Slot) -> Sequence[str]:
    return slot.row.folded[slot.first : slot.last]


def _sure(alignment: Alignment, candidate: Candidate) -> bool:
    """Whether two different times must be meant for the same thing."""
    if candidate.tight:
        return True
    if not candidate.firm or candidate.link is None or candidate.link.score < SCORE:
        return False
    return len(candidate.shared) >= SHARED and anchored(alignment, candidate.left, candidate.right)
