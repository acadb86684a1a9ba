"""The whole program through its command line: what it prints, writes and returns."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import pytest

from compare import __version__
from compare.cli import COMMANDS, run
from compare.model import CompareError
from compare.reporting import FORMATS
from compare.reporting.visible import HIDDEN
from compare.rules import rules
from compare.targets import by_source

ROOT = Path(__file__).resolve().parents[1]
DW, DOD = (str(ROOT / "sources" / "kennebunkport" / f"{name}.txt") for name in ("dw", "dod"))
ANSI = re.compile(r"\x1b\[[\d;]*m")

ONE = """\
The new bridge over the Lenne was opened to traffic on Monday morning before a small crowd.

"We have waited eleven years for this bridge, and nobody will have to take the ferry again," Mayor Ada Holm said.

The ferry will be sold to a town on the coast in the autumn, according to its owners.
"""
OTHER = """\
A crowd gathered on Monday morning as the new bridge over the Lenne was opened to traffic.

"We have waited twelve years for this bridge, and nobody will have to take the ferry again," Mayor Ada Holm said.

Fishermen fear that the pillars will drive the salmon away.
"""


class Ran(NamedTuple):
    """A finished run: its exit code and what it printed."""

    code: int
    out: str
    err: str


Program = Callable[..., Ran]


@pytest.fixture
def rashomon(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """Run the program in a folder with two accounts, ``one.txt`` and ``other.txt``; check what holds for every run."""
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RASHOMON_DEBUG", "1")  # a fault of the program's own fails the test
    monkeypatch.delenv("NO_COLOR", raising=False)

    def call(*args: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        ran = Ran(run(args), *capfd.readouterr())
        assert not HIDDEN.search(ran.err), "control characters reached the terminal"
        assert not HIDDEN.search(ANSI.sub("", ran.out)) or "json" in args
        if ran.code == 2:
            assert re.fullmatch(r"rashomon: \S.*\n", ran.err), "one line says what was wrong"
        assert not list(tmp_path.rglob("*.part"))
        return ran

    return call


# What goes where


def test_text_goes_to_standard_output_and_nothing_else(rashomon: Program) -> None:
    ran = rashomon("compare", "one.txt", "other.txt")
    assert ran.code == 0 and ran.err == ""
    assert "{eleven}" in ran.out and "{twelve}" in ran.out


BEGINS = {
    "html": "<!doctype html>", "json": "{", "text": "One discrepancy", "md": "# one and other compared\n", "sarif": '{\n "$schema"',
    "junit": "<?xml", "github": "::error file=",
}  # fmt: skip


@pytest.mark.parametrize(
    ("args", "written"),
    [
        (["-o", "r.html"], {"r.html": "html"}),
        (["-o", "r.HTM"], {"r.HTM": "html"}),
        (["-o", "r.json"], {"r.json": "json"}),
        (["-o", "r.txt"], {"r.txt": "text"}),
        (["-o", "r.md", "-o", "r.sarif"], {"r.md": "md", "r.sarif": "sarif"}),
        (["-o", "r.xml", "--format", "github", "-o", "-"], {"r.xml": "junit", "-": "github"}),
        (["-o", "r.html", "-o", "r.json"], {"r.html": "html", "r.json": "json"}),
        (["--format", "json", "-o", "r.data"], {"r.data": "json"}),
        (["--format", "json", "-o", "r.html"], {"r.html": "json"}),
        (["-o", "r.html", "--format", "json", "-o", "b"], {"r.html": "html", "b": "json"}),
        (["--format", "text", "-o", "a", "-o", "r.html"], {"a": "text", "r.html": "html"}),
        (["--format", "json", "-o", "a", "--format=html", "-ob", "--format", "text"], {"a": "json", "b": "html", "-": "text"}),
        (["--format", "json", "--format", "html", "-o", "a"], {"-": "json", "a": "html"}),
        (["--format", "html"], {"-": "html"}),
        (["-o", "-"], {"-": "text"}),
        (["--format", "json", "-o", "-"], {"-": "json"}),
        (["-o", "-", "-o", "r.json"], {"-": "text", "r.json": "json"}),
        (["-o", "new/folder/r.html"], {"new/folder/r.html": "html"}),
    ],
)  # fmt: skip
def test_every_report_in_its_format(rashomon: Program, args: list[str], written: dict[str, str]) -> None:
    ran = rashomon("compare", "one.txt", "other.txt", *args)
    assert ran.code == 0
    files = {str(path) for path in Path().rglob("*") if path.is_file()} - {"one.txt", "other.txt"}
    assert files == set(written) - {"-"}
    for file, form in written.items():
        text = ran.out if file == "-" else Path(file).read_text(encoding="utf-8")
        assert text.startswith(BEGINS[form])
        assert form != "json" or json.loads(text)["schema_version"] == 1
    if "-" not in written:
        assert ran.out == ""
    for file in files:
        assert f"report: {file}\n" in ran.err


def test_what_was_written_is_said_on_standard_error_unless_quiet(rashomon: Program) -> None:
    ran = rashomon("compare", "one.txt", "other.txt", "-o", "r.html")
    assert ran.err.splitlines()[0].startswith("2 accounts compared: 1 error")
    assert ran.err.splitlines()[1:] == ["html report: r.html"]
    for option in ("-q", "--quiet"):
        assert rashomon("compare", "one.txt", "other.txt", "-o", "r.html", option) == Ran(0, "", "")


def test_standard_input_is_a_source(rashomon: Program) -> None:
    ran = rashomon("compare", "-", "other.txt", "--format", "json", stdin=ONE.encode())
    sources = [(account["id"], account["source"]) for account in json.loads(ran.out)["accounts"]]
    assert sources == [("standard-input", "-"), ("other", "other.txt")]
    assert "waited eleven years" in rashomon("read", "-", stdin=ONE.encode()).out


def test_the_same_input_gives_the_same_bytes(rashomon: Program) -> None:
    first, second = (rashomon("compare", DW, DOD, "--format", "html").out for _ in range(2))
    assert first == second


# Exit codes


def noted(severity: str) -> tuple[str, str]:
    """Two texts whose worst discrepancy is of a severity."""
    if severity == "error":
        return ONE, OTHER
    if severity == "warning":
        return ONE, OTHER.replace("twelve", "eleven").replace(
            "bridge, and nobody will have to take the ferry again", "bridge"
        )
    return ONE, ONE + "\nFishermen fear that the pillars will drive the salmon away.\n"


@pytest.mark.parametrize("fail_on", ["error", "warning", "note", "never"])
@pytest.mark.parametrize("worst", ["error", "note"])
def test_fail_on_means_at_least(rashomon: Program, worst: str, fail_on: str) -> None:
    for file, text in zip(("a.txt", "b.txt"), noted(worst), strict=True):
        Path(file).write_text(text)
    severities = ["error", "warning", "note", "never"]
    fails = severities.index(worst) <= severities.index(fail_on) and fail_on != "never"
    ran = rashomon("compare", "a.txt", "b.txt", "--fail-on", fail_on, "-o", "r.html")
    assert ran.code == int(fails)
    assert Path("r.html").exists(), "the report is there to look at"


def test_the_default_fails_on_nothing(rashomon: Program) -> None:
    assert rashomon("compare", "one.txt", "other.txt").code == 0


# Options


def accounts_of(ran: Ran) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(ran.out)["accounts"]
    return found


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        ([], ["one", "other"]),
        (["Courier", "Herald"], ["Courier", "Herald"]),
        (["Courier"], ["Courier", "other"]),
        (["other.txt=Herald"], ["one", "Herald"]),
        (["other.txt=Herald", "Courier"], ["Courier", "Herald"]),
        (["A = B"], ["A = B", "other"]),
    ],
)
def test_labels(rashomon: Program, labels: list[str], shown: list[str]) -> None:
    options = [part for label in labels for part in ("--label", label)]
    ran = rashomon("compare", "one.txt", "other.txt", *options, "--format", "json")
    assert [account["label"] for account in accounts_of(ran)] == shown


def test_published_dates(rashomon: Program) -> None:
    ran = rashomon(
        "compare", "one.txt", "other.txt", "--published", "other.txt=2007-07-03", "--format", "json"
    )
    assert [account["published"] for account in accounts_of(ran)] == [None, "2007-07-03"]


def test_an_event_beside_the_sources_is_used_and_options_go_first(rashomon: Program) -> None:
    Path("event.toml").write_text(
        'title = "The bridge"\n[[source]]\nfile = "one.txt"\nlabel = "Courier"\npublished = 2019-05-06\n'
        '[[source]]\nfile = "other.txt"\nlabel = "Herald"\n'
    )
    accounts = accounts_of(rashomon("compare", "one.txt", "other.txt", "--label", "Wire", "--format", "json"))
    assert [(a["label"], a["published"]) for a in accounts] == [("Wire", "2019-05-06"), ("Herald", None)]
    assert "The bridge" in rashomon("compare", "one.txt", "other.txt", "--format", "html").out
    ran = rashomon("compare", "one.txt", "other.txt", "--title", "A crossing", "--format", "html")
    assert "A crossing" in ran.out and "The bridge" not in ran.out


def test_segmented_takes_every_line_for_a_sentence(rashomon: Program) -> None:
    Path("lines.txt").write_text("The mayor came. She spoke.\nThen it rained\n\nand everybody left\n")
    ran = rashomon("compare", "lines.txt", "one.txt", "--segmented", "--format", "json")
    account = json.loads(ran.out)["accounts"][0]
    texts = [account["text"][s["start"] : s["end"]] for s in account["sentences"]]
    assert texts == ["The mayor came. She spoke.", "Then it rained", "and everybody left"]


def test_keep_all_sets_nothing_aside(rashomon: Program) -> None:
    for command in ("read", "quotes"):
        assert json.loads(rashomon(command, DOD, "--format", "json").out)["set_aside"]
        assert not json.loads(rashomon(command, DOD, "--format", "json", "--keep-all").out)["set_aside"]


def test_kind_goes_before_what_a_source_looks_like(rashomon: Program) -> None:
    Path("one.md").write_text("# A heading\n\n" + ONE)
    aside = [json.loads(line)["set_aside"] for line in rashomon("read", "one.md", "one.txt", "--format", "json").out.splitlines()]
    assert aside == [[{"start": 0, "end": 1, "reason": "markup"}], []]
    for kinds in (["plain"], ["one.md=plain"], ["markdown", "one.md=plain"]):
        options = [part for kind in kinds for part in ("--kind", kind)]
        ran = rashomon("compare", "one.md", "one.txt", *options, "--format", "json")
        assert [account["set_aside"] for account in accounts_of(ran)] == [[], []]
    assert rashomon("quotes", "one.md", "--kind", "plain").code == 0


@pytest.mark.parametrize(
    ("args", "no_color", "colored"),
    [
        ([], "", False),  # the tests' standard output is no terminal
        (["--color", "auto"], "", False),
        (["--color", "never"], "", False),
        (["--color", "always"], "", True),
        (["--color", "always"], "1", True),
    ],
)
def test_color(
    rashomon: Program, monkeypatch: pytest.MonkeyPatch, args: list[str], no_color: str, colored: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    assert bool(ANSI.search(rashomon("compare", "one.txt", "other.txt", *args).out)) is colored


@pytest.mark.parametrize(
    ("environment", "colored"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_color_on_a_terminal(
    rashomon: Program, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colored: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert bool(ANSI.search(rashomon("compare", "one.txt", "other.txt").out)) is colored
    assert not ANSI.search(rashomon("compare", "one.txt", "other.txt", "-o", "r.txt").err)
    assert not ANSI.search(Path("r.txt").read_text()), "a file is no terminal"


def test_read_and_quotes_go_on_after_a_source_that_cannot_be_read(rashomon: Program) -> None:
    for command in ("read", "quotes"):
        ran = rashomon(command, "missing.txt", "one.txt")
        assert ran.code == 2 and "eleven years" in ran.out


def test_json_lines_one_account_a_line(rashomon: Program) -> None:
    lines = rashomon("read", "one.txt", "other.txt", "--format", "json").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["one", "other"]


# Help


def test_version(rashomon: Program) -> None:
    assert rashomon("--version") == Ran(0, f"rashomon {__version__}\n", "")


def test_rules_are_listed_one_a_line(rashomon: Program) -> None:
    ran = rashomon("rules")
    assert [line.split()[0] for line in ran.out.splitlines()] == list(rules())
    assert all(len(line.split()) > 3 for line in ran.out.splitlines())
    assert any(line.split()[:4] == ["number", "error,", "warning,", "note"] for line in ran.out.splitlines())


@pytest.mark.parametrize("kind", rules())
def test_every_rule_can_be_read_about(rashomon: Program, kind: str) -> None:
    ran = rashomon("rules", kind)
    assert ran.code == 0 and ran.out.startswith(f"{kind}\n\n") and "Example:" in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples_first(rashomon: Program, command: str) -> None:
    ran = rashomon(command, "--help")
    assert ran.code == 0 and ran.out.startswith(f"Usage: rashomon {command}")
    usage, summary, examples, *_ = ran.out.split("\n\n")
    assert "rashomon" in usage and summary.strip()
    assert all("rashomon " in line for line in examples.splitlines()) and f"rashomon {command}" in examples
    assert command in rashomon("-h").out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("rashomon comp", ["plain,compare"]),
        ("rashomon compare --format s", ["plain,sarif"]),
        ("rashomon compare --fail-on w", ["plain,warning"]),
        ("rashomon compare one", ["file,one"]),
        ("rashomon compare -o re", ["file,re"]),
        ("rashomon rules quotation-w", ["plain,quotation-wording"]),
    ],
)
def test_a_shell_completes(words: str, offered: list[str]) -> None:
    env = {**os.environ, "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1), "_RASHOMON_COMPLETE": "bash_complete"}
    program = "from compare.cli import main; main(prog_name='rashomon')"
    ran = subprocess.run([sys.executable, "-c", program], env=env, cwd=ROOT, capture_output=True, text=True)
    assert ran.stdout.splitlines() == offered, ran.stderr


# What cannot be done: exit 2, one line, nothing written

USAGE = [
    ([], "Missing command"),
    (["contrast"], "no such command 'contrast': there are compare, check"),
    (["comapre", "one.txt"], "no such command 'comapre': did you mean compare?"),
    (["compare"], "FILE"),
    (["compare", "one.txt"], "one account alone"),
    (["compare", "one.txt", "other.txt", "--colour"], "--colour"),
    (["compare", "one.txt", "other.txt", "--fail-on", "fatal"], "fatal"),
    (["compare", "one.txt", "other.txt", "--format", "yaml"], "there are html, json"),
    (["compare", "one.txt", "other.txt", "-o", "r.docx"], "-o r.docx: its ending names no format"),
    (["compare", "one.txt", "other.txt", "-o", "report"], "its ending names no format"),
    (["compare", "one.txt", "other.txt", "-o", ""], "its ending names no format"),
    (["compare", "one.txt", "other.txt", "-o"], "-o"),
    (["compare", "one.txt", "other.txt", "-o", "one.txt"], "is one of the sources"),
    (["compare", "one.txt", "other.txt", "-o", "./sub/../other.txt"], "is one of the sources"),
    (["compare", "one.txt", "other.txt", "-o", "r.html", "-o", "./r.html"], "asked for twice"),
    (["compare", "one.txt", "other.txt", "--format", "json", "--format", "html"], "asked for twice"),
    (["compare", "one.txt", "other.txt", "--published", "yesterday"], "'yesterday' is no date"),
    (["compare", "one.txt", "other.txt", "--published", "other.txt=2007-02-30"], "no date"),
    (
        ["compare", "one.txt", "other.txt", "--label", "A", "--label", "B", "--label", "C"],
        "more of them than files",
    ),
    (["compare", "-", "-"], "standard input can be read once"),
    (["read", "one.txt", "--format", "html"], "html"),
    (["read", "one.txt", "--kind", "scroll"], "--kind scroll: no such kind of source; there are pdf,"),
    (["compare", "one.txt", "other.txt", "--kind", "none.txt=html"], "none.txt is none of the files"),
    (["rules", "fashion"], "fashion: no such kind; there are attribution, conflict, date,"),
    (["rules", "quotation_wording"], "quotation_wording: no such kind; did you mean quotation-wording?"),
    (["rules", "\x1b[31mred\x1b[0m"], "no such kind"),
]


@pytest.mark.parametrize(
    ("args", "said"), USAGE, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_usage(rashomon: Program, args: list[str], said: str) -> None:
    before = sorted(Path().iterdir())
    ran = rashomon(*args)
    assert ran.code == 2 and ran.out == ""
    assert said in ran.err
    assert sorted(Path().iterdir()) == before
    assert Path("one.txt").read_text() == ONE and Path("other.txt").read_text() == OTHER


UNREADABLE = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "byte order mark alone": (b"\xef\xbb\xbf", "empty"),
    "binary": (bytes(range(256)) * 40, "not a text"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n", "damaged PDF"),
    "NUL bytes": (b"The mayor said\0 nothing.\n\0\0\0", "not a text"),
    "only menus": (b"Home\nNews\nSport\n\nShare this\n\nContact us | About | Imprint\n", "nothing but menus"),
}


@pytest.mark.parametrize(("content", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_account(rashomon: Program, content: bytes, said: str) -> None:
    Path("odd.txt").write_bytes(content)
    ran = rashomon("compare", "one.txt", "odd.txt", "-o", "r.html")
    assert ran.code == 2 and "odd.txt" in ran.err and said in ran.err
    assert not Path("r.html").exists()
    assert rashomon("compare", "-", "one.txt", stdin=content).code == 2


def test_what_is_no_file(rashomon: Program) -> None:
    Path("folder").mkdir()
    for source, said in {
        "missing.txt": "no such file", "folder": "a folder", "one.txt/x": "cannot be read",
        "x" * 300: "cannot be read", "": "without a letter",
    }.items():  # fmt: skip
        ran = rashomon("compare", "one.txt", source, "-o", "r.html")
        assert ran.code == 2 and said in ran.err, source
        assert not Path("r.html").exists()


def test_a_file_that_may_not_be_read(rashomon: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)  # a superuser may read everything
    ran = rashomon("compare", "one.txt", "other.txt")
    assert ran.code == 2 and "cannot be read (Permission denied)" in ran.err or "make it readable" in ran.err


def test_an_old_report_survives_sources_that_cannot_be_read(rashomon: Program) -> None:
    Path("r.html").write_text("the old report")
    assert rashomon("compare", "one.txt", "missing.txt", "-o", "r.html").code == 2
    assert Path("r.html").read_text() == "the old report"


def test_a_report_on_top_of_a_source_by_another_name(rashomon: Program) -> None:
    os.link("one.txt", "hard.html")
    os.symlink("one.txt", "soft.html")
    for name in ("hard.html", "soft.html"):
        ran = rashomon("compare", "one.txt", "other.txt", "-o", name)
        assert ran.code == 2 and "one of the sources" in ran.err
    assert Path("one.txt").read_text() == ONE


def test_outputs_that_cannot_be_written(rashomon: Program) -> None:
    Path("folder.html").mkdir()
    targets = {
        "folder.html": "is a folder",
        "one.txt/r.html": "a file stands where its folder should be",
        f"{'x' * 300}.html": "cannot be written",
    }
    if os.path.isdir("/proc/self"):
        targets["/proc/self/none/r.html"] = "cannot be written"
    for target, said in targets.items():
        ran = rashomon("compare", "one.txt", "other.txt", "-o", target)
        assert ran.code == 2 and said in ran.err
    assert Path("one.txt").read_text() == ONE and not list(Path("folder.html").iterdir())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('title = "never closed', "not valid TOML"),
        ("title = 7", "title (line 1) must be text"),
        ('[[source]]\nlabel = "A"', "names no file"),
        ('[[source]]\nfile = "one.txt"\npublished = "soon"', "no date"),
        ("source = 3", "list of tables"),
        ("a = " + "[" * 5000, "not valid TOML"),
    ],
)
def test_a_broken_event_folder(rashomon: Program, content: str, said: str) -> None:
    Path("event.toml").write_text(content)
    ran = rashomon("compare", "one.txt", "other.txt", "-o", "r.html")
    assert ran.code == 2 and "event.toml: " in ran.err and said in ran.err
    assert not Path("r.html").exists()


# What is odd, but can be read


def test_other_encodings_are_decoded_and_said_so(rashomon: Program) -> None:
    Path("old.txt").write_bytes(OTHER.replace('"', "“", 1).replace('"', "”").encode("cp1252"))
    ran = rashomon("compare", "one.txt", "old.txt", "-o", "r.html", "-o", "r.txt")
    assert ran.code == 0 and "old: decoded as Windows-1252" in ran.err
    assert "decoded as Windows-1252" in Path("r.txt").read_text()
    assert "decoded as Windows-1252" in Path("r.html").read_text()
    for codec in ("utf-16", "utf-8-sig"):
        Path("old.txt").write_bytes(OTHER.encode(codec))
        assert "{twelve}" in rashomon("compare", "one.txt", "old.txt").out


SCRIPTS = {
    "German": "Die neue Brücke wurde am Montag eröffnet. „Wir haben elf Jahre gewartet“, sagte die Bürgermeisterin.",
    "Russian": "Новый мост открыли в понедельник утром. «Мы ждали одиннадцать лет», — сказала мэр.",
    "Chinese": "新桥于星期一上午通车。市长说：“我们等了十一年。”",
    "Arabic": "افتُتح الجسر الجديد صباح الاثنين. وقالت رئيسة البلدية: «انتظرنا أحد عشر عاما».",
    "Hindi": "नया पुल सोमवार सुबह खोला गया। महापौर ने कहा, “हमने ग्यारह साल इंतज़ार किया।”",
    "emoji": "The bridge 🌉 is open 🎉. “Eleven years 👩‍👩‍👧!” the mayor said.",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_any_script(rashomon: Program, text: str) -> None:
    Path("a.txt").write_text(text * 3, encoding="utf-8")
    Path("b.txt").write_text(text, encoding="utf-8")
    assert rashomon("compare", "a.txt", "b.txt", "-o", "r.html", "-o", "r.json", "-o", "r.txt").code == 0
    assert rashomon("compare", "a.txt", "one.txt").code == 0


def test_no_quotation_at_all(rashomon: Program) -> None:
    Path("a.txt").write_text(ONE.replace('"', ""))
    assert rashomon("compare", "a.txt", "other.txt").code == 0
    assert rashomon("quotes", "a.txt").code == 0


def test_the_same_file_twice(rashomon: Program) -> None:
    ran = rashomon("compare", "one.txt", "one.txt", "--format", "json", "--fail-on", "note")
    report = json.loads(ran.out)
    assert ran.code == 0 and not report["discrepancies"]
    assert len({account["id"] for account in report["accounts"]}) == 2


HUGE = {
    "five megabytes without a space": ("compare", "x" * 5_000_000),
    "five megabytes in one line": (
        "quotes",
        "The mayor came to the bridge on a wet day and spoke to us. " * 88_000,
    ),
    "ten thousand sentences in one line": ("compare", "The mayor came to the bridge on a wet day. " * 10_000),
    "a hundred thousand quotation marks": ("compare", '"' * 100_000),
    "ten thousand quotations": ("compare", 'He said "so" to ' * 10_000),
}


@pytest.mark.parametrize(("command", "text"), HUGE.values(), ids=HUGE)
def test_huge_sources_end(rashomon: Program, command: str, text: str) -> None:
    Path("huge.txt").write_text(text)
    start = perf_counter()
    assert rashomon(command, "one.txt", "huge.txt").code in (0, 2)
    assert perf_counter() - start < 40, "some ten times what it takes"


@pytest.mark.parametrize(
    "name",
    ["\x1b[31mred\x1b[0m.txt", "line\nbreak.txt", "bell\x07\x9b.txt", "bidi\u202e.txt", "bad\udcff.txt", "::error::a%0A,b|`<b>.txt"],
)
def test_no_file_name_steers_the_terminal(rashomon: Program, name: str) -> None:
    assert rashomon("read", name).code == 2
    Path(name).write_text(OTHER)
    for form in FORMATS:
        ran = rashomon("compare", "one.txt", name, "--format", form)
        assert ran.code == 0 and not HIDDEN.search(ran.out)
        assert form in ("github", "html") or not re.search(r"^\s*::", ran.out + ran.err, re.MULTILINE)
    ran = rashomon("compare", "one.txt", "other.txt", "-o", f"{name}.html")
    assert ran.code == 0 and len(ran.err.splitlines()) == 2
    assert rashomon("compare", "one.txt", "other.txt", "-o", name + "x").code == 2
    for command in ("read", "quotes"):
        assert rashomon(command, name).code == 0


def test_no_control_character_of_a_source_reaches_the_terminal(rashomon: Program) -> None:
    Path("steering.txt").write_text(OTHER.replace("twelve", "\x1b[2Jtwelve\u202e"))
    for args in (["compare", "one.txt"], ["read"], ["quotes"]):
        assert rashomon(*args, "steering.txt").code == 0


# As a process of its own


def process(*args: str, shell: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a process; ``shell`` is what a shell does with its streams."""
    command = [sys.executable, "-m", "compare.cli", *args]
    if shell:
        command = ["bash", "-c", f'set -o pipefail; "$@" {shell}', "bash", *command]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=60)


