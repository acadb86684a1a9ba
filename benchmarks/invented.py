"""Articles of invented events, in invented words, for measuring what tells the same event.

An event is some facts about people, a place, a body and figures; a fact is a row of
concepts, for each of which every outlet has its own words. What makes it hard:

- outlets leave out half of the facts, reorder them, round figures, and add what they
  print under every article and what they tell of the topic every time;
- names belong to many events each; three events in ten are twins: the topic, place and
  people of another event of that day or the next, with facts of their own;
- a quarter of the events has a follow-up two to six days later: the same people and
  place, some facts of the first told again, and others that are new;
- three articles in ten carry no date; some events have one article, some fifteen.

The same arguments give the same articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

ONSETS = "b br c ch d dr f fl g gr h j k l m n p pl qu r s sh sk st t th tr v w z".split()
VOWELS = "a e i o u ai ea ee io ou".split()
CODAS = ["", "", "l", "m", "n", "nd", "r", "rk", "s", "st", "t", "x"]
LINKING = "the the the of of and and in to a for on with by from at as that was were had has would after over into".split()
WORDS = 5000
TOPICS = 30
SIZES = (1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 11, 13, 15)


class Article(NamedTuple):
    """A text, the event that it tells, its number in it, and the day it was published (None: it does not say)."""

    event: int
    number: int
    published: date | None
    text: str


@dataclass
class Event:
    topic: int
    day: date
    people: list[str]
    place: str
    body: str
    facts: list[list[str]]
    said: list[list[int]] = field(default_factory=list)


class Newsroom:
    """Everything that events have in common: words, names, topics, outlets. ``hardness`` 0 to 1: how little outlets share."""

    def __init__(self, events: int, seed: int = 1, hardness: float = 0.5, days: int = 365) -> None:
        self.chance = Random(seed)
        self.count, self.hardness, self.days = events, hardness, days
        taken: set[str] = set()
        self.concepts = [[self._word(taken) for _ in range(3)] for _ in range(WORDS)]
        self.first = [self._word(taken).title() for _ in range(300)]
        self.last = [self._word(taken).title() for _ in range(4000)]
        self.people = [f"{self.chance.choice(self.first)} {self.chance.choice(self.last)}" for _ in range(max(60, events // 3))]
        self.places = [self._word(taken).title() for _ in range(max(30, events // 10))]
        self.bodies = [f"{self._word(taken).title()} {self.chance.choice(['Council', 'Union', 'Group', 'Court', 'Agency'])}" for _ in range(max(30, events // 8))]
        self.topics = [[self._concept() for _ in range(90)] for _ in range(TOPICS)]
        self.background = [[self._fact_of(topic) for _ in range(25)] for topic in range(TOPICS)]
        self.outlets = [[self._fact_of(self.chance.randrange(TOPICS)) for _ in range(3)] for _ in range(40)]

    def _word(self, taken: set[str]) -> str:
        while True:
            word = "".join(self.chance.choice(ONSETS) + self.chance.choice(VOWELS) + self.chance.choice(CODAS) for _ in range(self.chance.choice((2, 2, 3))))
            if word not in taken:
                taken.add(word)
                return word

    def _concept(self) -> int:
        """A concept: few are used all the time, most seldom."""
        return min(int(WORDS ** self.chance.random()) - 1, WORDS - 1)

    def _fact_of(self, topic: int) -> list[str]:
        return [str(self.chance.choice(self.topics[topic]) if self.chance.random() < 0.65 else self._concept()) for _ in range(self.chance.randint(7, 11))]

    def _facts(self, event: Event, many: int) -> list[list[str]]:
        facts = []
        for _ in range(many):
            fact = self._fact_of(event.topic)
            if self.chance.random() < 0.6:
                fact.insert(self.chance.randrange(3), self.chance.choice([*event.people, event.place, event.body]))
            if self.chance.random() < 0.35:
                fact.insert(self.chance.randrange(len(fact)), f"#{self.chance.randint(2, 4000)}")
            facts.append(fact)
        return facts

    def events(self) -> Iterator[Event]:
        """So many events, twins and follow-ups among them."""
        made: list[Event] = []
        waiting: list[Event] = []
        while len(made) < self.count:
            if waiting:
                event = waiting.pop()
            else:
                topic = self.chance.randrange(TOPICS)
                event = Event(topic, date(2025, 1, 1) + timedelta(self.chance.randrange(self.days)), self.chance.sample(self.people, 3),
                              self.chance.choice(self.places), self.chance.choice(self.bodies), [])  # fmt: skip
                event.facts = self._facts(event, 16)
                if self.chance.random() < 0.3:
                    waiting.append(self._twin(event))
                if self.chance.random() < 0.33:
                    waiting.append(self._follow_up(event))
            event.said = [[self._concept() for _ in range(self.chance.randint(8, 14))] for _ in range(3)]
            made.append(event)
            yield event

    def _twin(self, event: Event) -> Event:
        people = [*event.people[:2], self.chance.choice(self.people)]
        twin = Event(event.topic, event.day + timedelta(self.chance.randint(0, 1)), people, event.place, self.chance.choice(self.bodies), [])
        twin.facts = self._facts(twin, 16)
        return twin

    def _follow_up(self, event: Event) -> Event:
        later = Event(event.topic, event.day + timedelta(self.chance.randint(2, 6)), list(event.people), event.place, event.body, [])
        later.facts = [*self._facts(later, 11), *self.chance.sample(event.facts, 5)]
        return later

    def articles(self) -> Iterator[Article]:
        """The articles of every event, from one to fifteen."""
        for number, event in enumerate(self.events()):
            for own in range(self.chance.choice(SIZES)):
                published = event.day + timedelta(self.chance.random() < 0.2)
                dated = self.chance.random() < 0.7
                yield Article(number, own, published if dated else None, self._article(event, published, dated))

    def _article(self, event: Event, published: date, dated: bool) -> str:
        chance = self.chance
        share = 0.8 - 0.6 * self.hardness
        kept = [fact for k, fact in enumerate(event.facts) if k < 2 or chance.random() < share]
        body = kept[2:] + chance.sample(self.background[event.topic], 3)
        chance.shuffle(body)
        lines = [self._told(fact) for fact in [*kept[:2], *body]]
        for said in chance.sample(event.said, 2):
            words = [self.concepts[concept][0] for concept in said]
            part = words[: chance.randint(5, len(words))]
            lines.insert(chance.randrange(1, len(lines)), f"“{' '.join(part).capitalize()},” said {chance.choice(event.people)}.")
        lines += [self._told(fact) for fact in chance.sample(chance.choice(self.outlets), 2)]
        title = " ".join(self._told(kept[0])[:-1].split()[:8])
        head = [title, f"{published:%B} {published.day}, {published.year}"] if dated else [title]
        paragraphs = [" ".join(lines[k : k + 2]) for k in range(0, len(lines), 2)]
        return "\n\n".join([*head, *paragraphs]) + "\n"

    def _told(self, fact: list[str]) -> str:
        chance = self.chance
        words = []
        for each in fact:
            if each.isdigit():
                if chance.random() < 0.15:
                    continue
                words.append(chance.choices(self.concepts[int(each)], (1.0, 2 * self.hardness, self.hardness))[0])
            elif each.startswith("#"):
                figure = int(each[1:])
                words.append(f"{round(figure, -1) if figure > 99 and chance.random() < 0.2 else figure:,}")
            else:
                words.append(each if chance.random() < 0.6 else each.split()[-1])
            if chance.random() < 0.6:
                words.append(chance.choice(LINKING))
        while words and words[-1] in LINKING:
            words.pop()
        text = " ".join(words) or "Nothing"
        return f"{text[0].upper()}{text[1:]}."
