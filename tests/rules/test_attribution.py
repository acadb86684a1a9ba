"""attribution: the same claim, credited to two sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = list[tuple[str, ...]]

LEFT = "The council of Elmstad met on Tuesday evening. {} The session lasted two hours."
RIGHT = "Members of the council gathered late on Tuesday. {} Snow fell that night."
CLAIM = "the tunnel under the harbour was closed after a fire in a lorry"
BEGUN = "The" + CLAIM[3:]

QUIET = [
    # the same source
    (f"{BEGUN}, police said.", f"Police said {CLAIM}."),
    (f"{BEGUN}, according to the railway.", f"The railway announced that {CLAIM}."),
    # named in another way than by a verb of saying
    ("The bridge over the Lenne cost 48 million euros, the city council said.", "The city council put the cost of the bridge over the Lenne at 48 million euros."),
    ("Winds of 130 kilometres an hour were measured in Norden, the weather service said.", "Winds of 130 kilometres an hour in Norden were measured by the weather service."),
    # a short form, a title
    (f"{BEGUN}, Ann Dole said.", f"{BEGUN}, said Mayor Dole."),
    # a pronoun
    (f"Ann Dole was there. {BEGUN}, she said.", f"{BEGUN}, Tom Marsh said."),
    # a role that the account gives
    (f"{BEGUN}, Ann Dole said. Dole, a lawyer, saw it.", f"{BEGUN}, a lawyer said."),
    (f"{BEGUN}, Captain Ann Dole said.", f"{BEGUN}, a captain said."),
    # a body and its kind
    (f"{BEGUN}, police officers said.", f"{BEGUN}, police spokesmen said."),
    # a document
    (f"{BEGUN}, Ann Dole said.", f"{BEGUN}, according to a report."),
    (f"{BEGUN}, the railway said.", f"{BEGUN}, a statement said."),
    # the other is named in the sentence
    (f"{BEGUN}, Ann Dole said.", f"{BEGUN}, a clerk of Mayor Dole said."),
    # nobody in particular
    (f"{BEGUN}, some said.", f"{BEGUN}, police said."),
    # different claims
    ("A bridge was repaired by forty engineers from Norden, police said.", f"{BEGUN}, the railway said."),
    # both flat
    (f"{BEGUN}.", f"On Tuesday {CLAIM}."),
    # hedged without a source
    (f"{BEGUN}, police said.", f"Reportedly {CLAIM}."),
    # a verb that is no telling
    (f"{BEGUN}, and police rejoiced.", f"{BEGUN}, and sailors wept."),
    # a time is no source
    (f"{BEGUN}, the same day said.", f"{BEGUN}, police said."),
    # what the other has word for word as well
    (f"{BEGUN}, police said.", f"{BEGUN}, the railway said. It was night. {BEGUN}, police said."),
]  # fmt: skip

FLAGS = [
    # at the end
    (f"{BEGUN}, police said.", f"{BEGUN}, the railway said.", ("police", "the railway")),
    (f"{BEGUN}, said Ann Dole.", f"{BEGUN}, said Tom Marsh.", ("Ann Dole", "Tom Marsh")),
    (f"{BEGUN}, according to police.", f"{BEGUN}, according to the railway.", ("police", "the railway")),
    # at the start
    (f"Police said {CLAIM}.", f"The railway said {CLAIM}.", ("Police", "The railway")),
    (f"According to police, {CLAIM}.", f"Ann Dole confirmed that {CLAIM}.", ("police", "Ann Dole")),
    # one here, one there
    (f"{BEGUN}, police said on Tuesday.", f"Tom Marsh told reporters that {CLAIM}.", ("police", "Tom Marsh")),
    (f"{BEGUN}, a fisherman said.", f"Engineers announced that {CLAIM}.", ("a fisherman", "Engineers")),
    # other verbs
    (f"{BEGUN}, prosecutors alleged.", f"{BEGUN}, the railway reported.", ("prosecutors", "the railway")),
    (f"{BEGUN}, Ann Dole testified.", f"{BEGUN}, Tom Marsh claimed.", ("Ann Dole", "Tom Marsh")),
    (f"The mayor wrote that {CLAIM}.", f"A fisherman insisted that {CLAIM}.", ("The mayor", "A fisherman")),
    # with a place and a time
    (f"{BEGUN}, police said in a statement on Tuesday.", f"{BEGUN}, sailors said at the harbour.", ("police", "sailors")),
    # a body and a person
    (f"{BEGUN}, the Elmstad Tribune reported.", f"{BEGUN}, Tom Marsh said.", ("Elmstad Tribune", "Tom Marsh")),
    # told as a fact (a note)
    (f"{BEGUN}.", f"{BEGUN}, sailors said.", ("", "sailors")),
    (f"{BEGUN}, according to a fisherman.", f"On Tuesday {CLAIM}.", ("a fisherman", "")),
    # claimed
    (f"{BEGUN}, Tom Marsh claimed.", f"{BEGUN}.", ("Tom Marsh", "")),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), QUIET)
def test_quiet(find: Callable[..., Found], left: str, right: str) -> None:
    assert find("attribution", LEFT.format(left), RIGHT.format(right)) == []


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_flags(find: Callable[..., Found], left: str, right: str, expected: tuple[str, str]) -> None:
    assert find("attribution", LEFT.format(left), RIGHT.format(right)) == [expected]


@pytest.mark.parametrize(("left", "right", "expected"), FLAGS)
def test_a_flat_claim_is_a_note(discrepancies: Callable[..., list], left: str, right: str, expected: tuple[str, str]) -> None:  # type: ignore[type-arg]
    (found,) = discrepancies("attribution", LEFT.format(left), RIGHT.format(right))
    assert found.severity == ("note" if "" in expected else "warning")


def test_the_message_names_both_sources(discrepancies: Callable[..., list]) -> None:  # type: ignore[type-arg]
    (found,) = discrepancies("attribution", LEFT.format(FLAGS[0][0]), RIGHT.format(FLAGS[0][1]))
    assert found.message == "left credits “tunnel under the harbour was closed after a fire in” … to police, right to the railway."
