"""Two accounts to what they call one person differently: another rank or portfolio, or an office once held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from compare.names.offices import OFFICES, PORTFOLIOS, RANKS, RIVALS, SAME
from compare.names.places import Names
from compare.names.roles import Role, former, roles_of
from compare.quotations.vocabulary import ORGANISATIONS, TITLES
from compare.tokens import fold, words_of


class Called(NamedTuple):
    """A person (surname), a role in either account, and whether the two cannot both hold."""

    surname: str
    left: Role
    right: Role
    sure: bool


def two_roles(ours: Names, theirs: Names) -> Iterator[Called]:
    """One pair of differing roles a person whom both accounts name by given name and surname."""
    people = sorted(_people(ours, theirs))
    called = [(_apart(roles_of(ours, s, g)), _apart(roles_of(theirs, s, g))) for s, g in people]
    heads = Counter(head for a, b in called for head in {r.head for r in (*a, *b)})
    lone = [[r for r in _apart(former(names.account)) if heads[r.head] == 1] for names in (ours, theirs)]
    for (surname, _), (a, b) in zip(people, called, strict=True):
        all_a = a + [r for r in lone[0] if any(x.head == r.head for x in b)]
        all_b = b + [r for r in lone[1] if any(x.head == r.head for x in a)]
        found = next(_rivals(a, b), None) or next(_times(all_a, all_b), None)
        if found:
            r, s, sure = found
            yield Called(surname, r, s, sure and not _told_of(theirs, r) and not _told_of(ours, s))


def _told_of(names: Names, role: Role) -> bool:
    """Whether an account speaks of what a role is for, of whomever."""
    account = names.account
    return not (role.what & PORTFOLIOS).isdisjoint(words_of(account).keys(0, len(account.text)))


def _people(ours: Names, theirs: Names) -> Iterator[tuple[str, frozenset[str]]]:
    for form in ours.places.keys() & theirs.places.keys():
        key = form.casefold()
        if key in OFFICES or key in ORGANISATIONS or not ours.likely(form):
            continue
        given = [{w for w in names.beside(form)[0] if fold(w) not in OFFICES and w not in TITLES} for names in (ours, theirs)]
        alone = not all(given) and len(given[0] | given[1]) == 1
        if given[0] & given[1] or alone:
            yield form, frozenset(given[0] | given[1])


def _apart(roles: Iterable[Role]) -> list[Role]:
    """Each role once, where it is first told."""
    first: dict[tuple[str, frozenset[str], str, bool], Role] = {}
    for role in roles:
        first.setdefault((role.head, role.what, role.when, role.close), role)
    return list(first.values())


def _rivals(a: Sequence[Role], b: Sequence[Role]) -> Iterator[tuple[Role, Role, bool]]:
    """Roles of which one is held at a time: two portfolios, two ranks, deputy and head."""
    for r, s in product(a, b):
        if r.when or s.when:
            continue
        if r.head == s.head:
            parts = [({SAME.get(word, word) for word in {*x.what} & PORTFOLIOS}, {*x.what} & RANKS) for x in (r, s)]
            if parts[0][0] and parts[1][0] and not parts[0][0] & parts[1][0] and not _both(a, b, r, s):
                yield r, s, r.close and s.close
            elif parts[0][1] != parts[1][1] and parts[0][0] == parts[1][0] and r.close and s.close and not _both(a, b, r, s):
                yield r, s, False
        elif r.what == s.what and not ({x.head for x in a} & {x.head for x in b}):
            if any(r.head in rivals and s.head in rivals for rivals in RIVALS):
                yield r, s, False


def _both(a: Sequence[Role], b: Sequence[Role], r: Role, s: Role) -> bool:
    """Whether an account calls the person what the other does, too."""
    return any((x.head, x.what) == (s.head, s.what) for x in a) or any((x.head, x.what) == (r.head, r.what) for x in b)


def _times(a: Sequence[Role], b: Sequence[Role]) -> Iterator[tuple[Role, Role, bool]]:
    """An office that is held in one account, and was held, or will be, in the other."""
    for r, s in product(a, b):
        if (r.head == s.head or not r.head or not s.head) and bool(r.when) != bool(s.when) and r.what == s.what:
            plain, timed, when = (a, b, s.when) if s.when else (b, a, r.when)
            if any(x.head in (r.head, "") and x.when == when for x in plain) or any(x.head in (r.head, s.head) and not x.when for x in timed):
                continue
            yield r, s, False
