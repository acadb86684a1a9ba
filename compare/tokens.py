"""Text to words, each with its place and its folded form.

A folded form is equal for what is never a difference between accounts: case,
the kind of apostrophe, US and UK spelling, ``U.S.`` and ``US``, ``&`` and
``and``. It serves comparing and is thrown away; what a reader sees is always
``text[start:end]``.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

import Stemmer

from compare.model import Account

_WORD = re.compile(
    r"(?=[^ ,.\n])("  # no word begins there: this alone halves the time
    r"[A-Za-z]{2,}+(?=[ ,.\n])"  # most words, found at once
    r"|(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|[b-hj-zB-HJ-Z]h?-{2,}[a-z]{0,4}(?![\w-])"  # f---ing
    r"|(?i:(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine)\b)"
    r"|\d+(?:[.,:]\d+)*"  # 1,000  3.5  10:30
    r"|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # scripts without spaces: a character a word
    r"|(?:[^\W\d_]+|[*]{2,})+(?:['’ʼ][^\W\d_]+)*"  # words, don't, f***ing
    r"|[^\W_]+"
    r"|[&%])"
)

_SAME = {
    "&": "and", "ok": "okay", "o.k.": "okay", "usa": "u.s.", "u.s.a.": "u.s.", "programme": "program",
    "programmes": "programs", "grey": "gray", "cheque": "check", "cheques": "checks", "tyre": "tire",
    "tyres": "tires", "kerb": "curb", "storey": "story", "plough": "plow", "sceptic": "skeptic",
    "sceptical": "skeptical", "mum": "mom", "travelled": "traveled", "percent": "%", "'em": "them",
    "towards": "toward", "afterwards": "afterward", "amongst": "among", "whilst": "while", "learnt": "learned",
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
    "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor", "dr": "doctor", "col": "colonel",
    "capt": "captain", "sgt": "sergeant", "lt": "lieutenant", "prof": "professor", "jan": "january", "feb": "february",
    "aug": "august", "sept": "september", "sep": "september", "oct": "october", "nov": "november", "dec": "december",
    "first": "1st", "second": "2nd", "third": "3rd", "spelt": "spelled", "judgement": "judgment", "ageing": "aging", "mr.": "mr", "mrs.": "mrs",
}  # fmt: skip

# UK endings beside US ones, as the larger style guides list them. The rules run
# on both sides, so a word that merely looks British ("promise") stays equal to
# itself; only two different words that fold alike would be an error.
_SPELLING = (
    ("is", re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    ("ys", re.compile(r"(?<=[a-z]{3})ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    ("our", re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|er|ers|ing|able|ably|ful|ite|ites|hood|hoods|ly|less)?$)"), "or"),
    ("re", re.compile(r"(?<=[a-z]{2}[bht])re(?=s?$)"), "er"),
    ("ence", re.compile(r"(?<=^def|^off|^lic|^pre)ence(?=s?$)|(?<=^pret)ence(?=s?$)"), "ense"),
    ("ll", re.compile(r"(?<=[a-z]{2}[aeiou]l)l(?=(?:ed|er|ers|ing|or|ors)$)"), ""),
    ("ogue", re.compile(r"(?<=[a-z]{3}og)ue(?=s?$)"), ""),
    ("ae", re.compile(r"(?<=^an)ae|(?<=^p)ae(?=d)|(?<=^h)ae(?=m)"), "e"),
)
"""What a word must hold for a pattern to match (most hold none of them), the pattern, and what stands in its place."""

_SHORT_OUR = frozenset("hours yours fours pours tours flour scour devour detour detours contour".split())


class Token(NamedTuple):
    """A word: ``text[start:end]``, and its folded form."""

    start: int
    end: int
    key: str


_token: Callable[[tuple[int, int, str]], Token] = partial(tuple.__new__, Token)
"""What ``Token`` makes of its fields, in a third of the time."""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The form in which two printings of one word are equal."""
    if word.isascii():
        folded = word.lower()
    else:
        folded = unicodedata.normalize("NFKC", word).replace("’", "'").replace("ʼ", "'").casefold()
    if len(folded) < 5:
        if word == "US" or word == "UN" or word == "UK" or word == "EU":
            return f"{folded[0]}.{folded[1]}."
        return _SAME.get(folded, folded)
    if folded in _SAME:
        return _SAME[folded]
    if "--" in folded:
        return folded.replace("-", "*")  # masked
    if "-" in folded:
        tens, _, ones = folded.partition("-")
        return str(int(_SAME[tens]) + int(_SAME[ones]))
    if folded[0].isdigit():
        return folded.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", folded) else folded
    if folded.isalpha() and folded not in _SHORT_OUR:
        for part, pattern, us in _SPELLING:
            if part in folded:
                folded = pattern.sub(us, folded)
    return folded


