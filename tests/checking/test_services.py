"""The GitHub Action and the GitLab template: their steps, as far as they run without the services."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import yaml

Run = Callable[..., "CompletedProcess[str]"]

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "templates" / "rashomon.gitlab-ci.yml").read_text(encoding="utf-8"))


@pytest.fixture
def bin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``rashomon`` as a command of this installation."""
    if shutil.which("bash") is None:
        pytest.skip("there is no bash")
    import sys

    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "rashomon").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m compare.cli "$@"\n')
    (folder / "rashomon").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def act(inputs: dict[str, str], temporary: Path) -> tuple[int, str, dict[str, str]]:
    """Run the action's own steps as a runner does; exit code, log, and the files it wrote for the runner."""
    values = {name: known.get("default", "") for name, known in ACTION["inputs"].items()} | inputs
    written = {name: temporary / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    log, code = "", 0
    for step in ACTION["runs"]["steps"]:
        if "run" not in step or step["name"] == "Install":
            continue
        assert "${{" not in step["run"], "what is typed in would become part of the script"
        given = {k: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: values[m[1]], v) for k, v in step["env"].items()}
        environment = os.environ | given | {name: str(path) for name, path in written.items()} | {"CI": "true"}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
        log, code = log + done.stdout + done.stderr, done.returncode
    return code, log, {name: path.read_text() if path.exists() else "" for name, path in written.items()}


def test_the_action(bin: None, environment: Path, rashomon: Run, tmp_path: Path) -> None:
    rashomon("add", "bridge", "../courier.txt", "../herald.txt")
    code, log, files = act({}, tmp_path)
    assert code == 1
    assert re.search(r"^::error file=sources/bridge/courier\.txt,line=3,", log, re.M)
    assert "rashomon review bridge" in log and "bridge" in files["GITHUB_STEP_SUMMARY"]
    assert files["GITHUB_OUTPUT"] == "sarif=rashomon.sarif\n"
    (found,) = [r for r in json.loads(Path("rashomon.sarif").read_text())["runs"][0]["results"] if r["level"] == "error"]
    assert found["ruleId"] == "quotation-wording"

    assert act({"fail-on": "never", "events": "bridge", "junit": "out.xml"}, tmp_path)[0] == 0
    assert Path("out.xml").exists()
    code, log, _ = act({"events": "$(touch hacked) bridge; touch hacked"}, tmp_path)
    assert code == 2 and not Path("hacked").exists() and "no name of an event" in log

    rashomon("accept", "bridge", "--all", "--reason", "Known.")
    code, log, _ = act({"strict": "true"}, tmp_path)
    assert code == 0 and "::error" not in log and "::warning" not in log


def test_the_action_on_what_a_branch_touches(bin: None, environment: Path, rashomon: Run, tmp_path: Path, call: Run) -> None:
    rashomon("add", "bridge", "../courier.txt", "../herald.txt")
    call("git", "add", "--all")
    call("git", "commit", "--quiet", "--message", "One")
    rashomon("add", "quay", "../courier.txt", "../herald.txt")
    code, log, _ = act({"changed-since": "HEAD"}, tmp_path)
    assert code == 1 and "quay" in log and "bridge: 1 new" not in log


def test_outputs_and_steps_of_the_action_are_there() -> None:
    steps: list[dict[str, Any]] = ACTION["runs"]["steps"]
    assert ACTION["runs"]["using"] == "composite" and all(step.get("shell") == "bash" for step in steps if "run" in step)
    assert {step["id"] for step in steps if "id" in step} == {"check"}
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text()))
    assert used == set(ACTION["inputs"])


def test_the_gitlab_template(bin: None, environment: Path, rashomon: Run) -> None:
    rashomon("add", "bridge", "../courier.txt", "../herald.txt")
    job = GITLAB["rashomon"]
    variables = job["variables"] | {"RASHOMON_CACHE": str(environment / ".cache" / "rashomon")}
    script = "\n".join(job["script"])

    def run() -> CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script], env=os.environ | variables, capture_output=True, text=True,
            encoding="utf-8", check=False,
        )  # fmt: skip

    done = run()
    assert done.returncode == 1 and "rashomon review bridge" in done.stdout
    assert job["artifacts"]["reports"]["junit"] == "rashomon.xml" and "<testsuite" in Path("rashomon.xml").read_text()
    assert "bridge" in Path("rashomon.md").read_text() and Path("reports/bridge.html").exists()
    assert any(Path(job["cache"]["paths"][0]).iterdir())
    rashomon("accept", "bridge", "--all", "--reason", "Known.")
    assert run().returncode == 0
