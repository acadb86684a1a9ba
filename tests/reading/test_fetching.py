"""Pages from the network: within limits of time, size and place. A server of the test's own answers."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import compare.reading.addresses as addresses
from compare.cli import run
from compare.model import CompareError
from compare.reading.fetching import Limits, fetch

PAGE = (
    "<!DOCTYPE html><html><head><title>The bridge is closed</title></head><body><h1>The bridge is closed</h1>"
    "<p>The bridge over the Lenne was closed on Monday after a barge had hit one of its pillars, police said.</p>"
    "<p>“Nobody will cross it before Friday,” Mayor Ada Holm said.</p></body></html>"
)


class Answers(BaseHTTPRequestHandler):
    """One answer a path."""

    def do_GET(self) -> None:
        getattr(self, f"answer_{self.path.strip('/').partition('?')[0]}", self.answer_none)()

    def answer_page(self) -> None:
        self._send(PAGE.encode("cp1252"), "text/html; charset=windows-1252")

    def answer_packed(self) -> None:
        self._send(gzip.compress(PAGE.encode()), "text/html; charset=utf-8", ("Content-Encoding", "gzip"))

    def answer_bomb(self) -> None:
        self._send(gzip.compress(bytes(50_000_000)), "text/html", ("Content-Encoding", "gzip"))

    def answer_large(self) -> None:
        self._send(b"x" * 3_000_000, "text/plain")

    def answer_damaged(self) -> None:
        self._send(b"not packed at all", "text/html", ("Content-Encoding", "gzip"))

    def answer_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"<html>")

    def answer_moved(self) -> None:
        self._redirect("/page")

    def answer_round(self) -> None:
        self._redirect("/round")

    def answer_elsewhere(self) -> None:
        self._redirect(f"http://127.0.0.2:{self.server.server_address[1]}/page")

    def answer_file(self) -> None:
        self._redirect("file:///etc/hostname")

    def answer_halved(self) -> None:
        whole = gzip.compress(PAGE.encode())
        self._send(whole[: len(whole) // 2], "text/html", ("Content-Encoding", "gzip"))

    def answer_pieces(self) -> None:
        pieces = gzip.compress(PAGE[:99].encode()) + gzip.compress(PAGE[99:].encode())
        self._send(pieces, "text/html", ("Content-Encoding", "gzip"))

    def answer_nowhere(self) -> None:
        self._redirect("http://[::1")

    def answer_locked(self) -> None:
        self._redirect("http://user:secret@127.0.0.1/page")

    def answer_accents(self) -> None:
        self._redirect("/page?été".encode().decode("latin-1"))

    def answer_dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def answer_none(self) -> None:
        self.send_error(404)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def _send(self, data: bytes, kind: str, *headers: tuple[str, str]) -> None:
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: object) -> None:
        """A client that has gone is what some tests are about."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = Quiet(("0.0.0.0", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


HERE = Limits(seconds=5, size=1_000_000, allow_private=True)


def test_a_page(site: str) -> None:
    content = fetch(f"{site}/page", HERE)
    assert content.data == PAGE.encode("cp1252")
    assert (content.media_type, content.charset) == ("text/html", "windows-1252")
    assert fetch(f"{site}/packed", HERE).data == PAGE.encode()
    assert fetch(f"{site}/pieces", HERE).data == PAGE.encode()


def test_redirects_are_told(site: str) -> None:
    told: list[str] = []
    content = fetch(f"{site}/moved", HERE, told.append)
    assert told == [f"{site}/moved: redirects to {site}/page"]
    assert content.source == f"{site}/moved" and b"bridge" in content.data
    fetch(f"{site}/accents", HERE, told.append)
    assert told[1] == f"{site}/accents: redirects to {site}/page?été"
    with pytest.raises(CompareError):
        fetch(f"{site}/locked", HERE, told.append)
    assert "@127.0.0.1" in told[2] and "secret" not in told[2]


REFUSED = {
    "none": "answered 404 (Not Found)",
    "round": "more than 5 redirects",
    "file": "only http and https",
    "large": "larger than",
    "bomb": "larger than",
    "damaged": "damaged",
    "cut": "broken off",
    "halved": "broken off",
    "nowhere": "no address",
    "locked": "password",
}


