"""What is said, by speaker, with every account's rendering of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare.model import Span
from compare.reporting.cards import Heading
from compare.reporting.lookups import Lookups
from compare.reporting.marking import discrepancy_marks
from compare.reporting.orders import Node
from compare.reporting.phrases import counted, listed, number
from compare.reporting.places import Places
from compare.reporting.renderings import Said, things_said
from compare.reporting.segments import Mark, Segment, framed
from compare.reporting.speakers import same_speakers
from compare.reporting.visible import one_line


class Rendering(NamedTuple):
    """How one account has it. ``credit`` is its cue, with the name where that is not the speaker's."""

    account: Heading
    place: str
    credit: str
    segments: tuple[Segment, ...]
    row: str


class Utterance(NamedTuple):
    """One thing said; ``told`` says who quotes it."""

    anchor: str
    told: str
    renderings: tuple[Rendering, ...]


class Speaker(NamedTuple):
    """What one person says; ``name`` is empty where nobody is named. ``summary`` says how much, in words."""

    name: str
    summary: str
    utterances: tuple[Utterance, ...]


def make_speakers(lookups: Lookups, rows: Mapping[Node, str]) -> tuple[Speaker, ...]:
    """All that is quoted, whoever is quoted most first; what nobody is credited with stands last."""
    comparison, places, headings, located, _ = lookups
    names = same_speakers(
        one_line(q.speaker) for account in comparison.accounts for q in account.quotations if q.speaker
    )
    marks = discrepancy_marks(located)
    said: dict[str, list[Said]] = {}
    for each in things_said(comparison):
        said.setdefault(_speaker(each, places, names), []).append(each)
    order = sorted(said, key=lambda name: (not name, -len(said[name])))
    speakers: list[Speaker] = []
    total = 0
    for name in order:
        utterances = []
        for each in said[name]:
            total += 1
            renderings = tuple(
                _rendering(headings[account], places[account], span, edits, marks, rows, name, names)
                for account, span, edits in each.renderings
            )
            utterances.append(Utterance(f"u{total}", _told(headings, each), renderings))
        speakers.append(Speaker(name, _count(said[name]), tuple(utterances)))
    return tuple(speakers)


def _speaker(said: Said, places: Sequence[Places], names: Mapping[str, str]) -> str:
    """Who is credited with it by most accounts, by the first of equals."""
    credited = Counter(
        names[one_line(quotation.speaker)]
        for account, span, _ in said.renderings
        if (quotation := places[account].quotation(span)) and quotation.speaker
    )
    return credited.most_common(1)[0][0] if credited else ""


def _told(headings: Sequence[Heading], said: Said) -> str:
    labels = [headings[side].label for side in sorted({account for account, _, _ in said.renderings})]
    if len(labels) == 1:
        return f"quoted by {labels[0]} alone"
    return f"quoted by {'all' if len(labels) == len(headings) > 2 else listed(labels)}"


def _count(said: Sequence[Said]) -> str:
    shared = sum(len({account for account, _, _ in each.renderings}) > 1 for each in said)
    return counted(len(said), "utterance") + (
        f", {number(shared)} quoted by more than one account" if shared else ""
    )


def _rendering(
    head: Heading,
    place: Places,
    span: Span,
    edits: Sequence[Mark],
    marks: Mapping[Node, Sequence[Mark]],
    rows: Mapping[Node, str],
    name: str,
    names: Mapping[str, str],
) -> Rendering:
    quotation = place.quotation(span)
    nodes = [(head.number - 1, sentence) for sentence in place.sentences(span)]
    found = [mark for node in nodes for mark in marks.get(node, ())]
    other = one_line(quotation.speaker or "") if quotation else ""
    cue = place.cue(quotation) if quotation else ""
    credit = [other if names.get(other, other) != name else "", f"“{cue}”" if cue else ""]
    return Rendering(
        account=head,
        place=place.words(span.start),
        credit=", ".join(filter(None, credit)),
        segments=framed(place.account.text, span, [*found, *edits]),
        row=next((rows[node] for node in nodes if node in rows), ""),
    )
