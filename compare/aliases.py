"""Names that are one: how somebody or something is also spelled or called.

``[names]`` of an event.toml or rashomon.toml: ``"Vladimir Putin" = ["Wladimir Putin"]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from compare.model import Account, CompareError, Discrepancy
from compare.tokens import keys

Names = Mapping[str, Sequence[str]]
"""By a name, its other forms."""

KINDS = frozenset({"name", "inconsistent", "quotation-speaker"})
"""Kinds of discrepancy that say that two names differ."""


def names_of(table: object, where: str) -> dict[str, tuple[str, ...]]:
    """The names a table lists; CompareError, from ``where``, for one that cannot be."""
    example = 'below [names] write lines such as "Vladimir Putin" = ["Wladimir Putin"]'
    if not isinstance(table, dict):
        raise CompareError(f"{where}: names must be a table; {example}")
    named = {}
    for name, forms in table.items():
        if not isinstance(forms, list) or not all(isinstance(form, str) and keys(form) for form in forms):
            raise CompareError(f"{where}: names: {name} must be a list of names; {example}")
        named[str(name)] = tuple(forms)
    return named


def without_aliases(
    found: Iterable[Discrepancy], names: Names, accounts: Sequence[Account]
) -> Iterator[Discrepancy]:
    """The discrepancies but those in which every account has a form, or words of a form, of one name."""
    if not names:
        yield from found
        return
    groups = [tuple(keys(form) for form in (name, *forms)) for name, forms in names.items()]
    texts = {account.id: account.text for account in accounts}
    for discrepancy in found:
        words = [keys(texts[r.account][r.start : r.end]) for r in discrepancy.readings]
        if discrepancy.kind not in KINDS or not any(_one_bearer(words, group) for group in groups):
            yield discrepancy


def _one_bearer(words: Sequence[Sequence[str]], group: Sequence[Sequence[str]]) -> bool:
    """Whether each reading is a form of the name, words of one, or one with a title."""
    return all(reading and any(_part(reading, form) or _part(form, reading) for form in group) for reading in words)


def _part(words: Sequence[str], form: Sequence[str]) -> bool:
    return any(list(form[k : k + len(words)]) == list(words) for k in range(len(form) - len(words) + 1))
