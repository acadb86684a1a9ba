"""The page of real comparisons in a real browser: keys, filters, orders, themes, citations, paper, accessibility."""

from __future__ import annotations

import os
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compare.model import (
    Acceptance,
    Account,
    Alignment,
    Comparison,
    Discrepancy,
    Link,
    Reading,
    Sentence,
    Span,
)
from compare.pipeline import compare_sources
from compare.reporting.html import to_html

ROOT = Path(__file__).resolve().parents[2]
FERRY = sorted(str(path) for path in (ROOT / "tests" / "reporting" / "ferry").glob("*.txt"))
PAIR = [str(ROOT / "sources" / "kennebunkport" / f"{name}.txt") for name in ("dw", "dod")]

Viewer = Any  # conftest.py


def accepted(comparison: Comparison, kind: str) -> Comparison:
    """The comparison with the first discrepancy of a kind accepted."""
    first = next(each for each in comparison.discrepancies if each.kind == kind)
    given = Acceptance("Both are in the recording.", "A. Reader", "2019-03-07", "2020-01-01")
    found = (
        replace(each, status="accepted", acceptance=given) if each is first else each
        for each in comparison.discrepancies
    )
    return replace(comparison, discrepancies=tuple(found))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    compared = {"two": compare_sources(PAIR), "five": accepted(compare_sources(FERRY), "name")}
    for name, comparison in compared.items():
        (folder / f"{name}.html").write_bytes(to_html(comparison).encode())
    return {name: folder / f"{name}.html" for name in compared}


SHOWN = "[...document.querySelectorAll('.card')].filter(c => c.checkVisibility()).map(c => c.id)"
FOCUS = "document.activeElement.id"


# Keys


def test_j_and_k_go_through_what_is_shown(viewer: Viewer, pages: dict[str, Path]) -> None:
    viewer.open(pages["two"])
    shown = viewer.ask(SHOWN)
    assert len(shown) > 4
    seen = []
    for _ in shown:
        viewer.press("j")
        seen.append(viewer.ask(FOCUS))
    assert seen == shown
    viewer.press("j")
    assert viewer.ask(FOCUS) == shown[-1]
    viewer.press("k", "k")
    assert viewer.ask(FOCUS) == shown[-3]
    top = viewer.ask("document.activeElement.getBoundingClientRect().top")
    assert viewer.ask("document.querySelector('nav').getBoundingClientRect().bottom") <= top < 400
    assert viewer.messages() == []


def test_j_begins_where_the_reader_is(viewer: Viewer, pages: dict[str, Path]) -> None:
    viewer.open(pages["two"])
    third = viewer.ask(SHOWN)[2]
    viewer.ask(f"document.getElementById('{third}').scrollIntoView()")
    viewer.press("j")
    assert viewer.ask(FOCUS) == third


def test_j_leaves_out_what_is_filtered(viewer: Viewer, pages: dict[str, Path]) -> None:
    viewer.open(pages["two"], at="#severity=warning")
    viewer.press("j", "j", "j")
    assert viewer.ask(SHOWN)[-1] == viewer.ask(FOCUS)
    assert len(viewer.ask(SHOWN)) == 3


def test_slash_searches_and_escape_leaves(viewer: Viewer, pages: dict[str, Path]) -> None:
    viewer.open(pages["two"])
    viewer.press("/", "gradual", "j", "?")
    assert viewer.ask("document.activeElement.value") == "gradualj?"
    assert viewer.ask(SHOWN) == []
    viewer.press("\ue00c")
    assert viewer.ask("document.activeElement.tagName") == "BODY"


def test_help_opens_closes_and_switches_keys_off(viewer: Viewer, pages: dict[str, Path]) -> None:
    viewer.open(pages["two"])
    viewer.press("?")
    assert viewer.ask("document.querySelector('#help').open") is True
    viewer.press("j")
    assert viewer.ask("document.querySelector('#help').contains(document.activeElement)") is True
    viewer.press("\ue00c")
    assert viewer.ask("document.querySelector('#help').open") is False
    viewer.click("#keys")
    viewer.click("#keys-on")
    viewer.click("#close")
    viewer.press("j", "?")
    assert viewer.ask("document.querySelector('#help').open") is False
    assert viewer.ask("document.activeElement.matches('.card')") is False


# Filters

