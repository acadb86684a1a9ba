"""People: the names of an account gathered by their bearers.

"Vladimir Putin" and "Putin" are one person; "Ann Moe" and "John
Moe" stay two, and a bare "Moe" is the one the account names far more
often, or the one named last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from compare.quotations.given_names import FEMALE, MALE
from compare.quotations.names import Name, surname_of
from compare.quotations.vocabulary import ORGANISATIONS

_FAR_MORE = 2
_MOST = 20


@dataclass(eq=False, slots=True)
class Person:
    """A bearer of names: how often each form stands in the text, and what is told of him or her."""

    surname: str
    forms: dict[tuple[str, ...], int] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)
    before: set[str] = field(default_factory=set)
    genders: dict[str, int] = field(default_factory=lambda: {"m": 0, "f": 0})
    full_at: list[int] = field(default_factory=list)
    bare_at: list[int] = field(default_factory=list)
    speaks: bool = False
    titled: bool = False
    kin: bool = False
    as_thing: int = 0

    @property
    def name(self) -> str:
        """The form used most among those of two words or more, the longest of equals; else the bare name."""
        full: list[tuple[str, ...]] = [f for f in self.forms if len(f) > 1]
        # An account names somebody in full first: "Plus Moe" after two bare "Moe" is no first name.
        late = len(self.full_at) == 1 and len(self.bare_at) > 1 and self.bare_at[1] < self.full_at[0]
        if not full or (late and not self.gender):
            full = [f for f in self.forms if len(f) == 1] or full
        _, _, best = max((self.forms[form], len(form), form) for form in full)
        return " ".join(best)

    @property
    def gender(self) -> str:
        """``m``, ``f``, or nothing where the text does not tell, or tells both."""
        m, f = self.genders["m"], self.genders["f"]
        return "m" if m > 2 * f else "f" if f > 2 * m else ""

    @property
    def human(self) -> bool:
        """Whether this may be somebody: no place (in Maine), no body (the Senate, the Democratic Party)."""
        if self.known:
            return True
        if not self.full_at or self.surname in ORGANISATIONS:
            return False
        return 2 * self.as_thing <= sum(self.forms.values())

    @property
    def known(self) -> bool:
        """Whether the text leaves no doubt of that: a title, a "he", a verb of speaking."""
        return self.titled or self.speaks or bool(self.gender)


class People:
    """Everybody a narration names; ``at`` gives who is meant by the name at a token's number."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.at: dict[int, Person] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._only: dict[str, Person | None] = {}
        self._with_role: dict[str, list[Person]] | None = None
        found = list(names)
        known: set[tuple[str, ...]] = {n.parts for n in found if len(n.parts) == 2}
        found = [_shortened(n, known) if len(n.parts) > 2 else n for n in found]
        for name in found:
            if len(name.parts) > 1:
                self._add(name, self._with_first_name(name))
        for name in found:
            if len(name.parts) == 1:
                self._add(name, self._bearer(name))

    def _add(self, name: Name, person: Person | None) -> None:
        if person is None:
            person = Person(name.surname)
            self._by_surname.setdefault(name.surname, []).append(person)
            if len(name.parts) > 1:
                self._by_first.setdefault(name.parts[0].casefold(), []).append(person)
        first, last, parts, _, gender, roles, before, thing, titled, kin = name
        person.forms[parts] = person.forms.get(parts, 0) + 1
        person.roles |= roles
        person.before |= before
        person.titled = person.titled or titled
        person.kin = person.kin or kin
        person.as_thing += thing
        if gender:
            person.genders[gender] += 5
        if len(parts) > 1:
            person.full_at.append(first)
            if not gender:
                given = parts[0].casefold()
                person.genders["m"] += 2 * (given in MALE)
                person.genders["f"] += 2 * (given in FEMALE)
        else:
            person.bare_at.append(first)
        for i in range(first, last):
            self.at[i] = person

    def _with_first_name(self, name: Name) -> Person | None:
        """Return the person of this surname whose first name agrees: George Bush, George W. Bush, G. Bush."""
        first = name.parts[0].casefold()
        for person in self._by_surname.get(name.surname, ())[:_MOST]:
            for form in list(person.forms)[:_MOST]:
                other = form[0].casefold()
                if first == other or (first[0] == other[0] and "." in (first[-1], other[-1])):
                    return person
        return None

    def _bearer(self, name: Name) -> Person | None:
        """Return who is meant by a single name."""
        candidates = self._by_surname.get(name.surname, [])[:_MOST]
        own = [p for p in candidates if p.titled or not p.kin]
        if own or name.titled:  # President Moe is not the one of "his daughter Ann Moe"
            candidates = own
        if name.gender and len(candidates) > 1:
            fitting = [p for p in candidates if p.gender in ("", name.gender)]
            candidates = [p for p in fitting if p.gender == name.gender] or fitting or candidates
        if candidates:
            return _meant(candidates, name.first)
        firsts = self._by_first.get(name.surname, [])
        return firsts[0] if len(firsts) == 1 and firsts[0].human else None

    def called(self, label: str) -> Person | None:
        """Return the person a label names by surname: "BUSH", "Mr. Bush"."""
        persons = self._by_surname.get(label.split()[-1].casefold(), [])
        return persons[0] if persons else None

    def only(self, gender: str) -> Person | None:
        """Return the one person known to be a man, or a woman, if there is just one; genders are noted by then."""
        if gender not in self._only:
            known = [p for persons in self._by_surname.values() for p in persons if p.gender == gender]
            self._only[gender] = known[0] if len(known) == 1 else None
        return self._only[gender]

    def with_role(self, role: str) -> list[Person]:
        """Return those who carry a role."""
        if self._with_role is None:
            self._with_role = {}
            for person in (p for persons in self._by_surname.values() for p in persons):
                for own in person.roles:
                    self._with_role.setdefault(own, []).append(person)
        return self._with_role.get(role, [])


def _shortened(name: Name, known: set[tuple[str, ...]]) -> Name:
    """Return a name of three words or more, "Challenger Ann Lee", as "Ann Lee" where the text has that by itself."""
    if name.parts[-2:] in known and len(name.parts[-2]) > 2:
        return name._replace(first=name.last - 2, parts=name.parts[-2:], surname=surname_of(name.parts[-2:]))
    return name


def _meant(candidates: Sequence[Person], at: int) -> Person:
    """Return who of those with one surname is meant at a place."""
    if len(candidates) == 1:
        return candidates[0]
    counted = sorted(candidates, key=lambda p: -len(p.full_at))
    if len(counted[0].full_at) >= _FAR_MORE * len(counted[1].full_at):
        return counted[0]
    named = [(p.full_at[k - 1], n) for n, p in enumerate(candidates) if (k := bisect_left(p.full_at, at))]
    return candidates[max(named)[1]] if named else counted[0]
