"""What holds for every event: rashomon.toml, or [tool.rashomon] in pyproject.toml.

fail-on = "error"
reports = "reports"

[rules]
only-claim = "off"

[names]
"Vladimir Putin" = ["Wladimir Putin"]

A flag goes before an event.toml, and that before these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from compare.aliases import Names, names_of
from compare.events import fail_on_of
from compare.events.folders import SOURCES
from compare.model import CompareError
from compare.severities import Severities, severities_of
from compare.tables import Table, check_keys, parse_table, read_table

FILE, SHARED = "rashomon.toml", "pyproject.toml"

KEYS = {"fail-on": "text", "reports": "text", "rules": "table", "names": "table"}
"""What may stand there, and of which kind it is."""

FAIL_ON = "warning"
"""From this severity on a new discrepancy stops the check, unless something else is said."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a repository; ``reports`` is a folder in it."""

    severities: Severities = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    fail_on: str = FAIL_ON
    reports: str = "reports"


def find_home(start: Path) -> Path:
    """The folder that ``sources/`` and the settings are in: the nearest above; else where we are.

    Not above the top of a git repository.
    """
    for folder in (start, *start.parents):
        if (folder / FILE).is_file() or (folder / SOURCES).is_dir() or _shared(folder):
            return folder
        if (folder / ".git").exists():
            return folder
    return start


def read_settings(home: Path) -> Settings:
    """The settings of a repository; CompareError, with its place, for what cannot be one."""
    path = home / FILE
    own = read_table(path)
    table, text = own if own is not None else (None, "")
    if table is None:
        path = home / SHARED
        shared = _shared(home)
        table, text = shared if shared else ({}, "")
    where = path.name if own is not None else f"{path.name}: tool.rashomon"
    check_keys(table, KEYS, where, text)
    return Settings(
        severities_of(table.get("rules", {}), where),
        names_of(table.get("names", {}), where),
        fail_on_of(table, where) or FAIL_ON,
        _folder(table, where),
    )


def _folder(table: Table, where: str) -> str:
    folder = str(table.get("reports", "reports"))
    if not folder.strip() or Path(folder).is_absolute() or ".." in Path(folder).parts:
        raise CompareError(
            f"{where}: reports: {folder!r} is no folder of this repository; write one such as reports"
        )
    return folder


def _shared(folder: Path) -> tuple[Table, str] | None:
    """[tool.rashomon] of a pyproject.toml, None where there is none; another's broken file is none of our business."""
    path = folder / SHARED
    try:
        content = path.read_bytes()
    except OSError:
        return None
    if b"rashomon" not in content:
        return None
    data, text = parse_table(content, path)
    tool = data.get("tool")
    table = tool.get("rashomon") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise CompareError(f"{path.name}: tool.rashomon must be a table; write [tool.rashomon]")
    return None if table is None else (table, text)