FILTERS = [
    ("kind=number", "c => c.dataset.kind === 'number'"),
    ("severity=warning", "c => c.matches('.warning')"),
    ("severity=error%2Cnote", "c => c.matches('.error, .note')"),
    ("severity=", "c => false"),
    ("status=accepted", "c => c.closest('#accepted')"),
    ("status=new", "c => !c.closest('#accepted')"),
    ("account=coastguard", "c => c.querySelector('.reading.a3')"),
    ("text=GRINDING", "c => c.textContent.includes('grinding')"),
    ("text=citation", "c => false"),
    ("text=lights+scraping", "c => c.textContent.includes('lights') && c.textContent.includes('scraping')"),
    ("kind=only-claim", "c => c.dataset.kind === 'only-claim'"),
    ("severity=error&account=coastguard", "c => c.matches('.error') && c.querySelector('.reading.a3')"),
]


@pytest.mark.parametrize(("fragment", "test"), FILTERS)
def test_a_link_shows_what_was_filtered(
    viewer: Viewer, pages: dict[str, Path], fragment: str, test: str
) -> None:
    viewer.open(pages["five"], at=f"#{fragment}")
    wanted = viewer.ask(f"[...document.querySelectorAll('.card')].filter({test}).map(c => c.id)")
    total = viewer.ask("document.querySelectorAll('.card').length")
    assert viewer.ask(SHOWN) == wanted
    assert len(wanted) < total and (wanted or test == "c => false")
    assert viewer.ask("document.querySelector('#shown').textContent") == (
        f"{len(wanted) or 'None'} of {total} discrepancies shown"
    )


def test_each_control_filters_and_writes_the_fragment(viewer: Viewer, pages: dict[str, Path]) -> None:
    from selenium.webdriver.support.select import Select

    viewer.open(pages["five"])
    for name, value in (("kind", "name"), ("status", "accepted"), ("account", "paper")):
        Select(viewer.driver.find_element("name", name)).select_by_value(value)
    viewer.click("input[value=error]")
    viewer.driver.find_element("name", "text").send_keys("martha")
    assert viewer.ask("location.hash") == (
        "#severity=warning%2Cnote&kind=name&status=accepted&account=paper&text=martha"
    )
    assert len(viewer.ask(SHOWN)) == 1
    off = viewer.ask(
        "[...document.querySelectorAll('a.pin')].filter(p => !p.matches('.off')).map(p => p.getAttribute('href'))"
    )
    assert set(off) == {f"#{viewer.ask(SHOWN)[0]}"}
    viewer.click("#clear")
    assert viewer.ask("location.hash") == ""
    assert viewer.ask("document.querySelectorAll('.card[hidden], details.group[hidden]').length") == 0
    assert viewer.messages() == []


def test_a_link_to_what_is_filtered_shows_it(viewer: Viewer, pages: dict[str, Path]) -> None:
    viewer.open(pages["five"])
    card = viewer.ask("document.querySelector('.card.warning').id")
    viewer.open(pages["five"], at="#severity=error")
    assert card not in viewer.ask(SHOWN)
    viewer.ask(f"location.hash = '#{card}'")
    viewer.ask("new Promise(done => setTimeout(done, 50))")
    assert card in viewer.ask(SHOWN)
    viewer.driver.back()
    viewer.ask("new Promise(done => setTimeout(done, 50))")
    assert card not in viewer.ask(SHOWN)


@pytest.mark.parametrize(
    "fragment", ["%", "kind=none", "account=constructor&order=x", "a=%E0%A4%A", "severity=x&text=%00"]
)
def test_any_fragment_is_borne(viewer: Viewer, pages: dict[str, Path], fragment: str) -> None:
    viewer.open(pages["five"], at=f"#{fragment}")
    assert viewer.messages() == []


@pytest.mark.parametrize("mark", [".pin circle", ".ribbon"])
def test_the_map_leads_there(viewer: Viewer, pages: dict[str, Path], mark: str) -> None:
    viewer.open(pages["five"])
    viewer.ask(f"document.querySelector('{mark}').dispatchEvent(new MouseEvent('click', {{bubbles: true}}))")
    target = viewer.ask("document.getElementById(location.hash.slice(1)).getBoundingClientRect().top")
    assert 0 < target < 400
    assert viewer.messages() == []


# The order of the passages