@pytest.mark.parametrize(
    "args", [["compare", DW, DOD, "--format", "html"], ["read", DW, DOD], ["rules"]], ids=lambda a: a[0]
)
def test_whoever_reads_may_stop_early(args: list[str]) -> None:
    ran = process(*args, shell="| head -c 10")
    assert len(ran.stdout) == 10 and ran.stderr == "" and ran.returncode == 0


def test_stopping_early_changes_no_exit_code() -> None:
    ran = process("compare", DW, DOD, "--fail-on", "error", "--format", "html", shell="| head -c 10")
    assert ran.returncode == 1 and ran.stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_under_standard_output() -> None:
    ran = process("compare", DW, DOD, shell=">/dev/full")
    assert ran.returncode == 2
    assert re.fullmatch(
        r"rashomon: standard output: cannot be written \(No space left on device\).*\n", ran.stderr
    )


@pytest.mark.parametrize("streams", [">&-", "<&-"])
def test_closed_streams(streams: str) -> None:
    ran = process("compare", "-" if streams[0] == "<" else DW, DOD, shell=streams)
    assert ran.returncode == 2 and ran.stderr.startswith("rashomon: ") and ran.stderr.count("\n") == 1


def test_a_locale_without_unicode() -> None:
    ran = process("compare", DW, DOD, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.returncode == 0 and ran.stdout == process("compare", DW, DOD).stdout


def test_a_fault_of_its_own_is_one_line(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.delenv("RASHOMON_DEBUG", raising=False)
    monkeypatch.setattr("compare.pipeline.compare_sources", fail)
    assert run(["compare", DW, DOD]) == 2
    assert (
        capfd.readouterr().err
        == "rashomon: a fault of rashomon's own (RuntimeError: two lines); please report it\n"
    )


SLOW = ("rich", "charset_normalizer", "jinja2", "markupsafe", "sentencex", "pygments", "asyncio", "numpy", "lxml", "trafilatura", "urllib3", "dateparser", "babel")


@pytest.mark.parametrize(
    ("args", "extra"),
    [(["--version"], {"compare", "compare.cli", "compare.cli.console", "compare.model"}), (["rules"], None), (["read", DOD], None), (["compare", DW, DOD], None)],
    ids=lambda value: str(value[0]) if isinstance(value, list) else "",
)  # fmt: skip
def test_nothing_is_imported_before_it_is_needed(args: list[str], extra: set[str] | None) -> None:
    code = "import sys; from compare.cli import COMMANDS, run; run(sys.argv[1:]); print('\\n'.join(sys.modules), file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, cwd=ROOT, check=True
    )
    loaded = set(ran.stderr.split())
    needed = {"sentencex"} if args[0] in ("read", "compare") else set[str]()
    assert not {name.split(".")[0] for name in loaded} & (set(SLOW) - needed)
    if extra is not None:
        assert {name for name in loaded if name.split(".")[0] == "compare"} == extra


def test_the_version_is_there_at_once() -> None:
    def least(*command: str) -> float:
        times = []
        for _ in range(4):
            start = perf_counter()
            subprocess.run([sys.executable, *command], check=True, capture_output=True, cwd=ROOT)
            times.append(perf_counter() - start)
        return min(times)

    assert least("-m", "compare.cli", "--version") < 2 * least("-c", "import click")


# Values for sources


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([], [None, None]),
        (["x"], ["x", None]),
        (["b=y"], [None, "y"]),
        (["b=y", "x"], ["x", "y"]),
        (["x", "b=y"], ["x", "y"]),
        (["c=z"], ["c=z", None]),
        (["a="], ["", None]),
    ],
)
def test_by_source(values: list[str], found: list[str | None]) -> None:
    assert by_source("--label", values, ["a", "b"]) == found


