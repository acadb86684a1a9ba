"""An entry of accepted.toml as text, or an entry's text with other values in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from compare.review.acceptances import Entry


def entry_to_toml(entry: Entry) -> str:
    """The entry as a table of TOML, its line feed at its end."""
    lines = [f"[{entry.id}]", *(f"{key} = {value}" for key, value in _values(entry).items())]
    return "".join(f"{line}\n" for line in lines)


def with_values(text: str, name: str, values: Entry | Mapping[str, int]) -> str:
    """The text of one entry with other values; what else stands there, comments too, stays."""
    import tomlkit

    document = tomlkit.parse(text)
    if isinstance(values, Entry):
        fresh = tomllib.loads(entry_to_toml(values))[name]
        table: Any = document[name]
        for key in [key for key in table if key not in fresh]:
            del table[key]
        for key in fresh:
            if key != "says":
                table[key] = fresh[key]
            elif key not in table:  # one fingerprint, one wording: those that stand there hold
                table[key] = tomlkit.inline_table()
                table[key].update(fresh[key])
    else:
        for key, value in values.items():
            table = document[name]
            table[key] = value
    return tomlkit.dumps(document)


def _values(entry: Entry) -> dict[str, str]:
    accepted = entry.acceptance
    values = {"kind": _text(entry.kind)} if entry.kind else {}
    values |= {f"says.{_key(account)}": _text(words) for account, words in entry.says}
    values |= {"reason": _text(accepted.reason), "by": _text(accepted.by), "on": _day(accepted.on)}
    if accepted.until:
        values["until"] = _day(accepted.until)
    if entry.times > 1:
        values["times"] = str(entry.times)
    return values


def _day(day: str) -> str:
    return date.fromisoformat(day).isoformat()


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _text(name)


def _text(text: str) -> str:
    """A text on one line, with everything that cannot be seen written as its code point."""
    return '"' + "".join(map(_seen, text)) + '"'


def _seen(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char == " " or char.isprintable():
        return char
    point = ord(char)
    if 0xD800 <= point <= 0xDFFF:
        return "\ufffd"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"
