"""Sources into an event folder: event.toml made, extended and kept as it was otherwise."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from compare.events.adding import Source, add_sources
from compare.events.folders import ChangedSource, event_names, read_folder
from compare.model import CompareError

HAND_WRITTEN = """\
# where it began
title = "The bridge"   # working title

[[source]]
file = "one.txt"   # the first
label = "One"

[rules]
date = "off"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(f"The account of {name}, in one sentence.\n")
    return tmp_path


def source(home: Path, name: str, **known: str) -> Source:
    return Source(str(home / f"{name}.txt"), known)


def event(home: Path) -> Path:
    return home / "sources" / "bridge" / "event.toml"


def test_a_new_event(home: Path) -> None:
    added = add_sources(home, "bridge", [source(home, "one", label="One", published="2019-05-07"), source(home, "two")], "The bridge")
    assert [(a.file, a.before) for a in added] == [("one.txt", None), ("two.txt", None)]
    sums = [sha256((home / f"{name}.txt").read_bytes()).hexdigest() for name in ("one", "two")]
    assert event(home).read_text() == (
        'title = "The bridge"\n\n[[source]]\nfile = "one.txt"\nlabel = "One"\npublished = 2019-05-07\n'
        f'sha256 = "{sums[0]}"\n\n[[source]]\nfile = "two.txt"\nsha256 = "{sums[1]}"\n'
    )
    folder = read_folder(home, "bridge")
    assert list(folder.contents) == ["one.txt", "two.txt"] and not folder.remarks
    assert event_names(home) == ["bridge"]


def test_comments_and_order_stay(home: Path) -> None:
    event(home).parent.mkdir(parents=True)
    event(home).write_text(HAND_WRITTEN)
    add_sources(home, "bridge", [source(home, "one"), source(home, "two", url="https://x.example/")])
    text = event(home).read_text()
    for line in HAND_WRITTEN.splitlines():
        assert line in text
    assert text.index('file = "one.txt"') < text.index('file = "two.txt"') < text.index("[rules]")
    assert add_sources(home, "bridge", [source(home, "one")])[0].before, "once more is no harm"
    assert event(home).read_text() == text


def test_a_source_without_a_checksum_is_remarked_on(home: Path) -> None:
    add_sources(home, "bridge", [source(home, "one"), source(home, "two")])
    lines = [line for line in event(home).read_text().splitlines() if "sha256" not in line]
    event(home).write_text("\n".join(lines))
    folder = read_folder(home, "bridge")
    assert len(folder.remarks) == 2 and "rashomon add --update bridge" in folder.remarks[0]
    add_sources(home, "bridge", [], update=True)
    assert not read_folder(home, "bridge").remarks


def test_a_change_stops_until_it_is_meant(home: Path) -> None:
    add_sources(home, "bridge", [source(home, "one"), source(home, "two")])
    (home / "sources/bridge/two.txt").write_text("Another account.\n")
    with pytest.raises(ChangedSource) as error:
        read_folder(home, "bridge")
    assert error.value.file == "two.txt"
    add_sources(home, "bridge", [], update=True)
    read_folder(home, "bridge")
    with pytest.raises(CompareError, match=r"has another two\.txt"):
        add_sources(home, "bridge", [source(home, "two")])
    add_sources(home, "bridge", [source(home, "two")], update=True)
    assert (home / "sources/bridge/two.txt").read_bytes() == (home / "two.txt").read_bytes()


def test_what_lies_beside_the_sources(home: Path) -> None:
    add_sources(home, "bridge", [source(home, "one"), source(home, "two")])
    folder = home / "sources" / "bridge"
    for name in ("README.md", "LICENSE", "licence.txt", "notes.txt", ".hidden.txt", "scan.png", "~lock.txt"):
        (folder / name).write_text("x")
    read_folder(home, "bridge")
    for name in ("third.txt", "third.HTML", "third.pdf"):
        (folder / name).write_text("x")
        with pytest.raises(CompareError, match=r"not listed in event\.toml"):
            read_folder(home, "bridge")
        (folder / name).unlink()


def test_no_folder_is_left_where_nothing_could_be_added(home: Path) -> None:
    with pytest.raises(CompareError):
        add_sources(home, "new", [source(home, "one", published="soon")])
    (home / "empty.txt").write_text("")
    with pytest.raises(CompareError):
        add_sources(home, "new", [source(home, "empty")])
    assert not (home / "sources").exists()
