"""Two accounts to links: which sentences tell the same thing, in any order."""

from __future__ import annotations

from compare.align.decision import decide
from compare.align.looks import learned
from compare.align.profile import profiles
from compare.model import Account, Alignment
from compare.utterances import anchors, parallels, shared_stretches


def align(left: Account, right: Account) -> Alignment:
    """The links between the sentences of two accounts, and the utterances both quote.

    What both quote anchors the links; a link in turn decides where few quoted
    words alone would not say that two quotations are one.
    """
    shared = shared_stretches(left, right)
    links = decide(profiles(left, right, anchors(left, right, shared)), learned())
    return Alignment(left, right, links, parallels(left, right, shared, links))
