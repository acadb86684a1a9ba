"""A discrepancy to its fingerprint: what stays the same while nothing that matters changes.

It is made of the kind and, for each reading, the account's id and the folded
words of the reading and of its context. Offsets, scores, messages, severities
and the order of accounts stay out, so that an edit elsewhere or a new release
does not undo a review, while a change in the words does.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from compare.model import Account, Discrepancy, Reading
from compare.tokens import words_of

LENGTH = 16
"""Hexadecimal digits of a fingerprint (64 bits): no collision among a million discrepancies."""


def fingerprint(found: Discrepancy, accounts: Mapping[str, Account]) -> str:
    """The fingerprint of a discrepancy; ``accounts`` by their ids."""
    lines = sorted(_line(reading, accounts[reading.account]) for reading in found.readings)
    return sha256("\x1e".join([found.kind, *lines]).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _line(reading: Reading, account: Account) -> str:
    words, context = words_of(account), reading.context
    around = " ".join(words.keys(context.start, context.end))
    if (reading.start, reading.end) == (context.start, context.end):
        told = around
    else:
        told = " ".join(words.keys(reading.start, reading.end)) if reading.end > reading.start else ""
    return "\x1f".join([reading.account, told, around])
