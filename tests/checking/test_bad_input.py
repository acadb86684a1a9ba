"""What is wrong with events and commands: one clear line, exit 2, and nothing lost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from compare.cli import run

BRIDGE = Path("sources/bridge")
ID = "3e3f82e6679f2183"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Rashomon = Callable[..., Ran]


@pytest.fixture
def rashomon(environment: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Rashomon:
    """Run the program here, in a repository with one event, bridge."""
    monkeypatch.setenv("RASHOMON_DEBUG", "1")  # a fault of the program's own fails the test

    def call(*args: str) -> Ran:
        return Ran(run(args), *capfd.readouterr())

    assert call("add", "bridge", "../courier.txt", "../herald.txt").code == 0
    return call


def files(folder: Path = Path()) -> dict[str, bytes]:
    """Everything in the repository but git's own and the reports."""
    paths = [p for p in folder.rglob("*") if p.is_file() and not {".git", "reports"} & set(p.parts)]
    return {str(path): path.read_bytes() for path in paths}


def append(file: str, text: str) -> Callable[[], None]:
    def do() -> None:
        with (BRIDGE / file).open("a", encoding="utf-8") as out:
            out.write(text)

    return do


def put(path: str, text: str | bytes) -> Callable[[], None]:
    def do() -> None:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(text if isinstance(text, bytes) else text.encode())

    return do


def replaced(old: str, new: str) -> Callable[[], None]:
    def do() -> None:
        text = (BRIDGE / "event.toml").read_text()
        assert old in text
        (BRIDGE / "event.toml").write_text(text.replace(old, new))

    return do


def linked(what: str, to: str) -> Callable[[], None]:
    def do() -> None:
        path = Path(what)
        if path.is_dir():
            path.rename(path.parent.parent / "elsewhere")
        else:
            path.unlink(missing_ok=True)
        path.symlink_to(to)

    return do


def nothing() -> None:
    pass


def unlink(path: str) -> Callable[[], None]:
    return lambda: Path(path).unlink()


ACCEPTED = f'[{ID}]\nreason = "R"\nby = "A"\non = 2026-01-01\n'

