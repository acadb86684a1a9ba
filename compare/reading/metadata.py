"""Title, byline, dateline, publisher and date, where the text of a source gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Span
from compare.reading.blocks import Block
from compare.reading.dates import find_date, is_date_line, parts_around_date

_PLACE = r"[A-Z][A-Z.’'-]+(?:[ -][A-Z][A-Z.’'-]+){0,3}"
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = r"\((?P<agency>[A-Z][\w .,/&’'-]{1,40})\)"
_DASH = r"\s*(?:[–—―]|--|\s-)\s*(?=[\"“‘'„«(\[]?[A-Z0-9])"
_DATELINE = re.compile(
    rf"(?P<line>(?:{_PLACE}|{_NAME}(?=,? {_AGENCY[:2]}|, ))(?:[,/] ?(?:{_NAME}|D\.C\.)){{0,2}}"
    rf"(?:,? (?P<day>{_DAY}))?(?:,? ?{_AGENCY})?){_DASH}"
)


IMPRINT = "publisher and date"
"""The reason for which a line with a date beside a paper's name is set aside."""

_LEAST = 60
"""Characters of text that follow a dateline at the least: "PRESS RELEASE - 2012" is none."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source says about itself; None where it says nothing. ``published`` is an ISO date."""

    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    publisher: str | None = None
    published: str | None = None

    def over(self, fields: Mapping[str, str]) -> Metadata:
        """These, with the fields of a front matter in their place where it has them."""
        date = fields.get("date") or fields.get("published") or ""
        return Metadata(
            title=fields.get("title") or self.title,
            byline=fields.get("author") or fields.get("byline") or self.byline,
            dateline=fields.get("dateline") or self.dateline,
            publisher=fields.get("publisher") or fields.get("source") or self.publisher,
            published=find_date(date) or self.published,
        )


def find_dateline(text: str, block: Span) -> Span | None:
    """The dateline a paragraph begins with ("WASHINGTON (AP) — "), dash included; None without one."""
    match = _DATELINE.match(text, block.start, min(block.end, block.start + 120))
    if match and block.end - match.end() < _LEAST:
        return None
    return Span(match.start(), match.end()) if match else None


def find_metadata(
    text: str,
    blocks: Sequence[Block],
    reasons: Sequence[str | None],
    title: int | None,
    dateline: Span | None,
) -> Metadata:
    """What headers, bylines and the dateline say, the nearest to the text first."""
    lines = [text[block.start : block.end] for block in blocks]
    opening = text[dateline.start : dateline.end].rstrip(" \t–—―-") if dateline else None
    found = _DATELINE.match(text, dateline.start) if dateline else None
    credits = [line for line, reason in zip(lines, reasons, strict=True) if reason in ("byline", IMPRINT)]
    byline, house, day = _split_byline(credits)
    return Metadata(
        title=" ".join(lines[title].split()) if title is not None else None,
        byline=byline,
        dateline=opening,
        publisher=house or (found["agency"] if found else None),
        published=(find_date(opening) if opening else None) or day or _header_date(lines),
    )


def _split_byline(credits: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """The name in "By Name", the body behind it or on the line under it, and a date (ISO) that stands beside them."""
    house = day = None
    for place, line in enumerate(credits):
        date, parts = parts_around_date(line)
        match = _BY.match(line)
        if match and parts:
            below = credits[place + 1 : place + 3]
            name = re.sub(r"\s*\S+@\S+|\s+in\s.*", "", _BY.sub("", parts[0])).strip()
            houses = [_publisher(part) for part in (*parts[1:], *below)]
            days = [date, *(find_date(under) for under in below), day]
            return name or None, next(filter(None, [*houses, house]), None), next(filter(None, days), None)
        day = day or date
        house = house or next((part for part in parts if date and _HOUSE.search(part)), None)
    return None, house, day


_BY = re.compile(r"(?:\w+ )?\b(?:by|von|par|por|di|door)\b\s*:?\s+", re.IGNORECASE)
_HOUSE = re.compile(
    r"^The\s|\b(?:Agency|Chronicle|Courier|Daily|Dispatch|Echo|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal"
    r"|Mail|Mirror|News|Observer|Post|Press|Record|Register|Review|Standard|Star|Sun|Telegraph|Times|Tribune|Weekly)\b"
)
_ROLE = re.compile(
    r"\s+(?:(?:Staff|Senior|Chief|Political|Foreign|National|City|Special) )*"
    r"(?:Writer|Reporter|Correspondent|Editor|Columnist)s?\b|^(?:(?:Staff|Senior|Chief|Political|Foreign|National|City|Special) )*"
    r"(?:Writer|Reporter|Correspondent|Editor|Columnist)s?\b",
    re.IGNORECASE,
)


def _publisher(line: str) -> str | None:
    """The body a byline names, without "Staff Writer" or the town; None for a date."""
    _, parts = parts_around_date(line)
    name = _ROLE.split(parts[0])[0].strip() if parts else ""
    return name if name and name[0].isupper() and not any(map(str.isdigit, name)) else None


def _header_date(lines: Sequence[str]) -> str | None:
    """The date of a line that is a date and no more, among the first thirty."""
    for line in lines[:30]:
        if is_date_line(line) and (found := find_date(line)):
            return found
    return None
