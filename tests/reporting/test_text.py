from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Comparison, Discrepancy
from compare.pipeline import compare_accounts, read_account
from compare.reporting.subject import Manner, Subject
from compare.reporting.text import account_to_text, quotations_to_text, text_of, to_text
from compare.reporting.visible import HIDDEN
from compare.reporting.wrapping import columns
from tests.reporting import hostile

ANSI = re.compile(r"\x1b\[[\d;]*m")


def test_the_verdict_comes_first(pair: Comparison) -> None:
    assert to_text(pair).startswith("Four discrepancies to review, three of them in words that are quoted.")


def test_readings_with_their_place_and_the_words_marked(pair: Comparison) -> None:
    text = to_text(pair)
    assert "● error  quotation wording  7f3a9c01" in text
    assert re.search(r"DoD +paragraph 6, line 29", text)
    assert "{a great deal of}" in text and "{a gradual}" in text
    assert "bold{}" in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_asked(pair: Comparison, width: int) -> None:
    assert max(map(len, to_text(pair, width=width).splitlines())) <= width


def test_colour_adds_nothing_but_colour(pair: Comparison) -> None:
    assert ANSI.sub("", to_text(pair, color=True)) == to_text(pair)
    assert "\x1b[1;31m● error\x1b[0m" in to_text(pair, color=True)


def test_many_notes_are_counted(pair: Comparison) -> None:
    note = replace(pair.discrepancies[-1], status="new")
    text = to_text(
        replace(pair, discrepancies=(*pair.discrepancies, *(replace(note, id=f"n{n}") for n in range(9))))
    )
    assert "○ eleven notes: 1 quotation truncated, 1 quoted by one alone and 9 told by one alone." in " ".join(
        text.split()
    )
    assert "cc22dd33" not in text


def test_nothing_found(pair: Comparison) -> None:
    assert to_text(replace(pair, discrepancies=())).startswith("No discrepancies to review.")


def test_accepted_ones_are_no_work(pair: Comparison) -> None:
    found: tuple[Discrepancy, ...] = tuple(replace(each, status="accepted") for each in pair.discrepancies)
    assert to_text(replace(pair, discrepancies=found)).startswith(
        "No discrepancies to review. Seven accepted before."
    )


@settings(deadline=None)
@given(data=st.data())
def test_no_control_character_reaches_the_terminal(
    data: st.DataObject, comparisons: st.SearchStrategy[Comparison]
) -> None:
    comparison = data.draw(comparisons)
    written = [to_text(comparison, color=True)]
    written += [account_to_text(account, color=True) for account in comparison.accounts]
    written += [quotations_to_text(account) for account in comparison.accounts]
    for text in written:
        assert not HIDDEN.search(ANSI.sub("", text))
        text.encode()


def test_what_was_kept_and_what_was_set_aside(pair: Comparison) -> None:
    text = account_to_text(pair.accounts[0])
    assert "┆ [menu]\n┆ 1. Inhalt" in text
    assert "\n  Russia has expressed its opposition" in text
    assert "┆ [footer]\n┆ DW recommends" in text


def test_quotations(pair: Comparison) -> None:
    text = quotations_to_text(pair.accounts[0])
    assert "Putin (“Putin said”), paragraph 4, line 20\n  “Such cooperation, I believe," in text


@settings(max_examples=60, deadline=None)
@given(found=hostile.comparisons(), name=hostile.WORDS, color=st.booleans())
def test_no_line_is_a_command_of_a_build_log(found: Comparison, name: str, color: bool) -> None:
    subjects = [Subject(found, name, remarks=[name]), Subject(None, name, trouble=name)]
    written = [text_of(subjects, Manner(40, color, True))]
    written += [account_to_text(account) + quotations_to_text(account) for account in found.accounts]
    for line in "".join(written).splitlines():
        plain = ANSI.sub("", line)
        assert not plain.strip().startswith("::")
        assert not re.search(r"##[a-z]*\[", plain)
        assert not HIDDEN.search(plain)


@pytest.mark.parametrize("width", [60, 80])
def test_wide_characters_count_twice(width: int) -> None:
    one, other = ("新桥于星期一上午通车。市长说：“我们等了" + years + "年，没有人需要再坐渡船。”" for years in ("十一", "十二"))
    found = compare_accounts([read_account(f"{n}.txt", data=text.encode()) for n, text in (("甲", one), ("乙", other))])
    text = to_text(found, width=width, notes=True)
    assert "市长" in text and max(columns(line) for line in text.splitlines()) <= width


def test_several_events_stand_under_their_names(pair: Comparison) -> None:
    text = text_of([Subject(pair, "one"), Subject(None, "two", trouble="b.txt: missing", remarks=["x is stale"])], Manner())
    assert text.startswith("one\n\nFour discrepancies")
    assert text.endswith("\n\ntwo\n\nb.txt: missing\naccepted.toml: x is stale\n")
