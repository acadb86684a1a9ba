"""A folder to accept discrepancies in, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.model import Acceptance


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "bridge"
    path.mkdir()
    return path


@pytest.fixture
def because() -> Acceptance:
    return Acceptance("Two interpreters.", "Ann Dole", "2026-03-09")
