"""No format's library is imported when that format is not read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .making import to_docx, to_html, to_pdf, to_srt  # isort: skip

LIBRARIES = {"mammoth", "pypdfium2", "trafilatura", "lxml", "charset_normalizer", "zipfile"}
STORY = [
    "The mayor said on Monday that she would go home, and that nobody else would have to stay.",
    "Nobody did.",
]

READ = """
import sys
from compare.pipeline import read_account
read_account("-", data=sys.stdin.buffer.read())
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


@pytest.mark.parametrize(
    ("data", "needed"),
    [
        ("\n\n".join(STORY).encode(), set()),
        (("# A Title\n\n" + "\n\n".join(STORY)).encode(), set()),
        (to_srt(STORY), set()),
        (to_html(STORY, STORY[:1]), {"trafilatura", "lxml"}),
        (to_docx(STORY), {"mammoth", "zipfile"}),
        (to_pdf(STORY), {"pypdfium2"}),
    ],
    ids=["plain", "Markdown", "subtitles", "HTML", "Word", "PDF"],
)
def test_only_what_is_read_is_imported(data: bytes, needed: set[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", READ],
        input=data,
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    loaded = set(ran.stdout.decode().split())
    foreign = loaded & LIBRARIES
    assert foreign <= needed | ({"charset_normalizer", "zipfile"} if needed else set()), foreign
    assert not needed or foreign & needed
