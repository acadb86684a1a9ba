"""One event folder to its outcome: sources read, compared or recalled, judged, and its page written."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from compare.aliases import Names
from compare.checking.cache import Cache
from compare.checking.outcome import Outcome, findings
from compare.checking.stored import from_bytes, to_bytes
from compare.events import Event
from compare.events.folders import SOURCES, ChangedSource, Folder, read_folder
from compare.model import CompareError, Comparison
from compare.output import write_output
from compare.pipeline import compare_accounts, read_account
from compare.review import FILE as ACCEPTED
from compare.review import Judged, judge, read_entries
from compare.settings import Settings
from compare.severities import Severities


@dataclass(frozen=True, slots=True)
class Check:
    """What is asked of every event. ``fail_on`` and ``severities`` are those of flags and go before all others.

    ``code`` is the digest of the program, ``cache`` the folder of records; ``pages``
    says whether pages are written, ``keep`` whether comparisons are handed back.
    """

    home: Path
    settings: Settings
    today: str
    code: str = ""
    cache: Path | None = None
    fail_on: str | None = None
    severities: Severities = field(default_factory=dict)
    pages: bool = True
    keep: bool = False


def check_event(name: str, check: Check) -> Outcome:
    """The outcome of one event; what is wrong with it is part of that, and nothing is raised."""
    try:
        return _checked(name, check)
    except ChangedSource as error:
        from compare.checking.changes import changes_of

        return Outcome(
            name, broken=str(error), details=tuple(changes_of(error, name, check.home, Cache(check.cache)))
        )
    except CompareError as error:
        return Outcome(name, broken=str(error))
    except Exception as error:
        if os.environ.get("RASHOMON_DEBUG"):
            raise
        return Outcome(
            name,
            broken=f"{SOURCES}/{name}: a fault of rashomon's own ({type(error).__name__}: {error}); please report it",
        )


def _checked(name: str, check: Check) -> Outcome:
    folder = read_folder(check.home, name)
    entries = read_entries(folder.path)
    cache = Cache(check.cache)
    for content in folder.contents.values():
        cache.keep_text(content)
    comparison = compare_folder(folder, check, cache)
    judged = judge(comparison, entries, check.today)
    if judged.malformed:
        raise CompareError(f"{folder.path / ACCEPTED}: {'; '.join(judged.malformed)}; complete what is missing, or take it out")
    fail_on = fail_on_in(folder.event, check)
    new = findings(judged.comparison, fail_on)
    statuses = [d.status for d in judged.comparison.discrepancies]
    # what is odd about a source is of interest to whoever has to look; the page says it in any case
    notices = [f"{a.label}: {notice}" for a in comparison.accounts for notice in a.notices] if new else []
    return Outcome(
        name,
        new,
        statuses.count("new") - len(new),
        statuses.count("accepted"),
        judged.stale,
        (*(f"{folder.path / ACCEPTED}: {remark}" for remark in judged.remarks), *folder.remarks, *notices),
        page=_page(name, judged, check, cache) if check.pages else "",
        stored=to_bytes(judged.comparison) if check.keep else b"",
    )


def fail_on_in(event: Event, check: Check) -> str:
    """From which severity on a new discrepancy stops the check of an event."""
    return check.fail_on or event.fail_on or check.settings.fail_on


def compare_folder(folder: Folder, check: Check, cache: Cache) -> Comparison:
    """The comparison of an event's sources, recalled where all it depends on is as it was."""
    severities = {**check.settings.severities, **folder.event.severities, **check.severities}
    names = {**check.settings.names, **folder.event.names}
    key = _key(folder, severities, names, check.code)
    stored = cache.get(key)
    if stored is not None:
        with suppress(ValueError):  # a damaged record is as good as none
            return from_bytes(stored)
    comparison = _compared(folder, severities, names)
    with suppress(UnicodeEncodeError):  # half a character in a text: computed anew each time
        cache.put(key, to_bytes(comparison))
    return comparison


def _compared(folder: Folder, severities: Severities, names: Names) -> Comparison:
    accounts = [
        read_account(
            f"{SOURCES}/{folder.name}/{file}",
            data=folder.contents[file],
            label=listed.label,
            published=listed.published,
            borrowed=listed.borrowed,
            publisher=listed.publisher,
        )
        for file, listed in folder.event.sources.items()
    ]
    return replace(compare_accounts(accounts, severities, names), title=folder.event.title)


def _key(folder: Folder, severities: Mapping[str, str], names: Names, code: str) -> str:
    """A digest of everything that the comparison depends on."""
    sources = [
        [file, sha256(folder.contents[file]).hexdigest(), known.label, known.published, known.borrowed, known.publisher]
        for file, known in folder.event.sources.items()
    ]
    parts = [
        code,
        folder.name,
        folder.event.title,
        sources,
        sorted(severities.items()),
        sorted(names.items()),
    ]
    return sha256(json.dumps(parts).encode()).hexdigest()


def _page(name: str, judged: Judged, check: Check, cache: Cache) -> str:
    """Where the event's page is; it is written where it is not there as it would be."""
    path = check.home / check.settings.reports / f"{name}.html"
    looked_at = [(d.id, d.severity, d.status, repr(d.acceptance)) for d in judged.comparison.discrepancies]
    accounts = [(a.label, a.publisher, a.published, a.sha256, a.source) for a in judged.comparison.accounts]
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    parts = ["page", check.code, judged.comparison.title, accounts, looked_at, epoch]
    key = sha256(json.dumps(parts).encode()).hexdigest()
    record = cache.get(key)
    with suppress(OSError):
        if record is not None and sha256(path.read_bytes()).hexdigest().encode() == record:
            return str(path)
    from compare.reporting import Subject, rendered

    write_output(str(path), rendered("html", [Subject(judged.comparison)]), lasting=False)
    cache.put(key, sha256(path.read_bytes()).hexdigest().encode())
    return str(path)
