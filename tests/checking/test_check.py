"""rashomon check: which events, what stops it, what it says, and the reports."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from compare.checking.outcome import Finding, Outcome, at_least
from compare.checking.summary import ROWS, exit_code, summary
from compare.cli import run
from compare.model import Acceptance
from compare.review import Entry


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Rashomon = Callable[..., Ran]


@pytest.fixture
def rashomon(environment: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Rashomon:
    monkeypatch.setenv("RASHOMON_DEBUG", "1")

    def call(*args: str) -> Ran:
        return Ran(run(args), *capfd.readouterr())

    for name in ("bridge", "quay"):
        assert call("add", name, "../courier.txt", "../herald.txt", "--label", "herald.txt=Herald").code == 0
    return call


def git(*args: str) -> None:
    subprocess.run(["git", *args], check=True, capture_output=True)


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "A step")


def checked(out: str) -> list[str]:
    return re.findall(r"^([\w-]+) +[\d-]+ +[\d-]+ +[\d-]+ +[\d-]+", out, re.M)


def test_the_summary(rashomon: Rashomon) -> None:
    ran = rashomon("check", "bridge")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == """\
bridge: 1 new
  error  quotation-wording  6409243eaf837f0b
    courier has Ada Holm say “waited eleven years”, Herald “waited twelve years”.
    sources/bridge/courier.txt:3, sources/bridge/herald.txt:3
  to see it in its context   reports/bridge.html
  to review it               rashomon review bridge

event   new  lesser  accepted  stale
bridge    1       2         0      0  to review

