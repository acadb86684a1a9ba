"""Paths and bytes to accounts, and the one line said where that fails."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from compare.model import CompareError
from compare.reading import read_source
from compare.reading.sources import LARGEST, find_id, find_label

TEXT = "The bridge at Southmere was closed on Monday after a lorry hit one of its pillars, police said.\n"


def test_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "North Post.txt"
    path.write_bytes(TEXT.encode())
    account = read_source(str(path))
    assert (account.id, account.label, account.source) == ("north-post", "North Post", str(path))
    assert account.text == TEXT
    assert account.sha256 == sha256(TEXT.encode()).hexdigest()
    assert (account.sentences, account.quotations) == ((), ())


def test_reads_given_bytes_and_names() -> None:
    account = read_source("-", data=TEXT.encode(), account_id="a", label="A", published="2007-07-02")
    assert (account.id, account.label, account.published) == ("a", "A", "2007-07-02")
    assert read_source("-", data=TEXT.encode()).id == "standard-input"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a/DW.txt", "dw"),
        ("The Post (2).txt", "the-post-2"),
        ("Zürich.txt", "z-rich"),
        ("新闻.txt", "account"),
        (".txt", "txt"),
        ("--.md", "account"),
        ("", "account"),
    ],
)
def test_id_is_a_slug(source: str, expected: str) -> None:
    assert find_id(source) == expected


def test_label_has_no_control_characters() -> None:
    assert find_label("a\x1b[31mb\n.txt") == "a[31mb"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n1 0 obj", "damaged PDF"),
        (b"MZ\x00\x01\x02\x00\x99", "binary"),
        (b"Home\nNews\nSport\nWeather\nContact\n", "nothing but menus"),
        (b"* * *\n---\n", "nothing but menus"),
    ],
)
def test_says_what_is_wrong_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(CompareError) as raised:
        read_source("odd.txt", data=data)
    message = str(raised.value)
    assert message.startswith("odd.txt: ")
    assert said in message
    assert "\n" not in message
    assert ";" in message, "says what to do"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(CompareError, match="no such file"):
        read_source(str(tmp_path / "none.txt"))
    with pytest.raises(CompareError, match="a folder"):
        read_source(str(tmp_path))
    with pytest.raises(CompareError, match="cannot be read"):
        read_source("a\0b")


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(CompareError, match="larger than 64 MB"):
        read_source(str(path))


def test_keep_all_sets_nothing_aside() -> None:
    page = "Home\nNews\nSport\nContact us\n\n" + TEXT + "\n© 2009 The Post. All rights reserved.\n"
    assert read_source("a.txt", data=page.encode()).set_aside
    account = read_source("a.txt", data=page.encode(), keep_all=True)
    assert account.set_aside == ()
    kept = "".join(page[span.start : span.end] for span in account.paragraphs)
    assert "".join(kept.split()) == "".join(page.split())


def test_one_line_without_a_stop_is_text() -> None:
    account = read_source("a.txt", data=b"Putin offers a joint shield")
    assert [account.text[span.start : span.end] for span in account.paragraphs] == [
        "Putin offers a joint shield"
    ]


@pytest.mark.parametrize(
    ("source", "said"),
    [("file:///etc/hostname", "only http"), ("FTP://a.example/b", "only http"), ("", "name the file")],
)
def test_what_is_neither_a_file_nor_a_page(source: str, said: str) -> None:
    with pytest.raises(CompareError, match=said):
        read_source(source)
