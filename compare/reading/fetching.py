"""A page from the network: only when it is named on the command line, within limits of time, size and place."""

from __future__ import annotations

import http.client
import re
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from socket import SHUT_RDWR
from socket import socket as Socket
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from compare import __version__
from compare.model import CompareError
from compare.reading.addresses import connect
from compare.reading.answers import read_body
from compare.reading.content import Content
from compare.reading.sources import LARGEST

SECONDS = 30.0
"""What a page may take, redirects and all."""

REDIRECTS = 5
_REDIRECTING = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    """How far fetching may go: seconds and bytes altogether, and whether to private addresses."""

    seconds: float = SECONDS
    size: int = LARGEST
    allow_private: bool = False


def fetch(url: str, limits: Limits = Limits(), say: Callable[[str], object] = lambda line: None) -> Content:
    """What a server answers to an address; ``say`` is told of every redirect.

    CompareError where the address is none, leads to a private place, does not answer in
    time, or answers with an error, a redirect too many or too much.
    """
    deadline = time.monotonic() + limits.seconds
    address = url
    for _ in range(REDIRECTS + 1):
        status, headers, data = _get(address, url, limits, deadline)
        if status in _REDIRECTING and headers["Location"]:
            target = _target(address, headers["Location"])
            say(f"{address}: redirects to {_without_password(target)}")
            address = target
            continue
        if status != 200:
            raise CompareError(
                f"{address}: answered {status}{_phrase(status)}; check the address, or save the page and give the file"
            )
        return Content(
            data,
            url,
            headers.get_content_type() if headers["Content-Type"] else None,
            headers.get_content_charset(),
        )
    raise CompareError(f"{url}: more than {REDIRECTS} redirects; open it in a browser and save the page")


def _target(address: str, location: str) -> str:
    """Where a redirect leads; CompareError for what is no address. Headers come as Latin-1, addresses are UTF-8."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urljoin(address, location)
    except ValueError as error:
        raise CompareError(
            f"{address}: redirects to what is no address ({error}); open it in a browser and save the page"
        ) from error


def _without_password(address: str) -> str:
    return re.sub(r"(?<=://)[^/?#]*@", "…@", address)


def _phrase(status: int) -> str:
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""


def _split(address: str) -> SplitResult:
    """The parts of an address; CompareError for what is none, or holds a password."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  (says whether the port is one)
    except ValueError as error:
        raise CompareError(f"{address}: no address ({error}); write it as https://host/path") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise CompareError(f"{address}: is not fetched; only http and https are")
    if parts.username or parts.password:
        raise CompareError(f"{parts.hostname}: an address with a password in it; give it without")
    return parts


def _get(address: str, url: str, limits: Limits, deadline: float) -> tuple[int, Message, bytes]:
    """Status, headers and body of one answer."""
    parts = _split(address)
    host = str(parts.hostname)
    secure = parts.scheme == "https"
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    )
    asked = {
        "User-Agent": f"rashomon/{__version__}",
        "Accept": "text/html,application/xhtml+xml,text/plain,*/*;q=0.5",
        "Accept-Encoding": "identity",
    }
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
        socket = connect(name, parts.port or (443 if secure else 80), _left(deadline), limits.allow_private)
        if secure:  # the handshake waits until the deadline is watched
            context = ssl.create_default_context()
            socket = context.wrap_socket(socket, server_hostname=name, do_handshake_on_connect=False)
        with _ending(socket, deadline):
            if isinstance(socket, ssl.SSLSocket):
                socket.do_handshake()
            connection = http.client.HTTPConnection(name, parts.port)
            connection.sock = socket
            connection.request("GET", target, headers=asked)
            answer = connection.getresponse()
            data = b"" if answer.status in _REDIRECTING else _read(answer, url, limits, deadline)
            return answer.status, answer.headers, data
    except TimeoutError as error:
        raise _late(address, limits) from error
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        if time.monotonic() >= deadline:
            raise _late(address, limits) from error
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise CompareError(
            f"{address}: cannot be fetched ({reason}); check the address and the network"
        ) from error


def _read(answer: http.client.HTTPResponse, url: str, limits: Limits, deadline: float) -> bytes:
    """The body; TimeoutError where it came to its end, good or bad, by the deadline."""
    try:
        return read_body(answer, url, limits.size)
    finally:
        _left(deadline)


def _late(address: str, limits: Limits) -> CompareError:
    return CompareError(
        f"{address}: no whole answer within {limits.seconds:g} seconds; try again, or save the page and give the file"
    )


@contextmanager
def _ending(connection: Socket, deadline: float) -> Iterator[None]:
    """A connection that is closed at the end, or at the deadline, however slowly a server drips."""
    timer = Timer(_left(deadline), _shut, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()


def _shut(connection: Socket) -> None:
    with suppress(OSError):
        Socket.shutdown(connection, SHUT_RDWR)  # that of TLS would pull its state from under the one who reads


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
