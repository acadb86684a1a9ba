"""Two accounts to links: which sentences tell the same thing, in any order."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.decision import decide
from compare.align.looks import learned
from compare.align.profile import Profiles, profiles
from compare.model import Account, Alignment, Parallel
from compare.utterances import anchors, parallels, placed, shared_stretches
from compare.utterances.shared import Shared


def look(left: Account, right: Account, shared: Sequence[Shared]) -> Profiles:
    """What alignment sees of two accounts: their sentences, and what their quotations share."""
    sure, perhaps = (anchors(left, right, shared, sure) for sure in (True, False))
    return profiles(left, right, sure, perhaps)


def align(left: Account, right: Account) -> Alignment:
    """The links between the sentences of two accounts, and the utterances both quote.

    What both quote anchors the links; a link in turn decides where few quoted
    words alone would not say that two quotations are one.
    """
    shared = shared_stretches(left, right)
    links = decide(look(left, right, shared), learned())
    found = parallels(left, right, shared, links)
    more = placed(left, right, links, found)
    return Alignment(left, right, links, tuple(sorted((*found, *more), key=_place)))


def _place(parallel: Parallel) -> tuple[int, int]:
    left, right = parallel.left.words, parallel.right.words
    return left[parallel.stretch[0]][0], right[parallel.stretch[2]][0]
