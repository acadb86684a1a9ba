from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.model import Account, Comparison
from compare.reporting.renderings import things_said
from compare.reporting.view import make_view

Said = list[tuple[str, list[list[str]]]]


def said(comparison: Comparison) -> Said:
    """By speaker, what each thing said is in each rendering; what is marked stands in braces."""
    return [
        (
            speaker.name,
            [
                [
                    f"{r.account.label}: "
                    + "".join(s.text if s.kind == "plain" else f"{{{s.text}}}" for s in r.segments)
                    for r in utterance.renderings
                ]
                for utterance in speaker.utterances
            ],
        )
        for speaker in make_view(comparison).speakers
    ]


LEFT = 'The hall was full.\n\n"We shall open the new bridge in the spring of next year," Ann Moe said.\n'
CASES = [
    ("none", ["Nothing is said here.", "Nor here."], []),
    (
        "one rendering each, the words that differ marked",
        [LEFT, '"We shall open the old bridge in the spring of next year," said Ann Moe.'],
        [("Ann Moe", [['left: "We shall open the {new} bridge in the spring of next year,"',
                       'right: "We shall open the {old} bridge in the spring of next year,"']])],
    ),
    (
        "what one quotes besides stands by itself",
        [LEFT, '"We shall open the new bridge in the spring of next year. It has cost us dearly, all of us," said Ann Moe.'],
        [("Ann Moe", [['left: "We shall open the new bridge in the spring of next year,"',
                       "right: \"We shall open the new bridge in the spring of next year …"],
                      ['right: … It has cost us dearly, all of us,"']])],
    ),
    (
        "two speakers, whoever says more first",
        ['"The roof leaks," said John Roe. "The floor is wet," he said.\n\n"I see no water," said Ann Moe.', "No words."],
        [("John Roe", [['left: "The roof leaks,"'], ['left: "The floor is wet,"']]),
         ("Ann Moe", [['left: "I see no water,"']])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_by_speaker(make_comparison: Callable[..., Comparison], texts: list[str], wanted: Said) -> None:
    assert said(make_comparison(*texts)) == wanted


def test_three_accounts_of_one_utterance(make_comparison: Callable[..., Comparison]) -> None:
    words = '"We shall open the {} bridge in the spring of next year," said Ann Moe.'
    found = make_view(make_comparison(*(words.format(word) for word in ("new", "old", "new")))).speakers
    assert [(speaker.name, speaker.summary) for speaker in found] == [
        ("Ann Moe", "one utterance, one quoted by more than one account")
    ]
    assert [r.account.label for r in found[0].utterances[0].renderings] == ["left", "right", "third"]
    assert found[0].utterances[0].told == "quoted by all"


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(data=st.data())
def test_every_quoted_word_stands_in_one_rendering(
    data: st.DataObject, comparisons: st.SearchStrategy[Comparison]
) -> None:
    comparison = data.draw(comparisons)
    for number, account in enumerate(comparison.accounts):
        spans = sorted(
            (span.start, span.end)
            for each in things_said(comparison)
            for side, span, _ in each.renderings
            if side == number
        )
        assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))
        for quotation in account.quotations:
            for k in range(quotation.start, quotation.end):
                inside = any(start <= k < end for start, end in spans)
                assert inside or not _tells(account, k)


def _tells(account: Account, k: int) -> bool:
    """Whether a character is one of a word that is found as one."""
    return account.text[k].isascii() and account.text[k].isalpha()
