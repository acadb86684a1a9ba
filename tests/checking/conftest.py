"""Event folders in a new repository, and the real command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

COURIER = """\
The new bridge over the Lenne was opened to traffic on Monday morning before a small crowd.

"We have waited eleven years for this bridge, and nobody will have to take the ferry again," Mayor Ada Holm said.

The ferry will be sold to a town on the coast in the autumn, according to its owners.
"""
HERALD = """\
A crowd gathered on Monday morning as the new bridge over the Lenne was opened to traffic.

"We have waited twelve years for this bridge, and nobody will have to take the ferry again," Mayor Ada Holm said.

Fishermen fear that the pillars will drive the salmon away.
"""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with nothing in it but two texts beside it, and a cache and a user of its own."""
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name in [name for name in os.environ if name.startswith(("GIT_DIR", "GIT_INDEX", "GIT_WORK", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    (tmp_path / "courier.txt").write_text(COURIER, encoding="utf-8")
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    repository = tmp_path / "repository"
    repository.mkdir()
    monkeypatch.chdir(repository)
    for command in (["init", "-q"], ["config", "user.name", "Ann Dole"], ["config", "user.email", "ann@courier.example"]):
        subprocess.run(["git", *command], check=True)
    return repository


@pytest.fixture
def call(environment: Path) -> Run:
    """Run a program; its output as text."""

    def run(*command: str, **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)  # type: ignore[call-overload,no-any-return]

    return run


@pytest.fixture
def rashomon(call: Run) -> Run:
    """Run the real command; on a failure of the second kind it says so in one line."""

    def run(*args: str, **options: object) -> subprocess.CompletedProcess[str]:
        done = call(sys.executable, "-m", "compare.cli", *args, **options)
        assert "Traceback" not in done.stderr + done.stdout, done.stderr
        return done

    return run
