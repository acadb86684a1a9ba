"""Sketches to events: what is one event, and what is not."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.accounts import account_of
from compare.pairing.clusters import Limits
from compare.pairing.events import events_of
from compare.pairing.sketches import Sketch, sketch_of
from compare.pairing.vectors import alike, vectors_of

BRIDGE = "The new bridge over the Lenne at Altena was opened by Mayor Ada Holm on Monday before 1,400 people. The ferry stops after 90 years."
BRIDGE_TOO = "Mayor Ada Holm opened Altena's Lenne bridge. Some 1,400 people came to see it, and the ferry, 90 years old, will run no more."
BRIDGE_LATER = "The bridge over the Lenne was closed after cracks were found in two piers. Engineers blame frost. Mayor Ada Holm was not told."
BRIDGE_LATER_TOO = "Cracks in two piers have closed the Lenne bridge, and frost is what engineers blame. Ada Holm, the mayor, learned it from the radio."
STRIKE = "Nurses at the hospital in Olpe walked out for a day over night shifts, said union secretary Tom Brandt. Operations were put off."
STRIKE_TOO = "A one-day walkout of nurses put off operations in Olpe. Night shifts are too long, union secretary Tom Brandt said of the hospital."
RECIPE = "Peel the pears, simmer them in red wine with cinnamon, and serve them cold with cream the next day."


def sketches(*told: tuple[str, str | None]) -> list[Sketch]:
    """In the order in which they are to come: by day."""
    made = [sketch_of(account_of("a", [text], published=day)) for text, day in told]
    return sorted(made, key=lambda sketch: (sketch.published is None, sketch.published or "", sketch.terms))


def grouped(told: list[tuple[str, str | None]], **limits: float) -> set[frozenset[str]]:
    """The texts that came out as one event."""
    made = sketches(*told)
    texts = {sketch_of(account_of("a", [text], published=day)): text for text, day in told}
    return {frozenset(texts[made[member.number]] for member in members) for members in events_of(made, Limits(**limits))}  # type: ignore[arg-type]


def others(many: int) -> list[tuple[str, str | None]]:
    """Texts that have no more in common than their language."""
    chance = random.Random(5)
    words = [f"{a}{b}{c}" for a in ("bra", "ke", "lo", "fi", "stu", "ma") for b in ("nd", "l", "st", "rk", "m") for c in ("er", "ing", "ow", "a", "ists", "um", "et")]
    common = [*BRIDGE.split(), *STRIKE.split(), *RECIPE.split()]
    return [(" ".join([*chance.sample(words, 20), *chance.sample(common, 4), f"number{k}"]), None) for k in range(many)]


QUIET: list[list[tuple[str, str | None]]] = [
    [],
    [(BRIDGE, None)],
    [(BRIDGE, None), (STRIKE, None)],
    [(BRIDGE, None), (RECIPE, None), (STRIKE, "2026-03-09")],
    [(BRIDGE, "2026-03-09"), (BRIDGE_TOO, "2026-04-09")],
    [(RECIPE, None), ("", None), ("...", None)],
]


@pytest.mark.parametrize("told", QUIET, ids=range(len(QUIET)))
def test_no_event(told: list[tuple[str, str | None]]) -> None:
    assert grouped(told) == set()


@pytest.mark.parametrize("days", [(None, None), ("2026-03-09", None), ("2026-03-09", "2026-03-10")])
def test_one_event(days: tuple[str | None, str | None]) -> None:
    told = [(BRIDGE, days[0]), (BRIDGE_TOO, days[1]), (STRIKE, None), (RECIPE, None)]
    assert grouped(told) == {frozenset((BRIDGE, BRIDGE_TOO))}


def test_events_beside_each_other() -> None:
    told: list[tuple[str, str | None]] = [(text, None) for text in (BRIDGE, STRIKE, BRIDGE_LATER, RECIPE, BRIDGE_TOO, STRIKE_TOO, BRIDGE_LATER_TOO)]
    assert grouped(told) == {frozenset((BRIDGE, BRIDGE_TOO)), frozenset((BRIDGE_LATER, BRIDGE_LATER_TOO)), frozenset((STRIKE, STRIKE_TOO))}


def test_one_in_the_middle_is_no_chain() -> None:
    """A look back tells of both days; what each day's reports tell stays apart."""
    both = f"{BRIDGE_TOO} {BRIDGE_LATER_TOO}"
    told: list[tuple[str, str | None]] = [(BRIDGE, "2026-03-09"), (BRIDGE_TOO, "2026-03-09"), (BRIDGE_LATER, "2026-03-13"), (BRIDGE_LATER_TOO, "2026-03-13"), (both, None)]
    found = grouped(told)
    assert not any({BRIDGE, BRIDGE_LATER} <= event for event in found)
    assert not any(BRIDGE in event and BRIDGE_LATER_TOO in event for event in found) and found


