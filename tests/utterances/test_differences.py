"""Where two renderings of one utterance differ: reworded or cut, at an edge or inside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Parallel, Speech
from compare.utterances.differences import Difference, differences, telling
from compare.utterances.speech import speeches

BothQuote = Callable[[str, str], tuple[Parallel, ...]]

CASES = [
    # one word for another
    ("“We will rebuild the old bridge,” Ann Dole said.", "“We will repair the old bridge,” Dole said.", [("wording", "", "rebuild", "repair")]),
    # a word more
    ("“This budget is a disgrace,” Ann Dole said.", "“This budget is a complete disgrace,” Dole said.", [("wording", "", "", "complete")]),
    # nothing
    ("“The dam held,” Tom Marsh said.", "“The dam held,” Marsh said.", []),
    # cut at the end
    ("“The dam held,” Tom Marsh said.", "“The dam held until the morning,” Marsh said.", [("cut", "end", "", "until the morning")]),
    # cut at the start
    ("“In the end the old dam held,” Tom Marsh said.", "“The old dam held,” Marsh said.", [("cut", "start", "in the end", "")]),
    # both
    ("Marsh said “the old dam” would hold.", "“Trust me, the old dam will hold,” Tom Marsh said.",
     [("cut", "start", "", "trust me"), ("cut", "end", "", "will hold")]),
    # reworded at the start
    ("“Such generosity moved the village,” Ann Dole said.", "“That generosity moved the village,” Dole said.",
     [("wording", "", "such", "that")]),
    # reworded at the end
    ("“Our ferry deserves better funding,” Ann Dole said.", "“Our ferry deserves better management,” Dole said.",
     [("wording", "", "funding", "management")]),
    # a form of one word at the edge of a fragment
    ("Dole spoke of “reckless builders” there.", "“A reckless builder ruined this valley,” Ann Dole said.",
     [("cut", "start", "", "a"), ("wording", "", "builders", "builder"), ("cut", "end", "", "ruined this valley")]),
    # an ellipsis
    ("“The tunnel … reopens on Friday,” Tom Marsh said.", "“The tunnel under the ridge reopens on Friday,” Marsh said.",
     [("cut", "inside", "", "under the ridge")]),
    # a whole sentence between is neither
    ("“The dam held. Nobody slept. The village is dry,” Marsh said.", "“The dam held. The village is dry,” Marsh said.", []),
    # an island between two changes closes them into one
    ("“We lost a great deal of wheat this summer,” Marsh said.", "“We lost a gradual amount of wheat this summer,” Marsh said.",
     [("wording", "", "great deal", "gradual amount")]),
    # two changes with much between stay two
    ("“We will rebuild the bridge and close both schools,” Dole said.", "“We will repair the bridge and close three schools,” Dole said.",
     [("wording", "", "rebuild", "repair"), ("wording", "", "both", "3")]),
    # one word or two is none
    ("“This world-view ruined the village,” Dole said.", "“This worldview ruined the village,” Dole said.", []),
    # a long lead-in against another is none
    ("“As chairman of our oldest orchestra in town I love every creaking chair of this draughty hall and every ghost behind its curtains,” Berg said.",
     "“Whatever you may read about it this morning we love every creaking chair of this draughty hall and every ghost behind its curtains,” Berg said.", []),
    # two different sentences between two that both quote
    ("“The dam held all night long. We counted every brick. Somebody sang. Every cellar in the village is dry,” Tom Marsh said.",
     "“The dam held all night long. Nobody else dared to sleep. Every cellar in the village is dry,” Marsh said.", []),
    # interrupted, with less behind the cue
    ("“Our bees,” Jo Hale said, “vanished in a week.”", "“Our bees vanished in a week of February,” Hale said.",
     [("cut", "end", "", "of february")]),
]  # fmt: skip


def words(speech: Speech, first: int, last: int) -> str:
    return " ".join(w[2] for w in speech.words[first:last])


def shown(parallel: Parallel, d: Difference) -> tuple[str, str, str, str]:
    return d.sort, d.edge, words(parallel.left, *d.run[:2]), words(parallel.right, *d.run[2:])


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_differences(both_quote: BothQuote, left: str, right: str, expected: list[tuple[str, str, str, str]]) -> None:
    (parallel,) = both_quote(left, right)
    assert [shown(parallel, d) for d in differences(parallel)] == expected


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_differences_from_the_other_side(both_quote: BothQuote, left: str, right: str, expected: list[tuple[str, str, str, str]]) -> None:
    (parallel,) = both_quote(right, left)
    assert [shown(parallel, d) for d in differences(parallel)] == [(sort, edge, b, a) for sort, edge, a, b in expected]


@pytest.mark.parametrize(("left", "right", "_expected"), CASES)
def test_differences_lie_in_the_stretch_and_in_order(both_quote: BothQuote, left: str, right: str, _expected: object) -> None:
    (parallel,) = both_quote(left, right)
    a, b, c, d = parallel.stretch
    ends = (a, c)
    for difference in differences(parallel):
        w, x, y, z = difference.run
        assert a <= w <= x <= b and c <= y <= z <= d
        assert (w, y) >= ends
        assert (difference.sort == "cut") == bool(difference.edge)
        if difference.sort == "cut":
            assert w == x or y == z
        ends = (x, z)


@pytest.mark.parametrize(
    ("quoted", "expected"), [("bridge", True), ("the", False), ("of the", True), ("", False), ("and bridge", True)]
)
def test_telling(make_account: Callable[..., object], quoted: str, expected: bool) -> None:
    (speech,) = speeches(make_account(f"Marsh said: “{quoted} stop,” and left."))  # type: ignore[arg-type]
    assert telling(speech, 0, len(speech.words) - 1) is expected
