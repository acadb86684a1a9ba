"""Sources that are odd in a way a user should hear of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Account, CompareError, Comparison
from compare.pipeline import read_account

GERMAN = (
    "Die Brücke bleibt nach dem Hochwasser gesperrt, und niemand weiß, wie lange das so sein wird. "
    "„Wir haben das nicht kommen sehen“, sagte die Bürgermeisterin am Montag vor der Presse in der Stadt. "
    "Die Feuerwehr war mit allen Wagen im Einsatz und hat die ganze Nacht Keller ausgepumpt."
)


def test_speakers_are_left_open_where_the_grammar_is_not_known(make_account: Callable[..., Account]) -> None:
    account = make_account(GERMAN)
    assert [account.text[q.start : q.end] for q in account.quotations] == ["Wir haben das nicht kommen sehen"]
    assert all(q.speaker is None and q.mention is None for q in account.quotations)
    assert any("not in English" in notice for notice in account.notices)


def test_english_says_nothing_of_its_language(make_account: Callable[..., Account]) -> None:
    account = make_account("“We did not see it coming,” Mayor Ann Dole said on Monday.")
    assert not account.notices and account.quotations[0].speaker == "Ann Dole"


@pytest.mark.parametrize("start", ["<?xml version='1.0'?>", "{\\rtf1 "])
def test_markup_is_refused(start: str) -> None:
    with pytest.raises(CompareError, match="plain text"):
        read_account("page.txt", data=f"{start} The bridge is closed.".encode())


def test_the_same_bytes_twice_are_said(make_comparison: Callable[..., Comparison]) -> None:
    text = "The bridge is closed. Nobody was hurt in the village."
    comparison = make_comparison(text, text)
    assert all(any("same bytes" in n for n in account.notices) for account in comparison.accounts)
    assert not comparison.discrepancies


def test_two_accounts_never_have_one_label() -> None:
    from compare.pipeline import compare_accounts

    one = read_account("a/story.txt", data=b"The bridge is closed since Monday.")
    two = read_account("b/story.txt", data=b"The bridge is open since Monday.")
    labels = [account.label for account in compare_accounts([one, two]).accounts]
    assert len(set(labels)) == 2 and all(label.startswith("story (story-") for label in labels)


def test_two_discrepancies_with_one_fingerprint_have_two_anchors(make_comparison: Callable[..., Comparison]) -> None:
    import re

    from compare.reporting.html import to_html

    frame = "The council met.\n\n“The dam is {0}safe, the dam is {0}safe now, for us all,” Mayor Ann Dole said.\n\nIt rained."
    page = to_html(make_comparison(frame.format(""), frame.format("very ")))
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
