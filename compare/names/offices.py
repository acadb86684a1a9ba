"""Well-known words of offices and ranks: heads of what somebody is called, and what is said before them."""

from __future__ import annotations

from compare.tokens import fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


PORTFOLIOS = _folded(
    """
    foreign finance interior defense defence justice health education trade energy transport transportation labor labour
    environment agriculture culture sports economy home treasury state commerce housing industry
    """
)
"""What an office is for: somebody with one of them has no other at that time."""

SAME = {"economy": "finance", "treasury": "finance", "home": "interior", "state": "foreign", "commerce": "trade", "transportation": "transport"}
"""Portfolios that go by two names, or lie in one hand."""

RANKS = _folded("vice deputy assistant associate lieutenant under junior")
"""Words that put an office below the one without them."""

PAST = _folded("former then ex retired late onetime ex-")
COMING = _folded("elect incoming designate")
PASSING = _folded("acting interim outgoing")
WHEN = {word: sort for sort, words in (("past", PAST), ("coming", COMING), ("passing", PASSING)) for word in words}
"""Words that say when, or for how long, an office is held, by what they say of it."""

PLAIN = _folded("current longtime senior chief special top presumptive democratic republican conservative liberal controversial")
"""Other words before an office."""

OFFICES = _folded(
    """
    president minister secretary director chief governor senator representative congressman congresswoman mayor judge justice
    prosecutor counsel attorney ambassador envoy chancellor premier speaker chairman chairwoman chair commissioner
    superintendent inspector sheriff officer official spokesman spokeswoman spokesperson adviser advisor aide nominee candidate
    general colonel major captain lieutenant sergeant admiral commander corporal private marshal brigadier
    professor bishop archbishop cardinal priest pastor rabbi imam deacon king queen prince princess duke
    leader whip manager coach treasurer agent detective constable
    """
)
"""The last word of what somebody is called before the name."""

RIVALS = [
    _folded("general colonel major captain lieutenant sergeant corporal private admiral"),
    _folded("bishop archbishop priest deacon"),
    _folded("constable inspector superintendent sheriff"),
    _folded("counsel prosecutor"),
    _folded("senator representative congressman congresswoman governor mayor"),
    _folded("ambassador envoy consul"),
    _folded("king prince duke"),
]
"""Offices of which one is held at a time; but there are promotions, and short forms of a rank."""
