from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.model import Account, Comparison, Sentence, SetAside, Span
from compare.pipeline import compare_accounts, read_account
from compare.reporting.sources import left_out
from compare.reporting.view import make_view
from compare.reporting.visible import HIDDEN, visible


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(data=st.data())
def test_nothing_hidden_and_nothing_missing(
    data: st.DataObject, comparisons: st.SearchStrategy[Comparison]
) -> None:
    comparison = data.draw(comparisons)
    view = make_view(comparison)
    assert not any(HIDDEN.search(each) for each in strings(view))
    for number, account in enumerate(comparison.accounts):
        shown = [
            "".join(s.text for s in told.segments) for row in view.passages for told in row.cells[number].told
        ]
        kept = [visible(account.text[s.start : s.end]) for s in account.sentences]
        assert sorted(shown) == sorted(kept) or "\r" in account.text
        aside = [visible(account.text[span.start : span.end]) for span, _ in left_out(account)]
        assert len("".join("".join(kept + aside).split())) == len("".join(visible(account.text).split()))


def test_text_in_no_sentence_is_shown_too() -> None:
    account = Account("a", "A", "a", "", "Menu\nOne. ” Two.\nEnd", sentences=(Sentence(5, 9, 0), Sentence(12, 16, 0)),
                      set_aside=(SetAside(0, 4, "menu"),))  # fmt: skip
    assert left_out(account) == [
        (Span(0, 4), "menu"),
        (Span(9, 12), "in no sentence"),
        (Span(16, 20), "in no sentence"),
    ]


def test_a_sentence_between_keeps_two_stretches_apart() -> None:
    account = Account("a", "A", "a", "", "<\x85<", sentences=(Sentence(1, 2, 0),),
                      set_aside=(SetAside(0, 1, "menu"), SetAside(2, 3, "menu")))  # fmt: skip
    assert left_out(account) == [(Span(0, 1), "menu"), (Span(2, 3), "menu")]


def test_readings_stand_in_the_order_of_the_accounts(pair: Comparison) -> None:
    turned = replace(pair, accounts=pair.accounts[::-1])
    for comparison, labels in ((pair, ["DW", "DoD"]), (turned, ["DoD", "DW"])):
        card = make_view(comparison).findings.cards[0]
        assert [reading.account.label for reading in card.readings] == labels


def test_a_card_says_who_where_and_why(pair: Comparison) -> None:
    view = make_view(pair)
    such = next(card for card in view.findings.cards if card.id == "21cc0b7e")
    assert such.anchor == "d-21cc0b7e"
    assert such.why == "raising, entirely"
    assert (such.readings[0].speaker, such.readings[0].cue) == ("Putin", "Putin said")
    assert such.readings[0].place == "paragraph 4, line 20"
    rows = {row.anchor: row for row in view.passages}
    assert all(rows[reading.row].cells[reading.account.number - 1].told for reading in such.readings)


def test_differing_words_are_marked_in_both_columns(pair: Comparison) -> None:
    view = make_view(pair)
    row = next(
        row
        for row in view.passages
        if any("practical" in s.text for s in row.cells[0].told[:1] for s in s.segments)
    )
    marked = [
        [(s.kind, s.text) for told in cell.told for s in told.segments if s.kind != "plain"]
        for cell in row.cells
    ]
    assert marked == [[("error", "a great deal of")], [("error", "a gradual"), ("edit", "he added")]]


def test_order_that_differs_is_told(pair: Comparison) -> None:
    cells = [row.cells for row in make_view(pair).passages]
    moved = [[each for row in cells for told in row[side].told for each in told.moved] for side in (0, 1)]
    assert ("earlier in DoD, paragraph 3, line 23", (1,)) in moved[1]
    assert not [each for each in moved[0] if 1 in each.leads]
    assert ("earlier in DW, paragraph 4, line 20", (2,)) in moved[0]
    assert not [each for each in moved[1] if 2 in each.leads]


def test_any_account_can_lead(pair: Comparison) -> None:
    view = make_view(pair)
    for lead in (0, 1):
        rows = sorted(view.passages, key=lambda row: row.order[lead])
        told = [each.segments for row in rows for each in row.cells[lead].told]
        account = pair.accounts[lead]
        assert ["".join(s.text for s in each) for each in told] == [
            visible(account.text[s.start : s.end]) for s in account.sentences
        ]


def test_notes_alone_are_not_called_nothing(pair: Comparison) -> None:
    notes = tuple(replace(found, severity="note", status="new") for found in pair.discrepancies[:2])
    found = make_view(replace(pair, discrepancies=notes)).findings
    assert found.verdict.words.startswith("Nothing worse than two notes. Also told by the other: 7 of DW’s 31 sentences")
    assert found.nothing == "Nothing worse than notes was found." and found.verdict.severity == "note"


