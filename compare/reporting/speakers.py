"""Names under which accounts credit what is said, to one name a speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping


def same_speakers(names: Iterable[str]) -> Mapping[str, str]:
    """By each name the fullest one of the same person.

    "Moe", "Ann Moe" and "Ann B. Moe" are one speaker, of whom the form used most
    among the fullest is shown. Two first names are two people, and a bare "Moe"
    beside both stays by itself.
    """
    counts = Counter(names)
    by_last: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        by_last[_parts(name)[-1]].append(name)
    found = {}
    for alike in by_last.values():
        for group in _people(alike):
            best = min(group, key=lambda name: (len(_parts(name)) < 2, -counts[name], -len(name), name))
            found.update(dict.fromkeys(group, best))
    return found


def _people(names: list[str]) -> list[list[str]]:
    """Names with one last word by person: their first words are the same."""
    people: dict[str, list[str]] = defaultdict(list)
    bare = []
    for name in names:
        first, *rest = _parts(name)
        if rest:
            people[first].append(name)
        else:
            bare.append(name)
    if len(people) == 1:
        return [[*next(iter(people.values())), *bare]]
    return [*people.values(), *([bare] if bare else [])]


def _parts(name: str) -> list[str]:
    return name.casefold().split() or [""]
