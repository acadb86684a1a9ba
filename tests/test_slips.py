"""slips: a small word that is missing, or one too many."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Account
from compare.slips import slips

QUIET = [
    "The mayor hoped to mend the roof. He wanted it.",
    "She agreed and left; they refused help and tried again.",
    "They decided, take it or leave it, on nothing.",
    "An able teacher keeps a school. The willing helper came.",
    "He is accused of taking the boat, and capable of rowing it.",
    "The accused king slept. A convicted being wept.",
    "He said so though of all men he knew best.",
    "She thought of the harbour, and of what they thought about it.",
    "It came to a close the next day, and to a halt an hour later.",
    "He went to a school near the harbour.",
    "Senator Ada Holm, who came late, spoke. The senator, Ada Holm, left.",
    "The Senator Ada Holm Bridge was closed.",
    "The Governor General was there. The Mr. Holm of the novel is old.",
    "He said that the U.S. is near. In U.S. ports it rained.",
    "He said that U.S. is how they write it.",
    "The plan promised peace; the vow pledged nothing.",
]

FLAGS = [
    ("They hoped mend the roof.", "hoped mend"),
    ("The mayor wanted sell the harbour.", "wanted sell"),
    ("The guild decided take the case to court.", "decided take"),
    ("The firm agreed provide two buses.", "agreed provide"),
    ("The captain refused give his name.", "refused give"),
    ("The mayor promised solve it.", "promised solve"),
    ("She tried convince the guild.", "tried convince"),
    ("The town is able receive the guests.", "able receive"),
    ("The town is unwilling receive the guests.", "unwilling receive"),
    ("He is accused taking the boat.", "accused taking"),
    ("A crew capable rowing for days.", "capable rowing"),
    ("They asked what he though of it.", "though of"),
    ("He came to a sign a paper.", "to a sign a"),
    ("He spoke, and the Senator Ada Holm, a lawyer, left.", "the Senator Ada"),
    ("Later the Governor Tom Marsh was seen.", "the Governor Tom"),
    ("The U.S. is near. He said that U.S. is a giant.", "that U.S. is"),
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(make_account: Callable[..., Account], text: str) -> None:
    assert list(slips(make_account(text))) == []


@pytest.mark.parametrize(("text", "expected"), FLAGS)
def test_flags(make_account: Callable[..., Account], text: str, expected: str) -> None:
    assert [text[start:end] for start, end, _ in slips(make_account(text))] == [expected]