def test_by_source_knows_names_with_equals_signs() -> None:
    assert by_source("--label", ["a=b.txt=x"], ["a=b.txt", "c"]) == ["x", None]
    assert by_source("--label", ["a=x"], ["a", "a"]) == ["x", "x"]
    with pytest.raises(CompareError, match="more of them than files"):
        by_source("--label", ["x", "y", "z"], ["a", "b"])


def test_a_kind_is_switched_off_or_counted_otherwise(rashomon: Program, tmp_path: Path) -> None:
    assert rashomon("compare", "one.txt", "other.txt", "--fail-on", "error").code == 1
    for severity in ("off", "note"):
        ran = rashomon("compare", "one.txt", "other.txt", "--fail-on", "error", "--rule", f"quotation-wording={severity}")
        assert ran.code == 0
    (tmp_path / "event.toml").write_text('[[source]]\nfile = "one.txt"\n[[source]]\nfile = "other.txt"\n[rules]\nquotation-wording = "off"\n')
    assert rashomon("compare", "one.txt", "other.txt", "--fail-on", "error").code == 0
    assert rashomon("compare", "one.txt", "other.txt", "--fail-on", "error", "--rule", "quotation-wording=error").code == 1
    assert rashomon("compare", "one.txt", "other.txt", "--rule", "weather=off").code == 2
