"""Each difference once: what two rules found in the same words is told under one kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from compare.model import Account, Discrepancy, Reading
from compare.tokens import words_of

ORDER = (
    "name", "quotation-speaker", "quotation-wording", "quotation-truncated", "number", "date", "polarity", "attribution",
    "conflict", "quotation-unquoted", "inconsistent", "misprint",
)  # fmt: skip
"""The kind that says most of a difference first."""

WITHIN = frozenset(("inconsistent", "misprint"))
"""Kinds that tell of one account; what the other account has there instead says more."""

CELL = 64
"""Characters by which places are looked up."""

_Forms = frozenset[tuple[str, str]]


def once(found: Sequence[Discrepancy], accounts: Iterable[Account]) -> list[Discrepancy]:
    """The discrepancies without those that tell of the same words as another of a kind before theirs.

    Both sides must meet; of what is found inside one account, one reading. A name
    spelled two ways is told once, not again for every quotation it stands in; words
    that one account repeats, once beside the same words of the other.
    """
    by_id = {account.id: account for account in accounts}
    kept: list[Discrepancy] = []
    cells: dict[tuple[str, int], list[Discrepancy]] = defaultdict(list)
    names: set[_Forms] = set()
    for discrepancy in sorted(found, key=lambda d: (_rank(d), [(r.account, r.start, r.end) for r in d.readings])):
        if not discrepancy.kind.startswith("only-"):
            if discrepancy.kind == "quotation-wording" and _forms(discrepancy, by_id) in names:
                continue
            near = list(_near(discrepancy, cells))
            if any(_same(discrepancy, other) or _again(discrepancy, other, by_id) for other in near):
                continue
            if discrepancy.kind == "name":
                names.add(_forms(discrepancy, by_id))
            for reading in discrepancy.readings:
                for cell in _cells(reading):
                    cells[cell].append(discrepancy)
        kept.append(discrepancy)
    return kept


def _rank(found: Discrepancy) -> int:
    return ORDER.index(found.kind) if found.kind in ORDER else len(ORDER)


def _cells(reading: Reading) -> Iterator[tuple[str, int]]:
    return ((reading.account, k) for k in range(reading.start // CELL, reading.end // CELL + 1))


def _near(found: Discrepancy, cells: Mapping[tuple[str, int], Sequence[Discrepancy]]) -> Iterator[Discrepancy]:
    return (other for reading in found.readings for cell in _cells(reading) for other in cells.get(cell, ()))


def _same(found: Discrepancy, other: Discrepancy) -> bool:
    if found.kind == other.kind:
        return False
    met = {a.account for a in found.readings for b in other.readings if a.account == b.account and _meet(a, b)}
    if found.kind in WITHIN:
        return bool(met) and other.kind not in WITHIN
    return len(met) > 1 and met == {r.account for r in found.readings} & {r.account for r in other.readings}


def _again(found: Discrepancy, other: Discrepancy, by_id: Mapping[str, Account]) -> bool:
    """Whether a discrepancy repeats one of its kind: the same words, in one account at the same place."""
    if found.kind != other.kind or not set(found.readings) & set(other.readings):
        return False
    return found.kind in WITHIN or _forms(found, by_id) == _forms(other, by_id)


def _meet(a: Reading, b: Reading) -> bool:
    """Whether two readings have a character in common, or one of them is empty and stands at the other."""
    if a.start == a.end or b.start == b.end:
        return a.start - 1 <= b.end and b.start - 1 <= a.end
    return a.start < b.end and b.start < a.end


def _forms(found: Discrepancy, by_id: Mapping[str, Account]) -> _Forms:
    """What each account writes, folded, without a genitive."""
    return frozenset(
        (r.account, " ".join(words_of(by_id[r.account]).keys(r.start, r.end)).removesuffix("'s")) for r in found.readings
    )
