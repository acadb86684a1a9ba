"""An article to copies of it that differ in one thing: the changes that may be made, and the copy around them.

Nothing here asks the program what a quotation, a figure or a name is: a change
that the program does not see for what it is counts as missed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SHORT_MONTHS = "Jan. Feb. Aug. Sept. Oct. Nov. Dec.".split()
COUNTS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split()
AUXILIARY = "is|are|was|were|will|would|can|could|has|have|had|did|does|do|should|must|may|might"

OPPOSITES = {
    a: b
    for pair in """good/bad great/small all/most more/less will/may never/always must/should first/last new/old many/few
    long/short high/low right/wrong easy/hard strong/weak up/down before/after won/lost best/worst would/could and/or
    every/some big/large begin/start people/men think/believe want/need very/quite help/assist should/could can/cannot
    money/funds war/conflict love/hate work/job country/nation children/kids know/see our/their my/his we/they is/was
    are/were has/had this/that""".split()
    for a, b in (pair.split("/"), pair.split("/")[::-1])
}
"""Words and what a careless or a sly hand would put for them."""

SPEECH = r"said|says|told|added|wrote|asked|warned|argued|explained|insisted|noted|continued|testified"
_QUOTED = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"")
_NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-zà-ÿ]{3,})(?=[ ,.;:’'])")
_SPEAKER = re.compile(rf"(?:(?<=[”\"] )(?:(?:{SPEECH}) )((?:[A-Z][\w.]+ )*[A-Z]\w+)|(?<=[”\"] )((?:[A-Z][\w.]+ )*[A-Z]\w+) (?:{SPEECH})\b)")
_PRONOUN = re.compile(rf"(?<=[”\"] )(he|she) (?:{SPEECH})\b")
_YEAR = re.compile(r"(?<![\d$£€,.-])(?:1[5-9]|20)\d\d(?!\d|,\d|%|-\d)")

_SPAN = re.compile(r"[ -](?:minute|hour|day|week|month|year|decade|centur)")
_BYLINE = re.compile(r"(?m)^(?:By |[^\n]* \| |[^.!?\n”\"]*$).*$")


class Change(NamedTuple):
    """``text[start:end]`` becomes ``new``, everywhere else in the article too if ``everywhere``; ``right`` are the kinds to find it under."""

    start: int
    end: int
    new: str
    right: frozenset[str]
    everywhere: bool = False


class Mutant(NamedTuple):
    """A copy, and where the change stands in the original (``here``) and in it (``there``); nowhere in a control."""

    text: str
    here: tuple[tuple[int, int], ...] = ()
    there: tuple[tuple[int, int], ...] = ()
    right: frozenset[str] = frozenset()
    what: str = ""


def quoted(text: str) -> list[tuple[int, int]]:
    """The words between marks on one line."""
    return [(m.start() + 1, m.end() - 1) for m in _QUOTED.finditer(text) if m.group().count(" ") >= 1]


def replaced(text: str, rng: random.Random) -> Iterator[Change]:
    """Another word inside a quotation."""
    pool = sorted(set(re.findall(r"(?<= )[a-z]{4,9}(?= )", text)))
    for m in _quoted_words(text):
        word = m.group()
        new = OPPOSITES.get(word.lower()) or rng.choice(pool or ["other"])
        new = new.capitalize() if word[0].isupper() and len(word) > 1 else new
        if new.lower() != word.lower():
            yield Change(*m.span(), new, frozenset(("quotation-wording",)))


def dropped(text: str, rng: random.Random) -> Iterator[Change]:
    """A word of a quotation left out."""
    for start, end in quoted(text):
        words = list(re.finditer(r"[A-Za-z][\w'’-]*", text[start:end]))
        for k, m in enumerate(words if len(words) > 2 else ()):
            a, b = start + m.start(), start + m.end()
            if any(text[a - len(w) - 1 : a].lower() == f"{m.group().lower()} " for w in (m.group(),)):
                continue
            if k + 1 < len(words) and text[b] == " ":
                b += 1
            elif text[a - 1] == " ":
                a -= 1
            yield Change(a, b, "", frozenset(("quotation-wording", "quotation-truncated")))


def figure(text: str, rng: random.Random) -> Iterator[Change]:
    """Another number, in digits or in words."""
    dates = [m.span() for m in _dates(text)] + [m.span() for m in _YEAR.finditer(text)]
    for m in re.finditer(r"(?<![\w.,:/-])\d[\d,]*(?:\.\d+)?(?!\w|[:/]\d)", text):
        if any(a <= m.start() < b for a, b in dates) or re.match(r"[:.]?\d*\s?[ap]\.?m\b", text[m.end() :]):
            continue
        old = m.group().rstrip(",.")
        new = _other_digits(old, rng)
        span = _SPAN.match(text, m.start() + len(old))
        yield Change(m.start(), m.start() + len(old), new, _kinds(text, m.start(), "number", *(("date",) if span else ())))
    for m in re.finditer(rf"(?<![\w-])(?:{'|'.join(COUNTS)})(?![\w-])", text):
        near = rng.choice([w for w in COUNTS if w != m.group()])
        span = _SPAN.match(text, m.end())
        yield Change(*m.span(), near, _kinds(text, m.start(), "number", *(("date",) if span else ())))


def day(text: str, rng: random.Random) -> Iterator[Change]:
    """Another weekday, day of the month, month, year or time of day."""
    for m in re.finditer(rf"\b(?:{'|'.join(DAYS)})\b", text):
        yield Change(*m.span(), rng.choice([d for d in DAYS if d != m.group()]), _kinds(text, m.start(), "date"))
    for m in _dates(text):
        number = int(m.group(2))
        new = rng.choice([n for n in range(max(1, number - 9), min(28, number + 9) + 1) if n != number])
        yield Change(*m.span(2), str(new), _kinds(text, m.start(), "date"))
        if m.group(1) in MONTHS:
            other = rng.choice([n for n in MONTHS if n != m.group(1)])
            yield Change(*m.span(1), other, _kinds(text, m.start(), "date"))
    for m in _YEAR.finditer(text):
        if re.search(r"(?:\b(?:in|since|of|until|from|by|to|for|after|before)|\d,|[A-Z][a-z]+) $", text[max(0, m.start() - 12) : m.start()]):
            new = int(m.group()) + rng.choice((-10, -2, -1, 1, 2, 10))
            yield Change(*m.span(), str(new), _kinds(text, m.start(), "date"))
    for m in re.finditer(r"\b(\d{1,2})(?=(?::\d\d)? [ap]\.?m\.?\b)", text):
        new = rng.choice([n for n in range(1, 12) if n != int(m.group())])
        yield Change(*m.span(), str(new), _kinds(text, m.start(), "date"))


def name(text: str, rng: random.Random) -> Iterator[Change]:
    """A letter of a name lost, doubled, changed, or two changed about: at one place or throughout."""
    heads = [m.span() for m in _BYLINE.finditer(text)]
    for m in _NAME.finditer(text):
        word = m.group()
        if any(a <= m.start() < b for a, b in heads):
            continue
        if word in DAYS or word in MONTHS or f" {word.lower()} " in text:
            continue
        for everywhere in (False, True):
            new = _misspelled(word, rng)
            if new.lower() != word.lower() and new not in text:
                yield Change(*m.span(), new, _kinds(text, m.start(), "name", "inconsistent"), everywhere)


def speaker(text: str, rng: random.Random) -> Iterator[Change]:
    """Another speaker beside a quotation, by name or by pronoun."""
    found = [(m, 1 if m.group(1) else 2) for m in _SPEAKER.finditer(text)]
    found = [(m, k) for m, k in found if text[m.start() - 3] in ",?!" or k == 1 and len(m.group(k)) > 3]
    found = [(m, k) for m, k in found if m.group(k).split()[0] not in ("He", "She", "It", "They", "We", "I", "You", "The")]
    names = sorted({m.group(k) for m, k in found} | {"Jones", "Maria Jones"})
    for m, k in found:
        others = [n for n in names if n.split()[-1] != m.group(k).split()[-1] and not set(n.split()) & set(m.group(k).split())]
        yield Change(*m.span(k), rng.choice(others), frozenset(("quotation-speaker",)))
    for m in _PRONOUN.finditer(text):
        yield Change(*m.span(1), "she" if m.group(1) == "he" else "he", frozenset(("quotation-speaker",)))


def negated(text: str, rng: random.Random) -> Iterator[Change]:
    """A "not", or its short form, behind an auxiliary."""
    for m in re.finditer(rf"(?<=[a-z] )(?:{AUXILIARY})(?= [a-z]{{3,}})(?! (?:not|never|no|been not)\b)", text):
        new = " not" if rng.random() < 0.7 or m.group() in ("may", "might", "will", "can") else "n't"
        yield Change(m.end(), m.end(), new, _kinds(text, m.start(), "polarity"))


CHANGES: dict[str, Callable[[str, random.Random], Iterator[Change]]] = {
    "word replaced": replaced, "word dropped": dropped, "figure": figure, "date": day, "name": name,
    "speaker": speaker, "not": negated,
}  # fmt: skip


def mutant(text: str, change: Change | None, rng: random.Random) -> Mutant:
    """A copy with a change, some paragraphs dropped and moved, marks straightened."""
    parts = re.split(r"(\n\s*\n)", text.strip("\n"))
    starts, at = [], len(text) - len(text.lstrip("\n"))
    for part in parts:
        starts.append(at)
        at += len(part)
    order = []
    for k in range(0, len(parts), 2):
        here = change is not None and starts[k] <= change.start < starts[k] + len(parts[k]) + 1
        if here or k < 2 or rng.random() > 0.15:
            order.append((k, here))
    for _ in range(min(2, len(order) // 4)):
        order.insert(rng.randrange(1, len(order)), order.pop(rng.randrange(1, len(order))))
    straight = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
    made, there = "", []
    for k, here in order:
        part = parts[k]
        places = []
        if change and change.everywhere:
            places = [m.span() for m in re.finditer(rf"\b{re.escape(text[change.start : change.end])}\b", part)]
        elif here and change:
            places = [(change.start - starts[k], change.end - starts[k])]
        for n, (a, b) in enumerate(places):
            a, b = (x + n * (len(change.new) - b + a) for x in (a, b)) if change else (a, b)
            part = part[:a] + change.new + part[b:] if change else part
            there.append((len(made) + a, len(made) + a + len(change.new)) if change else (a, b))
        made += part.translate(straight) + "\n\n"
    if change is None:
        return Mutant(made)
    what = f"…{text[max(0, change.start - 30) : change.start]}[{text[change.start : change.end]} -> {change.new}]{text[change.end : change.end + 20]}…"
    old = [m.span() for m in re.finditer(rf"\b{re.escape(text[change.start : change.end])}\b", text)] if change.everywhere else []
    return Mutant(made, tuple(old) or ((change.start, change.end),), tuple(there), change.right, what.replace("\n", " "))


def _quoted_words(text: str) -> Iterator[re.Match[str]]:
    word = re.compile(r"[A-Za-z][a-z'’]*(?![\w-])")
    for start, end in quoted(text):
        yield from word.finditer(text, start, end)


def _dates(text: str) -> Iterator[re.Match[str]]:
    months = "|".join(map(re.escape, MONTHS + SHORT_MONTHS))
    return re.finditer(rf"\b({months}) (\d{{1,2}})\b(?!\d)", text)


def _kinds(text: str, at: int, *kinds: str) -> frozenset[str]:
    inside = any(a <= at < b for a, b in quoted(text))
    return frozenset((*kinds, "quotation-wording") if inside else kinds)


def _other_digits(old: str, rng: random.Random) -> str:
    places = [k for k, c in enumerate(old) if c.isdigit()]
    while True:
        k = rng.choice(places[:3])
        digit = rng.choice("123456789")
        new = old[:k] + digit + old[k + 1 :]
        if new != old:
            return new


def _misspelled(word: str, rng: random.Random) -> str:
    k = rng.randrange(1, len(word) - 1)
    return rng.choice((
        word[:k] + word[k + 1 :],
        word[:k] + word[k] + word[k:],
        word[:k] + word[k + 1] + word[k] + word[k + 2 :],
        word[:k] + rng.choice("aeiou" if word[k] in "aeiou" else "bdklmnprst") + word[k + 1 :],
    ))  # fmt: skip
