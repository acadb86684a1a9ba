"""Writing: whole or not at all, and never on top of what cannot be lost."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from compare.model import CompareError
from compare.output import write_output


def test_a_new_file_with_its_folders(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "report.txt"
    write_output(str(target), "“so” \U0001f309\n")
    assert target.read_bytes() == "“so” \U0001f309\n".encode()
    assert [path.name for path in target.parent.iterdir()] == ["report.txt"]


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old and long\n" * 99)
    target.chmod(0o640)
    write_output(str(target), "new\n")
    assert target.read_text() == "new\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_is_as_open_as_others(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_output(str(tmp_path / "report.txt"), "new\n")
    assert (tmp_path / "report.txt").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_output(str(tmp_path / "link.txt"), "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


@pytest.mark.parametrize("step", ["os.fsync", "os.chmod", "os.replace"])
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "stopped"]
)
@pytest.mark.parametrize("before", ["the old report", None], ids=["old", "new"])
def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException, before: str | None
) -> None:
    target = tmp_path / "report.txt"
    if before is not None:
        target.write_text(before)

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(step, fail)
    with pytest.raises((CompareError, KeyboardInterrupt)):
        write_output(str(target), "new and whole\n")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == ([] if before is None else [target])
    assert before is None or target.read_text() == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "is a folder"),
        ("file/report.txt", "a file stands where its folder should be"),
        ("x" * 300, "cannot be written"),
    ],
)
def test_what_cannot_be_written_says_what_to_do(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CompareError, match=f"{said}.*; (name|end)|{said}; name"):
        write_output(str(tmp_path / name), "report")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_write_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.txt"
    target.write_text("kept")
    monkeypatch.setattr(os, "access", lambda *_: False)  # a superuser may write everything
    with pytest.raises(CompareError, match="write-protected"):
        write_output(str(target), "new")
    assert target.read_text() == "kept"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_output(str(pipe), "through")
    assert os.read(reader, 99) == b"through"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_takes_everything() -> None:
    write_output(os.devnull, "nothing of it stays")
    assert not Path(os.devnull).is_file()


def test_what_utf_8_cannot_hold_is_written_out(tmp_path: Path) -> None:
    write_output(str(tmp_path / "report.txt"), "half \ud83d")
    assert (tmp_path / "report.txt").read_text() == "half \\ud83d"


def test_standard_output_takes_utf_8_after_what_was_printed(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    print("first", flush=False)
    write_output("-", "“then”\n")
    assert capfdbinary.readouterr().out == "first\n“then”\n".encode()


def test_closed_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(CompareError, match="closed; name a file"):
        write_output("-", "text")
