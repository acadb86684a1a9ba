"""The README tells the truth: its excerpt is what the program prints, its commands and tables are real.

``python tests/test_readme.py`` writes the excerpt anew.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path

import click
import pytest

from compare.cli import COMMANDS, main
from compare.reporting import ENDINGS, FORMATS
from compare.rules import rules

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
EXCERPT = re.compile(r"(?<=^```console\n)\$ rashomon (.*)\n((?:.*\n)*?)(?=```$)", re.MULTILINE)


def printed(arguments: str) -> str:
    """What the program prints where no terminal says how wide it is."""
    command = [sys.executable, "-m", "compare.cli", *shlex.split(arguments)]
    env = {**os.environ, "COLUMNS": "80", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=True
    ).stdout


def write_excerpts() -> None:
    """Every excerpt of the README as the program prints it now."""
    text = README.read_text(encoding="utf-8")
    text = EXCERPT.sub(lambda m: f"$ rashomon {m[1]}\n{printed(m[1])}", text)
    README.write_text(text, encoding="utf-8")


def text() -> str:
    return README.read_text(encoding="utf-8")


def column(title: str) -> list[str]:
    """The first column of the table that follows a header cell, without backticks."""
    table = re.search(rf"^\| {re.escape(title)} \|.*\n\|[ |-]+\n((?:\|.*\n)+)", text(), re.MULTILINE)
    assert table, title
    return [row.split("|")[1].strip().strip("`") for row in table[1].splitlines()]


def test_the_excerpt_is_real() -> None:
    excerpts = EXCERPT.findall(text())
    assert excerpts
    for arguments, shown in excerpts:
        assert shown == printed(arguments), "run: python tests/test_readme.py"


def test_the_tables_are_complete() -> None:
    assert sorted(column("kind")) == sorted(rules())
    assert {row.split()[1] for row in column("command")} == set(COMMANDS)
    assert column("`--format`") == list(FORMATS)
    assert column("code") == ["0", "1", "2"]
    for ending, name in ENDINGS.items():
        assert re.search(rf"^\| `{name}` \|[^|]*`{re.escape(ending)}`", text(), re.MULTILINE)


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/dependencies.md", "docs/formats.md", "docs/archives.md", "docs/scale.md", "docs/library.md", "benchmarks/README.md"]
)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_options_named_exist() -> None:
    context = click.Context(main)
    found = [main.get_command(context, name) for name in COMMANDS]
    known = {name for command in found if command for option in command.params for name in option.opts}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", re.sub(r"`?pip .*|.*pip install.*", "", text())))
    assert named <= known | {"--help", "--version"}


def commands() -> list[str]:
    """The two commands: everything set up and the report written; everything set up and tested."""
    return re.findall(r"^python3 -m venv .*$", text(), re.MULTILINE)


def test_the_two_commands() -> None:
    report, test = commands()
    for command in (report, test):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install -q ")
        assert f"```sh\n{command}\n```" in text()
    _, program, compare, *sources, option, file = shlex.split(report)[-7:]
    assert (program, compare, option, file) == (
        ".venv/bin/rashomon",
        "compare",
        "-o",
        "reports/kennebunkport.html",
    )
    assert all((ROOT / source).is_file() for source in sources)
    assert test.endswith(" && .venv/bin/python -m pytest -n 2")


def test_ci_runs_them() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    last = script.read_text(encoding="utf-8").rstrip().splitlines()[-1]
    assert last == 'bash -c "${commands[1]}"'
    extract = next(
        line for line in script.read_text(encoding="utf-8").splitlines() if line.startswith("mapfile")
    )
    ran = subprocess.run(
        ["bash", "-c", f'{extract}; printf "%s\\n" "${{commands[@]}}"'],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines() == commands()


def test_the_kept_report_is_what_the_program_writes() -> None:
    kept = ROOT / "reports" / "kennebunkport.html"
    if not kept.exists():
        pytest.skip("the report is not here")
    arguments = shlex.split(commands()[0])
    sources = arguments[arguments.index("compare") + 1 : arguments.index("-o")]
    assert printed(f"compare {shlex.join(sources)} --format html").encode() == kept.read_bytes(), (
        "write it again"
    )


def test_dependencies_are_the_same_everywhere() -> None:
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    needed = re.findall(r"^[a-z-]+(?=>=)", setup["options"]["install_requires"], re.MULTILINE)
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == sorted(needed)
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert list(build) == ["build-system"]


if __name__ == "__main__":
    write_excerpts()
