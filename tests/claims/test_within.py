"""within: two figures for one thing in one account, and a headline that its text does not bear out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.claims.within import headline, two_figures
from compare.model import Account

BODY = "Snow fell on the northern villages for a third night. Trains stood still between Elmstad and the coast."

QUIET = [
    # the same figure twice
    "The fire on the ferry killed 44 passengers near Norden.\n\nA fire that killed 44 passengers on the ferry near Norden began in a lorry.",
    # rounding
    "The fire on the ferry killed nearly 50 passengers near Norden.\n\nA fire that killed 47 passengers on the ferry near Norden began in a lorry.",
    # a part
    "The fire killed 44 passengers of the ferry near Norden.\n\nThe fire on the ferry near Norden killed 44 passengers, 12 of them children.",
    # two days
    "The strike stopped 40 trains near Norden on Monday.\n\nThe strike stopped 44 trains near Norden on Tuesday.",
    # two things
    "The school near Norden took 44 pupils from the valley.\n\nThe clinic in Sulby has 47 nurses from the coast.",
    # far apart
    "The fire on the ferry killed 4 passengers near Norden.\n\nA fire that killed 400 passengers on a ferry near Norden is not forgotten.",
    # what somebody says
    "“The fire on the ferry killed 44 passengers near Norden,” he said.\n\nA fire that killed 47 passengers on the ferry near Norden began in a lorry.",
]

FLAGS = [
    ("The fire on the ferry killed 44 passengers near Norden.\n\nA fire that killed 47 passengers on the ferry near Norden began in a lorry.",
     ("44", "47")),
    ("Ferry fire near Norden kills 44\n\nA fire on the ferry near Norden killed 47 people.", ("44", "47")),
    ("Firemen saved 12 horses from the burning stable in Sulby.\n\nThe 14 horses that firemen saved from the stable in Sulby are well.",
     ("12", "14")),
]  # fmt: skip

HEADLINES_QUIET = [
    "Council approves tunnel plan\n\nThe council approved the tunnel plan by a wide majority.",
    "Council approves tunnel plan\n\nThe council has passed the tunnel plan that it rejected last year.",
    "Council meets on tunnel plan\n\nThe council rejected the tunnel plan by a wide majority.",
    "Council approves school budget\n\nThe council rejected the tunnel plan by a wide majority.",
    "The council approves the tunnel plan.\n\nThe council rejected the tunnel plan by a wide majority.",
    "Milk prices rise\n\nMilk prices rose sharply. In spring milk prices fell.",
]

HEADLINES = [
    ("Council approves tunnel plan\n\nThe council rejected the tunnel plan by a wide majority.", ("approves", "rejected")),
    ("Milk prices rise in Elmstad\n\nMilk prices in Elmstad fell sharply.", ("rise", "fell")),
    ("Council Approves Tunnel Plan\n\nMembers of the council rejected the plan for the tunnel.", ("Approves", "rejected")),
    ("Harbour police chief dismissed\n\nThe chief of the harbour police resigned.", ("dismissed", "resigned")),
]


@pytest.mark.parametrize("text", [*QUIET, *HEADLINES_QUIET])
def test_quiet(make_account: Callable[..., Account], text: str) -> None:
    account = make_account(f"{text}\n\n{BODY}")
    assert list(two_figures(account)) == []
    assert list(headline(account)) == []


@pytest.mark.parametrize(("text", "expected"), FLAGS)
def test_two_figures(make_account: Callable[..., Account], text: str, expected: tuple[str, str]) -> None:
    account = make_account(f"{text}\n\n{BODY}")
    assert [tuple(account.text[s.start : s.end] for s in pair) for pair in two_figures(account)] == [expected]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_headline(make_account: Callable[..., Account], text: str, expected: tuple[str, str]) -> None:
    account = make_account(f"{text}\n\n{BODY}")
    assert [(account.text[a.start : a.end], account.text[b.start : b.end]) for _, a, _, b in headline(account)] == [expected]
