"""A manifest to its rows, one at a time: CSV with a header, JSON Lines, Parquet, or a folder of event folders."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.archives.delimited import read_delimited
from compare.events import read_event
from compare.events.folders import BESIDE, TEXTS
from compare.model import CompareError
from compare.tables import iso_date, nearest

NEEDED = ("event", "source")
KNOWN = (*NEEDED, "label", "published", "url")
"""Columns that mean something here; others may stand in a manifest and are passed over."""

LONGEST = 1000
"""Characters the name of an event may have: it stands in every row of every table."""


@dataclass(frozen=True, slots=True)
class Row:
    """A source of an event as the manifest names it; ``line`` (of Parquet: row) counts from 1; 0: a folder, which has none."""

    line: int
    event: str
    source: str
    label: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be done, and why; ``event`` and ``source`` where they are known."""

    line: int
    event: str | None
    source: str | None
    reason: str

    def told(self) -> str:
        """The reason, with the source that it is about."""
        named = self.source is None or self.source in self.reason
        return self.reason if named else f"{self.source}: {self.reason}"


def read_manifest(path: Path) -> Iterator[Row | Fault]:
    """The rows in order, and a fault for each that is none; CompareError where the whole cannot be read.

    One row is in memory at a time.
    """
    if path.is_dir():
        return _folders(path)
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise CompareError(f"{path}: {error.strerror}; name a CSV, JSON Lines or Parquet file, or a folder of events") from error
    if head.startswith(b"PAR1"):
        return _parquet(path)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head[:2].count(0) == 1:
        raise CompareError(f"{path}: not UTF-8 but UTF-16; save it as UTF-8")
    if b"\0" in head:
        raise CompareError(f"{path}: neither CSV nor JSON Lines nor Parquet; export the table as one of them")
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begin.startswith(b"["):
        raise CompareError(f"{path}: a JSON array; write one object a line, as jq -c '.[]' does")
    return _decoded(path, _json_lines(path) if begin.startswith(b"{") else _csv(path))


def base_of(path: Path) -> Path:
    """The folder from which sources are named: that of the manifest, or the folder of events itself."""
    return path if path.is_dir() else path.parent


def _decoded(path: Path, rows: Iterator[Row | Fault]) -> Iterator[Row | Fault]:
    try:
        yield from rows
    except UnicodeDecodeError as error:
        raise CompareError(f"{path}: not UTF-8 ({error.reason}); save it as UTF-8") from error
    except OSError as error:
        raise CompareError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def _csv(path: Path) -> Iterator[Row | Fault]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = read_delimited(file, "\t" if path.suffix.lower() == ".tsv" else ",", NEEDED)
        _, first = next(rows, (1, []))
        if isinstance(first, str):
            raise CompareError(f"{path}: no header that could be read: {first}")
        header = [name.strip().lower() for name in first]
        _check_header(path, header)
        for line, cells in rows:
            if isinstance(cells, str):
                yield Fault(line, None, None, cells)
            elif len(cells) > len(header):
                yield Fault(line, None, None, f"{len(cells)} cells under {len(header)} columns; put those with a comma in quotation marks")
            elif any(cell.strip() for cell in cells):
                yield _row(line, dict(zip(header, cells, strict=False)))


def _check_header(path: Path, header: list[str]) -> None:
    for name in NEEDED:
        if name not in header:
            parted = len(header) == 1 and re.search(r"\W", header[0])
            hint = nearest(name, iter(header)) if any(header) else "it has no header."
            hint = "columns are parted by commas, semicolons or tabs." if parted else hint if hint.endswith(("?", ".")) else f"{hint}."
            raise CompareError(f"{path}: has no column {name}; {hint} A manifest begins with a line such as event,source,label,published,url")
    for name in KNOWN:
        if header.count(name) > 1:
            raise CompareError(f"{path}: has the column {name} twice; keep one")


def _parquet(path: Path) -> Iterator[Row | Fault]:
    from compare.archives.parquet import read_cells

    rows = read_cells(path, KNOWN)
    _check_header(path, list(next(rows)))
    yield from (_row(number, cells) for number, cells in enumerate(rows, 1))


def _json_lines(path: Path) -> Iterator[Row | Fault]:
    import json

    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for line, text in enumerate(file, 1):
            if not text.strip():
                continue
            try:
                value = json.loads(text)
            except (ValueError, RecursionError) as error:
                yield Fault(line, None, None, f"not JSON ({str(error).splitlines()[0]}); write one object a line")
                continue
            if isinstance(value, dict):
                yield _row(line, value)
            else:
                yield Fault(line, None, None, "not an object; write one object a line, with event and source")


def _row(line: int, cells: Mapping[str, Any]) -> Row | Fault:
    """The row that cells make; numbers are taken as they are written."""
    values: dict[str, str | None] = dict.fromkeys(KNOWN)
    for name in KNOWN:
        cell = cells.get(name)
        if isinstance(cell, (str, int, float)) and not isinstance(cell, bool):
            values[name] = str(cell).strip() or None
        elif isinstance(cell, Exception):
            return Fault(line, None, None, f"{name} cannot be read ({cell}); mend it")
        elif cell is not None:
            return Fault(line, None, None, f"{name} must be text")
    event, source = values["event"], values["source"]
    for value in values.values():
        if value and re.search(r"[\ud800-\udfff\0]", value):
            return Fault(line, None, None, "half a character, or a null, in it; mend the line")
    if event is None or source is None:
        return Fault(line, event, source, f"no {'event' if event is None else 'source'}; name one")
    if len(event) > LONGEST:
        return Fault(line, None, source, f"event has {len(event):,} characters; name it with {LONGEST:,} or fewer")
    try:
        published = _day(values["published"])
    except CompareError as error:
        return Fault(line, event, source, str(error))
    return Row(line, event, source, values["label"], published, values["url"])


def _day(value: str | None) -> str | None:
    """The ISO date of a date, or of a date with a time behind it."""
    if value is None:
        return None
    return iso_date(value[:10] if re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:", value) else value, "published")


def _folders(path: Path) -> Iterator[Row | Fault]:
    """The sources of each folder in it: those that an event.toml lists, else the files that are texts."""
    names = sorted(e.name for e in os.scandir(path) if e.is_dir() and not e.name.startswith("."))
    if not names:
        loose = f", or find events among the texts in it with 'rashomon pair {path} -o archive.csv'" if texts_in(path) else ""
        raise CompareError(f"{path}: no event folders in it; name the folder that holds them{loose}")
    for name in names:
        try:
            event = read_event(path / name)
            sources = list(event.sources) if event else texts_in(path / name)
        except (CompareError, OSError) as error:
            yield Fault(0, name, None, str(error))
            continue
        if not sources:
            yield Fault(0, name, None, f"{path / name}: no texts in it")
        yield from (_row(0, {"event": name, "source": f"{name}/{source}"}) for source in sources)


def texts_in(folder: Path) -> list[str]:
    """The names of the texts that lie in a folder itself."""
    return sorted(
        e.name
        for e in os.scandir(folder)
        if os.path.isfile(e) and Path(e.name).suffix.lower() in TEXTS and e.name not in BESIDE and not e.name.startswith(".")
    )
