"""TOML files to tables whose keys and types are known: what is wrong is said with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from compare.model import CompareError

Table = dict[str, object]

KINDS: Mapping[str, str] = {
    "text": "text in quotation marks",
    "day": "a date such as 2007-07-02",
    "number": "a whole number from 1",
    "table": "a table",
    "tables": "a list of tables",
}
"""What a key may be, and how that is said to whoever wrote something else."""


def read_table(path: Path) -> tuple[Table, str] | None:
    """A TOML file's table and text, None where there is no such file; CompareError where it is broken."""
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CompareError(f"{path}: {error.strerror}; make it readable or move it away") from error
    return parse_table(content, path)


def parse_table(content: bytes, path: Path) -> tuple[Table, str]:
    """The table in the bytes of a file, and its text; CompareError that names the file where it is broken."""
    import tomllib

    try:
        text = content.decode("utf-8-sig")
        return tomllib.loads(text), text
    except (ValueError, RecursionError) as error:
        reason = str(error).split("\n", 1)[0]
        raise CompareError(f"{path}: not valid TOML ({reason}); mend it or move it away") from error


def check_keys(table: Table, known: Mapping[str, str], where: str, text: str = "") -> None:
    """Nothing; CompareError, from ``where``, for a key that is not ``known`` or not of its kind.

    ``text`` is that of the file: it tells the line of a key that stands there once.
    """
    for key, value in table.items():
        if key not in known:
            raise CompareError(f"{where}: {key}{_line(key, text)}: no such key; {nearest(key, known)}")
        if not is_kind(value, known[key]):
            raise CompareError(
                f"{where}: {key}{_line(key, text)} must be {KINDS[known[key]]}, not {_shown(value)}"
            )


def is_kind(value: object, kind: str) -> bool:
    """Whether a value is what ``KINDS`` calls it; a day may be written as text."""
    if kind == "day":
        return isinstance(value, (str, date))
    if kind == "number":
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if kind == "tables":
        return isinstance(value, list) and all(isinstance(each, dict) for each in value)
    return isinstance(value, dict if kind == "table" else str)


def nearest(name: str, known: Mapping[str, object] | Iterator[str]) -> str:
    """The known name that is most like a name, as a question; all of them where none is."""
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(name, names, n=1)
    return f"did you mean {near[0]}?" if near else f"there {'is' if len(names) == 1 else 'are'} {', '.join(names)}"


def iso_date(value: str, where: str) -> str:
    """A date as written (``2007-07-02``); CompareError that says where it stood otherwise."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise CompareError(f"{where}: {value!r} is no date; write it as 2007-07-02") from error


def day_of(value: object, where: str) -> str:
    """The ISO date of a TOML date, date and time, or text; CompareError for text that is none."""
    return value.isoformat()[:10] if isinstance(value, date) else iso_date(str(value), where)


def _line(key: str, text: str) -> str:
    """Where a key stands, if it is written once."""
    places = [
        m.start()
        for m in re.finditer(rf'^[ \t]*\[*[ \t]*["\']?{re.escape(key)}["\']?[ \t]*[\]=.]', text, re.M)
    ]
    return f" (line {text.count(chr(10), 0, places[0]) + 1})" if len(places) == 1 else ""


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"
