"""Discrepancies of every two accounts to one a place, with as many readings as accounts tell it.

Two say X and one says Y: that is one difference among three accounts, not two.
What only one account has is such only when no other has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from compare.model import SEVERITIES, Account, Discrepancy, Reading, Span
from compare.tokens import tokenize
from compare.utterances.phrases import credited

ALONE = ("only-claim", "only-quotation")
"""Kinds that say of one account what all others lack."""

CREDITS = ("attribution", "quotation-speaker")
"""Kinds whose readings are those who are credited."""

FEW, AROUND = 2, 2
"""Up to so many words are shown with so many on either side; quoted ones with one."""

LONGEST = 12
"""Words a message repeats of one reading before it shortens it."""

_Places = dict[str, Span]


def merged(found: Sequence[Discrepancy], accounts: Sequence[Account]) -> list[Discrepancy]:
    """Discrepancies between two accounts each, those about the same words made one; in order of kind and place.

    Two are about the same words when they are of one kind and their readings
    overlap in an account both have. A merged one has a reading an account, in
    the order of their ids, the severity of its worst part, and a message that
    names every reading. Takes no heed of the order of either argument, and what
    goes together does not depend on what the accounts are called.
    """
    by_id = {account.id: account for account in accounts}
    ordered = sorted(found, key=_key)
    alone = [d for d in ordered if d.kind in ALONE]
    rest = sorted((d for d in ordered if d.kind not in ALONE), key=_nameless(accounts))
    made = [*_alone(alone, len(by_id)), *(_one(group, by_id) for group in _groups(rest))]
    return sorted(made, key=_key)


def _key(found: Discrepancy) -> tuple[str, list[tuple[str, int, int]], str]:
    return found.kind, sorted((r.account, r.start, r.end) for r in found.readings), found.message


def _nameless(accounts: Sequence[Account]) -> Callable[[Discrepancy], tuple[str, list[tuple[int, int, int]]]]:
    """A key for sorting that knows the accounts by their texts alone."""
    texts = sorted({account.text for account in accounts})
    order = {account.id: texts.index(account.text) for account in accounts}
    return lambda d: (d.kind, sorted((order[r.account], r.start, r.end) for r in d.readings))


def _alone(found: Sequence[Discrepancy], accounts: int) -> Iterator[Discrepancy]:
    """One discrepancy a reading that every other account lacks."""
    places: dict[tuple[str, Reading], list[Discrepancy]] = defaultdict(list)
    for discrepancy in found:
        for reading in discrepancy.readings:
            if reading.end > reading.start:
                places[discrepancy.kind, reading].append(discrepancy)
    for (kind, reading), group in places.items():
        empty = {r.account: r for d in group for r in d.readings if r.account != reading.account}
        if len(empty) == accounts - 1:
            readings = sorted([reading, *empty.values()], key=lambda r: r.account)
            yield Discrepancy(kind, _worst(group), group[0].message, tuple(readings))


def _worst(group: Sequence[Discrepancy]) -> str:
    return min((d.severity for d in group), key=SEVERITIES.index)


def _groups(found: Sequence[Discrepancy]) -> list[list[Discrepancy]]:
    """Discrepancies about the same words, together; no group has two distant places of one account."""
    parent = list(range(len(found)))
    contexts: list[_Places] = [{r.account: r.context for r in d.readings} for d in found]

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = k = parent[parent[k]]
        return k

    for a, b in _overlapping(found):
        x, y = sorted((root(a), root(b)))
        if x != y and all(_meet(place, contexts[y].get(own, place)) for own, place in contexts[x].items()):
            parent[y] = x
            contexts[x] = _hulls([*contexts[x].items(), *contexts[y].items()])
    groups: dict[int, list[Discrepancy]] = defaultdict(list)
    for k, discrepancy in enumerate(found):
        groups[root(k)].append(discrepancy)
    return list(groups.values())


def _overlapping(found: Sequence[Discrepancy]) -> list[tuple[int, int]]:
    """Pairs (indexes) of one kind whose readings overlap in one account, by a sweep over each account."""
    lines: dict[tuple[str, str], list[tuple[Reading, int]]] = defaultdict(list)
    for k, discrepancy in enumerate(found):
        if len({reading.account for reading in discrepancy.readings}) > 1:
            for reading in discrepancy.readings:
                lines[discrepancy.kind, reading.account].append((reading, k))
    pairs: set[tuple[int, int]] = set()
    for line in lines.values():
        open_: list[tuple[Reading, int]] = []
        for reading, k in sorted(line, key=lambda x: (x[0].start, x[0].end, x[1])):
            open_ = [(other, m) for other, m in open_ if other.end >= reading.start]
            pairs.update((min(k, m), max(k, m)) for other, m in open_ if m != k and _meet(reading, other))
            open_.append((reading, k))
    return sorted(pairs)


def _meet(a: Span, b: Span) -> bool:
    """Whether two stretches overlap; an empty one needs to touch the other only."""
    first, last = max(a.start, b.start), min(a.end, b.end)
    return first < last or first == last and (a.start == a.end or b.start == b.end)


def _hulls(places: Sequence[tuple[str, Span]]) -> _Places:
    """By account, the stretch from the first to the last of its places."""
    hulls: _Places = {}
    for own, place in places:
        before = hulls.get(own, place)
        hulls[own] = Span(min(before.start, place.start), max(before.end, place.end))
    return hulls


def _one(group: Sequence[Discrepancy], accounts: Mapping[str, Account]) -> Discrepancy:
    """A group as one discrepancy; a lone one stays as it is."""
    if len(group) == 1:
        return group[0]
    readings = [reading for discrepancy in group for reading in discrepancy.readings]
    words = _hulls([(r.account, r) for r in readings])
    contexts = _hulls([(r.account, r.context) for r in readings])
    whole = tuple(Reading(words[own].start, words[own].end, own, contexts[own]) for own in sorted(words))
    return Discrepancy(group[0].kind, _worst(group), _message(group[0].kind, whole, accounts), whole)


def _message(kind: str, readings: Sequence[Reading], accounts: Mapping[str, Account]) -> str:
    """Who has what: ``A has X say “…”; B and C “…”; D leaves it out.``"""
    shared: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        account = accounts[reading.account]
        shared[" ".join(t.key for t in tokenize(account.text, reading.start, reading.end))].append(reading)
    groups = sorted(shared.items(), key=lambda item: not item[0])
    speakers = [who for r in readings if (who := _speaker(r, accounts[r.account]))]
    named = next((who for who in speakers if who[0].isupper()), next(iter(speakers), None))
    speaker = named and credited(named)
    parts: list[str] = []
    for folded, group in groups:
        who = _listed([accounts[r.account].label for r in group])
        verb = "" if parts else (f" {_verb(kind, speaker, len(group))}")
        words = _shown(kind, group[0], accounts)
        parts.append(f"{who}{verb} {words}" if folded else f"{who} {_lack(kind, len(group))}")
    return "; ".join(parts) + "."


def _verb(kind: str, speaker: str | None, accounts: int) -> str:
    if kind in CREDITS:
        return "credits it to" if accounts == 1 else "credit it to"
    if kind.startswith("quotation-"):
        return f"{'has' if accounts == 1 else 'have'} {speaker} say" if speaker else "quotes" if accounts == 1 else "quote"
    return "has" if accounts == 1 else "have"


def _lack(kind: str, accounts: int) -> str:
    if kind in CREDITS:
        return "names nobody" if accounts == 1 else "name nobody"
    return "leaves it out" if accounts == 1 else "leave it out"


def _speaker(reading: Reading, account: Account) -> str | None:
    """To whom the words at a reading are credited."""
    within = (q for q in account.quotations if q.start <= reading.start and reading.end <= q.end)
    return next((q.speaker for q in within if q.speaker), None)


def _shown(kind: str, reading: Reading, accounts: Mapping[str, Account]) -> str:
    if kind in CREDITS:
        return _quote(reading, accounts)
    around = 1 if kind.startswith("quotation-") else AROUND
    return f"“{_quote(_with_neighbours(reading, accounts, around), accounts)}”"


def _with_neighbours(reading: Reading, accounts: Mapping[str, Account], around: int) -> Reading:
    """One or two words with those beside them in their sentence: a lone “three” tells nobody of what."""
    text = accounts[reading.account].text
    words = tokenize(text, reading.context.start, reading.context.end)
    inside = [k for k, word in enumerate(words) if reading.start <= word.start < reading.end]
    if not inside or len(inside) > FEW:
        return reading
    first, last = inside[0], inside[-1]
    for _ in range(around):
        if first and text[words[first - 1].end : words[first].start].isspace():
            first -= 1
        if last + 1 < len(words) and text[words[last].end : words[last + 1].start].isspace():
            last += 1
    start, end = min(words[first].start, reading.start), max(words[last].end, reading.end)
    return Reading(start, end, reading.account, reading.context)


def _quote(reading: Reading, accounts: Mapping[str, Account]) -> str:
    """The source's own characters on one line, the middle of many words left out."""
    text = accounts[reading.account].text
    words = tokenize(text, reading.start, reading.end)
    if len(words) <= LONGEST:
        return " ".join(text[reading.start : reading.end].split())
    half = LONGEST // 2
    first, last = text[reading.start : words[half - 1].end], text[words[-half].start : reading.end]
    return f"{' '.join(first.split())} … {' '.join(last.split())}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
