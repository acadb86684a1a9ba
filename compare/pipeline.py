"""Sources to accounts, accounts to a comparison: the table of contents."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import PurePath

from compare.accounts import account_of, read_account
from compare.agreement import differing
from compare.aliases import Names, without_aliases
from compare.align import align
from compare.events import event_of, iso_date
from compare.fingerprint import fingerprint
from compare.merge import merged
from compare.model import SEVERITIES, Account, CompareError, Comparison, Discrepancy
from compare.once import once
from compare.reading.content import Content
from compare.rules import differences_between, differences_within
from compare.severities import Severities, with_severities

__all__ = ["Asked", "account_of", "compare_accounts", "compare_sources", "read_account"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says about the sources; labels, dates (ISO) and kinds one a source.

    ``brought`` are sources that are no files: standard input (``-``), pages that were fetched.
    ``severities`` go before those of an event.toml, which go before ``usual`` ones;
    ``names`` that are one are added to those of the event.toml.
    """

    title: str | None = None
    labels: Sequence[str | None] = ()
    published: Sequence[str | None] = ()
    segmented: bool = False
    keep_all: bool = False
    source_kinds: Sequence[str | None] = ()
    brought: Mapping[str, Content] = field(default_factory=dict)
    severities: Severities = field(default_factory=dict)
    usual: Severities = field(default_factory=dict)
    names: Names = field(default_factory=dict)


def compare_sources(sources: Sequence[str | os.PathLike[str]], asked: Asked = Asked()) -> Comparison:
    """The comparison of two files or more (``-``: standard input); CompareError where one cannot be read."""
    if isinstance(sources, (str, os.PathLike)) or not isinstance(asked, Asked):
        raise CompareError("compare_sources: takes the files in one list; write compare_sources([a, b])")
    names = [os.fspath(source) for source in sources]
    _check_several(len(names), "compare_sources", "file")
    if names.count("-") > 1:
        raise CompareError("-: standard input can be read once; name files for the other accounts")
    event, known = event_of(names)
    labels = asked.labels or [None] * len(names)
    dates = asked.published or [None] * len(names)
    kinds = asked.source_kinds or [None] * len(names)
    accounts = [
        read_account(
            source,
            content=asked.brought.get(source),
            kind=kind,
            label=label or listed.label,
            published=iso_date(day, "--published") if day else listed.published,
            borrowed=listed.borrowed,
            publisher=listed.publisher,
            segmented=asked.segmented,
            keep_all=asked.keep_all,
        )
        for source, listed, label, day, kind in zip(names, known, labels, dates, kinds, strict=True)
    ]
    severities = {**asked.usual, **(event.severities if event else {}), **asked.severities}
    comparison = compare_accounts(accounts, severities, {**asked.names, **(event.names if event else {})})
    return replace(comparison, title=asked.title or (event.title if event else None))


def compare_accounts(
    accounts: Sequence[Account], severities: Severities | None = None, names: Names | None = None
) -> Comparison:
    """Links and discrepancies of two accounts or more; what is found does not depend on their order. CompareError for fewer.

    ``severities`` switch rules off or change how severe what they find is; ``names``
    that are one are no discrepancy.
    """
    if not all(isinstance(account, Account) for account in accounts):
        raise CompareError("compare_accounts: takes accounts; read_account makes one of a file, compare_sources reads files itself")
    _check_several(len(accounts), "compare_accounts", "account")
    named = with_own_ids(accounts)
    sides = sorted(named, key=lambda account: account.id)
    alignments = []
    found: list[Discrepancy] = []
    for left, right in combinations(sides, 2):
        alignment = align(left, right)
        alignments.append(alignment)
        found.extend(differences_between(alignment))
    if len(sides) > 2:
        found = merged(found, sides)
    for account in sides:
        met = [a for a in alignments if account in (a.left, a.right)]
        others = [a.right if account is a.left else a.left for a in met]
        found.extend(differing(differences_within(account), account, others, met))
    found = list(without_aliases(with_severities(found, severities or {}), names or {}, sides))
    found = once(found, sides)
    return Comparison(tuple(named), tuple(alignments), _listed(found, sides))


def _check_several(count: int, where: str, noun: str) -> None:
    if count < 2:
        raise CompareError(f"{where}: {'one' if count else 'no'} {noun}; give two or more")


def with_own_ids(accounts: Sequence[Account]) -> list[Account]:
    """The accounts in the order given, told apart.

    Accounts of one name get the name of their folder to it, or else that of their
    ending, or a part of their checksum. An account whose label another has, too, is
    labelled with its id; one with the same bytes as another says so.
    """
    ids = _told_apart([account.id for account in accounts], accounts)
    labels, sums = Counter(a.label for a in accounts), Counter(a.sha256 for a in accounts if a.sha256)
    named = []
    for account, own in zip(accounts, ids, strict=True):
        label = account.label if labels[account.label] == 1 else f"{account.label} ({own})"
        same = ("the same bytes as another source",) if sums[account.sha256] > 1 else ()
        named.append(replace(account, id=own, label=label, notices=(*account.notices, *same)))
    return named


def _told_apart(ids: Sequence[str], accounts: Sequence[Account]) -> list[str]:
    """The ids made unique; what tells two of them apart does not depend on their text where it can be helped."""
    counts = Counter(ids)
    if len(counts) == len(ids):
        return list(ids)
    paths = [PurePath(account.source) for account in accounts]
    for parts in ([p.parent.name for p in paths], [p.suffix for p in paths], [a.sha256[:6] for a in accounts]):
        longer = [f"{own}-{slug}" if (slug := _slug(part)) else own for own, part in zip(ids, parts, strict=True)]
        if all(n == 1 for n in Counter(longer[k] for k, own in enumerate(ids) if counts[own] > 1).values()):
            return [longer[k] if counts[own] > 1 else own for k, own in enumerate(ids)]
    taken = Counter[str]()
    made = []
    for own in ids:
        taken[own] += 1
        made.append(own if taken[own] == 1 else f"{own}-{taken[own]}")
    return made


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _listed(found: Sequence[Discrepancy], sides: Sequence[Account]) -> tuple[Discrepancy, ...]:
    """Discrepancies with their fingerprints, the worst first, then by place."""
    by_id = {account.id: account for account in sides}
    stamped = [replace(d, id=fingerprint(d, by_id)) for d in found]
    order = {account.id: k for k, account in enumerate(sides)}
    return tuple(
        sorted(
            stamped,
            key=lambda d: (SEVERITIES.index(d.severity), [(order[r.account], r.start, r.end) for r in d.readings], d.kind),
        )
    )
