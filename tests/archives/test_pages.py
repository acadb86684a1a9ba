"""Pages beside the tables: one an event in which something was found, an index of all, the same however often it was ended."""

from __future__ import annotations

import json
import os
import re
from html import unescape
from pathlib import Path

import pytest

from compare.archives import pages
from compare.archives.batch import Asked, run_batch
from compare.archives.event import Task
from compare.archives.pages import page_name
from compare.cli import run
from compare.model import CompareError

TEXT = """\
The new bridge over the Lenne was opened to traffic on Monday morning before {} people.

"We have waited {} years for this bridge, and nobody will have to take the ferry again," Mayor Ada Holm said.
"""
HOSTILE = "../../x <script>alert(1)</script>"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six events: alike, with an error, with a hostile name, with one source, and two more."""
    monkeypatch.chdir(tmp_path)
    events = {"alike": ("eleven", "eleven"), "differ": ("eleven", "twelve"), HOSTILE: ("ten", "nine"), "alone": ("six",), "p": ("a", "b"), "q": ("b", "c")}
    rows = []
    for number, (event, told) in enumerate(events.items()):
        for side, years in enumerate(told):
            (tmp_path / f"{number}-{side}.txt").write_text(TEXT.format(100, years))
            rows.append({"event": event, "source": f"{number}-{side}.txt"})
    path = tmp_path / "archive.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


def written(folder: str) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()}


def test_a_page_an_event(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", "archive.jsonl", "-o", "results", "--html", "pages"]) == 2
    assert "Pages: pages/index.html" in capfd.readouterr().out
    found = written("pages")
    assert set(found) == {"index.html", *(f"events/{page_name(event)}" for event in ("differ", HOSTILE, "p", "q"))}
    index = found["index.html"].decode()
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">(?:<a href=\"([^\"]+)\">)?([^<]+)", index)
    assert [name.removesuffix("</a>") for _, name in rows[-2:]] == ["alike", "alone"], "the worst first"
    assert {file for file, _ in rows if file} == set(found) - {"index.html"} and "<script>alert" not in index
    assert "one source alone" in index and "1 event not compared" in index
    page = found[f"events/{page_name('differ')}"].decode()
    assert "<h1>differ</h1>" in page and "“waited twelve years”" in page


def test_what_was_left_out(archive: Path) -> None:
    """A source that is lost is seen on the row of its event and on its page; an event of one source says that it is one."""
    rows = [("three", "1-0.txt"), ("three", "gone.txt"), ("three", "1-1.txt"), ("twice", "0-0.txt"), ("twice", "0-0.txt"), ("one", "0-0.txt"), ("one", "away.txt")]
    dated = '{"event": "three", "source": "2-1.txt", "published": "soon"}\n'
    Path("m.jsonl").write_text("".join(f"{json.dumps({'event': e, 'source': s})}\n" for e, s in rows) + dated)
    assert run(["batch", "m.jsonl", "-o", "results", "-q", "--html", "pages"]) == 2
    index = Path("pages/index.html").read_text()
    three, twice, one = (unescape(re.sub(r"<[^>]+>", " ", row)) for row in sorted(index.split("<tr")[2:], key=lambda row: row.count("left out"), reverse=True))
    assert "gone.txt: no such file" in three and "2-1.txt: published: 'soon' is no date" in three and "not compared" not in three
    left = "not compared  one source is left, and nothing to compare it with"
    assert left in one and "left out  away.txt: no such file" in one
    assert left in twice and "left out  0-0.txt: named twice" in twice
    page = Path("pages/events", page_name("three")).read_text()
    assert re.findall(r"<b>Left out</b> (.*?);", page) == ["gone.txt: no such file"]
    reasons = [json.loads(line) for line in Path("results/errors.jsonl").read_text().splitlines()]
    assert [(r["event"], r["source"]) for r in reasons if "one source is left" in r["reason"]] == [("twice", None), ("one", None)]


def test_headed_by_a_title(archive: Path) -> None:
    """An event without a title of its own is headed by that of its first account; its name stands below."""
    for name in ("0-0.txt", "0-1.txt"):
        Path(name).write_text("Bridge <b>opens</b>\n\n" + TEXT.format(name, 100, name))
    Path("m.csv").write_text("event,source\nbridge-0f3a,0-0.txt\nbridge-0f3a,0-1.txt\n")
    run(["batch", "m.csv", "-o", "results", "-q", "--html", "pages"])
    index = Path("pages/index.html").read_text()
    assert re.search(r'<a href="[^"]+">Bridge &lt;b&gt;opens&lt;/b&gt;</a><span class="who">bridge-0f3a</span>', index)
    assert "<p class=\"eyebrow\">1 event" in index
    assert json.loads(Path("results/comparisons.jsonl").read_text())["title"] is None


def test_ended_and_gone_on_with(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["batch", "archive.jsonl", "-o", "whole", "-q", "--html", "pages"])
    with monkeypatch.context() as patched:
        patched.setattr("compare.archives.pages.Pages.write_index", lambda _: (_ for _ in ()).throw(CompareError("full")))
        assert run(["batch", "archive.jsonl", "-o", "broken", "-q", "--html", "again"]) == 2
    assert not list(Path("broken").glob("*.jsonl"))
    assert run(["batch", "archive.jsonl", "-o", "broken", "-q", "--html", "again"]) == 2
    assert written("again") == written("pages") and written("broken") == written("whole")


def test_tables_are_the_same_with_pages_and_without(archive: Path) -> None:
    run(["batch", "archive.jsonl", "-o", "with", "-q", "--html", "pages"])
    run(["batch", "archive.jsonl", "-o", "without", "-q"])
    assert written("with") == written("without")


def test_an_index_of_several_pages(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST", 4)
    run_batch(Asked(archive, Path("results"), 1, task=Task(Path(), Path(), made=""), pages=Path("pages")))
    counts = [found.count(b'<th scope="row">') for name, found in written("pages").items() if name.startswith("index")]
    assert sorted(counts) == [2, 4]
    monkeypatch.undo()
    os.chdir(archive.parent)
    run_batch(Asked(archive, Path("results"), 1, task=Task(Path(), Path(), made=""), pages=Path("pages")))
    assert [name for name in written("pages") if name.startswith("index")] == ["index.html"], "none of an earlier run stays"


def test_a_page_that_cannot_be_made(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a row under errors; the tables are whole."""
    from compare.reporting import html

    def broken(*_: object) -> str:
        raise ZeroDivisionError("x")

    monkeypatch.setattr(html, "to_html", broken)
    totals = run_batch(Asked(archive, Path("results"), 1, task=Task(Path(), Path(), made=""), pages=Path("pages")))
    assert totals.counts.compared == 5 and totals.counts.faults == 5
    assert "its page: a fault of rashomon's own (ZeroDivisionError: x)" in Path("results/errors.jsonl").read_text()


