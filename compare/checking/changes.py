"""A source that is another than the one that was added, to the words that changed in it."""

from __future__ import annotations

from pathlib import Path

from compare.checking.cache import Cache
from compare.checking.revisions import recorded
from compare.events.folders import SOURCES, ChangedSource
from compare.model import CompareError
from compare.reading import read_source
from compare.words import Edit, word_edits

SHOWN = 8
"""Changes that are listed one by one."""

LONGEST = 80
"""Characters of a change that are shown."""


def changes_of(error: ChangedSource, name: str, home: Path, cache: Cache) -> list[str]:
    """What changed in the source that ``error`` is about, a line a place."""
    return changes(home, name, error.file, error.before, error.content, cache)


def changes(home: Path, name: str, file: str, before: str, content: bytes, cache: Cache) -> list[str]:
    """What changed in a source since it had the checksum ``before``, a line a place."""
    path = home / SOURCES / name / file
    old = cache.text(before)
    if old is None:
        old = recorded(home, path, before)
    if old is None:
        return ["what changed cannot be shown: the text that was added is not in git"]
    try:
        texts = [read_source(str(path), data=data).text for data in (old, content)]
    except CompareError as error:
        return [str(error)]
    edits = [edit for edit in word_edits(*texts) if edit.op != "equal"]
    if not edits:
        return ["no word changed: only spacing, marks or capitals"]
    lines = [_line(edit, *texts) for edit in edits[:SHOWN]]
    return lines + ([f"and {len(edits) - SHOWN} more places"] if len(edits) > SHOWN else [])


def _line(edit: Edit, old: str, new: str) -> str:
    line = new.count("\n", 0, edit.right_start) + 1
    was, now = (
        _short(text[start:end])
        for text, start, end in (
            (old, edit.left_start, edit.left_end), (new, edit.right_start, edit.right_end),
        )
    )  # fmt: skip
    said = {"insert": f"“{now}” is new", "delete": f"“{was}” is gone"}
    return f"line {line}: {said.get(edit.op, f'“{was}” is now “{now}”')}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return (
        words
        if len(words) <= LONGEST
        else f"{words[: LONGEST // 2].rstrip()} … {words[-LONGEST // 2 :].lstrip()}"
    )
