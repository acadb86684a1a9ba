"""Events to Markdown for a merge request: the verdict, what is to review, the rest folded.

Every word of a source goes through ``escaped``: the template cannot forget it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from compare.reporting.cards import Card
from compare.reporting.findings import Findings
from compare.reporting.segments import Segment
from compare.reporting.subject import Manner, Subject
from compare.reporting.visible import one_line

ROOM = 40_000
"""Characters of cards in a report: a comment on GitHub holds 65,536, and the frame needs some."""

_SPECIAL = re.compile(r"[\\`*_\[\]|~$!^#]|\{(?=[{%])")
_BEGINS = re.compile(r"^(\d*)(?=[-+=.)]|::)")
"""What makes an item of a list, a rule, a heading or a command of a line that begins so."""

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_CALLS = re.compile(r"@|://|www(?=\.)|#(?=\w)", re.IGNORECASE)
"""What a forge makes a link or a message to somebody of: a mention, an address, a reference."""


class Section(NamedTuple):
    """What is shown of an event, as far as there is room; ``left`` counts what there is none for."""

    title: str
    found: Findings | None
    trouble: str
    remarks: tuple[str, ...]
    review: tuple[Card, ...]
    notes: tuple[Card, ...]
    accepted: tuple[Card, ...]
    left: int

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many are to review, are notes, were accepted."""
        if self.found is None:
            return 0, 0, 0
        notes = sum(len(group.cards) for group in self.found.notes)
        return len(self.found.review), notes, len(self.found.accepted)


def to_markdown(subjects: Sequence[Subject], manner: Manner = Manner()) -> str:
    """A section an event, in a table first where there are several."""
    room = ROOM // max(len(subjects), 1)
    sections = [_section(subject, room) for subject in subjects]
    return _template().render(sections=sections)


def escaped(words: str) -> str:
    """Words that Markdown, HTML and a forge take for nothing but words."""
    plain = _SPECIAL.sub(r"\\\g<0>", one_line(words).translate(_MARKUP))
    return _CALLS.sub(lambda match: _broken(match.group()), _BEGINS.sub(r"\g<1>\\", plain))


def _broken(call: str) -> str:
    """The characters with a comment between them, which shows nothing and joins nothing."""
    return f"{call[0]}<!-- -->{call[1:]}" if call[0] in ":@#" else f"{call}<!-- -->"


def marked(segments: Iterable[Segment]) -> str:
    """The words on one line, those that differ bold and between braces, as in the text report."""
    parts = []
    for segment in segments:
        if segment.kind.startswith("gap"):
            parts.append("<b>{}</b>")
        else:
            words = _spaced(segment.text)
            bold = segment.kind in ("error", "warning", "note")
            parts.append(f"<b>{{{words}}}</b>" if bold else words)
    return "".join(parts).strip()


def _spaced(text: str) -> str:
    """Escaped, with a space at either end where the text has white space there."""
    words = escaped(text)
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if before else ''}{words}{' ' if after and words else ''}"


def _section(subject: Subject, room: int) -> Section:
    found = subject.findings
    if found is None:
        return Section(subject.title, None, subject.trouble, subject.remarks, (), (), (), 0)
    small = [card for group in found.notes for card in group.cards]
    shown: list[tuple[Card, ...]] = []
    for cards in (found.review, small, found.accepted):
        fitting, room = _fitting(cards, room)
        shown.append(tuple(fitting))
    left = len(found.cards) - sum(map(len, shown))
    return Section(subject.title, found, subject.trouble, subject.remarks, shown[0], shown[1], shown[2], left)


def _fitting(cards: Sequence[Card], room: int) -> tuple[list[Card], int]:
    """The cards there is room for, from the first on, and the room that is left."""
    fitting = []
    for card in cards:
        room -= 200 + len(escaped(card.message)) + sum(len(marked(r.segments)) + 100 for r in card.readings)
        if room < 0:
            break
        fitting.append(card)
    return fitting, max(room, 0)


def _words(value: Any) -> Any:
    """What the template writes: words escaped, marked segments marked, its own macros as they are."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return Markup(escaped(value))
    return Markup(marked(value)) if isinstance(value, tuple) else value


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        finalize=_words,  # makes all words safe for Markdown and HTML before autoescape looks at them
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
    )
    return environment.get_template("report.md.j2")