1 event: 1 to review.
"""


def test_from_a_folder_further_down(rashomon: Rashomon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("sources/bridge")
    ran = rashomon("check", "bridge")
    assert ran.code == 1 and "  to see it in its context   ../../reports/bridge.html" in ran.out
    assert rashomon("accept", "bridge", "--all", "--reason", "R").code == 0
    assert rashomon("check", "bridge").code == 0


@pytest.mark.parametrize(
    ("flag", "event", "settings", "code"),
    [
        (None, None, None, 1),
        (None, None, "never", 0),
        (None, "never", "error", 0),
        ("error", "never", "never", 1),
        ("never", "error", "error", 0),
        (None, "error", "never", 1),
    ],
)
def test_what_goes_first(rashomon: Rashomon, flag: str | None, event: str | None, settings: str | None, code: int) -> None:
    path = Path("sources/bridge/event.toml")
    if event:
        path.write_text(f'fail-on = "{event}"\n' + path.read_text())
    if settings:
        Path("pyproject.toml").write_text(f'[tool.rashomon]\nfail-on = "{settings}"\n')
    assert rashomon("check", "bridge", *(["--fail-on", flag] if flag else [])).code == code


def test_rules_and_names_of_the_settings(rashomon: Rashomon) -> None:
    Path("rashomon.toml").write_text('reports = "pages"\n[rules]\nquotation-wording = "note"\nonly-claim = "off"\n')
    ran = rashomon("check", "bridge")
    assert ran.code == 0 and re.search(r"^bridge +0 +1 +0 +0$", ran.out, re.M)
    assert Path("pages/bridge.html").exists() and not Path("reports").exists()
    assert rashomon("check", "bridge", "--rule", "quotation-wording=warning").code == 1
    compared = rashomon("compare", "sources/bridge/courier.txt", "sources/bridge/herald.txt", "--fail-on", "warning")
    assert compared.code == 0, "compare goes by the settings, too"


def test_names_that_are_one(rashomon: Rashomon) -> None:
    path = Path("sources/bridge/herald.txt")
    path.write_text(path.read_text().replace("twelve", "eleven").replace("Ada Holm", "Bea Thorn"))
    rashomon("add", "--update", "bridge")
    ran = rashomon("check", "bridge")
    assert ran.code == 1 and "quotation-speaker" in ran.out
    Path("rashomon.toml").write_text('[names]\n"Ada Holm" = ["Bea Thorn"]\n')
    assert rashomon("check", "bridge").code == 0


def test_what_a_branch_touches(rashomon: Rashomon) -> None:
    commit()
    assert checked(rashomon("check", "--changed-since", "HEAD").out) == []
    git("branch", "before")
    (Path("sources/quay/event.toml")).write_text('title = "Quay"\n' + Path("sources/quay/event.toml").read_text())
    assert checked(rashomon("check", "--changed-since", "HEAD").out) == ["quay"], "not committed yet"
    commit()
    assert checked(rashomon("check", "--changed-since", "before").out) == ["quay"]
    git("checkout", "--quiet", "before")
    rashomon("accept", "bridge", "--all", "--reason", "R")
    commit()
    since = rashomon("check", "--changed-since", "-")
    assert since.code == 2, "no revision begins so"
    git("checkout", "--quiet", "-b", "other")
    rashomon("add", "new", "../courier.txt", "../herald.txt")
    assert checked(rashomon("check", "--changed-since", "HEAD").out) == ["new"], "not tracked yet"
    assert checked(rashomon("check", "quay", "new", "--changed-since", "HEAD").out) == ["new"]
    commit()
    Path("rashomon.toml").write_text("")
    assert checked(rashomon("check", "--changed-since", "HEAD").out) == ["bridge", "new", "quay"], "settings hold for all"


def test_an_event_that_is_gone(rashomon: Rashomon) -> None:
    commit()
    for path in Path("sources/quay").iterdir():
        path.unlink()
    Path("sources/quay").rmdir()
    ran = rashomon("check", "--changed-since", "HEAD")
    assert ran.code == 0 and checked(ran.out) == []


def test_reports_of_all_events(rashomon: Rashomon) -> None:
    rashomon("accept", "quay", "--all", "--reason", "Known.")
    ran = rashomon("check", "--format", "sarif", "-o", "out.sarif", "-o", "out.xml", "-o", "out.md", "--format", "github")
    assert ran.code == 1 and ran.out.startswith("::error file=sources/bridge/courier.txt,line=3,")
    results = json.loads(Path("out.sarif").read_text())["runs"][0]["results"]
    assert {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].split("/")[1] for result in results} == {"bridge", "quay"}
    assert "<testsuite" in Path("out.xml").read_text() and "bridge" in Path("out.md").read_text()
    assert "bridge: 1 new" in ran.err, "standard output is taken"


def test_formats_for_one_event(rashomon: Rashomon) -> None:
    assert rashomon("check", "bridge", "-o", "out.json", "-o", "out.html").code == 1
    assert json.loads(Path("out.json").read_text())["discrepancies"][0]["status"] == "new"
    assert Path("out.html").read_bytes() == Path("reports/bridge.html").read_bytes()
    ran = rashomon("check", "-o", "more.json")
    assert ran.code == 2 and "holds one event" in ran.err and not Path("more.json").exists()


def test_quiet_and_without_pages(rashomon: Rashomon) -> None:
    assert rashomon("check", "-q", "--no-reports").out.startswith("bridge: 1 new")
    assert not Path("reports").exists()
    for name in ("bridge", "quay"):
        rashomon("accept", name, "--all", "--reason", "R")
    assert rashomon("check", "-q") == (0, "", "")


def test_a_page_is_the_same_wherever_it_is_written(rashomon: Rashomon, monkeypatch: pytest.MonkeyPatch) -> None:
    rashomon("check")
    before = Path("reports/bridge.html").read_bytes()
    Path("reports/bridge.html").unlink()
    monkeypatch.setenv("RASHOMON_CACHE", "")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    rashomon("check", "--jobs", "1")
    assert Path("reports/bridge.html").read_bytes() == before


def outcome(name: str, new: int = 0, stale: int = 0, broken: str = "") -> Outcome:
    findings = tuple(Finding(f"{k:016x}", "number", "error", "::error::They differ.", ("a:1", "b:2")) for k in range(new))
    entries = (Entry("f" * 16, Acceptance("R", "A", "2026-01-01"), stale, "number", (("a", "{x}"),)),) if stale else ()
    return Outcome(name, findings, 3, 1, entries, broken=broken)


def test_many_events_are_counted() -> None:
    text = summary([outcome(f"event-{k}", new=int(k % 50 == 7)) for k in range(200)])
    assert len(checked(text)) == 4 and text.endswith("200 events: 4 to review.\n")
    assert len(checked(summary([outcome(f"event-{k}") for k in range(ROWS)]))) == ROWS
    assert "and 5 more" in summary([outcome("bridge", new=15)])


def test_no_line_is_a_command_of_a_build_log() -> None:
    assert not re.search(r"^\s*::", summary([outcome("bridge", new=2)]), re.M)


@pytest.mark.parametrize(
    ("outcomes", "strict", "code"),
    [
        ([], False, 0), ([outcome("a")], False, 0), ([outcome("a", new=1)], False, 1), ([outcome("a", stale=1)], False, 0),
        ([outcome("a", stale=1)], True, 1), ([outcome("a", new=1), outcome("b", broken="B")], False, 2),
    ],
)  # fmt: skip
def test_exit_codes(outcomes: list[Outcome], strict: bool, code: int) -> None:
    assert exit_code(outcomes, strict) == code


def test_severities() -> None:
    assert [at_least(s, "warning") for s in ("error", "warning", "note")] == [True, True, False]
    assert not at_least("error", "never")


def test_what_changed_is_told_from_git_where_the_cache_is_empty(rashomon: Rashomon, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("sources/bridge/herald.txt")
    monkeypatch.setenv("RASHOMON_CACHE", "")
    path.write_text(path.read_text().replace("Fishermen fear", "Fishermen hope"))
    assert "what changed cannot be shown" in rashomon("check").out
    path.write_text(path.read_text().replace("Fishermen hope", "Fishermen fear"))
    commit()
    path.write_text(path.read_text().replace("Fishermen fear", "Fishermen hope"))
    ran = rashomon("check", "-o", "out.md")
    assert ran.code == 2 and "  line 5: “fear” is now “hope”" in ran.out and "“fear” is now “hope”" in Path("out.md").read_text()
    path.write_text(path.read_text().replace("Fishermen hope", "FISHERMEN fear"))
    assert "no word changed" in rashomon("check").out


def test_places_in_a_page_are_its_paragraphs(rashomon: Rashomon, environment: Path) -> None:
    told = (environment.parent / "courier.txt").read_text()
    paragraphs = "".join(f"<p>{part}</p>\n\n\n" for part in told.strip().split("\n\n"))
    (environment.parent / "page.html").write_text(
        f"<!doctype html><html><head><title>A bridge</title></head>\n\n<body><article><h1>A bridge</h1>{paragraphs}</article></body></html>"
    )
    rashomon("add", "page", "../page.html", "../herald.txt")
    ran = rashomon("check", "page")
    assert re.search(r"^    sources/page/herald\.txt:3, sources/page/page\.html, paragraph \d", ran.out, re.M), ran.out


def test_how_far_it_is_shows_on_a_terminal(rashomon: Rashomon) -> None:
    pty = pytest.importorskip("pty")
    import os
    import sys

    child, end = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "compare.cli", "check"])
    shown = b""
    try:
        while data := os.read(end, 4096):
            shown += data
    except OSError:
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
    assert b"checking" in shown and b"2/2" in shown
