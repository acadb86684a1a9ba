"""A discrepancy to the entry that accepts it, with the words that were looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.model import Acceptance, Account, Discrepancy, Reading
from compare.review.acceptances import Entry

_AROUND = 70
"""Characters of context kept on either side of the words that differ."""

_LONGEST = 120
"""Characters of the words that differ that are kept."""


def entry_for(found: Discrepancy, acceptance: Acceptance, accounts: Mapping[str, Account]) -> Entry:
    """The entry that accepts one discrepancy; ``accounts`` by their ids."""
    says = ((reading.account, excerpt(reading, accounts[reading.account])) for reading in found.readings)
    return Entry(
        found.id, acceptance, 1, found.kind, tuple(_told_apart([said for said in says if said[1] != "{}"]))
    )


def excerpt(reading: Reading, account: Account) -> str:
    """The words of a reading between braces, with some of its context, on one line."""
    text, context = account.text, reading.context
    words = _squeezed(text[reading.start : reading.end])
    if len(words) > _LONGEST:
        words = f"{_cut(words, _LONGEST // 2)} … {_cut(words[::-1], _LONGEST // 2)[::-1]}"
    before, behind = text[context.start : reading.start], text[reading.end : context.end]
    return _squeezed(f"{_last(before)}{{{words}}}{_first(behind)}")


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _last(text: str) -> str:
    return text if len(text) <= _AROUND else f"… {_cut(text[::-1], _AROUND)[::-1]}"


def _first(text: str) -> str:
    return text if len(text) <= _AROUND else f"{_cut(text, _AROUND)} …"


def _cut(text: str, size: int) -> str:
    """The beginning of a text, no word cut in two where it has more than one."""
    return text[:size].rpartition(" ")[0] or text[:size]


def _told_apart(says: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """One account's two readings under two names: ``dod`` and ``dod-2``."""
    names: list[str] = []
    for account, _ in says:
        names.append(account if account not in names else f"{account}-{names.count(account) + 1}")
    return [(name, words) for name, (_, words) in zip(names, says, strict=True)]
