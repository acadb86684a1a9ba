"""only-claim: a sentence of the narrator's that one account alone has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Discrepancy

Found = list[tuple[str, ...]]

LEFT = "The storm reached Elmstad harbour before dawn on Sunday and sank nine boats. {}"
RIGHT = "Nine boats sank when the storm reached the harbour of Elmstad on Sunday before dawn. {}"

FLAGS = [
    ("A lighthouse keeper rang the old bell for hours.", "", "left"),
    ("", "Trains to the coast stood still.", "right"),
    ("Insurers expect losses of four million crowns.", "“Nobody slept,” Lee Moss said.", "left"),
    ("Was the pilot asleep?", "“Nobody slept,” Lee Moss said.", "left"),
    ("Nora Quist, a teacher, opened her school to the homeless.", "", "left"),
    ("The choir sang “The Drowned Village” at noon.", "", "left"),
    ("It was the worst gale since 1953!", "", "left"),
    ("In March a smaller gale had torn roofs from forty barns.", "", "left"),
    ("The ministry (which owns the quay) declined to comment.", "", "left"),
    ("Moscow's embassy sent blankets.", "", "left"),
    ("Two crates of herring were stolen at the market.", "", "left"),
    ("", "A U.S. frigate towed the wreck away.", "right"),
    ("", "Fishermen blamed the new breakwater…", "right"),
    ("", "The forty-year-old ferry Solveig will be scrapped.", "right"),
    ("", "Volunteers from seven villages cooked soup.", "right"),
]  # fmt: skip

QUIET = [
    # told by both in other words
    ("A lighthouse keeper rang the old bell for hours.", "For hours the old bell was rung by the lighthouse keeper."),
    ("Insurers expect losses of four million crowns.", "Losses of four million crowns are expected by insurers."),
    # word for word
    ("Trains to the coast stood still.", "Trains to the coast stood still."),
    # case, marks, spelling
    ("The harbour's grey cranes fell.", "The harbor’s gray cranes fell."),
    # in another order
    ("Trains stood still. The lighthouse bell rang for hours.", "The lighthouse bell rang for hours. Trains stood still."),
    # quotations are another rule's
    ("“Nobody slept,” Lee Moss said.", ""),
    ("Moss called it “a black wave” on Monday.", ""),
    ("“Cut the ropes!” somebody cried.", ""),
    ("He wrote: “Send blankets.”", ""),
    ("“The quay,” Moss said, “is gone.”", ""),
    # a heading
    ("\n\nA long night\n\n", ""),
    ("\n\nWhat the keeper saw\n\n", ""),
    # nothing more on either side
    ("", ""),
    # one sentence made two
    ("Nora Quist, a teacher in Elmstad, opened her school to the homeless on Sunday.",
     "Nora Quist opened her school in Elmstad to the homeless on Sunday. Quist is a teacher at the school in Elmstad."),
    # a line without its stop
    ("\n\nSubscribe to the morning letter\n\n", ""),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "side"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, side: str) -> None:
    assert (left if side == "left" else right, "") in find("only-claim", LEFT.format(left), RIGHT.format(right))


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("only-claim", LEFT.format(left), RIGHT.format(right)) == []


def test_severity_and_message(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    (found,) = discrepancies("only-claim", LEFT.format(FLAGS[0][0]), RIGHT.format(""))
    assert found.severity == "note"
    assert found.message == "Only left tells: A lighthouse keeper rang the old bell for hours."


def test_a_long_sentence_is_shortened_in_the_message_at_a_blank(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    long = f"The teacher Nora Quist opened her school, {'and her cellar, ' * 9}to the homeless."
    (found,) = discrepancies("only-claim", LEFT.format(long), RIGHT.format(""))
    assert found.message.endswith(" …")
    assert len(found.message) <= len("Only left tells:  …") + 100
    assert long.startswith(found.message.removeprefix("Only left tells: ").removesuffix(" …") + " ")


def test_one_note_a_sentence(find: Callable[..., Found]) -> None:
    left = LEFT.format("A lighthouse keeper rang the old bell for hours. Trains to the coast stood still.")
    assert len(find("only-claim", left, RIGHT.format(""))) == 2


def test_of_three_accounts_no_other_may_have_it(find: Callable[..., Found]) -> None:
    left, right = LEFT.format(FLAGS[0][0]), RIGHT.format("")
    assert find("only-claim", left, right, left) == []
    assert find("only-claim", left, right, right) == [(FLAGS[0][0], "", "")]
