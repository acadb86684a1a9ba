"""What was computed before: found again, never out of date, harmless when damaged or missing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from multiprocessing import get_context
from pathlib import Path

import pytest

import compare.checking.event as event_module
from compare.checking.cache import UNUSED, Cache, cache_folder, code_digest
from compare.checking.event import Check, check_event, compare_folder
from compare.checking.pool import check_events
from compare.checking.stored import from_bytes, to_bytes
from compare.events.adding import Source, add_sources
from compare.events.folders import read_folder
from compare.model import Alignment, Comparison, Parallel, Speech
from compare.pipeline import compare_sources
from compare.reporting import rendered
from compare.reporting.subject import Subject
from compare.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [str(ROOT / "sources" / "kennebunkport" / name) for name in ("dw.txt", "dod.txt")]


def test_a_comparison_comes_back_as_it_was() -> None:
    comparison = compare_sources(SOURCES)
    again = from_bytes(to_bytes(comparison))
    assert asdict(again) == asdict(comparison)
    assert again.alignments[0].left in again.accounts, "each account is itself"
    assert again.alignments[0].parallels[0].left.account in again.accounts
    assert rendered("html", [Subject(again)]) == rendered("html", [Subject(comparison)])


def test_nothing_of_the_model_is_left_out() -> None:
    """Classes that are stored field by field: a new field must be stored, too."""
    names = {kind.__name__: [field.name for field in fields(kind)] for kind in (Comparison, Alignment, Parallel, Speech)}
    assert names == {
        "Comparison": ["accounts", "alignments", "discrepancies", "title"],
        "Alignment": ["left", "right", "links", "parallels"],
        "Parallel": ["left", "right", "stretch", "runs", "common"],
        "Speech": ["account", "words", "sentences", "pieces", "speaker"],
    }, "store the new field in compare/checking/stored.py"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"[[],[],[[7,8,[],[]]],[],null]", b"\xff"])
def test_other_bytes_are_no_comparison(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        from_bytes(data)


def test_records(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.get("ab12") is None
    cache.put("ab12", b"x")
    assert cache.get("ab12") == b"x"
    cache.keep_text(b"text")
    digest = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"
    assert cache.text(digest) == b"text"
    (tmp_path / "cache" / digest[:2] / digest[2:]).write_bytes(b"damaged")
    assert cache.text(digest) is None
    assert Cache(None).get("ab12") is None
    Cache(None).put("ab12", b"x")
    (tmp_path / "file").write_text("no folder")
    Cache(tmp_path / "file").put("ab12", b"x")
    assert Cache(tmp_path / "file").get("ab12") is None


def test_where_records_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RASHOMON_CACHE", "")
    assert cache_folder() is None
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("RASHOMON_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "rashomon"


def test_what_is_not_used_is_swept_away(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for name in ("aa-old", "aa-new"):
        cache.put(name, b"x")
    long_ago = time.time() - 2 * UNUSED
    os.utime(tmp_path / "aa" / "-old", (long_ago, long_ago))
    cache.sweep()
    assert cache.get("aa-old") is None and cache.get("aa-new") == b"x"


@pytest.fixture
def check(environment: Path) -> Check:
    add_sources(Path(), "bridge", [Source("../courier.txt"), Source("../herald.txt")])
    return Check(Path(), Settings(), "2026-03-09", code_digest(), environment.parent / "cache")


def test_what_has_not_changed_is_not_computed_again(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check_event("bridge", check)
    page = Path("reports/bridge.html")
    written = page.read_bytes(), page.stat().st_mtime_ns
    computed: list[object] = []
    monkeypatch.setattr(event_module, "compare_accounts", lambda *a: computed.append(a) or (_ for _ in ()).throw(AssertionError))
    monkeypatch.setenv("RASHOMON_DEBUG", "1")
    assert check_event("bridge", check) == first
    assert (page.read_bytes(), page.stat().st_mtime_ns) == written, "nor is its page written again"
    page.write_text("scribbled over")
    assert check_event("bridge", check) == first
    assert page.read_bytes() == written[0]


Change = Callable[[Check], Check]


def _text(check: Check) -> Check:
    path = Path("sources/bridge/herald.txt")
    path.write_text(path.read_text() + "\nMore was told.\n")
    add_sources(Path(), "bridge", [], update=True)
    return check


def _label(check: Check) -> Check:
    add_sources(Path(), "bridge", [Source("sources/bridge/herald.txt", {"label": "The Herald"})], update=True)
    return check


CHANGES: dict[str, Change] = {
    "text": _text,
    "label": _label,
    "rules": lambda check: replace(check, severities={"date": "off"}),
    "settings": lambda check: replace(check, settings=Settings(severities={"date": "off"})),
    "names": lambda check: replace(check, settings=Settings(names={"A": ("B",)})),
    "version": lambda check: replace(check, code="another"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_a_result_depends_on_makes_it_new(check: Check, change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    check_event("bridge", check)
    changed = change(check)
    made = []
    real = event_module.compare_accounts
    monkeypatch.setattr(event_module, "compare_accounts", lambda *args: made.append(1) or real(*args))
    check_event("bridge", changed)
    assert made == [1]


def test_a_damaged_record_is_as_good_as_none(check: Check) -> None:
    first = check_event("bridge", check)
    assert check.cache
    for path in check.cache.glob("??/*"):
        path.write_bytes(path.read_bytes()[:40])
    Path("reports/bridge.html").unlink()
    assert check_event("bridge", check) == first
    assert Path("reports/bridge.html").exists()


def _again(check: Check) -> int:
    folder = read_folder(Path(), "bridge")
    return len({len(compare_folder(folder, check, Cache(check.cache)).discrepancies) for _ in range(20)})


def test_two_processes_at_once(check: Check) -> None:
    with get_context("fork").Pool(2) as pool:
        assert pool.map(_again, [check, check]) == [1, 1]


def test_many_events_over_processes_are_as_one_after_the_other(check: Check) -> None:
    names = [f"bridge-{k}" for k in range(12)]
    for name in names:
        add_sources(Path(), name, [Source("../courier.txt"), Source("../herald.txt")])
    Path("sources/bridge-7/herald.txt").unlink()
    alone = sorted(check_events(names, check, jobs=1), key=lambda o: o.event)
    both = sorted(check_events(names, replace(check, cache=None), jobs=2), key=lambda o: o.event)
    assert alone == both and [bool(o.broken) for o in both] == [k == 7 for k in sorted(range(12), key=str)]


def _ends(name: str, check: Check) -> object:
    if name == "bridge-3":
        os._exit(9)
    return check_event(name, check)


def test_a_process_that_ends_takes_nobody_along(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"bridge-{k}" for k in range(10)]
    for name in names:
        add_sources(Path(), name, [Source("../courier.txt"), Source("../herald.txt")])
    monkeypatch.setattr("compare.checking.pool.check_event", _ends)
    outcomes = {o.event: o for o in check_events(names, check, jobs=2)}
    assert sorted(outcomes) == names
    assert [name for name in names if outcomes[name].broken] == ["bridge-3"]
    assert "a process ended before it was done" in outcomes["bridge-3"].broken
