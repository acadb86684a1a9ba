"""What git knows: which events were touched, who is working here, what a file held before."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

from compare.events.folders import SOURCES
from compare.model import CompareError
from compare.settings import FILE, SHARED


def changed_events(home: Path, revision: str) -> list[str] | None:
    """Names of the events touched since the revision's common ancestor with HEAD, also uncommitted and untracked.

    None where settings were touched that hold for all. CompareError where this is
    no git repository, or there is no such revision.
    """
    if _git(home, "rev-parse", "--is-inside-work-tree") is None:
        raise CompareError(
            f"--changed-since {revision}: {_shown(home)} is in no git repository, or there is no git; leave it out to check every event"
        )
    commit = _git(home, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise CompareError(
            f"--changed-since {revision}: git knows no such revision; fetch it (git fetch --unshallow brings all), or check its name"
        )
    since = _git(home, "merge-base", commit.strip(), "HEAD") or commit
    kept = [SOURCES, FILE, SHARED]
    touched = _git(
        home, "diff", "--name-only", "--no-renames", "--relative", "-z", since.strip(), "--", *kept
    )
    untracked = _git(home, "ls-files", "--others", "--exclude-standard", "-z", "--", *kept)
    if touched is None or untracked is None:
        raise CompareError(
            f"--changed-since {revision}: git cannot compare with it; check the repository with git status"
        )
    paths = [Path(path) for path in (touched + untracked).split("\0") if path]
    if any(path.parts[0] != SOURCES for path in paths):
        return None
    return sorted(
        {path.parts[1] for path in paths if len(path.parts) > 2 and (home / SOURCES / path.parts[1]).exists()}
    )


def reviewer(home: Path) -> str:
    """Git's user as ``Name <address>``, as much of it as is set; empty where nothing is."""
    name, address = ((_git(home, "config", f"user.{key}") or "").strip() for key in ("name", "email"))
    return f"{name} <{address}>" if name and address else name or address


def recorded(home: Path, path: Path, digest: str) -> bytes | None:
    """What a file held in git's index or its last commits, if that has the checksum."""
    log = _git(home, "log", "-n", "20", "--format=%H", "--", str(path.relative_to(home))) or ""
    for revision in ("", *log.split()):
        content = _bytes(home, "cat-file", "blob", f"{revision}:./{path.relative_to(home).as_posix()}")
        if content is not None and sha256(content).hexdigest() == digest:
            return content
    return None


def _git(home: Path, *args: str) -> str | None:
    content = _bytes(home, *args)
    return None if content is None else content.decode("utf-8", "surrogateescape")


def _bytes(home: Path, *args: str) -> bytes | None:
    """What git prints, None where it fails or is not there; nothing a repository configures is run."""
    command = [
        "git",
        "-c",
        "core.quotePath=false",
        "-c",
        "core.fsmonitor=false",
        "-C",
        str(home),
        "--no-pager",
        *args,
    ]
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _shown(home: Path) -> str:
    return "this folder" if str(home) == "." else str(home)
