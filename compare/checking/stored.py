"""A comparison to bytes and back: JSON in which accounts and speeches are numbered, so that each is itself again."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import msgspec

from compare.model import Account, Alignment, Comparison, Discrepancy, Link, Parallel, Speech


class _Speech(NamedTuple):
    account: int
    words: tuple[tuple[int, int, str], ...]
    sentences: tuple[int, ...]
    pieces: tuple[int, ...]
    speaker: str | None


class _Parallel(NamedTuple):
    left: int
    right: int
    stretch: tuple[int, int, int, int]
    runs: tuple[tuple[int, int, int, int], ...]
    common: int


class _Alignment(NamedTuple):
    left: int
    right: int
    links: tuple[Link, ...]
    parallels: tuple[_Parallel, ...]


class _Stored(NamedTuple):
    accounts: tuple[Account, ...]
    speeches: tuple[_Speech, ...]
    alignments: tuple[_Alignment, ...]
    discrepancies: tuple[Discrepancy, ...]
    title: str | None


def to_bytes(comparison: Comparison) -> bytes:
    """The comparison; UnicodeEncodeError where a text holds half a character."""
    places = {id(account): k for k, account in enumerate(comparison.accounts)}
    speeches: dict[int, tuple[int, Speech]] = {}
    alignments = []
    for alignment in comparison.alignments:
        parallels = []
        for each in alignment.parallels:
            left, right = (speeches.setdefault(id(s), (len(speeches), s))[0] for s in (each.left, each.right))
            parallels.append(_Parallel(left, right, each.stretch, each.runs, each.common))
        sides = places[id(alignment.left)], places[id(alignment.right)]
        alignments.append(_Alignment(*sides, alignment.links, tuple(parallels)))
    stored = _Stored(
        comparison.accounts,
        tuple(
            _Speech(places[id(s.account)], s.words, s.sentences, s.pieces, s.speaker)
            for _, s in speeches.values()
        ),
        tuple(alignments),
        comparison.discrepancies,
        comparison.title,
    )
    return msgspec.json.encode(stored)


def from_bytes(data: bytes) -> Comparison:
    """The comparison that was stored; ValueError for any other bytes."""
    try:
        return _restored(_decoder().decode(data))
    except (msgspec.DecodeError, IndexError) as error:
        raise ValueError(str(error)) from error


@lru_cache(maxsize=1)
def _decoder() -> msgspec.json.Decoder[_Stored]:
    return msgspec.json.Decoder(_Stored)


def _restored(stored: _Stored) -> Comparison:
    accounts = stored.accounts
    speeches = [
        Speech(accounts[s.account], s.words, s.sentences, s.pieces, s.speaker) for s in stored.speeches
    ]
    alignments = tuple(
        Alignment(
            accounts[each.left],
            accounts[each.right],
            each.links,
            tuple(
                Parallel(speeches[p.left], speeches[p.right], p.stretch, p.runs, p.common)
                for p in each.parallels
            ),
        )
        for each in stored.alignments
    )
    return Comparison(accounts, alignments, stored.discrepancies, stored.title)