CHECK = ("check",)
CASES: list[tuple[Callable[[], None], tuple[str, ...], str]] = [
    # event.toml
    (append("event.toml", "[[source"), CHECK, "sources/bridge/event.toml: not valid TOML"),
    (append("event.toml", '[[source]]\nfile = "herald.txt"\n'), CHECK, "herald.txt is listed twice"),
    (append("event.toml", '[[source]]\nfile = "x.txt"\nlable = "X"\n'), CHECK, r"lable \(line \d+\): no such key; did you mean label\?"),
    (append("event.toml", "[rules]\ndate = 3\n"), CHECK, "rules: date: 3 is no severity"),
    (append("event.toml", "[rule]\n"), CHECK, r"rule \(line \d+\): no such key; did you mean rules\?"),
    (replaced("herald.txt", "../herald.txt"), CHECK, "a source is a file of this folder"),
    (replaced("herald.txt", "/etc/passwd"), CHECK, "a source is a file of this folder"),
    (replaced("herald.txt", "accepted.toml"), CHECK, "a source is a file of this folder"),
    (replaced('"herald.txt"', '""'), CHECK, "source 2 names no file"),
    (unlink("sources/bridge/event.toml"), CHECK, "sources/bridge: has no event.toml; rashomon add bridge"),
    # sources
    (linked("sources/bridge/herald.txt", "../../../herald.txt"), CHECK, "sources/bridge/herald.txt: is a link to another place"),
    (linked("sources/bridge/herald.txt", "/etc/passwd"), CHECK, "is a link to another place"),
    (linked("sources/bridge/herald.txt", "nowhere"), CHECK, "is a link to another place"),
    (linked("sources/bridge", "../elsewhere"), CHECK, "sources/bridge: is a link to another place"),
    (unlink("sources/bridge/herald.txt"), CHECK, "sources/bridge/herald.txt: listed in event.toml, and not there"),
    (append("herald.txt", "More."), CHECK, "herald.txt: not the text that was added .* rashomon add --update bridge"),
    (put("sources/bridge/third.txt", "A third account of it."), CHECK, "third.txt: not listed in event.toml"),
    (put("sources/lone/event.toml", "[[source]]\nfile = 'event.toml'\n"), CHECK, "a source is a file of this folder"),
    (put("sources/lone/event.toml", ""), CHECK, "sources/lone: 0 of the two sources a comparison needs"),
    (put("sources/20.07/event.toml", ""), CHECK, "20.07: no name of an event"),
    # accepted.toml
    (append("accepted.toml", "["), CHECK, "sources/bridge/accepted.toml: not valid TOML"),
    (append("accepted.toml", "<<<<<<< ours\n"), CHECK, "sources/bridge/accepted.toml: not valid TOML"),
    (append("accepted.toml", ACCEPTED * 2), CHECK, f"accepted.toml: {ID} is accepted twice; keep one"),
    (append("accepted.toml", ACCEPTED * 2), ("accept", "bridge", "--all", "--reason", "R"), f"{ID} is accepted twice"),
    (append("accepted.toml", ACCEPTED * 2), ("prune", "bridge"), f"{ID} is accepted twice"),
    # settings
    (put("rashomon.toml", "fail_on = 'note'"), CHECK, r"rashomon.toml: fail_on \(line 1\): no such key; did you mean fail-on\?"),
    (put("rashomon.toml", "fail-on = 'notes'"), CHECK, "rashomon.toml: fail-on: 'notes' is no severity"),
    (put("rashomon.toml", "fail-on = ["), CHECK, "rashomon.toml: not valid TOML"),
    (put("rashomon.toml", "fail-on = 1"), CHECK, r"rashomon.toml: fail-on \(line 1\) must be text"),
    (put("rashomon.toml", "reports = '../x'"), CHECK, "rashomon.toml: reports: '../x' is no folder of this repository"),
    (put("rashomon.toml", "[rules]\ndates = 'off'"), CHECK, r"rashomon.toml: rules: dates: no such kind; did you mean date\?"),
    (put("rashomon.toml", "[names]\nA = 1"), CHECK, "rashomon.toml: names: A must be a list"),
    (put("rashomon.toml", b"\xff"), CHECK, "rashomon.toml: not valid TOML"),
    (put("pyproject.toml", "[tool.rashomon]\nfail-no = 'note'"), CHECK, r"pyproject.toml: tool.rashomon: fail-no \(line 2\): no such key; did you mean fail-on\?"),
    (put("pyproject.toml", "[tool]\nrashomon = 3"), CHECK, "pyproject.toml: tool.rashomon must be a table"),
    # which events
    (nothing, ("check", "brigde"), r"sources/brigde: no such event; did you mean bridge\?"),
    (nothing, ("check", "sources/bridge"), "sources/bridge: no name of an event"),
    (nothing, ("check", "bridge/"), "bridge/: no name of an event"),
    (nothing, ("check", ".."), "no name of an event"),
    (nothing, ("check", ""), "no name of an event"),
    (nothing, ("add", "../x", "../courier.txt"), "no name of an event"),
    (nothing, ("add", "a.b", "../courier.txt"), "no name of an event"),
    (nothing, ("add", "/x", "../courier.txt"), "no name of an event"),
    (nothing, ("accept", "../bridge", "--all", "--reason", "R"), "no name of an event"),
    (nothing, ("prune", "bridge/../bridge"), "no name of an event"),
    (nothing, ("check", "--changed-since", "nowhere"), "--changed-since nowhere: git knows no such revision"),
    (nothing, ("check", "--changed-since", "--output=x"), "git knows no such revision"),
    (nothing, ("check", "--fail-on", "always"), "Invalid value for '--fail-on'"),
    (nothing, ("check", "--format", "word"), "--format word: no such format"),
    (nothing, ("check", "--rule", "date"), "--rule date: no severity"),
    # add
    (nothing, ("add", "bridge"), "no files to add"),
    (nothing, ("add", "bridge", "../none.txt"), r"\.\./none.txt: no such file"),
    (nothing, ("add", "new", "../none.txt"), r"\.\./none.txt: no such file"),
    (nothing, ("add", "bridge", ".."), "a folder, not a text"),
    (nothing, ("add", "--update", "new"), "sources/new: no such event"),
    (nothing, ("add", "bridge", "../courier.txt", "sources/bridge/courier.txt"), "two of the files have one name"),
    (put("herald.txt", "Another text altogether."), ("add", "bridge", "herald.txt"), "bridge has another herald.txt; rashomon add --update bridge"),
    (put("event.toml", "x = 1"), ("add", "bridge", "event.toml"), "no name for a source"),
    (put(".hidden.txt", "A text."), ("add", "bridge", ".hidden.txt"), "no name for a source"),
    (put("empty.txt", ""), ("add", "bridge", "empty.txt"), "empty.txt: empty"),
    (put("more.txt", "A text."), ("add", "bridge", "more.txt", "--published", "soon"), "'soon' is no date"),
    (append("event.toml", "["), ("add", "--update", "bridge"), "event.toml: not valid TOML"),
    (replaced("herald.txt", "../../../herald.txt"), ("add", "--update", "bridge"), "a source is a file of this folder"),
    (put("sources/inline/event.toml", "source = [{file = 'a.txt'}]"), ("add", "inline", "../courier.txt"), "cannot be added to|listed in event.toml"),
    (put("Herald!.txt", "A text."), ("add", "bridge", "Herald!.txt"), "herald.txt and Herald!.txt would have one id, herald; rename one"),
    (append("event.toml", '[[source]]\nfile = "HERALD.txt"\n'), CHECK, "herald.txt and HERALD.txt would have one id, herald; rename one"),
    # accept and review
    (nothing, ("accept", "bridge", "--reason", "R"), "name the fingerprints to accept, or give --all"),
    (nothing, ("accept", "bridge", ID, "--all", "--reason", "R"), "name the fingerprints to accept, or give --all"),
    (nothing, ("accept", "bridge", ID, "--reason", "R"), "no discrepancy of bridge has this fingerprint"),
    (nothing, ("accept", "bridge", "abc", "--reason", "R"), "give at least 4 letters"),
    (nothing, ("accept", "bridge", "--all", "--reason", " "), "--reason: it is empty"),
    (nothing, ("accept", "bridge", "--all"), "Missing option '--reason'"),
    (nothing, ("accept", "bridge", "--all", "--reason", "R", "--until", "soon"), "--until: 'soon' is no date"),
    (nothing, ("accept", "bridge", "--all", "--reason", "R", "--until", "2001-01-01"), "is over already"),
    (nothing, ("review", "nosuch"), "nosuch"),
    (nothing, ("review", "bridge"), "there is no terminal here; rashomon check bridge .* rashomon accept bridge ID"),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "args", "said"), CASES, ids=[f"{' '.join(c[1])[:30]}-{c[2][:40]}" for c in CASES])
