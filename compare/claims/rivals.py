"""Two sources to whether they must be two: no short form, role or document of one another."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from compare.claims.sources import Source
from compare.claims.wording import Wording
from compare.model import Account
from compare.names import Place, names_of, one_edit
from compare.quotations.vocabulary import UTTERANCES, WORKS
from compare.tokens import keys, stem

_REACH = 60
"""Characters on either side of a name among which an account says who that is."""

_DOCUMENTS = frozenset(
    map(
        stem,
        UTTERANCES | WORKS | frozenset("document documents record records indictment release filing complaint poll survey data".split()),
    )
)
"""What somebody has written: it does not say who."""


def two_sources(left: tuple[Wording, int, Source], right: tuple[Wording, int, Source]) -> bool:
    """Whether the sources of two sentences (accounts' wordings, their numbers) must be two."""
    (ours, i, a), (theirs, j, b) = left, right
    if a.names & b.names or a.nouns & b.nouns or (a.nouns | b.nouns) & _DOCUMENTS:
        return False
    if _by_role(ours, a, b) or _by_role(theirs, b, a) or any(one_edit(x, y) for x in a.names for y in b.names):
        return False
    return not (b.names & {w.key for w in ours.words(i)} or a.names & {w.key for w in theirs.words(j)})


def two_speakers(ours: Wording, a: Source, theirs: Wording, b: Source) -> bool:
    """Whether two quotations of the same words are credited to two: another person, or somebody who speaks for him."""
    if not a.names and not b.names or a.names & b.names or a.nouns & b.nouns:
        return False
    if any(one_edit(x, y) for x in a.names for y in b.names):
        return False  # one name, misspelled
    return not (_by_role(ours, a, b) or _by_role(theirs, b, a))


def _by_role(wording: Wording, own: Source, other: Source) -> bool:
    """Whether the account calls one of the sources what the other is called."""
    return _called(wording, own.names, other.nouns) or _called(wording, other.names, own.nouns)


def _called(wording: Wording, names: Collection[str], nouns: Collection[str]) -> bool:
    """Whether one of the nouns, in the singular, stands beside one of the names somewhere in the account."""
    if not names or not nouns:
        return False
    places, text = _places(wording.account), wording.account.text
    for place in [place for name in sorted(names) for place in places.get(name, ())]:
        around = keys(text[max(0, place.start - _REACH) : place.end + _REACH])
        if not {stem(key) for key in around if not key.endswith("s")}.isdisjoint(nouns):
            return True
    return False


@lru_cache(maxsize=8)
def _places(account: Account) -> dict[str, list[Place]]:
    """Where every name stands, by its folded form."""
    found: dict[str, list[Place]] = {}
    for form, places in names_of(account).places.items():
        found.setdefault(form.casefold(), []).extend(places)
    return found
