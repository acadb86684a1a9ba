"""What a report costs: less than comparing, and nothing for who asks for another."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from compare.model import Account, Alignment, Comparison, Discrepancy, Link, Reading, Sentence, Span
from compare.pipeline import compare_sources
from compare.reporting import FORMATS, Manner, Subject, rendered
from compare.reporting.groups import joins_of, make_groups

ROOT = Path(__file__).parents[2]
PAIR = [str(ROOT / "sources" / "kennebunkport" / f"{name}.txt") for name in ("dw", "dod")]

LIBRARIES = {
    "html": {"jinja2", "markupsafe"},
    "json": {"msgspec"},
    "md": {"jinja2", "markupsafe"},
    "sarif": {"msgspec"},
    "junit": {"junitparser", "lxml"},
    "github": set[str](),
    "text": set[str](),
}
"""What each format needs, of all that any of them needs."""


def least(work: Callable[[], object]) -> float:
    """Seconds of the quickest of three, without looking for cycles, which the program puts off too."""
    times = []
    gc.disable()
    try:
        for _ in range(3):
            start = process_time()
            work()
            times.append(process_time() - start)
    finally:
        gc.enable()
    return min(times)


def of_sentences(count: int) -> Comparison:
    """Two accounts of so many sentences, half of them linked, half told by one alone."""
    words = "The mayor said that the “bridge” would be opened on Monday, and that it had cost nine millions. "
    sentences = tuple(Sentence(k * len(words), (k + 1) * len(words) - 1, k // 3) for k in range(count))
    one, other = (Account(name, name, f"{name}.txt", "0" * 64, words * count, sentences=sentences) for name in ("one", "other"))
    links = tuple(Link((k,), (k,), "overlap", 0.5, ("mayor", "bridge")) for k in range(0, count, 2))
    found = tuple(
        Discrepancy("only-claim", "note", "Only one tells: …", (Reading(s.start, s.end, "one", Span(s.start, s.end)),), f"{k:016x}")
        for k, s in enumerate(sentences[::2])
    )
    return Comparison((one, other), (Alignment(one, other, links),), found)


def test_rendering_takes_less_time_than_comparing() -> None:
    comparison = compare_sources(PAIR)
    for form in FORMATS:
        rendered(form, [Subject(comparison)])
    comparing = least(lambda: compare_sources(PAIR))
    for form in FORMATS:
        assert least(lambda: rendered(form, [Subject(comparison)], Manner(notes=True))) < comparing, form  # noqa: B023


def test_json_takes_a_fraction_of_what_the_standard_library_takes() -> None:
    comparison = of_sentences(4000)
    whole = json.loads(rendered("json", [Subject(comparison)]))
    writing = least(lambda: rendered("json", [Subject(comparison)]))
    grouping = least(lambda: make_groups(comparison, joins_of(comparison)))
    standard = least(lambda: json.dumps(whole, ensure_ascii=False, indent=1))
    assert writing - grouping < 0.4 * standard
    assert grouping < 0.4 * standard, "the passages, which are made before they are written"


@pytest.mark.parametrize("form", ["md", "sarif", "junit", "github", "json"])
def test_a_long_report_takes_time_by_its_length(form: str) -> None:
    small, large = (least(lambda: rendered(form, [Subject(of_sentences(n))])) for n in (500, 4000))  # noqa: B023
    assert large < 24 * small + 0.1, "eight times the sentences, three times as long for each at most"


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_loads_what_it_needs_alone(form: str) -> None:
    code = "import sys; from compare.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, "compare", *PAIR, "--format", form]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = {name.split(".")[0] for name in ran.stderr.split()}
    heavy = set().union(*LIBRARIES.values(), {"rich", "pygments"})
    assert loaded & heavy == LIBRARIES[form]
