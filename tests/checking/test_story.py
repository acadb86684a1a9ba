"""The life of an event, from an empty repository, through the real command; and the same through pre-commit."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]

ROOT = Path(__file__).resolve().parents[2]
BRIDGE = Path("sources/bridge")


def new_ones(out: str) -> list[str]:
    return re.findall(r"^  (?:error|warning|note)  \S+  ([0-9a-f]{16})$", out, re.M)


def edit(name: str, old: str, new: str) -> None:
    path = BRIDGE / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


Checked = Callable[[], tuple[int, str]]


def story(rashomon: Run, check: Checked) -> None:
    """Tell the story; ``check`` runs the check and gives its exit code and what it printed."""
    assert rashomon("add", "bridge", "../courier.txt", "../herald.txt", "--title", "The bridge").returncode == 0
    assert sorted(path.name for path in BRIDGE.iterdir()) == ["accepted.toml", "courier.txt", "event.toml", "herald.txt"]

    code, out = check()
    assert code == 1
    (first,) = new_ones(out)
    for said in ("eleven years”", "sources/bridge/courier.txt:3", "sources/bridge/herald.txt:3", "reports/bridge.html",
                 "rashomon review bridge"):  # fmt: skip
        assert said in out, said

    done = rashomon("accept", "bridge", first[:6], "--reason", "The Herald counts the first plan, too.")
    assert (done.returncode, done.stderr) == (0, "bridge: 1 accepted\n")
    accepted = (BRIDGE / "accepted.toml").read_text(encoding="utf-8")
    assert 'by = "Ann Dole <ann@courier.example>"' in accepted and "{eleven}" in accepted
    assert check()[0] == 0

    edit("courier.txt", "to a town on the coast in the autumn", "to a village inland next spring")
    code, out = check()
    assert code == 2 and "rashomon add --update bridge" in out
    assert "line 5: “town on the coast in the autumn” is now “village inland next spring”" in out
    done = rashomon("add", "--update", "bridge")
    assert done.returncode == 0 and "is now “village inland next spring”" in done.stderr
    assert check()[0] == 0, "an edit elsewhere keeps the acceptance"

    edit("herald.txt", "twelve", "thirteen")
    assert check()[0] == 2
    assert rashomon("add", "--update", "bridge").returncode == 0
    code, out = check()
    assert code == 1
    (changed,) = new_ones(out)
    assert changed != first and "thirteen years”" in out

    edit("herald.txt", "thirteen", "twelve")
    assert rashomon("add", "--update", "bridge").returncode == 0
    code, out = check()
    assert code == 0 and not new_ones(out), "the words are as they were, and so the acceptance holds"

    text = (BRIDGE / "herald.txt").read_text(encoding="utf-8")
    (BRIDGE / "herald.txt").write_text(re.sub(r'"We have.*\n\n', "", text), encoding="utf-8")
    assert rashomon("add", "--update", "bridge").returncode == 0
    code, out = check()
    assert code == 0 and f"stale  {first}" in out and "rashomon prune bridge" in out
    assert rashomon("check", "--strict").returncode == 1
    done = rashomon("prune", "bridge")
    assert done.returncode == 0 and f"bridge: {first}" in done.stderr
    assert first not in (BRIDGE / "accepted.toml").read_text(encoding="utf-8")
    code, out = check()
    assert code == 0 and "stale  " not in out
    assert rashomon("check", "--strict").returncode == 0


def test_the_story(rashomon: Run) -> None:
    def check() -> tuple[int, str]:
        done = rashomon("check")
        assert not done.stderr or (done.returncode == 2 and re.fullmatch(r"rashomon: \S.*\n", done.stderr))
        return done.returncode, done.stdout + done.stderr

    story(rashomon, check)


def needs(tool: str) -> None:
    if shutil.which(tool) is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{tool} is not installed")
        pytest.skip(f"{tool} is not installed")


def test_the_story_through_pre_commit(environment: Path, rashomon: Run, call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hook as the project offers it, run by pre-commit at a commit; installed already, as without a network."""
    needs("pre-commit")
    import yaml

    monkeypatch.setenv("PRE_COMMIT_HOME", str(environment.parent / "pre-commit"))
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = {"repos": [{"repo": "local", "hooks": [hook | {"language": "system", "verbose": True} for hook in hooks]}]}
    (environment / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (environment / ".gitignore").write_text("reports/\n", encoding="utf-8")
    assert call("pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")).returncode == 0
    assert call("pre-commit", "install").returncode == 0

    def check() -> tuple[int, str]:
        call("git", "add", "--all")
        done = call("git", "commit", "--message", "A step")
        if "(no files to check)" in done.stderr:  # all is as it was committed
            done = call("pre-commit", "run", "--all-files")
        out = done.stdout + done.stderr
        found = re.search(r"- exit code: (\d)", out)
        assert bool(found) == (done.returncode != 0), out
        return int(found[1]) if found else 0, out

    story(rashomon, check)
    assert len(call("git", "log", "--oneline").stdout.splitlines()) == 4, "commits that passed"
