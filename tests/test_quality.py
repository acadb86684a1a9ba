"""Lint and types, as tests: one command checks everything."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

CHECKS = {"ruff": ["check", "--no-cache", "--output-format=concise"], "mypy": ["--cache-dir", os.devnull]}


@pytest.mark.parametrize("tool", CHECKS)
def test_nothing_to_complain_about(tool: str) -> None:
    if find_spec(tool) is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{tool} is not installed")
        pytest.skip(f"{tool} is not installed: pip install '.[test]'")
    ran = subprocess.run(
        [sys.executable, "-m", tool, *CHECKS[tool]], cwd=ROOT, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
