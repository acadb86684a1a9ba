"""Turns of transcripts: whole paragraphs are what somebody says, without marks; labels say who."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from compare.model import Quotation, SetAside, Span
from compare.quotations.vocabulary import TITLES
from compare.reading.turns import DIRECTION, SPEAKER, TIME_CODE, is_told, read_label

_UNNAMED = frozenset(
    "q a question answer interviewer interviewee reporter reporters journalist speaker host moderator narrator announcer "
    "anchor man woman boy girl child voice voiceover operator audience crowd all unknown unidentified participant "
    "caller guest correspondent translator interpreter both others member members".split()
)
_ROLES = frozenset(
    "president secretary senator governor chairman chairwoman chair minister chancellor mayor general judge clerk "
    "spokesman spokeswoman spokesperson ambassador court witness king queen pope director commissioner representative "
    "press attorney prosecutor official vice deputy prime foreign defense defence senior administration chief justice".split()
)
_PARTICLES = frozenset("of the and de del van von der la al bin".split())
_STOPS = frozenset(".!?…。！？\"”’')]:;,—–-")


class Turn(NamedTuple):
    """A paragraph that somebody says (by its number), and the label that says who."""

    paragraph: int
    label: SetAside | None


def find_turns(text: str, paragraphs: Sequence[Span], aside: Sequence[SetAside]) -> list[Turn]:
    """The paragraphs of a transcript or of subtitles that are speech, in order; none for any other text.

    A paragraph without a label goes on with the turn before it, unless the
    paragraphs without labels tell who said what, as those of an article do.
    """
    marks = [s for s in aside if s.reason in (SPEAKER, TIME_CODE, DIRECTION)]
    if not any(s.reason != DIRECTION for s in marks):
        return []
    ends = [s.end for s in marks]
    before = [_mark_before(text, marks, ends, paragraph) for paragraph in paragraphs]
    first = next((k for k, mark in enumerate(before) if mark), len(paragraphs))
    free = [
        paragraph
        for paragraph, mark in zip(paragraphs[first:], before[first:], strict=True)
        if mark is None or mark.reason == TIME_CODE
    ]
    goes_on = not is_told(text, free)
    turns: list[Turn] = []
    label: SetAside | None = None
    for k in range(first, len(paragraphs)):
        mark = before[k]
        if mark and mark.reason == SPEAKER:
            label = mark
        elif not goes_on or (mark is None and _is_heading(text, paragraphs[k])):
            continue
        turns.append(Turn(k, label))
    return turns


def _mark_before(
    text: str, marks: Sequence[SetAside], ends: Sequence[int], paragraph: Span
) -> SetAside | None:
    """The label or time code that stands right before a paragraph."""
    k = bisect_left(ends, paragraph.start + 1) - 1
    if k < 0 or marks[k].reason == DIRECTION or text[marks[k].end : paragraph.start].strip():
        return None
    return marks[k]


def _is_heading(text: str, paragraph: Span) -> bool:
    words = text[paragraph.start : min(paragraph.end, paragraph.start + 200)]
    return len(words) < 100 and words[-1] not in _STOPS and (words.isupper() or words.istitle())


def to_quotations(text: str, paragraphs: Sequence[Span], turns: Sequence[Turn]) -> list[Quotation]:
    """A quotation a turn's paragraph; its mention is the label, its speaker the person in the fullest form labels give."""
    names = _full_names(text, {turn.label for turn in turns if turn.label})
    made = []
    for turn in turns:
        paragraph, label = paragraphs[turn.paragraph], turn.label
        mention = _mention(text, label) if label else None
        speaker = names.get(text[mention.start : mention.end]) if mention else None
        made.append(
            Quotation(paragraph.start, paragraph.end, speaker, mention, None, "speech", turn.paragraph, False)
        )
    return made


def _mention(text: str, label: SetAside) -> Span | None:
    """Where a label names somebody, without arrows, brackets and colon."""
    bare = text[label.start : label.end]
    read = read_label(bare + " x", 0, len(bare) + 2)
    if read is None or read.name is None:
        return None
    name = re.split(r"\s*[(\[]", read.name)[0]
    start = label.start + bare.index(name)
    return Span(start, start + len(name))


def is_labelled(text: str, quotation: Quotation) -> bool:
    """Whether the label of a transcript names the speaker ("JANE DOE:"): no verb is as sure."""
    mention, speaker = quotation.mention, quotation.speaker or ""
    if (
        mention is None
        or quotation.marked
        or mention.end > quotation.start
        or not speaker[-1:].strip()
        or not speaker.split()[-1][:1].isupper()
    ):
        return False
    return bool(_LABEL_END.match(text, mention.end))


