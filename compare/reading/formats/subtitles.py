"""Subtitles (SubRip, WebVTT)."""

from __future__ import annotations

import re

from compare.reading.content import Content, Extract

_CODE = re.compile(r"\s*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}\s*-->")


def recognises(content: Content) -> bool:
    """Whether this begins as WebVTT does, or with a number and a time code."""
    head = content.head.lstrip("\ufeff \t\r\n")
    if head.startswith("WEBVTT"):
        return True
    if "-->" not in head:
        return False
    return any(map(_CODE.match, head[:200].splitlines()[:3])) or content.is_named(".srt", ".vtt")


def extract(content: Content) -> Extract:
    """What is said, in turns; CompareError without a cue."""
    from compare.reading.cues import read_cues

    return read_cues(content)
