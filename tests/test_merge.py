"""Discrepancies of three accounts and more: one a place, with as many readings as accounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.merge import merged
from compare.model import SEVERITIES, Account, Comparison, Discrepancy, Reading, Span
from compare.pipeline import compare_accounts, read_account

FRAMES = {
    "ap": "The council met on Tuesday evening. {} The session lasted two hours.",
    "bbc": "Members of the council gathered late on Tuesday. {} No vote was taken that night.",
    "dw": "It was a long evening for the councillors of Elmstad on Tuesday. {} They went home at ten.",
    "nyt": "Elmstad's council spent its Tuesday evening on one matter. {} Nobody asked for a vote.",
    "taz": "On Tuesday the council of Elmstad came together. {} Outside it rained.",
}


def accounts(**quoted: str) -> list[Account]:
    return [read_account(f"{name}.txt", data=FRAMES[name].format(words).encode()) for name, words in quoted.items()]


def of_kind(comparison: Comparison, kind: str) -> list[Discrepancy]:
    return [d for d in comparison.discrepancies if d.kind == kind]


def words(comparison: Comparison, found: Discrepancy) -> dict[str, str]:
    texts = {a.id: a.text for a in comparison.accounts}
    return {r.account: texts[r.account][r.start : r.end] for r in found.readings}


REBUILD = "“We will rebuild the old bridge by spring,” Mayor Ann Dole said."
REPAIR = "“We will repair the old bridge by spring,” Dole said."
REPLACE = "“We will replace the old bridge by spring,” Ann Dole told reporters."


def test_two_agree_and_one_dissents() -> None:
    comparison = compare_accounts(accounts(ap=REBUILD, bbc=REPAIR, dw=REPAIR))
    (found,) = of_kind(comparison, "quotation-wording")
    assert words(comparison, found) == {"ap": "rebuild", "bbc": "repair", "dw": "repair"}
    assert [r.account for r in found.readings] == ["ap", "bbc", "dw"]
    assert found.message == "ap has Ann Dole say “will rebuild the”; bbc and dw “will repair the”."
    assert found.severity == "error"


def test_three_say_three_things() -> None:
    comparison = compare_accounts(accounts(ap=REBUILD, bbc=REPAIR, dw=REPLACE))
    (found,) = of_kind(comparison, "quotation-wording")
    assert words(comparison, found) == {"ap": "rebuild", "bbc": "repair", "dw": "replace"}
    assert found.message == "ap has Ann Dole say “will rebuild the”; bbc “will repair the”; dw “will replace the”."


def test_five_accounts() -> None:
    comparison = compare_accounts(accounts(ap=REBUILD, bbc=REPAIR, dw=REPAIR, nyt=REBUILD, taz=REPLACE))
    (found,) = of_kind(comparison, "quotation-wording")
    assert found.message == "ap and nyt have Ann Dole say “will rebuild the”; bbc and dw “will repair the”; taz “will replace the”."
    assert len(found.readings) == 5


def test_who_does_not_quote_it_has_no_reading() -> None:
    comparison = compare_accounts(accounts(ap=REBUILD, bbc=REPAIR, dw="Nobody spoke of bridges."))
    (found,) = of_kind(comparison, "quotation-wording")
    assert set(words(comparison, found)) == {"ap", "bbc"}
    assert found.message == "ap has Ann Dole say “will rebuild the”, bbc “will repair the”."


def test_a_word_that_one_has_more() -> None:
    comparison = compare_accounts(
        accounts(
            ap="“This budget is a disgrace,” Ann Dole said.",
            bbc="“This budget is a complete disgrace,” Dole said.",
            dw="“This budget is a total disgrace,” Dole said.",
        )
    )
    (found,) = of_kind(comparison, "quotation-wording")
    assert words(comparison, found) == {"ap": "", "bbc": "complete", "dw": "total"}
    assert found.message == "bbc has Ann Dole say “a complete disgrace”; dw “a total disgrace”; ap leaves it out."


def test_a_figure_is_shown_with_what_it_counts() -> None:
    three, four = (f"The mayor said that {n} workers were hurt in the fire on Tuesday night." for n in ("three", "four"))
    (found,) = of_kind(compare_accounts(accounts(ap=three, bbc=three, dw=four)), "number")
    assert found.message == "ap and bbc have “said that three workers were”; dw “said that four workers were”."


def test_speakers_are_not_quoted() -> None:
    fallow, lunt = (f"“He simply lifted the glass and walked out,” {who} said." for who in ("Ines Fallow", "Boris Lunt"))
    (found,) = of_kind(compare_accounts(accounts(ap=fallow, bbc=fallow, dw=lunt)), "quotation-speaker")
    assert found.message == "ap and bbc credit it to Ines Fallow; dw Boris Lunt."


def test_two_differences_in_one_quotation_stay_two() -> None:
    left, right = "“We will rebuild the bridge and close both schools,” Ann Dole said.", REPAIR
    right = "“We will repair the bridge and close three schools,” Dole said."
    comparison = compare_accounts(accounts(ap=left, bbc=right, dw=right))
    found = of_kind(comparison, "quotation-wording")
    assert [words(comparison, d)["dw"] for d in found] == ["repair", "three"]
    assert all(len(d.readings) == 3 for d in found)


def test_the_same_place_cut_by_two() -> None:
    whole = "“We will sell the stadium unless the league pays its rent,” Owen Pratt said."
    short = "“We will sell the stadium,” Pratt said."
    comparison = compare_accounts(accounts(ap=whole, bbc=short, dw=short))
    (found,) = of_kind(comparison, "quotation-truncated")
    assert words(comparison, found) == {"ap": "unless the league pays its rent", "bbc": "", "dw": ""}
    assert found.message == "ap has Owen Pratt say “unless the league pays its rent”; bbc and dw leave it out."
    assert found.severity == "warning"


def test_a_quotation_that_one_alone_has() -> None:
    comparison = compare_accounts(accounts(ap="“Gulls ate my lunch,” the clerk Jo Hale said.", bbc="", dw=""))
    (found,) = of_kind(comparison, "only-quotation")
    assert words(comparison, found) == {"ap": "Gulls ate my lunch", "bbc": "", "dw": ""}
    assert found.message == "Only ap has Jo Hale's words “Gulls ate my lunch”."


def test_a_quotation_that_two_have_is_nobodys_alone() -> None:
    gulls = "“Gulls ate my lunch,” the clerk Jo Hale said."
    assert of_kind(compare_accounts(accounts(ap=gulls, bbc=gulls, dw="")), "only-quotation") == []


def test_a_contradiction_inside_one_account_stays_as_it_is() -> None:
    comparison = compare_accounts(accounts(ap=f"{REBUILD}\n\n{REPAIR}", bbc="Snow fell.", dw="Trains stood still."))
    (found,) = of_kind(comparison, "inconsistent")
    assert [r.account for r in found.readings] == ["ap", "ap"]


MIXED = {
    "ap": REBUILD + " The mayor wept.",
    "bbc": REPAIR + " “Gulls ate my lunch,” the clerk Jo Hale said.",
    "dw": "“We will repair the old bridge,” Dole said. Two engineers resigned.",
    "nyt": REPLACE,
    "taz": "“This bridge is a disgrace,” Jo Hale said.",
}


def test_the_order_of_the_arguments_never_matters() -> None:
    several = accounts(**MIXED)
    wanted = compare_accounts(several).discrepancies
    assert len(wanted) > 3
    for order in permutations(several):
        assert compare_accounts(order).discrepancies == wanted


def test_two_accounts_are_left_as_they_are() -> None:
    one, other = compare_accounts(accounts(ap=REBUILD, bbc=REPAIR)), compare_accounts(accounts(ap=REBUILD, bbc=REPAIR, dw=""))
    assert [d.id for d in of_kind(one, "quotation-wording")] == [d.id for d in of_kind(other, "quotation-wording")]


NAMES = ("a", "b", "c", "d")
BARE = [read_account(f"{name}.txt", data=b"one two three four five six seven eight nine ten " * 3) for name in NAMES]


@st.composite
def findings(draw: st.DrawFn) -> Discrepancy:
    pair = draw(st.permutations(NAMES))[:2]
    readings = []
    for name in sorted(pair):
        start = draw(st.integers(0, 80))
        end = start + draw(st.sampled_from((0, 0, 3, 9)))
        readings.append(Reading(start, end, name, Span(start // 40 * 40, max(end, start // 40 * 40 + 40))))
    kind = draw(st.sampled_from(("quotation-wording", "quotation-truncated", "number")))
    return Discrepancy(kind, draw(st.sampled_from(SEVERITIES)), "…", tuple(readings))


@given(st.lists(findings(), max_size=12), st.randoms(use_true_random=False))
def test_merging_takes_no_heed_of_order_and_loses_no_place(found: list[Discrepancy], chance: object) -> None:
    made = merged(found, BARE)
    mixed, sides = list(found), list(BARE)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    chance.shuffle(sides)  # type: ignore[attr-defined]
    assert merged(mixed, sides) == made
    for discrepancy in found:
        for reading in discrepancy.readings:
            assert any(
                m.kind == discrepancy.kind and any(r.account == reading.account and r.start <= reading.start and reading.end <= r.end for r in m.readings)
                for m in made
            )
    for discrepancy in made:
        names = [r.account for r in discrepancy.readings]
        assert names == sorted(set(names))
        assert all(r.context.start <= r.start and r.end <= r.context.end for r in discrepancy.readings)


TOLD = [read_account(f"{n}.txt", data=f"{n} two three four five six seven eight nine ten ".encode() * 3) for n in NAMES]


@st.composite
def tangled(draw: st.DrawFn) -> Discrepancy:
    """One of two places in one account beside one of two in another."""
    pair = sorted(draw(st.permutations(NAMES))[:2])
    return found(*((name, start, start + 3) for name in pair for start in [draw(st.sampled_from((0, 49)))]))


def renamed(found: Discrepancy, names: Mapping[str, str]) -> Discrepancy:
    """A discrepancy of the same texts under other names, its readings in the order of those."""
    readings = (replace(reading, account=names[reading.account]) for reading in found.readings)
    return replace(found, readings=tuple(sorted(readings, key=lambda r: r.account)))


@given(st.lists(tangled(), max_size=12), st.permutations(NAMES))
def test_what_goes_together_does_not_depend_on_what_the_accounts_are_called(items: list[Discrepancy], order: list[str]) -> None:
    names = dict(zip(NAMES, order, strict=True))
    others = [replace(account, id=names[account.id], label=names[account.id]) for account in TOLD]
    before = {renamed(d, names).readings for d in merged(items, TOLD)}
    assert {d.readings for d in merged([renamed(d, names) for d in items], others)} == before


@pytest.mark.parametrize("severities", [("note", "warning"), ("warning", "error"), ("error", "note")])
def test_the_worst_severity_counts(severities: tuple[str, str]) -> None:
    here = Reading(0, 3, "a", Span(0, 20))
    there = [Reading(4, 7, name, Span(0, 20)) for name in ("b", "c")]
    found = [Discrepancy("number", s, "…", (here, r)) for s, r in zip(severities, there, strict=True)]
    (made,) = merged(found, BARE)
    assert made.severity == min(severities, key=SEVERITIES.index)
    assert made.message == "a has “one two three”; b and c “one two three four”."


def found(*places: tuple[str, int, int]) -> Discrepancy:
    """A discrepancy whose contexts are the stretches of forty characters that its readings stand in."""
    readings = (Reading(a, b, name, Span(a // 40 * 40, a // 40 * 40 + 40)) for name, a, b in places)
    return Discrepancy("number", "error", "…", tuple(readings))


def held(made: list[Discrepancy]) -> list[list[tuple[str, int, int]]]:
    return [[(r.account, r.start, r.end) for r in d.readings] for d in made]


def test_two_distant_places_of_one_account_stay_two() -> None:
    twice = [found(("a", 0, 3), ("b", 4, 7)), found(("a", 49, 52), ("b", 4, 7)), found(("b", 4, 7), ("c", 4, 7))]
    assert held(merged(twice, BARE)) == [[("a", 0, 3), ("b", 4, 7), ("c", 4, 7)], [("a", 49, 52), ("b", 4, 7)]]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ((0, 3), (0, 3), True), ((0, 7), (4, 13), True), ((0, 3), (4, 7), False), ((0, 3), (3, 7), False),
        # an empty one that touches
        ((3, 3), (0, 3), True), ((3, 3), (3, 7), True), ((3, 3), (3, 3), True), ((3, 3), (4, 7), False), ((0, 0), (3, 3), False),
    ],
)  # fmt: skip
def test_readings_meet_where_they_overlap(first: tuple[int, int], second: tuple[int, int], together: bool) -> None:
    pair = [found(("a", *first), ("b", 0, 3)), found(("a", *second), ("c", 0, 3))]
    assert len(merged(pair, BARE)) == (1 if together else 2)


def test_other_kinds_at_the_same_place_stay_apart() -> None:
    here, there = found(("a", 0, 3), ("b", 0, 3)), found(("a", 0, 3), ("c", 4, 7))
    assert len(merged([here, Discrepancy("date", "error", "…", there.readings)], BARE)) == 2


@pytest.mark.parametrize(("credited", "name"), [("Ann Dole", "Ann Dole"), ("the mayor", "the mayor")])
def test_whoever_is_named_by_one_is_named(credited: str, name: str) -> None:
    other = f"“We will repair the old bridge by spring,” {credited} said."
    own = "“We will rebuild the old bridge by spring,” the mayor said."
    (found,) = of_kind(compare_accounts(accounts(ap=own, bbc=other, dw=other)), "quotation-wording")
    assert found.message == f"ap has {name} say “will rebuild the”; bbc and dw “will repair the”."
