"""The page in a real browser: what it says, asks for, runs and looks like on a narrow screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compare.model import (
    Account,
    Alignment,
    Comparison,
    Discrepancy,
    Link,
    Quotation,
    Reading,
    Sentence,
    SetAside,
    Span,
)
from compare.reporting.html import to_html
from compare.reporting.visible import one_line

Viewer = Any  # conftest.py


@pytest.fixture(scope="module")
def page(pair: Comparison, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(pair, tmp_path_factory)


def written(comparison: Comparison, folder: pytest.TempPathFactory) -> Path:
    file = folder.mktemp("page") / "report.html"
    file.write_bytes(to_html(comparison).encode())
    return file


def test_no_message_and_no_request(viewer: Viewer, page: Path) -> None:
    viewer.open(page)
    assert viewer.driver.get_log("browser") == []
    requests = [
        entry["message"]
        for entry in viewer.driver.get_log("performance")
        if 'requestWillBeSent"' in entry["message"]
    ]
    assert len(requests) == 1 and page.as_uri() in requests[0]


def test_the_policy_holds(viewer: Viewer, page: Path) -> None:
    viewer.open(page)
    viewer.driver.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.broken = true'; document.body.append(s);"
        "document.body.setAttribute('onclick', 'window.broken = true'); document.body.click();"
    )
    assert viewer.ask("window.broken === undefined") is True
    assert any("Content Security Policy" in entry["message"] for entry in viewer.driver.get_log("browser"))


@pytest.mark.parametrize("width", [1280, 390])
def test_all_text_is_there_without_scripts(viewer: Viewer, page: Path, pair: Comparison, width: int) -> None:
    viewer.open(page, width=width, height=20_000, scripts=False)
    grid = viewer.ask("document.querySelector('.grid').innerText")
    shown = "".join(grid.replace("[words missing here]", "").split())
    for account in pair.accounts:
        for sentence in account.sentences:
            assert "".join(account.text[sentence.start : sentence.end].split()) in shown
    hidden = (
        "[...document.querySelectorAll('.grid p:not(.moved)')]"
        ".filter(p => !p.checkVisibility({opacityProperty: true, visibilityProperty: true})).length"
    )
    assert viewer.ask(hidden) == 0
    assert viewer.ask("[...document.querySelectorAll('.live')].filter(e => e.checkVisibility()).length") == 0
    aside = viewer.ask("document.querySelector('#sources').textContent")
    assert "Bookmark and Share" in aside and "Choose from 30 Languages" in aside


@pytest.mark.parametrize("width", [320, 390, 800, 1440])
@pytest.mark.parametrize("accounts", [2, 5, 7])
def test_nothing_runs_over_the_side(
    viewer: Viewer, pair: Comparison, tmp_path_factory: pytest.TempPathFactory, width: int, accounts: int
) -> None:
    file = written(pair if accounts == 2 else many(accounts), tmp_path_factory)
    viewer.open(file, width=width, height=20_000)
    assert viewer.ask("document.documentElement.scrollWidth") <= width
    over = "[...document.querySelectorAll('p, h1, h2, h3, dt, dd')].filter(e => e.checkVisibility() && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1).length"
    assert viewer.ask(over) == 0


def test_columns_keep_step(viewer: Viewer, page: Path) -> None:
    viewer.open(page)
    tops = "[...document.querySelectorAll('.row')].every(r => new Set([...r.children].map(c => c.getBoundingClientRect().top)).size == 1)"
    assert viewer.ask(tops) is True


def test_links_lead_to_what_is_folded_away(viewer: Viewer, page: Path) -> None:
    viewer.open(page)
    viewer.driver.get(page.as_uri() + "#d-aa00bb11")
    assert viewer.ask("document.querySelector('#d-aa00bb11').checkVisibility()") is True
    assert viewer.ask("location.hash") == "#d-aa00bb11"


CONTRAST = """(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgb = c => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] == 255) return c; } return [255, 255, 255, 255]; };
  return [...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())).filter(e => e.checkVisibility() && !['SCRIPT'].includes(e.tagName)).map(e => {
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    return [(a + .05) / (b + .05), e.className + ' ' + e.tagName];
  }).filter(([ratio]) => ratio < 4.5).map(([ratio, name]) => name + ratio.toFixed(2));
})()"""


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out(viewer: Viewer, page: Path, dark: bool) -> None:
    viewer.open(page, height=20_000, dark=dark)
    assert viewer.ask(CONTRAST) == []


HOSTILE = (
    "</style></script></title><script>window.broken=1</script><img src=x onerror=window.broken=1>"
    "<svg onload=window.broken=1>\"'` onmouseover=window.broken=1 {{7*7}}{%raw%} ]]> <!-- &lt;b&gt; "
    "\u202eevil\u2066 \x1b]0;x\x07 \x00 \x85 javascript:alert(1)"
)


def test_a_hostile_source_runs_nothing(viewer: Viewer, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = f"{HOSTILE} one.\n{HOSTILE} two."
    middle = text.index("\n")
    spans = (Sentence(0, middle, 0), Sentence(middle + 1, len(text), 1))
    accounts = tuple(
        Account(name, HOSTILE, HOSTILE, HOSTILE, text, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE,
                sentences=spans, set_aside=(SetAside(0, middle, HOSTILE),), notices=(HOSTILE,),
                quotations=(Quotation(0, middle, HOSTILE, Span(0, middle), HOSTILE),))
        for name in ("a\"'><b", "b\"'><b")
    )  # fmt: skip
    links = (Link((0,), (0,), "same-claim", 0.5, (HOSTILE,)), Link((0,), (1,), "overlap", 0.4))
    readings = tuple(Reading(3, middle, account.id, Span(0, middle)) for account in accounts)
    found = tuple(Discrepancy(kind, severity, HOSTILE, readings, f"{kind}\"'><b {severity}")
                  for kind in ("number", "only-claim") for severity in ("error", "note"))  # fmt: skip
    comparison = Comparison(accounts, (Alignment(*accounts, links),), found, HOSTILE)
    viewer.open(written(comparison, tmp_path_factory))
    assert viewer.driver.get_log("browser") == []
    assert viewer.ask("window.broken === undefined") is True
    assert viewer.ask("document.querySelectorAll('script').length") == 1
    assert viewer.ask("document.querySelectorAll('img, iframe, object, form').length") == 0
    assert (
        viewer.ask(
            "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on'))"
        )
        == []
    )
    assert viewer.ask("document.querySelector('h1').textContent") == one_line(HOSTILE)
    assert (
        viewer.ask(
            r"/[\u202a-\u202e\u2066-\u2069\u0000\u001b\u0085]/.test(document.documentElement.textContent)",
        )
        is False
    )


def many(count: int) -> Comparison:
    """Accounts that all tell the first sentence, every two of them one more, and one thing alone."""
    accounts = tuple(
        replace(account, label=f"Newsroom {number} of Kennebunkport" if number else "https://" + 20 * "newsroom.example.")
        for number, account in enumerate(map(told, range(count)))
    )
    alignments = tuple(
        Alignment(left, right, (Link((0,), (0,), "same-claim", 0.9), Link((1 + n,), (1 + m,), "overlap", 0.5)))
        for m, left in enumerate(accounts) for n, right in enumerate(accounts) if m < n
    )  # fmt: skip
    readings = tuple(Reading(0, 3, account.id, Span(0, 9)) for account in accounts)
    return Comparison(accounts, alignments, (Discrepancy("number", "error", "They differ.", readings, "0a"),))


def told(number: int) -> Account:
    sentences = [f"Sentence {n} as account {number} tells it, at some length." for n in range(8)]
    text = "\n".join(sentences)
    starts = [text.index(each) for each in sentences]
    spans = tuple(Sentence(s, s + len(t), n) for n, (s, t) in enumerate(zip(starts, sentences, strict=True)))
    return Account(f"a{number}", "", f"{number}.txt", "0" * 64, text, sentences=spans)
