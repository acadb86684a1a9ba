"""name: one person, called differently by two accounts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Discrepancy

LEFT = "The harbour bridge was closed at noon. {} Nobody was hurt."
RIGHT = "Lorries were sent around the bay. {} The town took note."

QUIET = [
    # the same office, in other words and places
    ("Finance Minister Ann Dole closed the bridge.", "Ann Dole, the finance minister, closed the bridge."),
    ("Gov. Ann Dole closed the bridge.", "Governor Ann Dole closed the bridge."),
    ("Secretary of State Ann Dole closed the bridge.", "Ann Dole, the secretary of state, closed the bridge."),
    # longer and shorter
    ("Elmstad Police Chief Ann Dole closed the bridge.", "Chief Ann Dole closed the bridge."),
    ("Minister Ann Dole closed the bridge.", "Finance Minister Ann Dole closed the bridge."),
    # two roles that can both be true
    ("Party leader Ann Dole closed the bridge.", "Senator Ann Dole closed the bridge."),
    ("Ann Dole, a professor in Elmstad, closed the bridge.", "Mayor Ann Dole closed the bridge."),
    # both say that it is over
    ("Former Governor Ann Dole closed the bridge.", "Ann Dole, the former governor, closed the bridge."),
    # each calls her both
    ("Former Governor Ann Dole closed the bridge. Governor Ann Dole left.", "Governor Ann Dole closed the bridge."),
    ("Finance Minister Ann Dole closed the bridge. As Foreign Minister Ann Dole said, it was old.", "Foreign Minister Ann Dole closed it."),
    # one portfolio under two names; a cardinal has a see; a detective any rank
    ("Finance Minister Ann Dole closed the bridge.", "Economy Minister Ann Dole closed the bridge."),
    ("Interior Minister Ann Dole closed the bridge.", "Home Minister Ann Dole closed the bridge."),
    ("Cardinal Tom Marsh closed the bridge.", "Archbishop Tom Marsh closed the bridge."),
    ("Detective Tom Marsh closed the bridge.", "Inspector Tom Marsh closed the bridge."),
    # two people
    ("Finance Minister Ann Dole closed the bridge.", "Foreign Minister Tom Dole closed the bridge."),
    ("Finance Minister Ann Dole closed the bridge.", "Foreign Minister Tom Marsh closed the bridge."),
    # the office of whoever is named next
    ("Ann Dole, Foreign Minister Tom Marsh and others came.", "Finance Minister Ann Dole came."),
    # what somebody says
    ("Finance Minister Ann Dole closed the bridge.", "“Foreign Minister Ann Dole closed it,” a sailor said of Ann Dole."),
    # no name beside the office
    ("The former governor closed the bridge.", "Governor Ann Dole closed the bridge. Governor Ann Dole left."),
]  # fmt: skip

FLAGS = [
    # portfolios
    ("Finance Minister Ann Dole closed the bridge.", "Foreign Minister Ann Dole closed the bridge.", "warning"),
    ("The finance minister Ann Dole closed the bridge.", "The interior minister Ann Dole closed the bridge.", "warning"),
    ("Defence Secretary Ann Dole closed the bridge.", "Justice Secretary Ann Dole closed the bridge.", "warning"),
    ("Secretary of State Ann Dole closed the bridge.", "Secretary of Defense Ann Dole closed the bridge.", "warning"),
    ("Finance Minister Ann Dole closed the bridge.", "Ann Dole, the foreign minister, closed the bridge.", "note"),
    # ranks
    ("Gen. Ann Dole closed the bridge.", "Col. Ann Dole closed the bridge.", "note"),
    ("Captain Ann Dole closed the bridge.", "Sergeant Ann Dole closed the bridge.", "note"),
    ("Bishop Tom Marsh closed the bridge.", "Archbishop Tom Marsh closed the bridge.", "note"),
    ("Deputy Director Ann Dole closed the bridge.", "Director Ann Dole closed the bridge.", "note"),
    ("Senator Ann Dole closed the bridge.", "Governor Ann Dole closed the bridge.", "note"),
    # an office held, and once held
    ("Governor Ann Dole closed the bridge.", "Former Governor Ann Dole closed the bridge.", "note"),
    ("Mayor Ann Dole closed the bridge.", "Mayor-elect Ann Dole closed the bridge.", "note"),
    ("Director Ann Dole closed the bridge.", "Acting Director Ann Dole closed the bridge.", "note"),
    ("Judge Ann Dole closed the bridge.", "Ann Dole came at noon, and the former judge closed the bridge.", "note"),
    ("Police officer Ann Dole closed the bridge.", "Ann Dole, who served for ten years before retiring in 2011, closed the bridge.", "note"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(discrepancies: Callable[..., list[Discrepancy]], left: str, right: str) -> None:
    assert discrepancies("name", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "severity"), FLAGS)
def test_flags(discrepancies: Callable[..., list[Discrepancy]], left: str, right: str, severity: str) -> None:
    (found,) = discrepancies("name", LEFT.format(left), RIGHT.format(right))
    assert found.severity == severity


def test_the_message_names_the_person_and_both_roles(discrepancies: Callable[..., list[Discrepancy]]) -> None:
    (found,) = discrepancies("name", LEFT.format(FLAGS[0][0]), RIGHT.format(FLAGS[0][1]))
    assert found.message == "left calls Dole “Finance Minister”, right “Foreign Minister”."
