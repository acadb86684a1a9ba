"""An account to the capitalised words that may be names, with their places and their neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Reading, Sentence, Span
from compare.quotations.vocabulary import NOT_NAMES

_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ](?<![\w'’@#/&-].)[^\W\d_]*(?:['’][^\W\d_]+)*(?![\w@/])")
_SMALL = re.compile(r"([a-z]{3,}+)(?![\w@/])|[\w'’@#/.]++")  # a word as a whole, or what is none: half the time
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONG_SMALL = re.compile(" [a-z]{4}")
_JOINTS = frozenset((" ", ". ", "\n", "-"))
_OPENING = "\"“‘'«„([{:—–"
_COLONS = ":;—–"
_GENITIVES = ("'s", "’s")
_STOPS = tuple(".!?…:;,")

SHORTEST = 3
"""Letters of the shortest word that is looked at as a name."""

SAMPLE = 40
"""Places kept of one form: the first ones."""


class Place(NamedTuple):
    """A name's word at ``text[start:end]``: its sentence, the capitalised words that adjoin, whether it begins something."""

    start: int
    end: int
    sentence: int
    before: str
    after: str
    initial: bool


class Names:
    """The forms of an account's names (without a genitive) with their places, and the words in small letters (of three and more)."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.places: dict[str, list[Place]] = {}
        self.small = Counter(filter(None, _SMALL.findall(account.text)))
        self._headings: dict[int, bool] = {}
        self._neighbours: dict[str, tuple[set[str], set[str]]] = {}
        self._read()
        self.keys = frozenset(form.casefold() for form in self.places)

    def likely(self, form: str) -> bool:
        """Whether a form is a name: never in small letters, and not capitalised for a sentence alone."""
        if form.casefold() in self.small:
            return False
        if not form[1:].islower():
            return True
        return any(not p.initial or p.before or p.after for p in self.places[form])

    @cached_property
    def _small_places(self) -> list[tuple[int, str]]:
        return [(match.start(), match[1]) for match in _SMALL.finditer(self.account.text) if match[1]]

    def small_in(self, start: int, end: int) -> list[tuple[int, str]]:
        """The words in small letters in a stretch of the text, each with its start."""
        places = self._small_places
        return places[bisect_left(places, (start, "")) : bisect_left(places, (end, ""))]

    def beside(self, form: str) -> tuple[set[str], set[str]]:
        """The capitalised words that stand before a form, and those behind it, folded."""
        if form not in self._neighbours:
            places = self.places[form]
            self._neighbours[form] = (
                {p.before.casefold() for p in places if p.before},
                {p.after.casefold() for p in places if p.after},
            )
        return self._neighbours[form]

    def around(self, place: Place) -> tuple[str, str]:
        """The words before and behind a place, folded; empty at the edge of its sentence."""
        text, sentence = self.account.text, self.account.sentences[place.sentence]
        before = _WORD.findall(text, max(sentence.start, place.start - 30), place.start)
        after = _WORD.search(text, place.end + _genitive(text, place.end), min(sentence.end, place.end + 30))
        return before[-1].casefold() if before else "", after.group().casefold() if after else ""

    def form(self, place: Place) -> str:
        """The form of the name at a place."""
        return self.account.text[place.start : place.end].replace("’", "'")

    def shown(self, place: Place) -> str:
        """A name with the capitalised words that adjoin."""
        joint = "-" if self.account.text[place.start - 1 : place.start] == "-" else " "
        written = self.account.text[place.start : place.end]
        return f"{place.before}{joint if place.before else ''}{written}{' ' if place.after else ''}{place.after}"

    def reading(self, place: Place) -> Reading:
        """The reading of a place, its sentence around it."""
        sentence = self.account.sentences[place.sentence]
        return Reading(place.start, place.end, self.account.id, Span(sentence.start, sentence.end))

    def _read(self) -> None:
        account, text = self.account, self.account.text
        starts = [s.start for s in account.sentences]
        ends = [match.span() for match in _CAPITAL.finditer(text)]
        found = [(start, end - 2 if text[end - 2 : end] in _GENITIVES else end, end) for start, end in ends]
        words = [text[start:end] for start, end, _ in found]
        names = [word if _may_name(word) else "" for word in words]
        joined = [False, *[b[0] - a[2] < 3 and _joined(text, *a, b[0]) for a, b in pairwise(found)], False]
        for k, (start, end, _) in enumerate(found):
            word = words[k]
            if end - start < SHORTEST or not names[k] or word.isupper():
                continue
            at = bisect_right(starts, start) - 1
            if at < 0 or account.sentences[at].end < end or self._heading(at):
                continue
            places = self.places.setdefault(word.replace("’", "'"), [])
            if len(places) < SAMPLE:
                before = names[k - 1] if joined[k] else ""
                after = names[k + 1] if joined[k + 1] else ""
                places.append(Place(start, end, at, before, after, not before and _opens(text, starts[at], start)))

    def _heading(self, sentence: int) -> bool:
        """Whether a sentence is a heading: no stop at its end, and its longer words capitalised."""
        known = self._headings.get(sentence)
        if known is None:
            text, here = self.account.text, self.account.sentences[sentence]
            stop = text[here.start : here.end].rstrip("\"'”’»)] ").endswith(_STOPS)
            known = not (stop and _plain(text, here)) and _capitals(text, here, stop)
            self._headings[sentence] = known
        return known


def _plain(text: str, here: Sentence) -> bool:
    """Whether there is no room for four capitals to each long word in small letters: a quick look, and enough for most sentences."""
    return 5 * (4 + 1) * len(_LONG_SMALL.findall(text, here.start, here.end)) > here.end - here.start


def _capitals(text: str, here: Sentence, stop: bool) -> bool:
    """Whether the longer words of a sentence are capitalised: most of them, all but a few where it has a stop."""
    words = [word for word in _WORD.findall(text, here.start, here.end) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 5 and capitals > 0.8 * len(words) if stop else 2 * capitals > len(words)


def _joined(text: str, start: int, end: int, whole: int, following: int) -> bool:
    """Whether a word and the following one adjoin: no stop or other word stands between, and no genitive."""
    gap = text[whole:following]
    return gap in _JOINTS and end == whole and (gap != ". " or end - start <= 4)


def _opens(text: str, sentence: int, start: int) -> bool:
    """Whether a word begins its sentence, or something inside it."""
    lead = text[sentence:start].rstrip(" \n")
    return not lead or text[start - 1] in _OPENING or lead[-1] in _COLONS


def _may_name(word: str) -> bool:
    low = word.casefold()
    return low not in NOT_NAMES and low not in FUNCTION_WORDS


def _genitive(text: str, end: int) -> int:
    """Letters of a genitive behind a word."""
    return 2 if text[end : end + 2] in _GENITIVES else 0


@lru_cache(maxsize=8)
def names_of(account: Account) -> Names:
    """The names of an account; made once."""
    return Names(account)
