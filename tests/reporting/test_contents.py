"""The index of an archive's pages: every event is in it, it is searched at once, and nothing in it runs."""

from __future__ import annotations

import os
import re
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from compare.reporting.contents import MOST, Entry, contents_of
from compare.reporting.visible import one_line

Viewer = Any  # conftest.py

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WORDS = "bridge ferry mayor council water night train harbour school strike budget museum verdict rescue storm port".split()

HOSTILE = (
    "</style></script></title></table><script>window.broken=1</script><img src=x onerror=window.broken=1>"
    "\"'` onmouseover=window.broken=1 {{7*7}} ]]> <!-- &lt;b&gt; \u202eevil\u2066 \x1b]0;x\x07 \x00 \x85 javascript:alert(1) \ud800"
)


def entry(number: int) -> Entry:
    """An event; every tenth has errors, every hundredth could not be compared."""
    said = " ".join(WORDS[(number * k) % len(WORDS)] for k in range(1, 20))
    if number % 100 == 99:
        return Entry(f"event-{number}", None, None, False, ["Courier"], f"{number}.txt: no such file", "", 0, 0, 0, 0)
    return Entry(f"event-{number}", f"events/event-{number}.html", None, True, ["Courier", "Zürich Herald"],
                 f"Courier has {number}, {said}", "number", int(number % 10 == 0), number % 3, number % 30, number % 17)  # fmt: skip


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of as many events as stand on one page."""
    return written(tmp_path_factory, [entry(k) for k in range(MOST)])


def written(folder: pytest.TempPathFactory, entries: list[Entry]) -> Path:
    file = folder.mktemp("index") / "index.html"
    page = "".join(contents_of(entries, 0, len(entries), "archive.csv"))
    file.write_bytes(page.encode("utf-8", "backslashreplace"))
    return file


def busy(viewer: Viewer) -> float:
    """Seconds the page's own thread has worked so far."""
    metrics = viewer.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


ROWS = "document.querySelectorAll('#found tr').length"
SHOWN = "document.querySelector('#shown').textContent"


def test_searched_and_sorted_at_once(viewer: Viewer, large: Path) -> None:
    """Ten thousand events open, and each key takes less than a fifth of a second of the page's own time."""
    begun = perf_counter()
    viewer.open(large)
    assert viewer.ask(SHOWN) == f"{MOST:,} events" and viewer.ask(ROWS) == 50
    assert perf_counter() - begun < 20
    viewer.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    viewer.driver.find_element("css selector", "input[type=search]").click()
    for key in "zurich bri":
        before = busy(viewer)
        viewer.press(key)
        assert viewer.ask(SHOWN).endswith("events")
        assert busy(viewer) - before < 0.2, key
    assert viewer.ask(SHOWN) not in (f"{MOST:,} events", f"None of {MOST:,} events")
    before = busy(viewer)
    viewer.ask("(s => { s.value = 'event'; s.dispatchEvent(new Event('input', {bubbles: true})) })(document.querySelector('[name=sort]'))")
    assert viewer.ask(ROWS) == 50 and busy(viewer) - before < 0.4
    assert viewer.messages() == []


def test_what_is_shown(viewer: Viewer, large: Path) -> None:
    def at(fragment: str) -> None:
        viewer.ask(f"new Promise(done => {{ addEventListener('hashchange', () => setTimeout(done)); location.hash = '{fragment}' }})")

    viewer.open(large, at="#show=missing&sort=event")
    assert viewer.ask(SHOWN) == "100 of 10,000 events" and viewer.ask(ROWS) == 50
    assert viewer.ask("document.querySelector('#found a')") is None
    at("text=event-4321&sort=nonsense")
    assert viewer.ask("document.querySelector('#found a').getAttribute('href')") == "events/event-4321.html"
    at("show=error")
    assert viewer.ask(SHOWN) == "1,000 of 10,000 events"
    viewer.click("#more")
    assert viewer.ask(ROWS) == 100
    at("text=nowhere")
    assert viewer.ask(SHOWN) == "None of 10,000 events" and viewer.ask("document.querySelector('#more').checkVisibility()") is False


SORTED = [("", "event-0"), ("event", "event-0"), ("warning", "event-2"), ("note", "event-29"), ("links", "event-16"), ("fewest", "event-0")]