def test_names_of_pages() -> None:
    names = [page_name(event) for event in ("Bridge", "bridge", "Brücke", "桥", "橋", "../x", "CON", "a" * 500, "\ud800", "")]
    assert len(set(names)) == len(names) and all(re.fullmatch(r"[a-z0-9-]{16,90}\.html", name) for name in names)


@pytest.mark.parametrize("place", ["archive.jsonl", "archive.jsonl/x"])
def test_no_folder_for_pages(archive: Path, capfd: pytest.CaptureFixture[str], place: str) -> None:
    assert run(["batch", "archive.jsonl", "-o", "results", "--html", place]) == 2
    err = capfd.readouterr().err
    assert err.startswith(f"rashomon: {place}: ") and "--html" in err and err.count("\n") == 1
    assert not Path("results").exists()


@pytest.mark.parametrize("name", ["index.html", "index-2.html"])
def test_pages_of_the_users_own_stay(archive: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    Path("site").mkdir()
    Path("site", name).write_text("<h1>My own</h1>")
    assert run(["batch", "archive.jsonl", "-o", "results", "-q", "--html", "site"]) == 2
    assert capfd.readouterr().err == f"rashomon: site/{name}: is no page of rashomon's, and would be lost; name another folder with --html\n"
    assert written("site") == {name: b"<h1>My own</h1>"} and not Path("results").exists()


def test_pages_of_an_earlier_run_do_not_stay(archive: Path) -> None:
    """Those of events that are gone, or alike now; what the user put beside them stays."""
    run(["batch", "archive.jsonl", "-o", "results", "-q", "--html", "pages"])
    own = {"events/notes.html": b"mine", f"events/{'0' * 16}.html": b"mine", "index-old.html": b"mine", "index-2.txt": b"mine"}
    for name, text in own.items():
        Path("pages", name).write_bytes(text)
    archive.write_text("".join(line for line in archive.read_text().splitlines(True) if '"p"' not in line))
    Path("1-1.txt").write_bytes(Path("1-0.txt").read_bytes())
    run(["batch", "archive.jsonl", "-o", "results", "-q", "--html", "pages"])
    found = written("pages")
    assert set(found) == {"index.html", *(f"events/{page_name(event)}" for event in (HOSTILE, "q")), *own}
    assert {name: found[name] for name in own} == own


def test_pages_in_the_folder_that_goes(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", "archive.jsonl", "-o", "results", "-q", "--html", "results/.rashomon-parts/p"]) == 2
    err = capfd.readouterr().err
    assert err == "rashomon: results/.rashomon-parts/p: is gone when the run is through; name another folder with --html\n"
    assert not Path("results").exists()
