"""Where a command works: the repository's home folder, its settings, what is asked of its events."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.checking.event import Check
    from compare.events.folders import Folder
    from compare.model import Comparison


def home() -> Path:
    """The folder with ``sources/`` in it, as it is called from here."""
    from compare.settings import find_home

    here = Path.cwd()
    found = find_home(here)
    return Path() if found == here else Path(os.path.relpath(found, here))


def today() -> str:
    """The date, as an ISO date; SOURCE_DATE_EPOCH (seconds) says another."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = time.gmtime(int(epoch)) if epoch.isdigit() else time.localtime()
    return time.strftime("%Y-%m-%d", moment)


def the_check() -> Check:
    """A check with the settings of the repository, and the user's cache."""
    from compare.checking.cache import cache_folder, code_digest
    from compare.checking.event import Check
    from compare.settings import read_settings

    place = home()
    settings = read_settings(place)
    return Check(place, settings, today(), code_digest(), cache_folder())


def event(name: str, check: Check) -> tuple[Folder, Comparison]:
    """An event and the comparison of its sources; CompareError where it cannot be told."""
    from compare.checking.cache import Cache
    from compare.checking.event import compare_folder
    from compare.events.folders import read_folder

    folder = read_folder(check.home, name)
    return folder, compare_folder(folder, check, Cache(check.cache))


def who(by: str | None, place: Path) -> str:
    """Who reviews: as said, else git's user; CompareError where neither is known."""
    from compare.checking.revisions import reviewer
    from compare.model import CompareError

    name = (by or "").strip() or reviewer(place)
    if not name:
        raise CompareError('git does not know who you are; give --by NAME, or git config user.name "NAME"')
    return name
