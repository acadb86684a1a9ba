"""What a time expression means, before anybody knows when it was written."""

from __future__ import annotations

from dataclasses import dataclass

from compare.model import Span


@dataclass(frozen=True, slots=True)
class Expression(Span):
    """A stretch of text that tells when.

    ``grain`` is ``time``, ``part`` (of any day), ``day``, ``weekend``, ``week``, ``month``,
    ``season``, ``year`` or ``decade``. What the words say is set: ``weekday`` from 0, Monday; ``offset``
    counts grains from that of the publication (``last month``: -1); ``year``
    holds the first year of a decade; ``minute`` counts from midnight, and
    ``half`` says whether morning or afternoon is known; ``part`` are the hours
    of "morning"; ``edge`` is ``early``, ``mid``, ``late`` or empty; ``distance``
    are days from something told elsewhere ("two days later").
    """

    grain: str
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    season: int | None = None
    year: int | None = None
    offset: int | None = None
    minute: int | None = None
    half: bool = True
    part: tuple[int, int] | None = None
    zone: str | None = None
    edge: str = ""
    distance: int | None = None
