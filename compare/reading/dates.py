"""Dates in headers and datelines to ISO dates."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from compare.reading.languages import word_set

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january января jan januar janvier enero gennaio janeiro januari jänner",
            "february февраля feb februar février febrero febbraio fevereiro februari",
            "march марта mar märz mars marzo março maart",
            "april апреля apr avril abril aprile",
            "may мая mai mayo maggio maio mei maj",
            "june июня jun juni juin junio giugno junho",
            "july июля jul juli juillet julio luglio julho",
            "august августа aug août agosto augustus augusti",
            "september сентября sep sept septembre septiembre settembre setembro",
            "october октября oct oktober octobre octubre ottobre outubro okt",
            "november ноября nov novembre noviembre novembro",
            "december декабря dec dezember décembre diciembre dicembre dezembro dez desember",
        ),
        1,
    )
    for name in names.split()
}

_DATE = re.compile(
    r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"
    r"|\b(?P<d2>\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:de\s+)?(?P<name2>[^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(?P<y2>(?:19|20)\d\d)\b"
    r"|\b(?P<name3>[^\W\d_]{3,10})\.?\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>(?:19|20)\d\d)\b"
    r"|\b(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>(?:19|20)\d\d)\b"
    r"|\b(?P<s1>\d{1,2})/(?P<s2>\d{1,2})/(?P<y5>(?:19|20)\d\d)\b"
)

_TIME_WORDS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "published posted updated last first modified date time on at am pm a.m p.m gmt utc et est edt pt pst pdt ct cst "
    "cdt mt bst cet cest ist aest jst uhr stand hours hour hrs minutes minute min mins days day weeks week months "
    "month years year ago today yesterday and of read heard h le la à a de el um am vom den publié mis jour modifié "
    "veröffentlicht aktualisiert publicado actualizado las pubblicato aggiornato alle il ore atualizado em às"
) | frozenset(_MONTHS)


def find_date(text: str) -> str | None:
    """The first whole date in ``text`` as ISO; None without one, or where day and month cannot be told apart."""
    for match in _DATE.finditer(text):
        if found := _iso(match):
            return found
    return None


def _iso(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["y5"]:
        first, second = int(part["s1"]), int(part["s2"])
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (first, second) if first <= 12 else (second, first)
        return _valid(part["y5"], month, day)
    if part["y"] or part["y4"]:
        return _valid(part["y"] or part["y4"], int(part["m"] or part["m4"]), int(part["d"] or part["d4"]))
    month = _MONTHS.get((part["name2"] or part["name3"]).lower(), 0)
    return _valid(part["y2"] or part["y3"], month, int(part["d2"] or part["d3"]))


def _valid(year: str, month: int, day: int) -> str | None:
    try:
        return datetime.date(int(year), month, day).isoformat()
    except ValueError:
        return None


def parts_around_date(line: str) -> tuple[str | None, list[str]]:
    """The ISO date in a line, and what stands before and after it between bars, dashes, brackets and commas.

    Weekdays, hours and the like are part of no name and left out.
    """
    match = next((m for m in _DATE.finditer(line) if _iso(m)), None)
    rest = [line[: match.start()], line[match.end() :]] if match else [line]
    parts = [part.strip(" .:") for piece in rest for part in _BARS.split(piece)]
    return _iso(match) if match else None, [part for part in parts if part and not _is_time(part)]


_BARS = re.compile(r"[|·•/(),;]|\s[–—-]\s")


def _is_time(part: str) -> bool:
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_])*", part.lower())
    return all(word in _TIME_WORDS or word in ("read", "min") for word in words)


LONGEST_STAMP = 80
"""Characters of the longest line that may be a date and no more."""


@lru_cache(maxsize=2048)
def is_date_line(line: str) -> bool:
    """Whether a line holds a date, a time of day or "3 hours ago" and nothing else."""
    if len(line) > LONGEST_STAMP or not any(map(str.isdigit, line)):
        return False
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_])*", line.lower())
    if not words:
        return bool(_DATE.search(line) or re.fullmatch(r"\W*\d{1,2}[:.h]\d\d\W*", line))
    return all(word in _TIME_WORDS or word in ("st", "nd", "rd", "th", "t", "z") for word in words)
