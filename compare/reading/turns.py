"""Turns of a transcript: who is said to speak, in a label before the words ("JANE DOE:", "Q:", ">> MR. SMITH:")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from compare.model import SetAside, Span
from compare.reading.blocks import Block

SPEAKER, TIME_CODE, DIRECTION = "speaker", "time code", "stage direction"
"""Reasons for which parts of a transcript are set aside."""

_ASIDE = r"(?:[ ,]*[(\[][^()\[\]\n]{1,60}[)\]])?"
_TIME = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?[ \t]*(?:[-–—][ \t]*)?)?"
_CAPITAL = r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*|Ma?c[A-Z]+)"
_SMALL_WORDS = r"of|the|and|de|del|van|von|der|la|al|bin|\d{1,2}"
_LARGE = rf"{_CAPITAL}(?:[ ](?:{_CAPITAL}|{_SMALL_WORDS}))*(?:,[^:\n]{{1,60}})?{_ASIDE}"
_SMALL = rf"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|{_SMALL_WORDS})){{0,4}}{_ASIDE}"
_LABEL = re.compile(
    rf"{_TIME}(?P<arrows>>{{1,3}}[ \t]*)?(?:\*\*|__)?"
    rf"(?:(?P<asked>Q|A|Question|Answer|QUESTION|ANSWER)(?:[.:]|(?=[ \t]{{2,}}|\t))"
    rf"|(?P<large>{_LARGE})\s?:|(?P<small>{_SMALL})\s?:)(?:\*\*|__)?(?!//)(?:\s+|$)"
)
_ARROWS = re.compile(rf"{_TIME}>{{2,3}}\s*")
_DIRECTION = re.compile(
    r"[(\[][^()\[\]]{1,200}[)\]]\.?|\W*(?:END|End)(?:\s+(?:TRANSCRIPT|[\d:]+ [AP]\.?M\.?.{0,20}))?\W*|[♪♫].*"
)
_ROLE = re.compile(
    r"(?:THE |MR|MRS|MS|DR|PRESIDENT|VICE|SECRETARY|SENATOR|SEN|REP|GOVERNOR|GOV|PRIME|MINISTER|CHANCELLOR|MAYOR|GENERAL"
    r"|GEN|CHAIR|AMBASSADOR|SPEAKER|MODERATOR|OPERATOR|KING|QUEEN|POPE|JUDGE|JUSTICE)\b"
)
_NO_NAMES = frozenset(
    "note notes update updates breaking correction editor's source sources photo image video audio related read more watch "
    "listen tags topics contact email e-mail phone tel fax subject date from to cc time place location where when what who "
    "why how warning disclaimer summary background analysis opinion exclusive live pros cons result results score scores "
    "price cost example step chapter part section article figure table credit credits copyright by transcript "
    "transcription interview remarks participants attendees venue duration recorded".split()
)
_SAYING = r"(?:said|says|told|tells|added|adds|asked|noted|explained|replied|wrote|tweeted|continued)\b"
_TOLD = re.compile(
    rf"[,.?!…][”\"'’]+\s(?:[\w.'’-]+\s){{0,4}}{_SAYING}|{_SAYING}[,:.]?\s[“\"‘]|\b(?:he|she|they) (?:said|added)[.,]"
)
_TOLD_SHARE = 0.15
"""Share of paragraphs that tell of speech from which on they are an article's."""

_LONGEST = 100
"""Characters of the longest label looked for."""


class Label(NamedTuple):
    """A label, ``text[start:end]``, colon and all, and the ``name`` in it: None where only a change is marked."""

    start: int
    end: int
    name: str | None
    sure: bool = True


def read_label(text: str, start: int, end: int) -> Label | None:
    """The label that ``text[start:end]`` begins with; not ``sure`` where it is set like any word before a colon."""
    limit = min(end, start + _LONGEST)
    head = text[start:limit]
    if head[:1].isalpha() and head[0] not in "QA" and ":" not in head and ">" not in head:
        return None  # most paragraphs
    match = _LABEL.match(text, start, limit)
    if match and (match.end() < limit or limit == end):
        name = match["asked"] or match["large"] or match["small"]
        if name.split()[0].strip(".,").casefold() not in _NO_NAMES:
            return Label(start, match.end(), name.strip(), not match["small"] or bool(match["arrows"]))
    change = _ARROWS.match(text, start, limit)
    return Label(start, change.end(), None) if change else None


