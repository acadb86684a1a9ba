"""An account to the capitalised words that may be names, with their places and their neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Reading, Span
from compare.quotations.vocabulary import NOT_NAMES

_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ](?<![\w'’@#/&-].)[^\W\d_]*(?:['’][^\W\d_]+)*(?![\w@/])")
_SMALL = re.compile(r"([a-z]{3,}+)(?![\w@/])|[\w'’@#/.]++")  # a word as a whole, or what is none: half the time
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
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
        small = [(match.start(), match[1]) for match in _SMALL.finditer(account.text) if match[1]]
        self._small_starts, self._small_words = [start for start, _ in small], [word for _, word in small]
        self.small = Counter(self._small_words)
        self._headings: dict[int, bool] = {}
        self._read()
        self.keys = frozenset(form.casefold() for form in self.places)

    def likely(self, form: str) -> bool:
        """Whether a form is a name: never in small letters, and not capitalised for a sentence alone."""
        if form.casefold() in self.small:
            return False
        if not form[1:].islower():
            return True
        return any(not p.initial or p.before or p.after for p in self.places[form])

    def small_in(self, start: int, end: int) -> list[tuple[int, str]]:
        """The words in small letters in a stretch of the text, each with its start."""
        a, b = bisect_left(self._small_starts, start), bisect_left(self._small_starts, end)
        return list(zip(self._small_starts[a:b], self._small_words[a:b], strict=True))

    def small_words(self, start: int, end: int) -> list[str]:
        """The same words alone."""
        return self._small_words[bisect_left(self._small_starts, start) : bisect_left(self._small_starts, end)]

    def beside(self, form: str) -> tuple[set[str], set[str]]:
        """The capitalised words that stand before a form, and those behind it, folded."""
        places = self.places[form]
        return {p.before.casefold() for p in places if p.before}, {p.after.casefold() for p in places if p.after}

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
        ends = [(m.start(), m.end()) for m in _CAPITAL.finditer(text)]
        found = [(start, end - 2 if text[end - 2 : end] in _GENITIVES else end, end) for start, end in ends]
        for k, (start, end, whole) in enumerate(found):
            word = text[start:end]
            if end - start < SHORTEST or word.isupper() or not _may_name(word):
                continue
            at = bisect_right(starts, start) - 1
            if at < 0 or account.sentences[at].end < end or self._heading(at):
                continue
            places = self.places.setdefault(word.replace("’", "'"), [])
            if len(places) < SAMPLE:
                before = self._beside(found, k - 1, k - 1) if k else ""
                after = self._beside(found, k, k + 1) if whole == end and k + 1 < len(found) else ""
                lead = text[starts[at] : start].rstrip(" \n")
                initial = not before and (not lead or text[start - 1] in _OPENING or lead[-1] in _COLONS)
                places.append(Place(start, end, at, before, after, initial))

    def _beside(self, found: list[tuple[int, int, int]], first: int, wanted: int) -> str:
        """Word ``wanted``, if ``first`` and the next adjoin: no stop or other word stands between, and no genitive."""
        text, (start, end, whole) = self.account.text, found[first]
        gap = text[whole : found[first + 1][0]]
        if gap not in _JOINTS or end != whole or (gap == ". " and end - start > 4):
            return ""
        word = text[found[wanted][0] : found[wanted][1]]
        return word if _may_name(word) else ""

    def _heading(self, sentence: int) -> bool:
        """Whether a sentence is a heading: no stop at its end, and its longer words capitalised."""
        known = self._headings.get(sentence)
        if known is None:
            here = self.account.sentences[sentence]
            words = [w for w in _WORD.findall(self.account.text, here.start, here.end) if len(w) > 3]
            stop = self.account.text[here.start : here.end].rstrip("\"'”’»)] ").endswith(_STOPS)
            capitals = sum(w[0].isupper() for w in words)
            known = self._headings[sentence] = capitals > 0.8 * len(words) if stop else 2 * capitals > len(words)
            if stop and len(words) < 5:
                known = self._headings[sentence] = False
        return known


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