def test_one_line_and_nothing_lost(rashomon: Rashomon, broken: Callable[[], None], args: tuple[str, ...], said: str) -> None:
    broken()
    before = files()
    ran = rashomon(*args)
    assert ran.code == 2, ran
    assert re.fullmatch(r"rashomon: \S.*\n", ran.err), ran.err
    assert re.search(said, ran.err), ran.err
    assert str(Path.cwd()) not in ran.err
    assert files() == before


def test_a_broken_event_does_not_hide_the_others(rashomon: Rashomon) -> None:
    rashomon("add", "harbour", "../courier.txt", "../herald.txt")
    rashomon("add", "quay", "../courier.txt", "../herald.txt")
    append("event.toml", "[")()
    ran = rashomon("check")
    assert ran.code == 2 and ran.err.count("\n") == 1
    assert "harbour: 1 new" in ran.out and "quay: 1 new" in ran.out
    assert re.search(r"^bridge +- +- +- +-  could not be checked$", ran.out, re.M)
    assert "3 events: 2 to review, 1 could not be checked." in ran.out
    assert Path("reports/quay.html").exists() and not Path("reports/bridge.html").exists()


def test_nobody_to_ask(rashomon: Rashomon) -> None:
    subprocess.run(["git", "config", "--unset", "user.name"], check=True)
    subprocess.run(["git", "config", "--unset", "user.email"], check=True)
    ran = rashomon("accept", "bridge", "--all", "--reason", "R")
    assert ran.code == 2 and "give --by NAME" in ran.err
    assert rashomon("accept", "bridge", "--all", "--reason", "R", "--by", "Bea").code == 0


