"""event.toml: what it says about sources, and what is wrong with one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compare.events import Event, Listed, event_of, iso_date, read_event
from compare.model import CompareError
from compare.pipeline import compare_sources

ROOT = Path(__file__).resolve().parents[2]

BRIDGE = """\
title = "The bridge"
date = 2019-05-06

[[source]]
file = "courier.txt"
label = "Courier"
publisher = "The Morning Courier"
published = 2019-05-07
note = "Typed from paper."

[[source]]
file = "herald.txt"
"""


def folder(path: Path, content: str | bytes) -> Path:
    path.mkdir(exist_ok=True)
    (path / "event.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_an_event(tmp_path: Path, mark: bytes) -> None:
    known = Listed("Courier", "The Morning Courier", "2019-05-07", borrowed="2019-05-06")
    event = read_event(folder(tmp_path, mark + BRIDGE.encode()))
    assert event == Event("The bridge", {"courier.txt": known, "herald.txt": Listed(borrowed="2019-05-06")})


def test_no_event(tmp_path: Path) -> None:
    assert read_event(tmp_path) is None
    assert read_event(tmp_path / "none") is None
    assert event_of([str(tmp_path / "a.txt"), "-"]) == (None, [Listed(), Listed()])


def test_an_empty_event_says_nothing(tmp_path: Path) -> None:
    assert read_event(folder(tmp_path, "")) == Event(None, {})


@pytest.mark.parametrize(
    ("written", "day"),
    [("2019-05-07", "2019-05-07"), ("2019-05-07T23:30:00Z", "2019-05-07"), ('"2019-05-07"', "2019-05-07")],
)
def test_dates(tmp_path: Path, written: str, day: str) -> None:
    event = read_event(folder(tmp_path, f'[[source]]\nfile = "a"\npublished = {written}'))
    assert event is not None and event.sources["a"].published == day


BROKEN = {
    'title = "open': "not valid TOML",
    "title = 1": "title (line 1) must be text in quotation marks, not 1",
    "title = []": "title (line 1) must be text",
    "source = 'a.txt'": "write [[source]] before each",
    "source = ['a.txt']": "write [[source]] before each",
    "[[source]]\nlabel = 'A'": "source 1 names no file",
    "[[source]]\nfile = ''": "source 1 names no file",
    "[[source]]\nfile = 7": "file (line 2) must be text",
    "[[source]]\nfile = 'a'\n[[source]]\nfile = 'a'": "a is listed twice",
    "[[source]]\nfile = 'a'\nlabel = 3": "label (line 3) must be text",
    "[[source]]\nfile = 'a'\npublished = 'July 2'": "published of a: 'July 2' is no date; write it as 2007-07-02",
    "[[source]]\nfile = 'a'\npublished = '2019-02-30'": "is no date",
    "[[source]]\nfile = 'a'\npublished = 2019": "published (line 3) must be a date",
    "[[source]]\nfile = 'a'\npublished = 07:30:00": "published (line 3) must be a date",
    "titel = 'A'": "titel (line 1): no such key; did you mean title?",
    "[[source]]\nfile = 'a'\n\nlicense = 'A'": "source 1: license (line 4): no such key; did you mean licence?",
    "[[source]]\nfile = 'a'\n[[source]]\nfile = 'b'\nqqq = 1": "source 2: qqq (line 5): no such key; there are file, label",
    "date = 'soon'": "date: 'soon' is no date",
    "[[source]]\nfile = 'a'\nretrieved = 'soon'": "retrieved of a: 'soon' is no date",
    "fail-on = 'never ever'": "fail-on: 'never ever' is no severity",
    "names = 'A'": "names (line 1) must be a table",
    "[names]\nA = 'B'": "names: A must be a list of names",
    "[names]\nA = ['-']": "names: A must be a list of names",
    "[rules]\ndates = 'off'": "rules: dates: no such kind; did you mean date?",
    "a = " + "[" * 4000: "not valid TOML",
    "a = " + "1" * 5000: "not valid TOML",
}


@pytest.mark.parametrize(("content", "said"), BROKEN.items(), ids=lambda text: text[:30])
def test_broken_events_say_where_and_what_to_do(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(CompareError, match=re.escape(said)) as error:
        read_event(folder(tmp_path, content))
    assert str(error.value).startswith(f"{tmp_path / 'event.toml'}: ")


def test_what_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(CompareError, match="not valid TOML"):
        read_event(folder(tmp_path, b"title = '\xff'"))
    (tmp_path / "event.toml").unlink()
    (tmp_path / "event.toml").mkdir()
    with pytest.raises(CompareError, match="make it readable or move it away"):
        read_event(tmp_path)


def test_the_event_of_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bridge = str(folder(tmp_path / "bridge", BRIDGE))
    other = str(folder(tmp_path / "other", BRIDGE))
    courier = Listed("Courier", "The Morning Courier", "2019-05-07", borrowed="2019-05-06")
    event, known = event_of([f"{bridge}/courier.txt", f"{bridge}/herald.txt"])
    assert event and event.title == "The bridge" and known == [courier, Listed(borrowed="2019-05-06")]
    monkeypatch.chdir(tmp_path)
    event, known = event_of(["bridge/../bridge/herald.txt", f"{bridge}/courier.txt"])
    assert event and known == [Listed(borrowed="2019-05-06"), courier], "one folder by two names"
    for sources in (["bridge/courier.txt", "other/herald.txt"], ["bridge/courier.txt", "-"]):
        event, known = event_of(sources)
        assert event is None and known[0] == courier
    event, known = event_of(["bridge/courier.txt", "bridge/unlisted.txt"])
    assert event is None and known == [courier, Listed()]
    assert other


def test_iso_dates() -> None:
    assert iso_date("2007-07-02", "--published") == "2007-07-02"
    with pytest.raises(CompareError, match=r"--published: '2\.7\.2007' is no date"):
        iso_date("2.7.2007", "--published")


def test_the_events_of_this_project_can_be_read() -> None:
    for path in (ROOT / "sources").iterdir():
        event = read_event(path)
        assert event and event.title
        assert {file for file in event.sources if (path / file).is_file()} == set(event.sources)


def test_kinds_switched_off(tmp_path: Path) -> None:
    event = read_event(folder(tmp_path, '[rules]\ndate = "off"\nnumber = "note"\n'))
    assert event is not None and event.severities == {"date": "off", "number": "note"}


def test_a_source_without_a_date_borrows_that_of_the_event(tmp_path: Path) -> None:
    folder(tmp_path, 'date = 2019-05-06\n[[source]]\nfile = "a.txt"\n[[source]]\nfile = "b.txt"\npublished = 2019-05-09\n')
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("The bridge over the Lenne was opened on Monday before a small crowd.\n")
    one, other = compare_sources([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]).accounts
    assert (one.published, one.borrowed) == ("2019-05-06", True)
    assert any("that of the event, 2019-05-06, is taken" in notice for notice in one.notices)
    assert (other.published, other.borrowed) == ("2019-05-09", False)
    assert not any("event" in notice for notice in other.notices)
