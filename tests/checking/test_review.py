"""rashomon review in a terminal: accept, skip, back, quit; saved after each."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

pty = pytest.importorskip("pty", reason="no terminals like these here")

Run = Callable[..., "CompletedProcess[str]"]
ACCEPTED = Path("sources/bridge/accepted.toml")


class Terminal:
    """A program in a terminal of its own, to type at and to read from."""

    def __init__(self, *args: str) -> None:
        self.child, self.end = pty.fork()
        if self.child == 0:
            os.environ["TERM"] = "xterm"
            os.execv(sys.executable, [sys.executable, "-m", "compare.cli", *args])
        self.seen = ""

    def until(self, words: str) -> str:
        """What was printed up to these words; they must come within a minute."""
        limit = time.monotonic() + 60
        while words not in self.seen:
            assert time.monotonic() < limit, self.seen
            try:
                self.seen += os.read(self.end, 4096).decode("utf-8", "replace").replace("\r\n", "\n")
            except OSError as error:
                raise AssertionError(f"it ended before {words!r}: {self.seen}") from error
        shown, _, self.seen = self.seen.partition(words)
        return shown

    def type(self, keys: str) -> None:
        os.write(self.end, keys.encode())

    def ended(self) -> int:
        try:
            while os.read(self.end, 4096):
                pass
        except OSError:
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


@pytest.fixture
def two_new(environment: Path, rashomon: Run) -> None:
    """An event with two differences to review."""
    for name, word in (("courier", "small"), ("herald", "large")):
        path = environment.parent / f"{name}.txt"
        path.write_text(
            path.read_text(encoding="utf-8") + f'\n"It will carry a {word} number of heavy lorries over the river," Tom Marsh said.\n',
            encoding="utf-8",
        )
    assert rashomon("add", "bridge", "../courier.txt", "../herald.txt").returncode == 0


def entries() -> int:
    return len(re.findall(r"^\[", ACCEPTED.read_text(encoding="utf-8"), re.M))


def test_a_review(two_new: None, rashomon: Run) -> None:
    terminal = Terminal("review", "bridge", "--until", "2999-01-01")
    first = terminal.until("quit]")
    assert "1 of 2" in first and "{eleven}" in re.sub(r"\x1b\[[\d;]*m", "", first) and "courier" in first
    terminal.type("s\n")
    assert "2 of 2" in terminal.until("quit]")
    terminal.type("b\n")
    assert "1 of 2" in terminal.until("quit]")
    terminal.type("a\n")
    terminal.until("why:")
    terminal.type("Counted from “the plan”.\n")
    assert "accepted" in terminal.until("2 of 2")
    assert entries() == 1, "saved at once"
    terminal.until("quit]")
    terminal.type("nonsense\n")
    terminal.until("quit]")
    terminal.type("b\n")
    assert "1 of 2 · accepted" in terminal.until("quit]")
    terminal.type("a\n")
    terminal.until("2 of 2")
    terminal.until("quit]")
    terminal.type("q\n")
    terminal.until("1 of 2 accepted; rashomon check bridge")
    assert terminal.ended() == 0
    text = ACCEPTED.read_text(encoding="utf-8")
    assert 'reason = "Counted from “the plan”."' in text and "until = 2999-01-01" in text
    assert rashomon("check").returncode == 1

    terminal = Terminal("review", "bridge")
    assert "1 of 1" in terminal.until("quit]")
    terminal.type("a\n")
    terminal.until("why:")
    terminal.type("\x04")  # no reason after all
    assert "a reason is needed" in terminal.until("quit]")
    terminal.type("a\n")
    terminal.until("why:")
    terminal.type("Different lorries.\n")
    terminal.until("1 of 1 accepted")
    assert terminal.ended() == 0 and entries() == 2
    assert rashomon("check").returncode == 0
    terminal = Terminal("review", "bridge")
    terminal.until("nothing new to review")
    assert terminal.ended() == 0


def test_ending_a_review_at_any_prompt_keeps_what_was_saved(two_new: None) -> None:
    terminal = Terminal("review", "bridge")
    terminal.until("quit]")
    terminal.type("a\n")
    terminal.until("why:")
    terminal.type("So.\n")
    terminal.until("quit]")
    terminal.type("\x04")
    assert terminal.ended() == 0 and entries() == 1


def test_another_was_quicker(two_new: None, rashomon: Run) -> None:
    terminal = Terminal("review", "bridge", "--by", "Bea")
    terminal.until("quit]")
    assert rashomon("accept", "bridge", "--all", "--reason", "Mine.").returncode == 0
    terminal.type("a\n")
    terminal.until("why:")
    terminal.type("Too late.\n")
    terminal.until("accepted meanwhile by somebody else")
    terminal.until("quit]")
    terminal.type("q\n")
    assert terminal.ended() == 0
    assert "Too late." not in ACCEPTED.read_text(encoding="utf-8")
