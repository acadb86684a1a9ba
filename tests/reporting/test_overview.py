from __future__ import annotations

from dataclasses import replace

from compare.model import Comparison
from compare.reporting.view import make_view


def test_a_bar_an_account_and_a_ribbon_a_link(pair: Comparison) -> None:
    bars = make_view(pair).overview.bars
    assert [bar.account.label for bar in bars] == ["DW", "DoD"]
    assert [len(bar.ribbons) for bar in bars] == [len(pair.alignments[0].links), 0]
    blocks = [bar.shared.count("M") + bar.alone.count("M") for bar in bars]
    assert blocks == [len(account.sentences) for account in pair.accounts]


def test_errors_and_warnings_are_marked_where_they_stand(pair: Comparison) -> None:
    bars = make_view(pair).overview.bars
    ids = [[pin.card.id for pin in bar.pins] for bar in bars]
    assert ids == [
        ["7f3a9c01", "21cc0b7e", "90aa11c2"],
        ["7f3a9c01", "21cc0b7e", "90aa11c2", "55d0e1f3", "55d0e1f3"],
    ]
    places = [float(pin.at.rstrip("%")) for pin in bars[0].pins]
    assert all(0 <= at <= 100 for at in places) and places[1] < places[0] < places[2]


def test_marks_that_would_cover_one_another_are_one(pair: Comparison) -> None:
    first = pair.discrepancies[0]
    copies = tuple(replace(first, id=f"{number:08x}") for number in range(5))
    (pin,) = make_view(replace(pair, discrepancies=copies)).overview.bars[0].pins
    assert (pin.card.id, pin.more) == ("00000000", 4)
