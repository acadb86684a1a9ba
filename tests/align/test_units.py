"""Which sentences are aligned as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align.units import MOST, units
from compare.pipeline import read_account

CASES = [
    # short ones of one speech go together
    ("“We lost. We lost badly.” She left.", [[0, 1], [2]]),
    ("“Nobody asked us for this bridge, and nobody ever will. Never,” he said.", [[0, 1]]),
    # two of ordinary length do not
    ("“Nobody asked us for this bridge and nobody ever will. The mayor should have said so in the spring,” he said.", [[0], [1]]),
    # nor do short ones outside quotation marks
    ("We lost. We lost badly. She left.", [[0], [1], [2]]),
    # nor those of two speeches, or of two paragraphs
    ("“We lost,” she said. “Badly.” He nodded.", [[0], [1], [2]]),
    ("“We lost.\n\n“We lost badly,” she said.", [[0], [1]]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_units(text: str, expected: list[list[int]]) -> None:
    account = read_account("a.txt", data=text.encode(), keep_all=True) if text else None
    assert [list(unit.sentences) for unit in units(account)] == expected if account else not expected


@given(st.lists(st.sampled_from(["We lost.", "“We lost.", "Badly.”", "She went home by train that night.", "“No."]), min_size=1, max_size=40))
def test_every_sentence_is_in_one_unit_in_order(parts: list[str]) -> None:
    account = read_account("a.txt", data=" ".join(parts).encode(), keep_all=True)
    found = units(account)
    assert [k for unit in found for k in unit.sentences] == list(range(len(account.sentences)))
    for unit in found:
        assert (unit.start, unit.end) == (account.sentences[unit.sentences[0]].start, account.sentences[unit.sentences[-1]].end)


def test_a_speech_of_short_sentences_is_several_units() -> None:
    account = read_account("a.txt", data=("“" + "We lost it. " * 200 + "”").encode(), keep_all=True)
    assert len(units(account)) > 200 * 3 / (2 * MOST)
