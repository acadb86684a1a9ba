"""An account to what it is told apart by: its day, and how often which words stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from compare.dates.vocabulary import MONTHS
from compare.function_words import FUNCTION_WORDS
from compare.model import Account
from compare.tokens import fold, stem, tokenize

VERSION = 1
"""Raised where sketches of the same source come out otherwise."""

LONGEST = 3000
"""Words that count: what happened stands at the beginning, and a book is no report."""

_ORDINAL = frozenset("st nd rd th of".split())
_IDLE = frozenset(stem(fold(word)) for word in FUNCTION_WORDS)


class Sketch(NamedTuple):
    """``published`` (ISO) and ``title`` where known; the terms in order, and how often each stands there (up to 255).

    A term is the stem of a word that is no function word, a figure, or a day ("march 5").
    """

    published: str | None
    title: str | None
    terms: tuple[str, ...]
    counts: bytes


def sketch_of(account: Account) -> Sketch:
    """The sketch of an account; sentences and quotations are not needed."""
    keys: list[str] = []
    for span in account.paragraphs:
        keys += [token.key for token in tokenize(account.text, span.start, span.end)]
        if len(keys) > LONGEST:
            break
    found = Counter(_terms(keys[:LONGEST]))
    if account.title:
        found.update(_terms([token.key for token in tokenize(account.title)]))
    terms = sorted(found)
    return Sketch(account.published, account.title, tuple(terms), bytes(min(found[term], 255) for term in terms))


def _terms(keys: list[str]) -> list[str]:
    terms = [term for key in keys if (len(key) > 1 or key.isdigit()) and (term := stem(key)) not in _IDLE]
    return [*terms, *_days(keys)]


def _days(keys: list[str]) -> Iterator[str]:
    """Days as they are written: March 5, 5 March, 5th of March."""
    for k, key in enumerate(keys):
        if key in MONTHS:
            before = next((other for other in reversed(keys[max(0, k - 3) : k]) if other not in _ORDINAL), "")
            for figure in (before, *keys[k + 1 : k + 2]):
                if figure.isdigit() and len(figure) < 3:
                    yield f"{key} {figure}"
