"""An account to what it contradicts itself in: two figures for one thing, a headline with the opposite of its text."""

from __future__ import annotations

from collections.abc import Iterator

from compare.align.headings import headings
from compare.claims.opposed import opposites
from compare.claims.vocabulary import ALTERNATIVES, OPPOSITES
from compare.claims.wording import Word, wording_of
from compare.dates import Expression
from compare.model import Account, Alignment
from compare.quantities import Quantity, relation
from compare.slots import Candidate, Slot, far_candidates, slots

SHARED, OF_HEADING = 3, 2
"""Content words, at least, near both figures; where one stands in a heading."""

RATIO, FEW = 1.5, 3
"""Figures so many times apart, and more than so few, are told of two things."""

COVER = 0.6
"""The share of a headline's words that a sentence of the text must have, to tell the same."""

BODY = 60
"""Sentences of the text that a headline is held against."""

_TOLL = frozenset(("dead", "hurt"))


def two_figures(account: Account) -> Iterator[tuple[Slot, Slot]]:
    """Every two amounts of the same thing that differ, the earlier one first; each amount once."""
    seen = set[Slot]()
    for c in far_candidates(Alignment(account, account, ()), _may_differ):
        if c.left not in seen and c.right not in seen:
            wanted = OF_HEADING if c.left.number in headings(account, account.sentences) else SHARED
            if len(c.shared) >= wanted and _one_thing(account, c):
                seen |= {c.left, c.right}
                yield c.left, c.right


def _one_thing(account: Account, c: Candidate) -> bool:
    """Whether two amounts are told alone, at no other time, outside of what somebody says."""
    wording = wording_of(account)
    if any(slot.words and wording.quotations(slot.number) for slot in (c.left, c.right)):
        return False
    times = [{s.item.start for s in slots(account)[k.number] if isinstance(s.item, Expression)} for k in (c.left, c.right)]
    told = [sum(isinstance(s.item, Quantity) for s in slots(account)[k.number]) for k in (c.left, c.right)]
    return not all(times) and max(told) == 1


def _may_differ(left: Slot, right: Slot) -> bool:
    """Whether two amounts, the earlier one first, count the same and are not the same, nor far from it."""
    a, b = left.item, right.item
    if left.number >= right.number or not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.unit or b.unit or a.marks != b.marks:
        return False
    if not (a.sort == b.sort == "exact" and (a.nouns[:1] == b.nouns[:1] != () or a.marks & _TOLL)):
        return False
    low, high = sorted((a.low, b.low))
    return low > 1 and high <= max(RATIO * low, low + FEW) and relation(a, b) == "different"


def headline(account: Account) -> Iterator[tuple[int, Word, int, Word]]:
    """A word of the headline, and its opposite in a sentence that tells the same (sentences by number), where the text has no other."""
    if not account.sentences or 0 not in headings(account, account.sentences):
        return
    wording = wording_of(account)
    title = tuple(word._replace(small=True) for word in wording.words(0))
    if not any(word.key in OPPOSITES or word.key in ALTERNATIVES for word in title):
        return
    telling, body = wording.content(0), range(1, min(len(account.sentences), BODY))
    for number in body:
        if len(telling & wording.content(number)) >= OF_HEADING:
            words = wording.words(number)
            for sides in (OPPOSITES, ALTERNATIVES):
                for o in opposites(title, words, sides):
                    supported = any(_same_side(title[o.i], w, sides) for k in body for w in wording.words(k))
                    if o.shared >= OF_HEADING and o.cover >= COVER and not supported and not words[o.j].quoted:
                        yield 0, title[o.i], number, words[o.j]
                        return


def _same_side(word: Word, other: Word, sides: dict[str, tuple[int, int]]) -> bool:
    return other.stem == word.stem or sides.get(other.key) == sides[word.key]
