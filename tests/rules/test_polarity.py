"""polarity: one account affirms what the other denies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, ...]]

LEFT = "The council of Elmstad met on Tuesday evening. {} The session lasted two hours."
RIGHT = "Members of the council gathered late on Tuesday. {} Snow fell that night."

QUIET = [
    # what the other has word for word as well
    ("The mayor did not sign the harbour contract.", "The mayor signed the harbour contract. It was night. The mayor did not sign the harbour contract."),
    # the same, told alike
    ("The mayor signed the harbour contract on Monday.", "The mayor signed the harbour contract on Monday."),
    ("The mayor did not sign the harbour contract.", "The mayor never signed the harbour contract."),
    ("Milk prices rose sharply in the northern districts.", "Milk prices increased sharply in the northern districts."),
    # half of a denial
    ("The mayor did not only sign the harbour contract.", "The mayor signed the harbour contract."),
    ("The mayor has not yet signed the harbour contract.", "The mayor signed the harbour contract on Monday."),
    ("The mayor did not sign the harbour contract until Monday.", "The mayor signed the harbour contract."),
    # possible, wished, asked
    ("The mayor did not sign the harbour contract.", "The mayor may sign the harbour contract next week."),
    ("The mayor did not sign the harbour contract.", "Members asked whether the mayor signed the harbour contract."),
    ("The mayor did not sign the harbour contract.", "If the mayor signed the harbour contract, it was at night."),
    # what is lost is not there
    ("The storm left 20,000 households in Norden without power on Sunday.", "Some 20,000 households in Norden lost power on Sunday as the storm passed."),
    ("The talks ended without agreement on the harbour.", "The talks on the harbour failed to bring agreement."),
    ("The storm left 20,000 homes without power.", "The storm cut power to 20,000 homes."),
    # a whole clause is denied
    ("The mayor denied that the town had ignored the warnings about the dam.", "The mayor said the town had not ignored the warnings about the dam."),
    # another thing is denied
    ("The mayor signed the harbour contract but not the lease.", "The mayor signed the harbour contract."),
    ("The ferry carried no lorries on the way to Norden.", "A dog slept among the lorries near the ferry to Norden."),
    # both sides of a pair in one sentence
    ("Milk prices rose in spring and fell in autumn.", "Milk prices rose in spring."),
    ("Two of the drivers won and a third lost.", "A third driver lost, the two others won."),
    # opposites about two things
    ("The harbour office opened a new hall for sailors.", "The old fish market on the hill was closed by the owner."),
    # words quoted by both
    ("“We did not sign the harbour contract,” Mayor Dole said.", "“We signed the harbour contract,” Mayor Dole said."),
    # capitals: a name
    ("The Open House drew forty visitors to the harbour.", "The close house drew forty visitors to the harbour."),
    # may, might; shall, will
    ("The shipyard may close the northern dock.", "The shipyard might close the northern dock."),
    ("The shipyard will close the northern dock.", "The shipyard shall close the northern dock."),
    # an opposite, denied
    ("The shop stayed closed on the market square.", "The shop was not opened on the market square."),
    # a double denial
    ("The mayor never denied the payment.", "The mayor never denied any payment."),
]  # fmt: skip

FLAGS = [
    # not
    ("The mayor signed the harbour contract on Monday.", "The mayor did not sign the harbour contract on Monday.", ("signed", "not sign")),
    ("The tanker was damaged in the storm near Norden.", "The tanker was not damaged in the storm near Norden.", ("damaged", "not damaged")),
    ("The guards have searched the cellar of the bank.", "The guards haven't searched the cellar of the bank.", ("searched", "haven't searched")),
    # never, no, without, nobody
    ("The driver stopped at the old level crossing.", "The driver never stopped at the old level crossing.", ("stopped", "never stopped")),
    ("The tanker had lifeboats on the upper deck.", "The tanker had no lifeboats on the upper deck.", ("lifeboats", "no lifeboats")),
    ("The ferry left Norden with lights on the bow.", "The ferry left Norden without lights on the bow.", ("lights", "without lights")),
    # refused, failed
    ("The captain answered the questions of the judge.", "The captain refused to answer the questions of the judge.",
     ("answered", "refused to answer")),
    # opposites
    ("Milk prices rose by three percent in spring.", "Milk prices fell by three percent in spring.", ("rose", "fell")),
    ("The farmers' union supports the tunnel plan of the council.", "The farmers' union opposes the tunnel plan of the council.",
     ("supports", "opposes")),
    ("The committee approved the tunnel plan on Friday.", "The committee rejected the tunnel plan on Friday.", ("approved", "rejected")),
    ("The minister confirmed the sale of the shipyard.", "The minister denied the sale of the shipyard.", ("confirmed", "denied")),
    ("The Elmstad rowers won the final against Norden.", "The Elmstad rowers lost the final against Norden.", ("won", "lost")),
    ("The new law allows fishing in the northern bay.", "The new law bans fishing in the northern bay.", ("allows", "bans")),
    ("The jury convicted the former banker of fraud.", "The jury acquitted the former banker of fraud.", ("convicted", "acquitted")),
    ("The workers accepted the offer of the shipyard.", "The workers refused the offer of the shipyard.", ("accepted", "refused")),
    ("The council strengthened the rules on night flights.", "The council weakened the rules on night flights.", ("strengthened", "weakened")),
    # may, will (a note)
    ("The shipyard may close the northern dock in spring.", "The shipyard will close the northern dock in spring.", ("may close", "will close")),
    ("The ferry could sail again to Norden on Friday.", "The ferry will sail again to Norden on Friday.", ("could sail", "will sail")),
    # the other order of words
    ("On Friday the committee approved the tunnel plan.", "The tunnel plan was rejected by the committee on Friday.", ("approved", "rejected")),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("polarity", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("polarity", LEFT.format(left), RIGHT.format(right)) == [expected]


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_the_other_way_round(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("polarity", LEFT.format(right), RIGHT.format(left)) == [expected[::-1]]


def test_the_same_sentence_denied_is_an_error(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    (found,) = discrepancies("polarity", LEFT.format(FLAGS[0][0]), RIGHT.format(FLAGS[0][1]))
    assert (found.severity, found.message) == ("error", "left has “signed”, right “not sign”.")


def test_a_changed_modality_is_a_note(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    left, right, _ = next(flag for flag in FLAGS if flag[2][0] == "may close")
    (found,) = discrepancies("polarity", LEFT.format(left), RIGHT.format(right))
    assert (found.severity, found.message) == ("note", "left has “may close”, right “will close”.")
