"""Which utterances two accounts share, and how far each goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from compare.model import Account, Parallel, Speech
from compare.pipeline import read_account
from compare.utterances import anchors, parallels_within, shared_stretches
from compare.utterances.parallels import joined
from compare.utterances.shared import same_person

BothQuote = Callable[[str, str], tuple[Parallel, ...]]
MakeAccount = Callable[..., Account]

STORIES = Path(__file__).resolve().parents[1] / "stories"


def words(speech: Speech, first: int, last: int) -> str:
    return " ".join(w[2] for w in speech.words[first:last])


def stretches(found: tuple[Parallel, ...]) -> list[tuple[str, str]]:
    return [(words(p.left, *p.stretch[:2]), words(p.right, *p.stretch[2:])) for p in found]


SHARED = [
    # the same
    ("“The dam held,” Tom Marsh said.", "“The dam held,” Marsh said.", [("the dam held", "the dam held")]),
    # a fragment
    ("Marsh called the plan “cheap and harmless” then.", "“The plan is cheap and harmless for us,” Marsh said.",
     [("cheap and harmless", "the plan is cheap and harmless for us")]),
    # down to one word of the same speaker
    ("Marsh called the dam “invincible” on Monday.", "“This dam is invincible, whatever the papers write,” Marsh said.",
     [("invincible", "this dam is invincible whatever the papers write")]),
    # whole sentences of speech, not the whole speech
    ("“Nobody slept. The dam held all night,” Marsh said.", "“The dam held all night,” Marsh said.",
     [("the dam held all night", "the dam held all night")]),
    # interrupted
    ("“This hospital,” Ruth Lane said, “needs forty nurses.”", "“This hospital needs fifty nurses,” Lane said.",
     [("this hospital needs 40 nurses", "this hospital needs 50 nurses")]),
    # in another order
    ("“The dam held all night,” Marsh said. “Every cellar is flooded,” Lane said.",
     "“Every cellar is flooded,” Lane said. “The dam held all night,” Marsh said.",
     [("the dam held all night", "the dam held all night"), ("every cellar is flooded", "every cellar is flooded")]),
    # a speech told by one in the words of another person, long and the same
    ("“Every cellar between the bridge and the mill is flooded,” Marsh said.",
     "“Every cellar between the bridge and the mill is flooded,” Ruth Lane said.",
     [("every cellar between the bridge and the mill is flooded",) * 2]),
    # quoted in the lead and in full below, whole on the other side
    ("Marsh spoke of “a night of drowned cellars” again.\n\n“It was a night of drowned cellars and broken bells,” Marsh said.",
     "“It was a night of drowned cellars and broken bells,” Marsh said.",
     [("a night of drowned cellars", "it was a night of drowned cellars and broken bells"),
      ("it was a night of drowned cellars and broken bells",) * 2]),
    # nothing shared
    ("“The dam held,” Marsh said.", "“Insurance will pay,” Ida Berg said.", []),
    # function words only
    ("“It was what it was for us,” Marsh said.", "“It was what it is to them,” Berg said.", []),
    # one content word in common, in whole sentences of two speakers
    ("“The dam needs more concrete,” Marsh said.", "“Nobody insures a dam in this county,” Ida Berg said.", []),
    # not quoted on one side
    ("“The dam held all night,” Marsh said.", "Marsh said the dam had held all night.", []),
    # the title of a work
    ("The choir sang “The Drowned Village” at noon.", "“The drowned village haunts me,” Berg said.", []),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), SHARED)
def test_what_both_quote(both_quote: BothQuote, left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert stretches(both_quote(left, right)) == expected


@pytest.mark.parametrize(("left", "right", "expected"), SHARED)
def test_what_both_quote_from_the_other_side(both_quote: BothQuote, left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(stretches(both_quote(right, left))) == sorted(pair[::-1] for pair in expected)


@pytest.mark.parametrize(
    ("left", "right", "sure", "likely"),
    [
        # a fragment needs its speaker
        ("Marsh called it “invincible” then.", "“This dam is invincible,” Tom Marsh said.", True, True),
        ("It was called “invincible” then.", "“This dam is invincible,” Tom Marsh said.", False, True),
        # a few words of somebody else
        ("“Every cellar is flooded,” Marsh said.", "“Every cellar is flooded,” Ruth Lane said.", False, True),
        ("“Every cellar up to the mill is flooded,” Marsh said.", "“Every cellar up to the mill is flooded,” Ruth Lane said.", True, True),
    ],
)
def test_how_sure_a_stretch_is(make_account: MakeAccount, left: str, right: str, sure: bool, likely: bool) -> None:
    (shared,) = shared_stretches(make_account(left), make_account(right, "right"))
    assert (shared.sure, shared.likely) == (sure, likely)


def test_twins_meet_in_their_order(both_quote: BothQuote) -> None:
    text = "“The dam held all night,” Marsh said. It rained.\n\n“The dam held all night,” Marsh said again."
    found = both_quote(text, text)
    assert [(p.left.pieces[0], p.right.pieces[0]) for p in found] == [(0, 0), (1, 1)]
    assert all(not p.runs for p in found)


def test_runs_are_where_words_differ(both_quote: BothQuote) -> None:
    (found,) = both_quote("“We will rebuild the old bridge,” Ann Dole said.", "“We will repair the old bridge by spring,” Dole said.")
    a, b, c, d = found.runs[0]
    assert (words(found.left, a, b), words(found.right, c, d)) == ("rebuild", "repair")
    assert [words(found.right, r[2], r[3]) for r in found.runs] == ["repair", "by spring"]
    assert found.common == 5


@pytest.mark.parametrize("story", ["ferry", "orchard", "museum"])
def test_a_stretch_holds_its_core(story: str) -> None:
    left, right = (read_account(str(STORIES / f"{story}.{side}.txt")) for side in "ab")
    for shared in shared_stretches(left, right):
        assert shared.sure <= shared.likely
        a, b, c, d = shared.stretch
        assert a <= shared.core[0] < shared.core[1] <= b and c <= shared.core[2] < shared.core[3] <= d


def test_one_account_that_quotes_an_utterance_twice(make_account: MakeAccount) -> None:
    account = make_account("“We will rebuild the old bridge,” Ann Dole said.\n\nIt rained.\n\n“We will repair the old bridge,” Dole said.")
    (found,) = parallels_within(account)
    assert found.left.words[0][0] < found.right.words[0][0]
    assert [words(found.left, *run[:2]) for run in found.runs] == ["rebuild"]


def test_an_account_that_quotes_nothing_twice(make_account: MakeAccount) -> None:
    assert parallels_within(make_account("“The dam held,” Marsh said. “Insurance will pay,” Berg said.")) == ()


def test_anchors_count_content_words_of_what_both_quote(make_account: MakeAccount) -> None:
    left = make_account("It rained. “The dam held all night,” Tom Marsh said.")
    right = make_account("“The dam held all night,” Marsh said. It rained.")
    assert anchors(left, right, shared_stretches(left, right)) == {(1, 0): pytest.approx(3.5)}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Ann Dole", "Dole", True), ("DOLE", "Ann Dole", True), ("Ann Dole", "Max Weller", False), (None, "Dole", None),
        ("he", "Dole", None), ("the mayor", "Dole", None), ("", "", None),
    ],
)  # fmt: skip
def test_same_person(a: str | None, b: str | None, expected: bool | None) -> None:
    assert same_person(a, b) is expected
    assert same_person(b, a) is expected


def test_runs_that_touch_are_one() -> None:
    assert joined([(0, 1, 0, 0), (1, 2, 0, 3), (4, 5, 5, 6)]) == [(0, 2, 0, 3), (4, 5, 5, 6)]
    assert joined([]) == []
