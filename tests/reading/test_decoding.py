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
    assert "it is not valid UTF-8" in notices[0]


PROSE = {
    "English": "“It’s a gradual thing,” the café owner said – and left. Zoë’s ‘naïve’ idea… “No,” he said.\n",
    "French": "« Ce n’est pas encore fini pour nous », a déclaré la ministre de la ville, qui part pour Genève avant l’été.\n",
    "German": "„Das ist noch nicht alles“, sagte die Bürgermeisterin von Österreich am Montag – und alle hörten es.\n",
    "Spanish": "—¿Qué pasó? —preguntó el alcalde de la ciudad—. Mañana habrá más, señor. «Así es», dijo la niña.\n",
    "one letter": "The café is closed on Mondays, its owner said to us.\n",
    "one mark": "It’s over, the minister said.\n",
}
CODECS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "latin-1",
    "mac_roman",
]


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("language", PROSE)
def test_prose_is_decoded_rightly(language: str, codec: str) -> None:
    data = PROSE[language].encode(codec, "replace")
    if data.decode(codec) != PROSE[language]:
        return  # Latin-1 has no curly marks
    text, notices = decode(data, "a.txt")
    assert text == PROSE[language]
    assert not any("doubtful" in notice for notice in notices)


@pytest.mark.parametrize("language", PROSE)
def test_what_was_decoded_twice_is_undone_and_said(language: str) -> None:
    data = "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in PROSE[language].encode()
    ).encode()
    text, notices = decode(data, "a.txt")
    assert text == PROSE[language]
    assert "twice" in notices[0]


def test_a_part_decoded_twice_is_doubtful_and_stays() -> None:
    mixed = "“It’s over,” he said. â€œNo,â€\x9d she said."
    text, notices = decode(mixed.encode(), "a.txt")
    assert text == mixed
    assert "doubtful" in notices[0]


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        (codecs.BOM_UTF8 + b"He said \x93no\x94.", "He said “no”.", "marked as UTF-8"),
        (codecs.BOM_UTF16_LE + "He said “no”.".encode(), "He said “no”.", "marked as UTF-16"),
        (codecs.BOM_UTF16_BE + b"He said no to all of it.", "He said no to all of it.", "marked as UTF-16"),
    ],
)
def test_a_wrong_mark_is_not_believed(data: bytes, text: str, said: str) -> None:
    decoded, notices = decode(data, "a.txt")
    assert decoded == text
    assert said in notices[0]


@pytest.mark.parametrize(
    ("sample", "codec"),
    [
        ("Premier powiedział, że nie będzie żadnych zmian w rządzie, choć święto już się kończy. ", "cp1250"),
        ("Předseda vlády řekl, že příští týden bude jednat o změnách, které jsou důležité. ", "cp1250"),
        ("Премьер-министр заявил, что изменений в правительстве не будет. ", "koi8-r"),
        ("Başbakan, bugün yaptığı açıklamada görüşmelerin süreceğini söyledi. ", "cp1254"),
    ],
)
def test_what_a_detector_guesses_is_said_to_be_doubtful(sample: str, codec: str) -> None:
    _, notices = decode((sample * 4).encode(codec), "a.txt")
    assert "doubtful" in notices[0]


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
