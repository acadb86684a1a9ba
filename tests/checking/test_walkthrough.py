"""docs/ci.md can be followed to the letter: its commands print what it shows, its files are what comes out."""

from __future__ import annotations

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ci.md"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def blocks(kind: str) -> list[str]:
    """The blocks of one language, in order, up to the settings: from there on there is nothing to follow."""
    walk = PAGE.read_text(encoding="utf-8").partition("## Settings")[0]
    return [text for language, text in BLOCK.findall(walk) if language == kind]


def bash(script: str) -> str:
    """What a script prints to both streams, as a terminal shows them; its exit code may be any."""
    return subprocess.run(
        ["bash", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    ).stdout


def test_the_walk_from_an_empty_repository(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(environment.parent)
    (texts,) = blocks("sh")
    assert bash(texts) == ""
    monkeypatch.chdir("events")
    for name, value in (("name", "Ann Dole"), ("email", "ann@courier.example")):
        bash(f"git config user.{name} '{value}'")
    for command, shown in STEP.findall("".join(blocks("console"))):
        assert bash(command) == shown, command
    event, accepted = blocks("toml")
    checksum = hashlib.sha256(Path("sources/bridge/courier.txt").read_bytes()).hexdigest()
    assert f'sha256 = "{checksum}"' in event
    written = Path("sources/bridge/accepted.toml").read_text(encoding="utf-8")
    assert undated(accepted) in undated(written)
    assert "reports" not in bash("git status --short")


def undated(text: str) -> str:
    return re.sub(r"^on = .*$", "", text, flags=re.MULTILINE)
