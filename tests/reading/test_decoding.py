"""Bytes to text, and what is said about it."""

from __future__ import annotations

import codecs

import pytest

from compare.model import CompareError
from compare.reading.decoding import decode

TEXT = "“It was a gradual thing,” the café owner said – and left.\r\nNaïve? No.\n"


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        (TEXT.encode(), None),
        (codecs.BOM_UTF8 + TEXT.encode(), None),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), None),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), None),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), None),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32-le"), "UTF-32"),
        (TEXT.encode("utf-32-be"), "UTF-32"),
        (TEXT.encode("cp1252"), "Windows-1252"),
    ],
)
def test_text_is_the_same_in_every_encoding(data: bytes, notice: str | None) -> None:
    text, notices = decode(data, "a.txt")
    assert text == TEXT
    assert len(notices) == (notice is not None)
    assert notice is None or notice in notices[0]


def test_windows_1252_is_said() -> None:
    assert decode(b"He said \x93no\x94.", "a")[1] == ("decoded as Windows-1252: it is not valid UTF-8",)


@pytest.mark.parametrize(
    ("sample", "codec"),
    [
        ("Президент Путин заявил, что готов к сотрудничеству с Соединёнными Штатами. " * 8, "cp1251"),
        ("首相は月曜日、ワシントンで大統領と会談し、防衛協力について話し合った。" * 8, "shift_jis"),
    ],
)
def test_a_detector_finds_the_rest(sample: str, codec: str) -> None:
    text, notices = decode(sample.encode(codec), "a")
    assert text == sample
    assert notices[0].endswith("it is not valid UTF-8")


def test_damaged_utf8_is_mended_and_said() -> None:
    data = ("“Größe” – ähnlich, öfter, übrig. " * 4).encode()[:-1] + b"\xe2\x80"
    text, notices = decode(data, "a")
    assert text.startswith("“Größe”")
    assert "1 broken" in notices[0]


@pytest.mark.parametrize(
    "data",
    [
        b"a\0b\0\0c",
        b"\0" * 40,
        b"text \0 text and more of it",
        b"\x89PNG\r\n",
        b"PK\x03\x04rest",
        bytes(range(1, 32)) * 3,
    ],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(CompareError, match=r"^a\.bin: not a text"):
        decode(data, "a.bin")