_LABEL_END = re.compile(r"\s*(?:[(\[][^()\[\]\n]{0,80}[)\]])?[\s*_]*:")


def _full_names(text: str, labels: set[SetAside]) -> dict[str, str | None]:
    """For each mention the name in it, brought to the fullest one of the same person."""
    places = [place for s in sorted(labels, key=lambda s: s.start) if (place := _mention(text, s))]
    parsed = {mention: _name(mention) for p in places if (mention := text[p.start : p.end])}
    surnames: dict[str, set[str]] = {}
    for name in parsed.values():
        if name and len(name.split()) > 1 and name.split()[-1][0].isupper():
            surnames.setdefault(name.split()[-1].casefold(), set()).add(name)
    found: dict[str, str | None] = {}
    for mention, name in parsed.items():
        if name and name.islower():
            name = _bearer(text, name) or name
        longer = surnames.get(name.split()[-1].casefold(), set()) if name else set()
        if name and len(name.split()) == 1 and not longer and name[0].isupper() and len(parsed) <= _MOST:
            longer = _in_full(text, name)
        found[mention] = next(iter(longer)) if name and len(name.split()) == 1 and len(longer) == 1 else name
    return found


_MOST = 30
"""Labels whose names are looked for in the words of everybody."""


def _in_full(text: str, surname: str) -> set[str]:
    """The forms of a name in the text that have a first name, titles left out."""
    pattern = re.compile(rf"((?:[A-ZÀ-Þ][\w.'’-]*[ ]){{1,3}}){re.escape(surname)}\b")
    found = set()
    for match in pattern.finditer(text, 0, min(len(text), _SEARCHED)):
        words = match[1].split()
        while words and (low := words[0].casefold().strip(".")) and (low in TITLES or low in _ROLES):
            words = words[1:]
        if 1 <= len(words) <= 2 and not any(word.isupper() and len(word) > 2 for word in words):
            found.add(" ".join([*words, surname]))
    return found


_SEARCHED = 200_000
"""Characters of a text in which names in full are looked for."""


def _bearer(text: str, role: str) -> str | None:
    """The one whom the text gives an office ("the president" where it has "President Smith" and no other)."""
    name = r"((?:[A-ZÀ-Þ][\w.'’-]*\s){0,2}[A-ZÀ-Þ][\w’-]+)"
    titled = re.compile(rf"(?<![Vv]ice )(?<![Ff]ormer )\b{role.title()} {name}")
    found = {" ".join(match[1].split()) for match in titled.finditer(text, 0, min(len(text), _SEARCHED))}
    surnames = {form.split()[-1].removesuffix("’s") for form in found}
    return max(found, key=lambda form: (len(form.split()), form)) if len(surnames) == 1 else None


def _name(mention: str) -> str | None:
    """The name in a label without titles, in usual capitals; an office in small letters; None for "Q"."""
    words = mention.partition(",")[0].split()
    lows = [word.casefold().strip(".") for word in words]
    while len(words) > 1 and (lows[0] in TITLES or lows[0] in _ROLES) and not _all_roles(lows):
        words, lows = words[1:], lows[1:]
    if not words or lows[0] in _UNNAMED or (lows[0] == "the" and lows[1:2] and lows[1] in _UNNAMED):
        return None
    if _all_roles(lows):
        return " ".join(lows[1:] if lows[0] == "the" and len(lows) > 1 else lows)
    if lows[0] == "the":  # the defendant, the paper: who that is stays open
        return " ".join(lows)
    large = all(word.isupper() or _MAC.fullmatch(word) or word.casefold() in _PARTICLES for word in words)
    return " ".join(map(_cased, words)) if large else " ".join(words)


_MAC = re.compile(r"(Ma?c)([A-Z])([A-Z]+)")


def _all_roles(lows: Sequence[str]) -> bool:
    return all(low in _ROLES or low in TITLES or low in _PARTICLES for low in lows)


def _cased(word: str) -> str:
    """A word of a label as it stands in a name: "O'BRIEN", "McCAIN", "SMITH-JONES", "J.R."."""
    if word.casefold() in _PARTICLES:
        return word.casefold()
    mac = _MAC.fullmatch(word)
    if mac:
        return mac[1] + mac[2] + mac[3].lower()
    made = re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word.lower())
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), made)
