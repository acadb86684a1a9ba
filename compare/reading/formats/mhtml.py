"""Pages saved as one file (MHTML, .mht), and e-mails with their headers: the page or the text in them."""

from __future__ import annotations

import re

from compare.model import CompareError
from compare.reading.content import Content, Extract

_HEADERS = re.compile(r"(?:[A-Za-z][\w-]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*){2,80}\r?\n", re.ASCII)
_MIME, _TYPE = re.compile(r"^mime-version:", re.I | re.M), re.compile(r"^content-type:", re.I | re.M)


def recognises(content: Content) -> bool:
    """Whether this begins with headers, those among them that say how the rest is packed."""
    if content.given is not None:
        return False
    headers = _HEADERS.match(content.head.lstrip("\r\n"))
    return bool(headers and _MIME.search(headers[0]) and _TYPE.search(headers[0]))


def extract(content: Content) -> Extract:
    """What the page in it tells, or the text of an e-mail without one; CompareError where there is neither."""
    import email

    try:
        parts = list(email.message_from_bytes(content.data.lstrip(b"\r\n")).walk())
    except RecursionError as error:
        raise CompareError(f"{content.source}: its parts are nested too deep; save it anew and give that") from error
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in parts:
            data = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(data, bytes) and data.strip():
                return _read(Content(data, content.source, kind, part.get_content_charset()))
    raise CompareError(f"{content.source}: neither a page nor a text in it; save the page anew and give that")


def _read(part: Content) -> Extract:
    from compare.reading.formats import html, plain

    return plain.extract(part) if part.media_type == "text/plain" else html.extract(part)
