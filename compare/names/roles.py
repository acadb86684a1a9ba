"""An account to what its people are called: the office before a name, or behind it between commas."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from compare.function_words import FUNCTION_WORDS
from compare.model import Account
from compare.names.offices import OFFICES, PLAIN, PORTFOLIOS, RANKS, WHEN
from compare.names.places import Names, Place
from compare.tokens import fold

BEFORE, BEHIND = 70, 90
"""Characters before a name, and behind it, in which an office is looked for."""

REACH = 30
"""Characters of the longest word before a name."""

PLACES = 16
"""Places of one name that are looked at: the first ones."""

MOST = 5
"""Words before an office that may belong to it."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|\S")
_AGE = re.compile(r", (?:aged )?\d{1,3}(?=,)")
_APPOSITION = re.compile(r", (?:(?:the|a|an|his|her|its|their|whose|who is|who was) )?([^,.;:!?()—–\"“”\n]{3,60})")
_RETIRED = re.compile(r", who (?:[^.;!?\n\"“”]{0,80} )?((?:retir(?:ed|ing)|resign(?:ed|ing)|stepped down|left office|served until)\b[^,.;\n]{0,50})")
_OF = frozenset(("of", "for"))


class Role(NamedTuple):
    """``text[start:end]`` calls somebody ``head``; ``what`` are portfolios and ranks before it, ``when`` past, coming, passing or empty.

    ``close`` says that it stands right before the name.
    """

    start: int
    end: int
    sentence: int
    head: str
    what: frozenset[str]
    when: str
    close: bool


def roles_of(names: Names, surname: str, given: frozenset[str]) -> Iterator[Role]:
    """What the bearers of a surname, with one of the given names or none, are called where they are named."""
    text, quotations = names.account.text, names.account.quotations
    for place in names.places.get(surname, ())[:PLACES]:
        at = bisect_right(quotations, place.start, key=lambda q: q.start) - 1
        if at >= 0 and place.start < quotations[at].end:
            continue  # how a speaker calls somebody
        start = _name_start(text, place, given)
        if start is None:
            continue
        floor = names.account.sentences[place.sentence].start
        if text[start - 1 : start] == " ":
            yield from _role_before(text, max(floor, start - BEFORE), start, place.sentence)
        end = place.end if text[place.end : place.end + 2] not in ("'s", "’s") else 0
        if end and text[end : end + 2] == ", ":
            age = _AGE.match(text, end)
            yield from _role_behind(text, age.end() if age else end, place.sentence)


def _name_start(text: str, place: Place, given: frozenset[str]) -> int | None:
    """Where a name with its given names begins; None where another given name stands before it."""
    start = place.start
    while True:
        if text[start - 1 : start] != " ":
            return start
        word = text[max(0, start - REACH) : start - 1].rpartition(" ")[2].rpartition("\n")[2]
        if not word.removesuffix(".").isalpha():
            return start
        if word.casefold() in given or len(word.removesuffix(".")) == 1 and word[0].isupper():
            start -= len(word) + 1
            continue
        key = _key(word)
        known = key in OFFICES or key in PORTFOLIOS or word[0].islower() or key in FUNCTION_WORDS
        return start if known or key in ("elect", "designate", "mr", "mrs", "ms", "doctor", "sir") else None


def _role_before(text: str, floor: int, start: int, sentence: int) -> Iterator[Role]:
    last_words = _TOKEN.findall(text, max(floor, text.rfind(" ", floor, start - 1)), start)
    if last_words and not _may_end(_key(last_words[-1])):
        return  # so it is before most names
    words = list(_TOKEN.finditer(text, floor, start))
    if not words:
        return
    last = len(words) - 1
    first, when = last, ""
    head, _, behind = _key(words[last].group()).partition("-")
    if behind in WHEN and head in OFFICES:
        when = WHEN[behind]
    elif _key(words[last].group()) in OFFICES:
        head = _key(words[last].group())
    elif last > 1 and _key(words[last].group()) in PORTFOLIOS and words[last - 1].group() == "of" and _key(words[last - 2].group()) in OFFICES:
        head, first = _key(words[last - 2].group()), last - 2
    else:
        head, _, then = _key(words[last].group()).rpartition("-")[::-1]
        if WHEN.get(then) is None or head not in OFFICES:
            return
        when = WHEN[then]
    what = set() if first == last else {_key(words[last].group())}
    for k in range(first - 1, max(-1, first - 1 - MOST), -1):
        key = _key(words[k].group())
        if text[words[k].end() : words[k + 1].start()] not in (" ", "-") or key in FUNCTION_WORDS - {"then"} or not key[0].isalpha():
            break
        if key in WHEN:
            when, first = when or WHEN[key], k
            break
        if key in PORTFOLIOS or key in RANKS:
            what.add(key)
        elif not (words[k].group()[0].isupper() or key in PLAIN):
            break
        first = k
    yield Role(words[first].start(), words[last].end(), sentence, head, frozenset(what), when, True)


def _may_end(key: str) -> bool:
    """Whether what somebody is called can end in a word."""
    return key in OFFICES or key in PORTFOLIOS or "-" in key


def _role_behind(text: str, end: int, sentence: int) -> Iterator[Role]:
    gone = _RETIRED.match(text, end)
    if gone:
        yield Role(gone.start(1), gone.end(1), sentence, "", frozenset(), "past", False)
    found = _APPOSITION.match(text, end)
    if not found or text[found.end() : found.end() + 1] == "." and _named(text, found.end() + 1):
        return
    words = list(_TOKEN.finditer(text, found.start(1), min(found.end(1), end + BEHIND)))
    what: set[str] = set()
    when = ""
    for k, word in enumerate(words[: MOST + 1]):
        key = _key(word.group())
        if key in OFFICES and (k + 1 == len(words) or _key(words[k + 1].group()) not in OFFICES | {"'s"}):
            if k + 1 < len(words) and _named(text, word.end()):
                return  # the office of whoever is named next
            if k + 2 < len(words) and words[k + 1].group() in _OF and _key(words[k + 2].group()) in PORTFOLIOS:
                what.add(_key(words[k + 2].group()))
            yield Role(words[0].start(), word.end(), sentence, key, frozenset(what), when, False)
            return
        if key in FUNCTION_WORDS - {"then"} or not key[0].isalpha():
            return
        when = when or WHEN.get(key, "")
        if key in PORTFOLIOS or key in RANKS:
            what.add(key)


def _named(text: str, end: int) -> bool:
    """Whether a capitalised word follows."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def former(account: Account) -> Iterator[Role]:
    """What is only called by an office once held: "the former judge"."""
    text = account.text
    for number, sentence in enumerate(account.sentences if "he former " in text else ()):
        at = text.find("the former ", sentence.start, sentence.end)
        at = text.find("The former ", sentence.start, sentence.end) if at < 0 else at
        if at >= 0:
            words = list(_TOKEN.finditer(text, at + 11, min(sentence.end, at + 60)))[:3]
            for k, word in enumerate(words):
                key = _key(word.group())
                if key in OFFICES and not (k + 1 < len(words) and (words[k + 1].group()[0].isupper() or words[k + 1].group() == "of")):
                    what = frozenset(_key(w.group()) for w in words[:k]) & (PORTFOLIOS | RANKS)
                    yield Role(at, at + 11 + len(text[at + 11 : word.end()].removesuffix("'s").removesuffix("’s")), number, key, what, "past", False)
                    break


def _key(word: str) -> str:
    plain = word.removesuffix(".").removesuffix("'s").removesuffix("’s") or word
    return "-".join(map(fold, plain.split("-"))) if "-" in plain else fold(plain)
