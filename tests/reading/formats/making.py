"""Files in every format, made of titles and paragraphs: what the tests read back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from textwrap import wrap

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/package/2006/relationships"
O = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"  # noqa: E741


def to_docx(paragraphs: Sequence[str], headings: Iterable[str] = (), **parts: str) -> bytes:
    """A Word document; a paragraph that begins with "<w:" is taken as markup, ``parts`` are added or replaced."""
    known = set(headings)
    styles = dict.fromkeys(known, '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')
    body = "".join(
        text if text.startswith("<w:") else f"<w:p>{styles.get(text, '')}{run(text)}</w:p>"
        for text in paragraphs
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{R}"><Relationship Id="r1" Type="{O}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Heading1">'
        '<w:name w:val="heading 1"/></w:style></w:styles>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{R}"><Relationship Id="r2" Type="{O}/styles" '
        f'Target="styles.xml"/><Relationship Id="r3" Type="{O}/footnotes" Target="footnotes.xml"/></Relationships>',
        **{
            f"word/{name}.xml": f'<w:{name.rstrip("123")} xmlns:w="{W}">{text}</w:{name.rstrip("123")}>'
            for name, text in parts.items()
        },
    }
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return made.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def to_pdf(
    paragraphs: Sequence[str],
    headings: Iterable[str] = (),
    columns: int = 1,
    head: str = "",
    hyphens: bool = False,
    rows: int = 40,
) -> bytes:
    """A PDF in Helvetica with a text layer: columns of wrapped lines, a running head and page numbers if asked for.

    With ``hyphens`` long words are parted at line ends.
    """
    known, size, leading = set(headings), 10, 13
    width = (595 - 100 - 20 * (columns - 1)) // columns
    letters = int(width / (size * 0.52))
    lines: list[tuple[str, int]] = []
    for text in paragraphs:
        large = 13 if text in known else size
        lines += [(line, large) for line in _wrapped(text, int(letters * size / large), hyphens)] + [
            ("", size)
        ]
    pages = []
    for first in range(0, len(lines), rows * columns):
        commands = []
        if head:
            commands.append(_shown(head, 8, 50, 800))
            commands.append(_shown(str(len(pages) + 1), 8, 290, 30))
        for column in range(columns):
            start = first + column * rows
            for k, (line, large) in enumerate(lines[start : min(start + rows, first + rows * columns)]):
                if line:
                    commands.append(_shown(line, large, 50 + column * (width + 20), 760 - k * leading))
        if columns > 1:  # as many programs write them: line by line across the columns
            commands.sort(key=lambda c: -float(c.split()[5]))
        pages.append("\n".join(commands))
    return _pdf(pages)


def _wrapped(text: str, letters: int, hyphens: bool) -> list[str]:
    if not hyphens:
        return wrap(text, letters, break_long_words=False, break_on_hyphens=False)
    lines, line = [], ""
    for word in text.split():
        while len(line) + 1 + len(word) > letters:
            room = letters - len(line) - 2
            if word.isalpha() and word.islower() and len(word) >= 8 and 3 <= room <= len(word) - 3:
                lines.append(f"{line} {word[:room]}-".strip())
                line, word = "", word[room:]
            else:
                lines.append(line)
                line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


def _shown(text: str, size: int, x: float, y: float) -> str:
    safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({safe}) Tj ET"


def _pdf(pages: Sequence[str]) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{4 + 2 * k} 0 R' for k in range(len(pages)))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for k, page in enumerate(pages):
        content = page.encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * k} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        made
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
        ).encode()
    )


def to_srt(paragraphs: Sequence[str], web: bool = False, letters: int = 38) -> bytes:
    """Subtitles, two lines a cue, four seconds of silence between paragraphs; WebVTT if ``web``."""
    made, clock, number = ["WEBVTT\n\n"] if web else [], 1.0, 0
    for text in paragraphs:
        lines = wrap(text, letters, break_long_words=False, break_on_hyphens=False)
        for k in range(0, len(lines), 2):
            number += 1
            shown = "\n".join(lines[k : k + 2])
            code = f"{_clock(clock)} --> {_clock(clock + 2)}"
            made.append(f"{number}\n{code if web else code.replace('.', ',')}\n{shown}\n\n")
            clock += 2.1
        clock += 4
    return "".join(made).encode()


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{int(seconds) % 60:02}.{int(seconds * 1000) % 1000:03}"


def to_html(paragraphs: Sequence[str], headings: Sequence[str], style: str = "article") -> bytes:
    """A page: bare paragraphs, an article among menus and captions, or a table with line breaks of long ago."""
    lines = [escape(text, quote=False) for text in paragraphs]
    title = escape(headings[0], quote=False)
    known = {escape(heading, quote=False) for heading in headings}
    if style == "old":
        body = "<BR><BR>\n".join(f"<B>{line}</B>" if line in known else line for line in lines)
        return (
            f"<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY><TABLE><TR><TD><A HREF=a>Home</A><BR><A HREF=b>News</A><BR>"
            f"<A HREF=c>Sport</A></TD><TD><FONT SIZE=2>{body}</FONT></TD></TR></TABLE>"
            "<FONT SIZE=1>Copyright 2007 The Daily Post. All rights reserved.</FONT></BODY></HTML>"
        ).encode("cp1252", "xmlcharrefreplace")
    marked = [
        f"<h{1 + (line != title)}>{line}</h{1 + (line != title)}>" if line in known else f"<p>{line}</p>" for line in lines
    ]
    if style == "bare":
        return f"<!DOCTYPE html><meta charset=utf-8><title>{title}</title>{''.join(marked)}".encode()
    picture = "<figure><img src=a.jpg><figcaption>The presidents on the lawn. Photo: A. Doe</figcaption></figure>"
    box = "<aside class=newsletter><p>Sign up for our newsletter.</p><form><input><button>Go</button></form></aside>"
    comment = "<div class=comment><b>zed</b><p>I have heard all of this before, and nothing came of it then.</p></div>"
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title} | The Daily Post</title></head><body>"
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav><div class=page><article>"
        f"{marked[0]}<div class=share><a>Facebook</a><a>Twitter</a></div>{picture}<div class=story>{marked[1]}{box}"
        f"{''.join(marked[2:])}</div></article><section id=comments><h2>Comments</h2>{comment * 3}</section>"
        "<h3>Most read</h3><ol><li><a href=/1>A cat in a tree</a></li></ol></div><footer>© The Daily Post</footer></body></html>"
    ).encode()
