"""Two accounts to links: which sentences tell the same thing, in any order."""

from __future__ import annotations

from compare.align.decision import decide, learned
from compare.align.profile import profiles
from compare.model import Account, Alignment


def align(left: Account, right: Account) -> Alignment:
    """The links between the sentences of two accounts, in the order of the left one."""
    return Alignment(left, right, decide(profiles(left, right), learned()))
