"""accepted.toml to its entries.

[3e3f82e6679f2183]
kind = "quotation-wording"
says.dw = "{Such} cooperation, I believe, would result in …"
says.dod = "{That} cooperation, I believe, would result in …"
reason = "Two interpreters; neither agency gives the Russian."
by = "Ann Dole"
on = 2026-03-09
until = 2027-03-09
times = 2

The name of a table is the fingerprint of what is accepted; ``kind``, ``says``, ``until`` and
``times`` (how many alike) may be left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from compare.fingerprint import LENGTH
from compare.model import Acceptance, CompareError
from compare.tables import Table, check_keys, day_of, parse_table

FILE = "accepted.toml"

KEYS = {
    "kind": "text", "says": "table", "reason": "text", "by": "text", "on": "day", "until": "day", "times": "number",
}  # fmt: skip
"""What may stand under a fingerprint, and of which kind it is."""

_TWICE = re.compile(r"Cannot declare \('([^']*)',\) twice")


@dataclass(frozen=True, slots=True)
class Entry:
    """One acceptance as it is written: it pardons ``times`` discrepancies with the fingerprint ``id``.

    ``says`` are the words that were accepted, by account. ``fault`` says in a few
    words why the entry pardons nothing.
    """

    id: str
    acceptance: Acceptance
    times: int = 1
    kind: str = ""
    says: tuple[tuple[str, str], ...] = ()
    fault: str = ""


def read_entries(folder: Path) -> tuple[Entry, ...]:
    """The entries of a folder's accepted.toml in the order of their fingerprints; CompareError where it is broken."""
    path = folder / FILE
    try:
        return entries_in(path.read_bytes(), path)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise CompareError(f"{path}: {error.strerror}; make it readable or move it away") from error


def entries_in(content: bytes, path: Path) -> tuple[Entry, ...]:
    """The entries in the bytes of an accepted.toml; a malformed one has a ``fault``, a broken file is a CompareError."""
    try:
        data, text = parse_table(content, path)
    except CompareError as error:
        twice = _TWICE.search(str(error))
        if not twice:
            raise
        raise CompareError(
            f"{path}: {twice.group(1)} is accepted twice; keep one of its tables (times = 2 accepts two alike)"
        ) from error
    return tuple(_entry(name, data[name], text) for name in sorted(data))


def _entry(name: str, value: object, text: str) -> Entry:
    if not isinstance(value, dict):
        return Entry(name, Acceptance(""), fault="it stands under no fingerprint, such as [3e3f82e6679f2183]")
    try:
        return _read(name, value, text)
    except CompareError as error:
        return Entry(name, Acceptance(""), fault=str(error).partition(": ")[2])


def _read(name: str, table: Table, text: str) -> Entry:
    if not re.fullmatch(rf"[0-9a-f]{{{LENGTH}}}", name):
        raise CompareError(f": its name is no fingerprint ({LENGTH} figures and letters from a to f)")
    check_keys(table, KEYS, "")
    for key in ("reason", "by", "on"):
        if not str(table.get(key, "")).strip():
            raise CompareError(f": it has no {key}")
    days = {key: day_of(table[key], f": {key}") for key in ("on", "until") if key in table}
    says = table.get("says", {})
    times = table.get("times", 1)
    assert isinstance(says, dict) and isinstance(times, int)  # as check_keys found
    acceptance = Acceptance(str(table["reason"]), str(table["by"]), days["on"], days.get("until", ""))
    words = tuple((str(account), str(said)) for account, said in says.items())
    return Entry(name, acceptance, times, str(table.get("kind", "")), words)