def test_any_account_leads_at_a_click(viewer: Viewer, pages: dict[str, Path]) -> None:
    viewer.open(pages["five"])
    orders = set()
    for number in (2, 3, 4, 5, 1):
        viewer.driver.execute_script(
            f"document.querySelector('input[name=order][value=\"{number}\"]').click()"
        )
        paragraphs = viewer.ask(
            f"[...document.querySelectorAll('.row[data-o] .a{number} .par')].map(p => Number(p.textContent))"
        )
        assert paragraphs == sorted(paragraphs)
        orders.add(str(viewer.ask("[...document.querySelectorAll('.row[data-o]')].map(r => r.id)")))
        shown = f"[...document.querySelectorAll('[data-for]')].every(p => p.hidden != p.dataset.for.split(' ').includes('{number}'))"
        assert viewer.ask(shown) is True
    assert len(orders) > 2
    assert viewer.ask("location.hash") == ""
    viewer.open(pages["five"], at="#order=coastguard")
    assert viewer.ask("document.querySelector('.lead').textContent") == "Coast guard"
    assert viewer.ask("document.querySelector('input[name=order]:checked').value") == "3"


# Themes

PAPER = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("dark", [False, True])
def test_the_reader_chooses_light_or_dark(viewer: Viewer, pages: dict[str, Path], dark: bool) -> None:
    viewer.open(pages["two"], dark=dark)
    by_system = viewer.ask(PAPER)
    viewer.click("label:has(#light)")
    light = viewer.ask(PAPER)
    viewer.click("label:has(#dark)")
    assert viewer.ask(PAPER) != light
    assert by_system == (viewer.ask(PAPER) if dark else light)
    viewer.driver.refresh()
    assert viewer.ask(PAPER) == by_system
    kept = "localStorage.length + sessionStorage.length + document.cookie.length"
    assert viewer.ask(kept) == 0


# Citations


def test_a_discrepancy_is_copied_as_a_citation(viewer: Viewer, pages: dict[str, Path]) -> None:
    viewer.open(pages["two"])
    for allowed in ("granted", "denied"):
        for name in ("clipboard-read", "clipboard-write"):
            permission = {"permission": {"name": name}, "setting": allowed}
            viewer.driver.execute_cdp_cmd("Browser.setPermission", permission)
        viewer.ask(
            "window.copy = null; addEventListener('copy', () => window.copy = getSelection().toString())"
        )
        viewer.click(".cite")
        viewer.ask("new Promise(done => setTimeout(done, 100))")
        assert viewer.ask("document.querySelector('.cite').textContent") == "Copied"
        if allowed == "granted":
            cited = viewer.ask("navigator.clipboard.readText()")
    card = viewer.ask(SHOWN)[0]
    message, one, other, last = cited.split("\n")
    assert message == viewer.ask("document.querySelector('.card .message').textContent")
    assert one.startswith(
        "DW, “Putin Proposes Broader European Missile Defense”, Deutsche Welle, no date known, paragraph 5"
    )
    assert one.endswith(': "Such cooperation, I believe, would result in raising to an entirely new level the quality of '
                        'cooperation between Russia and the United States," Putin said.')  # fmt: skip
    assert other.startswith("DoD, “Putin Offers to Cooperate with U.S. on Missile Defense”")
    assert last.startswith("Rashomon ") and last.endswith(f"quotation-wording {card}")


# Utterances


def test_renderings_stand_under_one_another(viewer: Viewer, pages: dict[str, Path]) -> None:
    viewer.open(pages["five"], height=12_000)
    said = "[...document.querySelectorAll('.said')].find(s => s.textContent.includes('grinding'))"
    labels = viewer.ask(f"[...{said}.querySelectorAll('.meta b')].map(b => b.textContent)")
    assert labels == ["Agency", "Broadcaster", "Local paper", "Tabloid"]
    lefts = viewer.ask(
        f"new Set([...{said}.querySelectorAll('.reading')].map(r => r.getBoundingClientRect().left)).size"
    )
    tops = viewer.ask(f"[...{said}.querySelectorAll('.reading')].map(r => r.getBoundingClientRect().top)")
    assert lefts == 1 and tops == sorted(set(tops))
    marked = viewer.ask(f"[...{said}.querySelectorAll('mark')].map(m => m.textContent)")
    assert marked == ["scraping", "grinding", "scraping", "scraping"]


# Paper


