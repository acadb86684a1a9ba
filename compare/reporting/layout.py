"""Values to JSON, piece by piece: what is spread stands a line each, all else on one line.

Characters stand as they are; escaped are lone surrogates and what steers a
terminal or turns text round, so that the whole can be written as UTF-8.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from msgspec.json import Encoder, format

from compare.reporting.visible import HIDDEN

_CHUNK = 1000
"""Items encoded at once: enough for speed, few enough to keep memory low."""

_encoder = Encoder()


class Fields(NamedTuple):
    """An object with a line a field."""

    values: Mapping[str, Any]


class Rows(NamedTuple):
    """An array with a line an item; its items may be made while it is written."""

    items: Iterable[Any]


class Blocks(NamedTuple):
    """An array of objects with a line for everything in them; these, too, may be made on the way."""

    items: Iterable[Mapping[str, Any]]


def pieces(value: Any, margin: str = "") -> Iterator[str]:
    """The JSON of a value, to be joined; memory is that of a thousand items."""
    inner = f"\n{margin} "
    if isinstance(value, Fields):
        named = ((f"{encoded(key)}: ", each) for key, each in value.values.items())
        yield from _spread("{}", named, margin)
    elif isinstance(value, list) and value and isinstance(value[0], Fields):
        yield from _spread("[]", (("", item) for item in value), margin)
    elif isinstance(value, Rows):
        yield from _chunks(value.items, margin, lambda items: _lines(items).replace("\n", f",{inner}"))
    elif isinstance(value, Blocks):
        yield from _chunks(value.items, margin, lambda items: _block(items).replace("\n", f"\n{margin}"))
    else:
        yield encoded(value)


def encoded(value: Any) -> str:
    """The JSON of a value on one line."""
    return _lines([value])


def _spread(brackets: str, items: Iterable[tuple[str, Any]], margin: str) -> Iterator[str]:
    inner = f"\n{margin} "
    before = brackets[0] + inner
    for key, item in items:
        yield before + key
        yield from pieces(item, f"{margin} ")
        before = f",{inner}"
    yield brackets if before[0] == brackets[0] else f"\n{margin}{brackets[1]}"


def _chunks(items: Iterable[Any], margin: str, write: Callable[[Sequence[Any]], str]) -> Iterator[str]:
    rest = iter(items)
    inner = f"\n{margin} "
    before = "[" + inner
    while chunk := list(islice(rest, _CHUNK)):
        yield before
        yield write(chunk)
        before = f",{inner}"
    yield "[]" if before[0] == "[" else f"\n{margin}]"


def _block(values: Sequence[Any]) -> str:
    """A line for everything, without the outer brackets."""
    try:
        text = format(_encoder.encode(values), indent=1).decode()
    except UnicodeEncodeError:
        text = json.dumps(values, ensure_ascii=False, indent=1)
    return _safe(text[3:-2])


def _lines(values: Sequence[Any]) -> str:
    """A line a value; no line feed stands inside one, and none behind the last."""
    try:
        text = _encoder.encode_lines(values).decode()
    except UnicodeEncodeError:  # a lone surrogate, which only the slower encoder takes
        text = "".join(json.dumps(v, ensure_ascii=False, separators=(",", ":")) + "\n" for v in values)
    return _safe(text[:-1])


def _safe(text: str) -> str:
    return text if text.isascii() and "\x7f" not in text else HIDDEN.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    """``\\u202e``; two of them for a character beyond the first plane."""
    units = match.group().encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[k : k + 4]}" for k in range(0, len(units), 4))
