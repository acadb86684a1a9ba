"""rashomon.toml and [tool.rashomon]: where they are looked for, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.model import CompareError
from compare.settings import Settings, find_home, read_settings

FULL = 'fail-on = "error"\nreports = "out/pages"\n[rules]\ndate = "off"\n[names]\nA = ["B"]\n'


def test_nothing_said(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings({}, {}, "warning", "reports")


def test_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "rashomon.toml").write_text(FULL)
    settings = Settings({"date": "off"}, {"A": ("B",)}, "error", "out/pages")
    assert read_settings(tmp_path) == settings
    (tmp_path / "rashomon.toml").rename(tmp_path / "other.toml")
    table = FULL.replace("[rules]", "[tool.rashomon.rules]").replace("[names]", "[tool.rashomon.names]")
    (tmp_path / "pyproject.toml").write_text(f"[tool.rashomon]\n{table}")
    assert read_settings(tmp_path) == settings
    (tmp_path / "rashomon.toml").write_text("")
    assert read_settings(tmp_path) == Settings({}, {}), "its own file goes before the shared one"


def test_another_s_file_is_none_of_our_business(tmp_path: Path) -> None:
    for content in ("[tool.black]\n", "not = [toml", "[tool]\nrashomon-plugin = 1\n"):
        (tmp_path / "pyproject.toml").write_text(content)
        assert read_settings(tmp_path) == Settings({}, {})


@pytest.mark.parametrize("folder", ["/etc", "..", "a/../..", "", " "])
def test_reports_stay_in_the_repository(tmp_path: Path, folder: str) -> None:
    (tmp_path / "rashomon.toml").write_text(f'reports = "{folder}"\n')
    with pytest.raises(CompareError, match="is no folder of this repository"):
        read_settings(tmp_path)


@pytest.mark.parametrize("marker", ["sources/", "rashomon.toml", "pyproject.toml"])
def test_home_is_the_nearest_above(tmp_path: Path, marker: str) -> None:
    deep = tmp_path / "repository" / "a" / "b"
    deep.mkdir(parents=True)
    home = tmp_path / "repository"
    (home / ".git").mkdir()
    assert find_home(deep) == home, "not above the top of a git repository"
    if marker == "sources/":
        (home / "a" / "sources").mkdir()
    else:
        (home / "a" / marker).write_text("[tool.rashomon]\n" if "py" in marker else "")
    assert find_home(deep) == home / "a"
