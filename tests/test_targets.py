"""Which report goes where, and what is refused before anything is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.model import Account, CompareError, Comparison, Discrepancy
from compare.reporting import ENDINGS, FORMATS
from compare.targets import Target, by_source, exceeds, targets, write_reports

F, O = "formats", "outputs"  # noqa: E741

ASKED = [
    ([], [Target("text", "-")]),
    ([(O, "-")], [Target("text", "-")]),
    ([(F, "html")], [Target("html", "-")]),
    ([(O, "a.html")], [Target("html", "a.html")]),
    ([(O, "a.HTML")], [Target("html", "a.HTML")]),
    ([(F, "json"), (O, "a.html")], [Target("json", "a.html")]),
    ([(O, "a.html"), (F, "json")], [Target("html", "a.html"), Target("json", "-")]),
    ([(O, "a.html"), (F, "json"), (O, "b")], [Target("html", "a.html"), Target("json", "b")]),
    ([(F, "json"), (F, "html"), (O, "a")], [Target("html", "a"), Target("json", "-")]),
]


@pytest.mark.parametrize(("asked", "wanted"), ASKED)
def test_an_output_takes_the_format_before_it(asked: list[tuple[str, str]], wanted: list[Target]) -> None:
    assert targets(asked, ["x.txt", "y.txt"]) == wanted


@pytest.mark.parametrize("ending", ENDINGS)
def test_endings_name_formats(ending: str) -> None:
    assert targets([(O, f"report{ending}")], []) == [Target(ENDINGS[ending], f"report{ending}")]
    assert ENDINGS[ending] in FORMATS


REFUSED = [
    ([(F, "docx")], "no such format; there are "),
    ([(O, "report.docx")], "its ending names no format; end it with one of .html"),
    ([(O, "report")], "or write --format before it"),
    ([(O, ".html")], "its ending names no format"),
    ([(F, "text"), (O, "x.txt")], "is one of the sources; name another file"),
    ([(O, "a.html"), (O, "b/../a.html")], "asked for twice"),
    ([(F, "json"), (F, "html")], "asked for twice"),
    ([(O, "-"), (F, "html")], "asked for twice"),
]


@pytest.mark.parametrize(("asked", "said"), REFUSED)
def test_refused(
    asked: list[tuple[str, str]], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CompareError) as refusal:
        targets(asked, ["x.txt", "-"])
    assert said in str(refusal.value)


def account(name: str, *notices: str) -> Account:
    return Account(name, name.title(), f"{name}.txt", "", "Words.", notices=notices)


def test_lines_say_what_was_odd_found_and_written(tmp_path: Path) -> None:
    comparison = Comparison((account("a"), account("b", "decoded as UTF-16: it\nsays so")), (), ())
    file = str(tmp_path / "r.json")
    assert write_reports(comparison, [Target("json", file)], False) == [
        "B: decoded as UTF-16: it says so",
        "2 accounts compared: no discrepancy",
        f"json report: {file}",
    ]


def test_no_report_is_written_before_all_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise CompareError("no page today")

    monkeypatch.setattr("compare.reporting.html.html_of", fail)
    wanted = [Target("json", str(tmp_path / "r.json")), Target("html", str(tmp_path / "r.html"))]
    with pytest.raises(CompareError, match="no page today"):
        write_reports(Comparison((account("a"), account("b")), (), ()), wanted, False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("severity", "status", "fails"),
    [
        ("error", "new", ["error", "warning", "note"]),
        ("warning", "new", ["warning", "note"]),
        ("note", "new", ["note"]),
        ("error", "accepted", []),
    ],
)
def test_fail_on_means_at_least_and_new(severity: str, status: str, fails: list[str]) -> None:
    found = [Discrepancy("conflict", severity, "", (), status=status)]
    assert [level for level in ("error", "warning", "note", "never") if exceeds(found, level)] == fails
    assert not exceeds([], "note")


def test_a_label_for_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(CompareError, match="none of the files"):
        by_source("--label", ["nofile.txt=X"], ["a.txt", "b.txt"])
    assert by_source("--label", ["E=mc2 News"], ["a.txt", "b.txt"]) == ["E=mc2 News", None]