def test_days_never_span_more_than_the_window() -> None:
    told: list[tuple[str, str | None]] = [(f"{BRIDGE} Edition {k}.", (date(2026, 3, 9) + timedelta(k)).isoformat()) for k in range(9)]
    for days in (0, 1, 3):
        events = events_of(sketches(*told), Limits(days=days))
        assert bool(events) == bool(days)
        assert all(members[-1].number - members[0].number <= days for members in events), "a source a day"


def test_copies_do_not_keep_others_out() -> None:
    """One report of an agency in ten papers, and a reporter's own."""
    agency = f"{BRIDGE} Engineers from Hagen built it in four years for 31 million euros; frost delayed the third pier. Trucks have to wait for the road at Werdohl. "
    agency += "Fireworks over the valley followed at dusk; schoolchildren sang, a brass band from Plettenberg played, and the last ferryman cut the ribbon with garden shears."
    own = f"{BRIDGE_TOO} It cost 31 million euros, took engineers from Hagen four years because of frost at a pier, and trucks stay out until Werdohl has its road. "
    own += "Children of the school sang to Plettenberg's brass band, the ferryman cut a ribbon with shears, and fireworks lit the valley."
    made = sketches(*[(agency, None)] * 10, (own, None), (STRIKE, None), *others(60))
    event = max(events_of(made), key=len)
    assert len(event) == 11 and sketch_of(account_of("a", [own])) in {made[member.number] for member in event}


def test_many_sources_are_one_event() -> None:
    """More than a list's neighbours: none is met by all others, and all are found."""
    chance = random.Random(3)
    words = BRIDGE.split()
    told: list[tuple[str, str | None]] = [(" ".join(chance.sample(words, 20)), None) for _ in range(80)]
    assert max(map(len, events_of(sketches(*told, *others(400))))) == 80


def test_scores() -> None:
    (event,) = events_of(sketches((BRIDGE, None), (BRIDGE_TOO, None)))
    made = sketches((BRIDGE, None), (BRIDGE_TOO, None))
    vectors, _ = vectors_of(made)
    cosine = alike(dict(zip(vectors[0].terms, vectors[0].weights, strict=True)), vectors[1].terms, vectors[1].weights)
    assert [member.score for member in event] == pytest.approx([cosine, cosine])


WORDS = st.lists(st.sampled_from("bridge ferry mayor strike nurse pier frost 12 1,400 Holm Brandt Olpe Lenne".split()), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from([None, "2026-03-09", "2026-03-11", "2026-03-14"])), max_size=14))
def test_laws(told: list[tuple[list[str], str | None]]) -> None:
    made = sketches(*[(" ".join(words), day) for words, day in told])
    events = events_of(made)
    numbers = [member.number for members in events for member in members]
    assert len(numbers) == len(set(numbers)), "no source is of two events"
    assert all(len(members) > 1 and members == sorted(members) for members in events)
    assert all(0 <= member.score <= 1.0001 for members in events for member in members)
    for members in events:
        days = [date.fromisoformat(day) for member in members if (day := made[member.number].published)]
        assert not days or (max(days) - min(days)).days <= 3
    assert events_of(made) == events