def test_on_paper_all_is_open(viewer: Viewer, pages: dict[str, Path], needed: Any) -> None:
    try:
        from pypdfium2 import PdfDocument
    except ImportError:
        needed(False, "pypdfium2 is not installed")
    viewer.open(pages["five"], dark=True, scripts=False)
    printed = viewer.driver.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
    )
    with PdfDocument(b64decode(printed["data"])) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    squeezed = ["".join(text.split()) for text in texts]
    for number, text in enumerate(squeezed, start=1):
        assert f"{number}/{len(texts)}" in text
    whole = "".join(squeezed)
    for words in (
        "The weather had been clear all evening",
        "Accepted by A. Reader",
        "Both are in the recording",
    ):
        assert "".join(words.split()) in whole
    for words in ("Copyascitation", "Showall", "SystemLight"):
        assert words not in whole


# Sources that mean harm

EVIL = "<img src=x onerror=broken=1>&amp;'\"`</style><script>broken=1<" + chr(92) + "script>{{7*7}} ]]>\u202e"


def test_no_file_name_title_or_text_runs_anything(viewer: Viewer, tmp_path: Path) -> None:
    files = []
    for number, word in enumerate(("gradual", "great")):
        file = tmp_path / f"{number}{EVIL.replace('/', '')}.txt"
        file.write_text(
            f"{EVIL} title\n\n“We expect a {word} {EVIL} development here,” said Ann Moe {EVIL}.\n",
            encoding="utf-8",
        )
        files.append(str(file))
    (tmp_path / "event.toml").write_text(f"title = '''{EVIL.replace(chr(39), '')}'''\n", encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_bytes(to_html(compare_sources(files)).encode())
    viewer.open(page)
    assert viewer.ask("document.querySelectorAll('.card').length") > 0
    viewer.click(".cite")
    assert viewer.messages() == []
    assert viewer.ask("typeof broken") == "undefined"
    assert viewer.ask("document.querySelectorAll('img, script:not(:last-of-type), body style').length") == 0
    assert viewer.ask("document.querySelector('h1').textContent.includes('<img')") is True
    requests = [
        entry for entry in viewer.driver.get_log("performance") if 'requestWillBeSent"' in entry["message"]
    ]
    assert len(requests) == 1


# Long comparisons


def long_one() -> Comparison:
    """Two accounts of a thousand sentences, every other one told by both, every third with a discrepancy."""
    accounts = []
    for name in "ab":
        line = f"The witness from {name} spoke for a long time of letters in a drawer that nobody had opened."
        spans = [Span(k * (len(line) + 1), k * (len(line) + 1) + len(line)) for k in range(1000)]
        sentences = tuple(Sentence(span.start, span.end, k) for k, span in enumerate(spans))
        text = "\n".join([line] * 1000)
        accounts.append(Account(name, name.upper(), f"{name}.txt", "0" * 64, text, sentences=sentences))
    left, right = accounts
    links = tuple(Link((k,), (k,), "same-claim", 0.9) for k in range(0, 1000, 2))
    found = tuple(
        Discrepancy("name", "warning", "They differ.", tuple(Reading(s.start, s.start + 3, a.id, s)
                    for a in accounts for s in a.sentences[k : k + 1]), f"{k:08x}")
        for k in range(0, 1000, 3)
    )  # fmt: skip
    return Comparison((left, right), (Alignment(left, right, links),), found)


def test_thousands_of_passages_are_there_at_once(viewer: Viewer, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(to_html(long_one()).encode())
    viewer.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    before = busy(viewer)
    viewer.open(page)
    viewer.press("j")
    assert busy(viewer) - before < 2
    assert viewer.ask("document.body.matches('.long') && document.activeElement.matches('.card')") is True


def busy(viewer: Viewer) -> float:
    """Seconds the page's own thread has worked so far."""
    metrics = viewer.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


# Accessibility

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (1440, True), (800, False), (390, True)])
@pytest.mark.parametrize("name", ["two", "five"])
def test_axe_finds_nothing(
    viewer: Viewer, pages: dict[str, Path], needed: Any, name: str, width: int, dark: bool
) -> None:
    file = Path(os.environ.get("AXE", AXE))
    needed(file.is_file(), "axe-core is not installed: npm install --no-save axe-core")
    viewer.open(pages[name], width=width, dark=dark)
    viewer.ask("document.querySelectorAll('details').forEach(box => box.open = true)")
    viewer.driver.execute_script(file.read_text(encoding="utf-8"))
    run = f"axe.run(document, {{runOnly: {TAGS}, resultTypes: ['violations']}})"
    found = f"{run}.then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))"
    assert viewer.ask(found) == []