def test_orders(viewer: Viewer, large: Path) -> None:
    viewer.open(large)
    for order, first in SORTED:
        viewer.ask(f"new Promise(done => {{ addEventListener('hashchange', () => setTimeout(done)); location.hash = 'sort={order}&x={first}' }})")
        assert viewer.ask("document.querySelector('#found th').firstChild.textContent") == first, order
    viewer.click("thead .note button")
    assert viewer.ask("document.querySelector('#found th').firstChild.textContent") == "event-29"
    assert viewer.ask("[...document.querySelectorAll('[aria-sort]')].map(e => e.textContent.trim() + e.ariaSort)") == ["○ notesdescending"]
    assert viewer.ask("document.querySelector('[name=sort]').value") == "note" and viewer.ask("location.hash") == "#sort=note"


@pytest.mark.parametrize("width", [1280, 390])
def test_whole_without_scripts(viewer: Viewer, tmp_path_factory: pytest.TempPathFactory, width: int) -> None:
    viewer.open(written(tmp_path_factory, [entry(k) for k in range(300)]), width=width, height=20_000, scripts=False)
    assert viewer.ask("[...document.querySelectorAll('#all tr')].filter(r => r.checkVisibility()).length") == 300
    assert viewer.ask("[...document.querySelectorAll('.live')].filter(e => e.checkVisibility()).length") == 0
    assert viewer.ask("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 390, 800, 1440])
def test_nothing_runs_over_the_side(viewer: Viewer, tmp_path_factory: pytest.TempPathFactory, width: int) -> None:
    long = entry(1)._replace(event="x" * 300, said="y" * 300, labels=["z" * 300])
    viewer.open(written(tmp_path_factory, [long, *map(entry, range(150))]), width=width)
    assert viewer.ask("document.documentElement.scrollWidth") <= width


def test_hostile_words(viewer: Viewer, tmp_path_factory: pytest.TempPathFactory) -> None:
    bad = Entry(HOSTILE, f"events/{HOSTILE}\"'><b.html", HOSTILE, True, [HOSTILE], HOSTILE, HOSTILE, 1, 2, 3, 4)
    viewer.open(written(tmp_path_factory, [bad]))
    assert viewer.messages() == [] and viewer.ask("window.broken === undefined") is True
    assert viewer.ask("document.querySelectorAll('script').length") == 2 and viewer.ask("document.querySelectorAll('img, iframe').length") == 0
    assert viewer.ask("document.querySelector('#found a').textContent") == one_line(HOSTILE)
    handlers = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on'))"
    assert viewer.ask(handlers) == []
    assert viewer.ask(r"/[\u202a-\u202e\u2066-\u2069\u0000\u001b\u0085]/.test(document.documentElement.textContent)") is False


def test_no_request(viewer: Viewer, large: Path) -> None:
    viewer.open(large)
    requests = [each["message"] for each in viewer.driver.get_log("performance") if 'requestWillBeSent"' in each["message"]]
    assert len(requests) == 1 and large.as_uri() in requests[0]


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)])
def test_axe_finds_nothing(viewer: Viewer, tmp_path_factory: pytest.TempPathFactory, needed: Any, width: int, dark: bool) -> None:
    file = Path(os.environ.get("AXE", AXE))
    needed(file.is_file(), "axe-core is not installed: npm install --no-save axe-core")
    viewer.open(written(tmp_path_factory, [entry(k) for k in range(120)]), width=width, dark=dark)
    viewer.driver.execute_script(file.read_text(encoding="utf-8"))
    run = f"axe.run(document, {{runOnly: {TAGS}, resultTypes: ['violations']}})"
    assert viewer.ask(f"{run}.then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))") == []


def test_more_events_than_a_page_holds() -> None:
    """Pages lead to each other; none says that it is the whole."""
    page = "".join(contents_of([entry(5)], 2, 2 * MOST + 1, "a.csv"))
    assert re.findall(r'href="(index[^"]*)"', page) == ["index.html", "index-2.html"] and 'aria-current="page">3<' in page
    assert "20,001 events" in page and "on this page" in page


def test_empty() -> None:
    assert "Nothing was found." in "".join(contents_of([], 0, 0, "a.csv"))
