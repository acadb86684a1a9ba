"""Subtitles (SubRip, WebVTT): what is said, in turns; time codes and speakers' names set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from compare.model import CompareError, SetAside, Span
from compare.reading.blocks import Block
from compare.reading.content import Content, Extract
from compare.reading.turns import DIRECTION, SPEAKER, TIME_CODE, Label, is_direction, read_label

PAUSE = 3.0
"""Seconds of silence after a sentence from which on a new paragraph begins."""

LONG = 1000
"""Characters after which a paragraph ends with its sentence, for nobody reads an hour's talk in one."""

_CODE = re.compile(
    r"\s*(?:(\d{1,3}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})(?:\s.*)?"
)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]{1,100})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<[\d:.]{5,15}>|\{\\?[a-zA-Z][^{}]{0,100}\}")
_DASH = re.compile(r"[-–—]\s*(?=\S)")
_SOUND = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]|[♪♫#][^\n]*")
_STOPS = ".!?…。！？\"”’')]"
_HEAD = re.compile(r"(?:WEBVTT|STYLE|REGION|NOTE)\b")


class Cue(NamedTuple):
    """Lines shown together, from ``start`` to ``end``, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


class Piece(NamedTuple):
    """Words of one speaker; ``label`` says who in the file's words, "" where only a change is marked."""

    start: float
    end: float
    label: str | None
    text: str


def read_cues(content: Content) -> Extract:
    """Paragraphs of one speaker each, sentences whole across cues; CompareError without a cue."""
    text, notices = content.decoded
    pieces = list(_pieces(_without_repeats(list(_cues(text)))))
    if not pieces:
        raise CompareError(f"{content.source}: subtitles without a line in them; give a file with text")
    return _to_extract(_paragraphs(pieces), notices)


def _cues(text: str) -> Iterator[Cue]:
    """The cues of a file, their numbers and the notes between them left out.

    Lines behind a blank one that are neither belong to the cue before: SubRip has no rule against it.
    """
    code: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    lines: list[str] = []
    for line in [*re.split(r"\r{0,2}\n|\r", text), ""]:
        match = _CODE.fullmatch(line) if "-->" in line else None
        if match is None and line.strip():
            lines.append(line.strip())
            continue
        if code and match and lines and lines[-1].isdigit():
            lines.pop()  # the next cue's number, with no blank line before it
        stray = last and not match and lines and not _HEAD.match(lines[0]) and not lines[0].isdigit()
        if lines and (shown := code or (last if stray else None)):
            yield Cue(*shown, tuple(lines))
        if match or lines:
            code = None
        lines = []
        if match:
            parts = [int(part or 0) for part in match.groups()]
            code = last = _seconds(parts[:3], match[4]), _seconds(parts[4:7], match[8])


def _seconds(parts: list[int], fraction: str) -> float:
    return parts[0] * 3600 + parts[1] * 60 + parts[2] + float(f"0.{fraction}")


def _without_repeats(cues: list[Cue]) -> list[Cue]:
    """Cues without the line that rolls up from the one before, as automatic captions show it."""
    rolling = sum(
        len(b.lines) > 1 and _plain(a.lines[-1]) == _plain(b.lines[0])
        for a, b in zip(cues, cues[1:], strict=False)
    )
    if 3 * rolling < len(cues) - 1 or rolling < 2:
        return cues
    kept, last = [], ""
    for cue in cues:
        lines = [line for line in cue.lines if _plain(line)]
        if lines and _plain(lines[0]) == last:
            lines = lines[1:]
        if lines:
            last = _plain(lines[-1])
            kept.append(cue._replace(lines=tuple(lines)))
    return kept


def _plain(line: str) -> str:
    return " ".join(unescape(_TAG.sub("", line)).split())


def _pieces(cues: list[Cue]) -> Iterator[Piece]:
    """Each line's words, with the label that stands before them."""
    again, loud = _labels(cues)
    for cue in cues:
        dashes = sum(bool(_DASH.match(line)) for line in map(_plain, cue.lines))
        for line in cue.lines:
            voices = _VOICE.split(line)
            for k in range(0, len(voices), 2):
                name = voices[k - 1].strip() + ":" if k else None
                text = _plain(voices[k])
                label = read_label(text, 0, len(text)) if text else None
                if label and _is_label(label, text, again, loud):
                    name, text = text[: label.end].strip(), text[label.end :]
                elif dashes > 1 and (dash := _DASH.match(text)):
                    name, text = dash.group().strip(), text[dash.end() :]
                if text.strip() or name:
                    yield Piece(cue.start, cue.end, name, text.strip())


def _labels(cues: list[Cue]) -> tuple[set[str], bool]:
    """The labels that stand before more than one line, and whether all is in capitals, as live captions are."""
    lines = [_plain(line) for cue in cues for line in cue.lines]
    counts = Counter(label.name for line in lines if (label := read_label(line, 0, len(line))) and label.name)
    letters = [letter for line in lines for letter in line if letter.isalpha()]
    loud = 10 * sum(map(str.isupper, letters)) > 8 * len(letters)
    return {name for name, count in counts.items() if count > 1}, loud


def _is_label(label: Label, text: str, again: set[str], loud: bool) -> bool:
    """Whether a label names a speaker: it has arrows, comes again, or is in capitals where the words are not."""
    return label.name is None or text.startswith(">") or label.name in again or (label.sure and not loud)


def _paragraphs(pieces: list[Piece]) -> list[Piece]:
    """Pieces put together: a new paragraph for another speaker, and after a pause."""
    made: list[list[Piece]] = []
    for piece in pieces:
        if is_direction(piece.text, Span(0, len(piece.text))) if piece.text else False:
            made.append([piece])
            continue
        group = made[-1] if made and not _is_sound(made[-1][0]) else None
        if group is None or _parts(group, piece):
            made.append([piece])
        else:
            group.append(piece._replace(label=None))
    return [
        Piece(group[0].start, group[-1].end, group[0].label, " ".join(p.text for p in group if p.text))
        for group in made
    ]


def _is_sound(piece: Piece) -> bool:
    return bool(_SOUND.fullmatch(piece.text))


def _parts(group: list[Piece], piece: Piece) -> bool:
    """Whether a paragraph ends before a piece."""
    first, last = group[0], group[-1]
    if piece.label is not None:
        return piece.label != first.label or not piece.label[0].isalnum()
    if not last.text or not piece.text:
        return False
    ended = last.text[-1] in _STOPS
    if piece.start - last.end >= PAUSE:
        return ended or not piece.text[0].islower()
    return ended and last.text[-1] not in "," and sum(len(p.text) for p in group) > LONG


def _to_extract(paragraphs: list[Piece], notices: tuple[str, ...]) -> Extract:
    pieces: list[str] = []
    blocks: list[Block] = []
    reasons: list[str | None] = []
    markup: list[SetAside] = []
    position = 0

    def add(text: str, end: str) -> Span:
        nonlocal position
        pieces.append(text + end)
        span = Span(position, position + len(text))
        position += len(text) + len(end)
        return span

    for paragraph in paragraphs:
        if not paragraph.text:
            continue
        code = add(f"{_clock(paragraph.start)} --> {_clock(paragraph.end)}", "\n")
        markup.append(SetAside(code.start, code.end, TIME_CODE))
        if paragraph.label:
            label = add(paragraph.label, " ")
            markup.append(SetAside(label.start, label.end, SPEAKER))
        words = add(paragraph.text, "\n\n")
        blocks.append(Block(words.start, words.end, 1))
        reasons.append(DIRECTION if _is_sound(paragraph) else None)
    return Extract(
        "".join(pieces),
        notices,
        blocks=tuple(blocks),
        reasons=tuple(reasons),
        judged=True,
        markup=tuple(markup),
    )


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{round((seconds - whole) * 1000) % 1000:03}"
