"""Outcomes to what a check says: what is new, where, how to look, what to type; and a table at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compare.checking.outcome import Finding, Outcome
from compare.reporting.paint import paint
from compare.reporting.visible import inert, one_line

LISTED = 10
"""New discrepancies of an event that are listed one by one; the page has all of them."""

EVENTS = 50
"""Events that are listed one by one; all of them are counted."""

ROWS = 40
"""Events up to this many have each their row in the table; of more, those with nothing to do have none."""


def summary(outcomes: Sequence[Outcome], color: bool = False, strict: bool = False) -> str:
    """A stretch an event that has something to say, the table, and the count; outcomes in the order they are given.

    Why an event could not be checked is not part of it: that is said on standard error.
    """
    telling = [outcome for outcome in outcomes if _tells(outcome)]
    lines = [line for outcome in telling[:EVENTS] for line in [*_event(outcome, color, strict), ""]]
    if len(telling) > EVENTS:
        lines += [f"{len(telling) - EVENTS} more events with something to look at: see the table.", ""]
    lines += [*_table(outcomes, strict), ""] if outcomes else []
    lines.append(_count(outcomes, strict))
    return "".join(f"{inert(line)}\n" for line in lines)


def _tells(outcome: Outcome) -> bool:
    return bool(outcome.new or outcome.stale or outcome.remarks or (outcome.broken and outcome.details))


def _event(outcome: Outcome, color: bool, strict: bool) -> Iterator[str]:
    name = paint(outcome.event, "strong", color)
    if outcome.broken:
        yield f"{name}: {paint('could not be checked', 'error', color)}"
        yield from (f"  {one_line(line)}" for line in outcome.details)
        return
    said = [f"{len(outcome.new)} new"] if outcome.new else []
    said += [f"{_times(outcome)} stale"] if outcome.stale else []
    yield f"{name}: {', '.join(said) or 'nothing new'}"
    for found in outcome.new[:LISTED]:
        yield from _finding(found, color)
    if len(outcome.new) > LISTED:
        yield f"  and {len(outcome.new) - LISTED} more"
    for entry in outcome.stale[:LISTED]:
        words = next((words for _, words in entry.says), "")
        yield f"  stale  {entry.id}  {one_line(entry.kind)}: accepted, and occurs no more" + (
            f": {one_line(words)}" if words else ""
        )
    yield from (f"  ! {one_line(remark)}" for remark in outcome.remarks)
    if outcome.new and outcome.page:
        yield f"  to see it in its context   {outcome.page}"
    if outcome.new:
        yield f"  to review it               rashomon review {outcome.event}"
    if outcome.stale:
        must = " (--strict asks for it)" if strict else ""
        yield f"  to take out what is stale  rashomon prune {outcome.event}{must}"


def _finding(found: Finding, color: bool) -> Iterator[str]:
    head = f"{paint(found.severity, found.severity, color)}  {found.kind}  {paint(found.id, 'soft', color)}"
    yield f"  {head}"
    yield f"    {one_line(found.message)}"
    yield f"    {', '.join(map(one_line, found.places))}"


def _table(outcomes: Sequence[Outcome], strict: bool) -> Iterator[str]:
    shown = [o for o in outcomes if len(outcomes) <= ROWS or _verdict(o, strict)]
    rows = [("event", "new", "lesser", "accepted", "stale", "")]
    for outcome in shown:
        counts = (len(outcome.new), outcome.below, outcome.accepted, _times(outcome))
        cells = ["-"] * 4 if outcome.broken else [str(count) for count in counts]
        rows.append((outcome.event, cells[0], cells[1], cells[2], cells[3], _verdict(outcome, strict)))
    if not shown:
        return
    widths = [max(len(row[k]) for row in rows) for k in range(6)]
    for row in rows:
        cells = [row[0].ljust(widths[0]), *(row[k].rjust(widths[k]) for k in range(1, 5)), row[5]]
        yield "  ".join(cells).rstrip()


def _verdict(outcome: Outcome, strict: bool) -> str:
    if outcome.broken:
        return "could not be checked"
    if outcome.new:
        return "to review"
    return "to prune" if strict and outcome.stale else ""


def _count(outcomes: Sequence[Outcome], strict: bool) -> str:
    verdicts = [_verdict(outcome, strict) for outcome in outcomes]
    parts = [
        f"{n} {verdict}"
        for verdict in ("to review", "to prune", "could not be checked")
        if (n := verdicts.count(verdict))
    ]
    events = "1 event" if len(outcomes) == 1 else f"{len(outcomes)} events"
    return f"{events}: {', '.join(parts) or 'nothing to review'}."


def _times(outcome: Outcome) -> int:
    return sum(entry.times for entry in outcome.stale)


def exit_code(outcomes: Iterable[Outcome], strict: bool) -> int:
    """2 where an event could not be checked, 1 where something is new (or stale, if strict), else 0."""
    seen = list(outcomes)
    if any(outcome.broken for outcome in seen):
        return 2
    return int(any(outcome.new or (strict and outcome.stale) for outcome in seen))