def test_the_verdict_is_grammatical_for_short_texts_and_labels_in_s() -> None:
    sides = [read_account(f"{name}.txt", data=b"The ferry to Norby ran aground in fog.") for name in ("ours", "theirs")]
    verdict = make_view(compare_accounts(sides)).findings.verdict.words
    assert verdict.endswith("Also told by the other: 1 of ours’ 1 sentence and 1 of theirs’ 1.")


VERDICTS = [
    ([], "No discrepancies to review. Also told by the other: 7 of DW’s 31 sentences and 7 of DoD’s 17."),
    (["quotation-wording"], "One discrepancy to review, in words that are quoted."),
    (
        ["quotation-wording", "quotation-speaker"],
        "Two discrepancies to review, all of them in words that are quoted.",
    ),
    (["number", "quotation-wording"], "Two discrepancies to review, one of them in words that are quoted."),
    (
        ["number", "date"],
        "Two discrepancies to review. Also told by the other: 7 of DW’s 31 sentences and 7 of DoD’s 17.",
    ),
]


STRANGERS = {
    "cake.txt": b"A recipe for plum cake won the village prize. The jury praised the crust.",
    "budget.txt": b"The parliament adopted a budget late at night. Ministers left without comment.",
    "ferry.txt": b"The ferry to Norby ran aground in fog this morning. Nobody on board was hurt.",
}


@pytest.mark.parametrize(("count", "told"), [(2, "both accounts tell"), (3, "two accounts tell")])
def test_accounts_with_nothing_in_common_are_not_called_free_of_discrepancies(count: int, told: str) -> None:
    sides = [read_account(name, data=data) for name, data in list(STRANGERS.items())[:count]]
    found = make_view(compare_accounts(sides)).findings
    assert found.verdict.words.startswith(
        f"Nothing was found that {told}, so there was nothing to compare: do they tell of one event?"
    )
    assert found.verdict.severity == "warning" and "Also told" not in found.verdict.words
    assert found.nothing == "Nothing to review: accounts of different things cannot contradict each other."


def test_of_many_accounts_the_one_that_shares_nothing_is_named() -> None:
    names = ("ap", "bbc", "dw")
    same = [read_account(f"{name}.txt", data=STRANGERS["cake.txt"] + b" %s." % name.encode()) for name in names]
    other = read_account("budget.txt", data=STRANGERS["budget.txt"])
    verdict = make_view(compare_accounts([*same, other])).findings.verdict.words
    assert verdict.endswith("Nothing that budget tells was found in another account.")
    assert "tells was found" not in make_view(compare_accounts(same)).findings.verdict.words


def test_an_account_that_contradicts_itself_is_named(pair: Comparison) -> None:
    each = replace(pair.discrepancies[0], kind="inconsistent")
    own = tuple(replace(each, readings=(reading,)) for reading in each.readings)
    for found, words in ((own[:1], "DW contradicts itself."), (own, "DW and DoD contradict themselves.")):
        assert words in make_view(replace(pair, discrepancies=found)).findings.verdict.words


def test_what_was_accepted_is_not_denied(pair: Comparison) -> None:
    accepted = tuple(replace(each, status="accepted") for each in pair.discrepancies)
    said = {
        (): "Nothing to review: no account was found to contradict another, or itself.",
        accepted: "Nothing is left to review: what was found has been accepted.",
    }
    for discrepancies, words in said.items():
        assert make_view(replace(pair, discrepancies=discrepancies)).findings.nothing == words


def test_what_one_account_alone_tells_is_matched_by_nothing(pair: Comparison) -> None:
    both = next(each for each in pair.discrepancies if each.kind == "quotation-wording")
    for kind, matched in (("quotation-wording", True), ("only-quotation", False)):
        (card,) = make_view(replace(pair, discrepancies=(replace(both, kind=kind),))).findings.cards
        assert (bool(card.why), bool(card.score)) == (matched, matched)


@pytest.mark.parametrize(("kinds", "begins"), VERDICTS)
def test_verdict(pair: Comparison, kinds: list[str], begins: str) -> None:
    found = tuple(replace(pair.discrepancies[0], kind=kind) for kind in kinds)
    assert make_view(replace(pair, discrepancies=found)).findings.verdict.words.startswith(begins)


def test_each_card_is_to_review_or_a_note_or_accepted(pair: Comparison) -> None:
    found = make_view(pair).findings
    notes = [card for group in found.notes for card in group.cards]
    assert sorted([*found.review, *notes, *found.accepted]) == sorted(found.cards)
    assert [card.id for card in found.accepted] == ["cc22dd33"]
    assert [card.severity for card in found.review] == ["error", "error", "warning", "warning"]


def test_neighbours_set_aside_for_one_reason_are_one() -> None:
    aside = (
        SetAside(0, 4, "menu"),
        SetAside(5, 9, "menu"),
        SetAside(10, 14, "caption"),
        SetAside(15, 19, "menu"),
    )
    account = Account("a", "A", "a", "", "Menu\nMenu\nMenu\nMenu", set_aside=aside)
    assert left_out(account) == [(Span(0, 9), "menu"), (Span(10, 14), "caption"), (Span(15, 19), "menu")]