def begins_turn(text: str, start: int, end: int) -> bool:
    """Whether a line begins with a label in capitals or with arrows, which no wrapped line of prose does."""
    label = read_label(text, start, end)
    return label is not None and label.sure


def find_labels(text: str, blocks: Sequence[Span]) -> list[Label | None]:
    """For each block the label it begins with, if the text is a transcript; else None for all.

    It is one where labels in capitals, "Q:" or arrows stand on two blocks or more,
    or other labels come again and again: lists of "Monday: rain" have each but once.
    One label alone is enough where it names an office and begins the text ("THE PRESIDENT:").
    """
    found = [read_label(text, block.start, block.end) for block in blocks]
    labels = [label for label in found if label]
    if not labels:
        return found
    counts = Counter(_bare(label.name) for label in labels)
    kept = [label if label and (label.sure or counts[_bare(label.name)] > 1) else None for label in found]
    again = sum(counts[_bare(label.name)] > 1 for label in kept if label)
    sure = sum(label.sure for label in kept if label)
    number = sum(label is not None for label in kept)
    first = next((k for k, label in enumerate(kept) if label), 0)
    dense = 3 * number >= len(blocks) - first or again >= 4
    if number >= 2 and sure >= 2 and dense or again >= 4 and len(counts) > 1:
        return kept
    only = kept[first]
    opens = only is not None and only.name and only.sure and _ROLE.match(only.name)
    if number == 1 and opens and first <= 6 and not is_told(text, blocks[first + 1 :]):
        return kept
    return [None] * len(blocks)


def cut_labels(
    text: str, blocks: Sequence[Block], reasons: Sequence[str | None], judged: bool = False
) -> tuple[list[Block], list[str | None], list[SetAside]]:
    """Blocks without their labels, reasons with what is no speech, and the labels; all as it was but in a transcript.

    From the first label to the last nothing is furniture but separators, unless the
    format itself has ``judged`` what is.
    """
    looked_at = [k for k, reason in enumerate(reasons) if not judged or reason is None]
    labels: list[Label | None] = [None] * len(blocks)
    for k, label in zip(looked_at, find_labels(text, [blocks[k] for k in looked_at]), strict=True):
        labels[k] = label
    places = [k for k, label in enumerate(labels) if label]
    if not places:
        return list(blocks), list(reasons), []
    made: list[Block] = []
    why: list[str | None] = []
    for k, (block, label, reason) in enumerate(zip(blocks, labels, reasons, strict=True)):
        if places[0] <= k and is_direction(text, block):
            reason = DIRECTION
        elif judged:
            pass
        elif label or (places[0] <= k <= places[-1] and reason != "separator"):
            reason = None
        if label and label.end >= block.end:
            continue
        made.append(replace(block, start=label.end) if label else block)
        why.append(reason)
    cut = [SetAside(n.start, n.start + len(text[n.start : n.end].rstrip()), SPEAKER) for n in labels if n]
    return made, why, cut


def is_told(text: str, blocks: Sequence[Span]) -> bool:
    """Whether unlabelled blocks tell of speech ("…," he said) rather than being it."""
    told = sum(bool(_TOLD.search(text, block.start, min(block.end, block.start + 2000))) for block in blocks)
    return bool(blocks) and told >= max(1, _TOLD_SHARE * len(blocks))


def is_direction(text: str, block: Span) -> bool:
    """Whether a block is "(Applause.)", "[crosstalk]", "END 11:03 A.M." and no word of a speaker."""
    return block.end - block.start <= 220 and bool(_DIRECTION.fullmatch(text, block.start, block.end))


def _bare(name: str | None) -> str:
    return re.sub(r"[,(\[].*", "", name or "").strip().casefold()
