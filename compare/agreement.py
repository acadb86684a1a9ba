"""What a rule found inside one account, less what the other accounts have in the same words.

A comparison tells how accounts differ. An account that disagrees with itself
does not differ from one that repeats both of its passages word for word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compare.model import Account, Discrepancy, Span
from compare.tokens import words_of


class Wording:
    """All words of one account, folded, to look up whether it has a stretch of them: quoted, or at all."""

    def __init__(self, account: Account) -> None:
        self._text = "".join(_words(account, paragraph) for paragraph in account.paragraphs).replace("  ", " ")
        self._quoted = "\n".join(_words(account, quotation) for quotation in account.quotations)

    def has(self, account: Account, place: Span) -> bool:
        """Whether the words at a place of some account stand here too; quoted words must be quoted."""
        quoted = any(q.start <= place.start and place.end <= q.end for q in account.quotations)
        return _words(account, place) in (self._quoted if quoted else self._text)


def differing(found: Iterable[Discrepancy], account: Account, others: Sequence[Account]) -> Iterator[Discrepancy]:
    """What was found inside an account, without that whose contexts all stand in every other account."""
    wordings: list[Wording] = []
    for discrepancy in found:
        wordings = wordings or [Wording(other) for other in others]
        contexts = [reading.context for reading in discrepancy.readings]
        if not wordings or not all(other.has(account, context) for other in wordings for context in contexts):
            yield discrepancy


def _words(account: Account, place: Span) -> str:
    """The folded words at a place, a blank around each."""
    return f" {' '.join(words_of(account).keys(place.start, place.end))} "
