from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given

from compare.reporting.addresses import uri_of
from tests.reporting import hostile


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        ("sources/a/dw.txt", "sources/a/dw.txt"),
        ("../a b.txt", "../a%20b.txt"),
        ("/texts/ü.txt", "file:///texts/%C3%BC.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("50%.txt", "50%25.txt"),
        ("a\udcffb.txt", "a%FFb.txt"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/a b<c>", "https://example.org/a%20b%3Cc%3E"),
        ("C:\\texts\\a b.txt", "file:///C:/texts/a%20b.txt"),
        ("\\\\server\\share\\a.txt", "file://server/share/a.txt"),
        ("-", "stdin:"),
    ],
)
def test_uri(source: str, uri: str) -> None:
    assert uri_of(source) == uri


@given(hostile.WORDS)
def test_nothing_in_it_needs_escaping(name: str) -> None:
    uri = uri_of(f"folder/{name}")
    assert uri.isascii() and not set(uri) & set(" \"'<>`{}|\\^\x7f")
    assert urlsplit(uri).scheme == ""
    if "\ud800" not in name and "\udfff" not in name:
        assert unquote(uri) == f"folder/{name}"