@pytest.mark.parametrize(("path", "said"), REFUSED.items())
def test_what_is_refused(site: str, path: str, said: str) -> None:
    with pytest.raises(CompareError, match=said.replace("(", r"\(").replace(")", r"\)")) as raised:
        fetch(f"{site}/{path}", HERE)
    assert "\n" not in str(raised.value) and ";" in str(raised.value)


def test_a_server_that_drips_is_left(site: str) -> None:
    start = time.monotonic()
    with pytest.raises(CompareError, match="within 1 seconds"):
        fetch(f"{site}/dripping", Limits(seconds=1, allow_private=True))
    assert time.monotonic() - start < 3


def _without_certificates(purpose: int) -> ssl.SSLContext:
    context = ssl.SSLContext(purpose)
    if purpose == ssl.PROTOCOL_TLS_CLIENT:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("AECDH:@SECLEVEL=0")
    return context


@pytest.fixture
def locked_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    client = _without_certificates(ssl.PROTOCOL_TLS_CLIENT)
    monkeypatch.setattr(ssl, "create_default_context", lambda: client)
    server = Quiet(("127.0.0.1", 0), Answers)
    server.socket = _without_certificates(ssl.PROTOCOL_TLS_SERVER).wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_so_is_one_that_drips_over_tls(locked_site: str) -> None:
    assert fetch(f"{locked_site}/page", HERE).data == PAGE.encode("cp1252")
    start = time.monotonic()
    with pytest.raises(CompareError, match="within 1 seconds"):
        fetch(f"{locked_site}/dripping", Limits(seconds=1, allow_private=True))
    assert time.monotonic() - start < 3


def test_one_that_says_nothing_over_tls_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(CompareError, match=r"within 0\.5 seconds"):
        fetch(f"https://127.0.0.1:{silent.getsockname()[1]}/", Limits(seconds=0.5, allow_private=True))


def test_private_addresses_need_leave(site: str) -> None:
    for address in (f"{site}/page", site.replace("127.0.0.1", "localhost") + "/page"):
        with pytest.raises(CompareError, match="--allow-private"):
            fetch(address)


def test_every_redirect_is_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    assert fetch(f"{site}/page").data
    with pytest.raises(CompareError, match=r"127\.0\.0\.2.*--allow-private"):
        fetch(f"{site}/elsewhere")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.9.9", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::", "2002:c0a8:1::1", "nonsense", "",
    ],
)  # fmt: skip
def test_private(address: str) -> None:
    assert not addresses.is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public(address: str) -> None:
    assert addresses.is_public(address)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://user:secret@127.0.0.1/", "password"),
        ("http:///page", "only http"),
        ("http://127.0.0.1:99999/", "no address"),
        ("http://[::1/", "no address"),
        ("http://127.0.0.1:9/", "cannot be fetched"),
        ("http://no such host/", "cannot be fetched"),
        ("http://" + "a" * 300 + ".example/", "cannot be fetched"),
    ],
)
def test_what_is_no_address(url: str, said: str) -> None:
    with pytest.raises(CompareError, match=said) as raised:
        fetch(url, HERE)
    assert "secret" not in str(raised.value)


Program = Callable[..., int]


def test_on_the_command_line(site: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    url = f"{site}/moved"
    assert run(["read", url, "--format", "json"]) == 2
    assert "--allow-private" in capfd.readouterr().err
    kept = tmp_path / "kept"
    assert run(["read", url, "--format", "json", "--allow-private", "--keep-sources", str(kept)]) == 0
    out, err = capfd.readouterr()
    account = json.loads(out)
    assert (account["source"], account["title"]) == (url, "The bridge is closed")
    assert "“Nobody will cross it before Friday,”" in account["text"]
    assert "redirects to" in err and "kept as" in err
    (file,) = kept.iterdir()
    assert file.suffix == ".html" and file.read_bytes() == PAGE.encode("cp1252")
    other = tmp_path / "other.txt"
    other.write_text("The bridge over the Lenne was closed on Monday.\n")
    assert run(["compare", url, str(other), "--allow-private", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["accounts"][0]["source"] == url


def test_only_what_is_named_on_the_command_line_is_fetched(site: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text(f'<html><body><base href="{site}/"><iframe src="{site}/large"></iframe>{PAGE}')
    assert run(["read", str(page)]) == 0