_STEMMER = Stemmer.Stemmer("english", 0)  # what it stemmed is remembered below; remembering it twice takes thrice the time


@lru_cache(maxsize=1 << 16)
def stem(key: str) -> str:
    """The stem of a folded word (Snowball, English): equal for "attack", "attacks" and "attacked"."""
    word: str = _STEMMER.stemWord(key[:-2] if key.endswith("'s") else key)
    return word


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of ``text[start:end]`` in order; offsets count from the start of ``text``."""
    stop = len(text) if end is None else end
    return [Token(*match.span(), fold(match[0])) for match in _WORD.finditer(text, start, stop)]


def keys(text: str) -> list[str]:
    """The folded forms of the words of a text, in order."""
    return [fold(word) for word in _WORD.findall(text)]


class Words:
    """The words of a whole text, found once, so that those of any stretch of it are a slice."""

    def __init__(self, text: str) -> None:
        self._text = text
        parts = _WORD.split(text)  # what stands between words and words in turn
        edges = array("l", accumulate(map(len, parts)))
        self._starts, self._ends, self._keys = edges[:-1:2], edges[1::2], list(map(fold, parts[1::2]))
        self._capital: list[bool] | None = None

    def _range(self, start: int, end: int) -> tuple[int, int] | None:
        """The numbers of the words of ``text[start:end]``, first and beyond the last; None where a word stands across an edge."""
        a = bisect_left(self._starts, start)
        b = bisect_left(self._starts, end, a)
        if (a and self._ends[a - 1] > start) or (b > a and self._ends[b - 1] > end):
            return None
        return a, b

    def between(self, start: int, end: int) -> tuple[Sequence[int], Sequence[int], Sequence[str]]:
        """Starts, ends and folded forms of the words of ``text[start:end]``: what ``tokenize`` finds there."""
        found = self._range(start, end)
        if not found:
            cut = tokenize(self._text, start, end)
            return [t.start for t in cut], [t.end for t in cut], [t.key for t in cut]
        a, b = found
        return self._starts[a:b], self._ends[a:b], self._keys[a:b]

    def capital(self, start: int, end: int) -> Sequence[bool]:
        """Of each word that ``between`` gives whether it begins with a capital letter."""
        if self._capital is None:
            self._capital = list(map(str.isupper, map(self._text.__getitem__, self._starts)))
        found = self._range(start, end)
        if not found:
            return [self._text[k].isupper() for k in self.between(start, end)[0]]
        return self._capital[found[0] : found[1]]

    def tokens(self, start: int, end: int) -> list[Token]:
        """What ``tokenize`` finds in ``text[start:end]``."""
        return list(map(_token, zip(*self.between(start, end), strict=True)))

    def count(self, start: int, end: int) -> int:
        """How many words begin in ``text[start:end]``."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def keys(self, start: int, end: int) -> Sequence[str]:
        """The folded forms of the words of ``text[start:end]``."""
        found = self._range(start, end)
        return self._keys[found[0] : found[1]] if found else self.between(start, end)[2]


@lru_cache(maxsize=4)
def words_of(account: Account) -> Words:
    """The words of an account's text."""
    return Words(account.text)
