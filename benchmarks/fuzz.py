"""Fuzz everything from bytes to reports: no traceback, no hang over ten seconds, no gigabyte of memory.

    python benchmarks/fuzz.py --engine atheris --minutes 60 --corpus .fuzz/atheris
    python benchmarks/fuzz.py --engine hypothesis --minutes 60 --corpus .fuzz/hypothesis
    python benchmarks/fuzz.py --replay FILE …       # what is wrong with inputs that were found
    python benchmarks/fuzz.py --coverage FOLDER …   # share of the program's lines that inputs reach

The first byte of an input says what the others are (see MODES): bytes of a file,
the main part of a Word document, a page of a PDF. Findings are written beside the
corpus as crash-*, timeout-* and oom-*; the good ones belong in tests/fuzz/seeds.
atheris is of the extra "fuzz" (pip install -e '.[fuzz]').
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "reading" / "formats")]

SLOWEST, LARGEST = 10, 1024
"""Seconds for one input, megabytes of the whole process."""

MODES = (
    "",
    ".txt",
    ".md",
    ".html",
    ".srt",
    ".vtt",
    ".docx",
    ".pdf",
    "document.xml",
    "page",
    "text",
    "footnotes.xml",
)
"""Endings of the file that the bytes are; from ``document.xml`` on, parts that are wrapped into one first."""


def to_source(data: bytes) -> tuple[str, bytes]:
    """The name and the bytes of the file an input stands for."""
    import making

    mode, rest = MODES[data[0] % len(MODES)] if data else "", data[1:]
    if mode == "document.xml":
        return "a.docx", _with_part("word/document.xml", rest)
    if mode == "footnotes.xml":
        return "a.docx", _with_part("word/footnotes.xml", rest)
    if mode == "page":
        return "a.pdf", making._pdf(
            [rest.decode("cp1252", "replace").encode("cp1252", "replace").decode("cp1252")]
        )
    if mode == "text":
        return "a.txt", rest.decode("utf-8", "replace").encode()
    return f"a{mode}", rest


def _with_part(name: str, content: bytes) -> bytes:
    import io
    import zipfile

    import making

    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(making.to_docx(["One.", "Two."]))) as archive,
        zipfile.ZipFile(made, "w") as copy,
    ):
        for info in archive.infolist():
            if info.filename != name:
                copy.writestr(info, archive.read(info))
        copy.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def check(data: bytes) -> bool:
    """Whether an input could be read; AssertionError, or whatever the program raises, where it breaks a promise."""
    from compare.model import CompareError
    from compare.pipeline import compare_accounts, read_account

    name, content = to_source(data)
    try:
        account = read_account(name, data=content)
    except CompareError as error:
        said = str(error)
        if "\n" in said or not said.startswith(name):
            raise AssertionError(f"no clear line: {said}") from error
        return False
    check_account(account)
    compared = compare_accounts([account, other()])
    check_reports(compared)
    return True


_other: list[Any] = []


def other() -> Any:
    """One of the Kennebunkport accounts, against which inputs are compared."""
    if not _other:
        from compare.pipeline import read_account

        _other.append(read_account(str(ROOT / "sources" / "kennebunkport" / "dod.txt")))
    return _other[0]


def check_account(account: Any) -> None:
    """Paragraphs and what is set aside cover the text, and all spans lie in it."""
    text = account.text
    text.encode("utf-8")
    position = 0
    for span in sorted([*account.paragraphs, *account.set_aside], key=lambda s: s.start):
        assert position <= span.start < span.end <= len(text), span
        assert not text[position : span.start].strip(), text[position : span.start]
        position = span.end
    assert not text[position:].strip()
    for sentence in account.sentences:
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end] != ""
    for quotation in account.quotations:
        assert 0 <= quotation.start < quotation.end <= len(text), quotation
        assert quotation.mention is None or 0 <= quotation.mention.start < quotation.mention.end <= len(text)


_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def check_reports(compared: Any) -> None:
    """Every report is made; JSON gives back the texts, text holds nothing that steers, HTML no tag of a source."""
    from compare.reporting import FORMATS, Subject, rendered
    from compare.reporting.listing import account_to_text, quotations_to_text
    from compare.reporting.text import to_text

    made = {name: rendered(name, [Subject(compared)]) for name in FORMATS}
    back = json.loads(made["json"])
    assert [a["text"] for a in back["accounts"]] == [a.text for a in compared.accounts]
    for shown in (
        to_text(compared, 80, False, True),
        account_to_text(compared.accounts[0], False),
        quotations_to_text(compared.accounts[0]),
    ):
        found = _CONTROLS.search(shown)
        assert not found, repr(found)
    assert made["html"].count("<script") == _scripts(), "a source's tag in the page"


def _scripts() -> int:
    global _tags
    if _tags < 0:
        from compare.pipeline import compare_accounts, read_account
        from compare.reporting import Subject, rendered

        plain = read_account("b.txt", data=b"Nothing was said on Monday about the harbour.")
        _tags = rendered("html", [Subject(compare_accounts([plain, other()]))]).count("<script")
    return _tags


_tags = -1


def seeds() -> Iterator[bytes]:
    """Inputs to begin from: the accounts in every format, odd ones, and all that was found before."""
    import making

    from compare.pipeline import read_account

    for name in ("dw", "dod"):
        path = ROOT / "sources" / "kennebunkport" / f"{name}.txt"
        account = read_account(str(path))
        paragraphs = [account.text[p.start : p.end] for p in account.paragraphs]
        raw = path.read_bytes()
        yield from (bytes([MODES.index(".txt")]) + raw, bytes([MODES.index("text")]) + raw[:700])
        yield bytes([MODES.index("")]) + raw.decode().encode("utf-16")
        yield bytes([MODES.index(".txt")]) + raw.decode().encode("mac_roman", "replace")
        yield bytes([MODES.index(".md")]) + ("# " + "\n\n> ".join(paragraphs)).encode()
        yield bytes([MODES.index(".html")]) + making.to_html(paragraphs, paragraphs[:1])
        yield bytes([MODES.index(".srt")]) + making.to_srt([f"JANE DOE: {p}" for p in paragraphs])
        yield bytes([MODES.index(".vtt")]) + making.to_srt([f"<v Jane>{p}" for p in paragraphs], web=True)
        yield bytes([MODES.index(".docx")]) + making.to_docx(paragraphs[:4], paragraphs[:1])
        yield bytes([MODES.index(".pdf")]) + making.to_pdf(
            paragraphs[:6], paragraphs[:1], columns=2, head="Post"
        )
        body = "".join(f"<w:p>{making.run(p)}</w:p>" for p in paragraphs[:5])
        document = f'<w:document xmlns:w="{making.W}"><w:body>{body}</w:body></w:document>'
        yield bytes([MODES.index("document.xml")]) + document.encode()
        shown = "\n".join(making._shown(p[:80], 10, 50, 700 - 13 * k) for k, p in enumerate(paragraphs))
        yield bytes([MODES.index("page")]) + shown.encode("cp1252", "replace")
    for path in sorted((ROOT / "tests" / "fuzz" / "seeds").glob("*")):
        yield path.read_bytes()


def with_limits(data: bytes) -> bool:
    """``check`` under an alarm; TimeoutError after ten seconds of work, MemoryError past a gigabyte.

    Seconds are the processor's, so that a busy machine makes no hang.
    """

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {SLOWEST} s")

    signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, SLOWEST)
    try:
        return check(data)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > LARGEST * 1024:
            raise MemoryError(f"more than {LARGEST} MB")


def run_atheris(corpus: Path, minutes: float) -> None:
    """Restart the coverage-guided fuzzer until the time is up, and say what it did."""
    end = time.monotonic() + 60 * minutes
    runs = finds = 0
    for number, data in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(data)
    while (left := int(end - time.monotonic())) > 5:
        command = [sys.executable, __file__, "--child", "--corpus", str(corpus)]
        options = [
            f"-max_total_time={left}",
            f"-timeout={6 * SLOWEST}",
            f"-rss_limit_mb={LARGEST}",
            "-max_len=20000",
        ]
        options += ["-print_final_stats=1", f"-artifact_prefix={corpus.parent}/{corpus.name}-", str(corpus)]
        ran = subprocess.run(
            [*command, "--", *options],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            errors="replace",
        )
        counts = re.findall(r"^#(\d+)\s", ran.stderr, re.MULTILINE) + re.findall(
            r"executed_units:\s+(\d+)", ran.stderr
        )
        runs += max(map(int, counts), default=0)
        if ran.returncode:
            finds += 1
            (corpus.parent / f"{corpus.name}-find-{finds}.log").write_text(ran.stderr[-20000:])
        cover = re.findall(r"cov: (\d+) ft: (\d+)", ran.stderr)
        print(
            f"{runs} executions, {finds} finds, cov/ft {cover[-1] if cover else None}, {left} s left before",
            flush=True,
        )


def child(options: list[str]) -> None:
    """One run of libFuzzer inside this process."""
    import atheris

    with atheris.instrument_imports(include=["compare"]):
        import compare.reading.formats  # noqa: F401
        from compare import pipeline, reporting  # noqa: F401
        from compare.reporting import github, html, json_report, junit, listing, markdown, sarif, text  # noqa: F401
    other()

    def one(data: bytes) -> None:
        with_limits(data)

    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


PIECES = (
    "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "「", "」", "`", "``", "''", "—", "– ", "> ", "- ", "* ", "\n", "\n\n", "\r\n", "\r", "\x0c", "\u2028", "\u202e", "\u200b",
    "\x1b[31m", "\ufeff", "\0", "JANE DOE: ", "Q: ", "Q.  ", "THE PRESIDENT: ", ">> ", ">> MR. SMITH: ", "<v Jane Doe>", "[00:01:02] ", "(Applause.)", "[laughter]", "♪ la la",
    "00:00:01,000 --> 00:00:02,000\n", "00:01.000 --> 00:02.000 align:start\n", "WEBVTT\n\n", "1\n", "# ", "## ", "---\n", "```\n", "<!-- ", " -->", "![x](y)", "[a](http://b.example)",
    "<script>alert(1)</script>", "<p>", "</p>", "<div>", "<blockquote>", "&lt;", "&amp;", "&#0;", "<!DOCTYPE html>", "<table><tr><td>", "</", "{\\an8}",
    "By Jane Doe | The Post | May 3, 2024\n", "WASHINGTON, July 2, 2007 – ", "Photo: Dan Ruiz", "Share this", "© 2009 The Post", "Home\nNews\nSport\nWeather\n",
    "he said. ", "Putin said. ", "said Bush. ", ", according to Bush, ", "Bush tweeted:\n\n", "The mayor said: ", "In a statement, ", "Mr. ", "U.S. ", "3 p.m. Monday ",
    "a great deal of development of strategic partnership in the area of security", "a gradual development of strategic partnership in the area of security",
    "I'm in strong agreement with that concept", "two million dollars", "9 to 2", "40 percent", "on July 2, 2007", "last week", "$1,5", "¥", "½", "١٢", "①",
    "他说这是真的。", "Президент заявил", "é", "e\u0301", "ﬁ", "😀", "a" * 300, " " * 50, "." * 50, "(" * 30, "word " * 40, "He said. " * 20,
)  # fmt: skip
"""What structured inputs are strung together of."""


def run_hypothesis(corpus: Path, minutes: float) -> None:
    """Strings of telling pieces in every mode, shrunk where they break something, until the time is up."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    end = time.monotonic() + 60 * minutes
    counts = {"runs": 0, "read": 0, "finds": 0}
    modes = st.integers(0, len(MODES) - 1)
    pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40)
    known = [data for data in seeds() if len(data) < 20_000]

    @st.composite
    def strung(draw: Any) -> bytes:
        return bytes([draw(modes)]) + "".join(draw(pieces)).encode("utf-8", "replace")

    @st.composite
    def spliced(draw: Any) -> bytes:
        base = draw(st.sampled_from(known))
        for _ in range(draw(st.integers(1, 6))):
            at = draw(st.integers(1, max(1, len(base))))
            gone = draw(st.integers(0, 40))
            base = base[:at] + draw(st.sampled_from(PIECES)).encode("utf-8", "replace") + base[at + gone :]
        return base

    number = int.from_bytes(os.urandom(4), "big")
    last = [b""]
    while time.monotonic() < end:
        number += 1

        @seed(number)
        @settings(
            max_examples=200,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        @given(data=st.one_of(strung(), spliced()))
        def look(data: bytes) -> None:
            last[0] = data
            if time.monotonic() > end + 30:
                return
            counts["runs"] += 1
            counts["read"] += with_limits(data)

        try:
            look()
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            counts["finds"] += 1
            name = hashlib.sha1(last[0]).hexdigest()[:12]
            (corpus / f"crash-{name}").write_bytes(last[0])
            print(f"find {name}: {type(error).__name__}: {str(error)[:200]}", flush=True)
        print(
            f"{counts['runs']} executions ({counts['read']} read), {counts['finds']} finds, {int(end - time.monotonic())} s left",
            flush=True,
        )


def replay(paths: list[Path]) -> int:
    """How many of the inputs break something; says of each what."""
    import traceback

    broken = 0
    for path in paths:
        begun = time.perf_counter()
        try:
            said = "read" if with_limits(path.read_bytes()) else "refused in one line"
        except BaseException:
            broken += 1
            said = traceback.format_exc()
        print(f"{path}: {time.perf_counter() - begun:.2f} s: {said}")
    return broken


def coverage(folders: list[Path]) -> None:
    """Print which share of the lines of the program the inputs of folders reach."""
    reached: dict[str, set[int]] = {}
    inside = str(ROOT / "compare")

    def trace(frame: FrameType, event: str, argument: Any) -> Callable[..., Any] | None:
        name = frame.f_code.co_filename
        if not name.startswith(inside):
            return None
        lines = reached.setdefault(name, set())

        def local(frame: FrameType, event: str, argument: Any) -> Any:
            lines.add(frame.f_lineno)
            return local

        return local

    paths = [path for folder in folders for path in sorted(folder.iterdir()) if path.is_file()]
    random.Random(0).shuffle(paths)
    sys.settrace(trace)
    for path in paths[:3000]:
        try:
            check(path.read_bytes())
        except Exception as error:
            print(f"{path}: {error!r}")
    sys.settrace(None)
    total = hit = 0
    for file in sorted(Path(inside).rglob("*.py")):
        if not {"cli", "review", "events"} & set(file.parts):
            lines = set(_lines(compile(file.read_text(), str(file), "exec")))
            total, hit = total + len(lines), hit + len(lines & reached.get(str(file), set()))
    print(f"{hit} of {total} lines inside functions ({hit / total:.1%}), {len(paths)} inputs")


def _lines(code: CodeType) -> Iterator[int]:
    """Lines of the functions of a module, without their first one and without those outside functions."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_flags & 2:  # a function, no class body
                yield from (
                    line for _, _, line in constant.co_lines() if line and line > constant.co_firstlineno
                )
            yield from _lines(constant)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--engine", choices=["atheris", "hypothesis"], default="hypothesis")
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--corpus", type=Path, default=Path(".fuzz/corpus"))
    parser.add_argument("--replay", nargs="+", type=Path, default=[])
    parser.add_argument("--coverage", nargs="+", type=Path, default=[])
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("options", nargs="*", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    asked.corpus.mkdir(parents=True, exist_ok=True)
    if asked.child:
        child(asked.options)
    elif asked.replay:
        return int(replay(asked.replay) > 0)
    elif asked.coverage:
        coverage(asked.coverage)
    else:
        run = run_atheris if asked.engine == "atheris" else run_hypothesis
        run(asked.corpus, asked.minutes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