def test_no_repository_and_no_events(tmp_path: Path, rashomon: Rashomon, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "rashomon add EVENT FILE… makes a first event" in rashomon("check").err
    (empty / "sources").mkdir()
    ran = rashomon("check", "--changed-since", "main")
    assert ran.code == 2 and "this folder is in no git repository" in ran.err
    assert rashomon("check").code == 0, "no events, nothing new"


def test_a_loud_remark_on_what_pardons_nothing(rashomon: Rashomon) -> None:
    rashomon("accept", "bridge", "--all", "--reason", "R", "--until", "2999-01-01")
    path = BRIDGE / "accepted.toml"
    assert rashomon("check").code == 0
    text = path.read_text()
    path.write_text(text.replace("2999-01-01", "2020-01-01"))
    ran = rashomon("check")
    assert ran.code == 1 and re.search(r"! sources/bridge/accepted.toml: \w{16} counts as new: it was accepted until 2020", ran.out)
    path.write_text(text.replace('reason = "R"', 'raeson = "R"'))
    ran = rashomon("check")
    assert ran.code == 1 and "did you mean reason?" in ran.out


# Places that cannot be written to


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path | None]:
    """A disk of 64 kB; None where mounting one is not allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(place)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> None:
    with (place / "ballast").open("wb", buffering=0) as ballast:
        for size in (4096, 1):
            try:
                while True:
                    ballast.write(b"x" * size)
            except OSError:
                pass


def limited(*args: str) -> Ran:
    """The program where no file can grow beyond a hundred bytes: as on a full disk."""
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    command = [sys.executable, "-m", "compare.cli", *args]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def prepared(place: Path, rashomon: Rashomon) -> None:
    """An event with something stale, and texts that want to be added."""
    assert rashomon("add", "bridge", "../courier.txt", "../herald.txt").code == 0
    append("accepted.toml", ACCEPTED.replace(ID, "0" * 16))()
    for name in ("herald.txt", "third.txt"):
        (place / name).write_text("Another account of the bridge, in a sentence or two. " * 90)


WRITING = [
    ("accept", "bridge", "--all", "--reason", "R", "--by", "A"), ("add", "bridge", "../third.txt"),
    ("add", "new", "../courier.txt"), ("add", "--update", "bridge", "../herald.txt"), ("prune", "bridge"), ("check",),
]  # fmt: skip


def nothing_was_lost(run: Rashomon, args: tuple[str, ...]) -> None:
    before = files()
    ran = run(*args)
    assert ran.code == 2 and re.fullmatch(r"rashomon: \S.*\n", ran.err), ran
    assert re.search("No space left|too large|Read-only|Permission|write-protected", ran.err), ran.err
    after = files()
    assert {name: after.get(name) for name in before} == before


@pytest.mark.parametrize("args", WRITING, ids=lambda args: " ".join(args)[:20])
def test_a_full_disk(small_disk: Path | None, rashomon: Rashomon, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], tmp_path: Path) -> None:
    monkeypatch.delenv("RASHOMON_DEBUG")
    if small_disk is None:
        prepared(tmp_path, rashomon)
        nothing_was_lost(limited, args)
        return
    move(small_disk, tmp_path, monkeypatch)
    prepared(small_disk, rashomon)
    fill(small_disk)
    nothing_was_lost(rashomon, args)


@pytest.mark.parametrize("args", WRITING, ids=lambda args: " ".join(args)[:20])
def test_a_read_only_folder(small_disk: Path | None, rashomon: Rashomon, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], tmp_path: Path) -> None:
    if small_disk is not None:
        move(small_disk, tmp_path, monkeypatch)
        prepared(small_disk, rashomon)
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        nothing_was_lost(rashomon, args)
        return
    prepared(tmp_path, rashomon)
    Path("reports").mkdir()
    folders = [Path("sources"), BRIDGE, Path("reports")]
    for folder in folders:
        folder.chmod(0o555)
    try:
        if not os.access(BRIDGE, os.W_OK):  # who may write everywhere has no such folder
            nothing_was_lost(rashomon, args)
    finally:
        for folder in folders:
            folder.chmod(0o755)


def move(disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go on in a new repository on the disk, with the two texts beside it."""
    (disk / "repository").mkdir()
    for name in ("courier.txt", "herald.txt"):
        (disk / name).write_bytes((tmp_path / name).read_bytes())
    monkeypatch.chdir(disk / "repository")
