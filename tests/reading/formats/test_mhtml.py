"""Pages saved as one file, and e-mails with their headers."""

from __future__ import annotations

import base64
import quopri

import pytest

from compare.model import Account, CompareError
from compare.pipeline import read_account

TOLD = "The bridge over the Lenne was closed on Monday, after a barge had hit one of its pillars; it is 5 = five years old."
SAID = "“Nobody will cross it before Friday,” Mayor Ada Holm said."
PAGE = f"<html><head><title>The bridge is closed</title></head><body><nav>Home</nav><h1>The bridge is closed</h1><p>{TOLD}</p><p>{SAID}</p></body></html>"
HEAD = "From: <Saved by Blink>\nSnapshot-Content-Location: https://paper.example/1\nSubject: The bridge\nDate: Sun, 8 Mar 2020 10:00:00 -0000\nMIME-Version: 1.0\n"


def packed(body: bytes, kind: str, encoding: str = "quoted-printable") -> bytes:
    data = quopri.encodestring(body) if encoding == "quoted-printable" else base64.encodebytes(body)
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + data


def saved(*parts: bytes) -> bytes:
    begin = f'{HEAD}Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="-=-x"\n\n\n'.encode()
    return begin + b"".join(b"---=-x\n" + part + b"\n" for part in parts) + b"---=-x--\n"


def kept(account: Account) -> list[str]:
    return [account.text[p.start : p.end] for p in account.paragraphs]


PICTURE = packed(b"\x89PNG\r\n\x1a\n\0\0", "image/png", "base64")
SAVED = {
    "quoted": saved(packed(PAGE.encode(), "text/html; charset=utf-8"), PICTURE),
    "base64": saved(PICTURE, packed(PAGE.encode("cp1252"), "text/html; charset=windows-1252", "base64")),
    "undeclared": saved(packed(PAGE.encode(), "text/html")),
    "windows line ends": saved(packed(PAGE.encode(), "text/html")).replace(b"\n", b"\r\n"),
    "alone": HEAD.encode() + packed(PAGE.encode(), "text/html; charset=utf-8"),
}


@pytest.mark.parametrize("how", SAVED)
def test_a_saved_page(how: str) -> None:
    account = read_account("page.mht", data=SAVED[how])
    assert kept(account) == ["The bridge is closed", TOLD, SAID]
    assert (account.title, account.published) == ("The bridge is closed", None)
    assert [q.speaker for q in account.quotations] == ["Ada Holm"]


def test_an_email_of_plain_text() -> None:
    data = HEAD.encode() + packed(f"{TOLD}\n\n{SAID}\n".encode(), "text/plain; charset=utf-8")
    assert kept(read_account("a.eml", data=data)) == [TOLD, SAID]


@pytest.mark.parametrize(
    "text",
    [
        f"From: here\nTo: there\n\n{TOLD}\n",
        f"Note: one\nContent-Type: prose\n\n{TOLD}\n",
        f"{TOLD}\n\nMIME-Version: 1.0\n",
    ],
)
def test_texts_that_are_none(text: str) -> None:
    account = read_account("a.txt", data=text.encode())
    assert account.text == text and TOLD in kept(account)


@pytest.mark.parametrize(
    "data", [saved(PICTURE), saved(), HEAD.encode() + b"Content-Type: multipart/related\n\n"]
)
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(CompareError, match=r"^a\.mht: .*; "):
        read_account("a.mht", data=data)
