"""conflict, as notes: what "and" joins to the same thing, and how far a deed went."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Discrepancy

LEFT = "The town was quiet on Tuesday. {} Nobody was hurt."
RIGHT = "Rain fell on the town all day. {} The harbour stayed open."

QUIET = [
    # the same pair, in either order
    ("Some ninety nurses and doctors signed a letter to the hospital board.", "A letter to the hospital board was signed by ninety doctors and nurses."),
    # longer and shorter
    ("Some ninety nurses and doctors signed a letter to the hospital board.", "Ninety nurses signed a letter to the hospital board."),
    ("Some ninety nurses and doctors signed a letter to the hospital board.", "Ninety nurses and young doctors signed a letter to the hospital board."),
    # nothing in common
    ("Some ninety nurses and doctors signed a letter to the board.", "Ninety teachers and pupils wrote to a newspaper."),
    # the other tells of both
    ("Nurses and doctors, but no porters, signed a letter to the hospital board.", "Nurses and porters, but few doctors, signed a letter to the hospital board."),
    # words that both quote
    ("“Nurses and doctors are tired,” Ann Dole told the board.", "“Nurses and porters are tired,” Ann Dole told the board."),
    # verbs
    ("The mayor resigned and left the burning hall.", "The mayor resigned and slept in the hall."),
    # one of a kind
    ("A nurse and a doctor signed a letter to the board.", "A nurse and a porter signed a letter to the board."),
    # the same step
    ("The council decided to close the old bridge.", "The council voted to close the old bridge."),
    ("The council plans to close the old bridge.", "The council intends to close the old bridge."),
    # another deed
    ("The council decided to close the old bridge.", "The council was urged to paint the old bridge."),
    # no step
    ("The council closed the old bridge to lorries.", "The council was asked to close the old bridge to lorries."),
    # a clause between
    ("The council decided, Ann Dole said, to close the old bridge.", "The council decided to close the old bridge."),
    # inside marks
    ("Ann Dole wrote that the council “plans to close the bridge” soon.", "The council decided to close the bridge soon."),
    # unrelated
    ("The council decided to close the old bridge.", "A circus hopes to close the season with a parade."),
]  # fmt: skip

FLAGS = [
    ("Some ninety nurses and doctors signed a letter to the hospital board.", "Ninety nurses and porters signed a letter to the hospital board.", "doctors", "porters"),
    ("Teachers and parents met the mayor in the school on Monday.", "On Monday parents and pupils met the mayor in the school.", "Teachers", "pupils"),
    ("Teachers and parents met the mayor in the school on Monday.", "On Monday teachers and pupils met the mayor in the school.", "parents", "pupils"),
    ("Farmers and fishermen blocked the harbour gate with carts.", "Farmers and lorry drivers blocked the harbour gate with carts.", "fishermen", "lorry drivers"),
    ("The fire destroyed barns and stables in the valley.", "The fire destroyed barns and cottages in the valley.", "stables", "cottages"),
    ("Thieves took clocks and coins from the museum at night.", "Thieves took paintings and coins from the museum at night.", "clocks", "paintings"),
    ("The council decided to close the old bridge.", "The council was urged to close the old bridge.", "decided to close", "urged to close"),
    ("The council decided to close the old bridge.", "The council is considering whether to close the old bridge.", "decided to close", "considering whether to close"),
    ("The council plans to close the old bridge.", "The council refused to close the old bridge.", "plans to close", "refused to close"),
    ("The union threatened to strike at the harbour on Monday.", "The union voted to strike at the harbour on Monday.", "threatened to strike", "voted to strike"),
    ("The mayor agreed to sell the old mill to the bank.", "The mayor was pressed to sell the old mill to the bank.", "agreed to sell", "pressed to sell"),
    ("The museum hopes to buy the stolen clock back.", "The museum agreed to buy the stolen clock back.", "hopes to buy", "agreed to buy"),
    ("Farmers threatened to block the harbour road with carts.", "Farmers began to block the harbour road with carts.", "threatened to block", "began to block"),
    ("The bank declined to pay for the broken pier.", "The bank agreed to pay for the broken pier.", "declined to pay", "agreed to pay"),
    ("The governor wants to drain the lake behind the dam.", "Farmers asked the governor to drain the lake behind the dam.", "wants to drain", "asked the governor to drain"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., list[tuple[str, ...]]], left: str, right: str) -> None:
    assert find("conflict", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "ours", "theirs"), FLAGS)
def test_flags(discrepancies: Callable[..., list[Discrepancy]], left: str, right: str, ours: str, theirs: str) -> None:
    (found,) = discrepancies("conflict", LEFT.format(left), RIGHT.format(right))
    assert (found.severity, found.message) == ("note", f"left has “{ours}”, right “{theirs}”.")
