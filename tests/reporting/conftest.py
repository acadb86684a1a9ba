"""A comparison of the two Kennebunkport texts made by hand, and a browser to look at reports with."""

from __future__ import annotations

import itertools
import os
import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st

from compare.model import (
    RELATIONS,
    SEVERITIES,
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

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

SOURCES = Path(__file__).parents[2] / "sources" / "kennebunkport"

_SENTENCE = re.compile(r"\S.*?(?:(?<!\bW)(?<!U\.S)[.?!][”\"]?(?=\s+[“\"A-Z(])|$)", re.MULTILINE)
_QUOTED = re.compile(r"[“\"]([^”\"\n]*)[”\"]?")


def account(name: str, label: str, first: str, last: str, captions: tuple[str, ...] = ()) -> Account:
    """An account of what stands from ``first`` to ``last``; lines that hold a caption are set aside."""
    text = (SOURCES / f"{name}.txt").read_text(encoding="utf-8")
    begin, end = text.index(first), text.index(last) + len(last)
    paragraphs, sentences, aside = [], [], [SetAside(0, begin, "menu")]
    for line in re.finditer(r"\S.*", text[begin:end]):
        span = Span(begin + line.start(), begin + line.end())
        if any(caption in line.group() for caption in captions):
            aside.append(SetAside(span.start, span.end, "caption"))
            continue
        sentences += [
            Sentence(
                begin + line.start() + found.start(), begin + line.start() + found.end(), len(paragraphs)
            )
            for found in _SENTENCE.finditer(line.group())
        ]
        paragraphs.append(span)
    aside.append(SetAside(end, len(text), "footer"))
    return Account(
        id=name,
        label=label,
        source=f"sources/kennebunkport/{name}.txt",
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        set_aside=tuple(aside),
        quotations=tuple(_quotations(text, begin, end)),
    )


def _quotations(text: str, begin: int, end: int) -> list[Quotation]:
    found = []
    for number, quoted in enumerate(_QUOTED.finditer(text, begin, end)):
        cue = re.compile(r"[^“”\"\n]{0,20}?\b(Putin|Bush|he) (said|added)").match(text, quoted.end())
        found.append(
            Quotation(
                quoted.start(1),
                quoted.end(1),
                speaker={"he": "Putin"}.get(cue[1], cue[1]) if cue else None,
                mention=Span(*cue.span(1)) if cue else None,
                cue=cue[2] if cue else None,
                utterance=number,
            )
        )
    return found


def at(account: Account, words: str, context: str = "") -> Reading:
    """A reading of these words, in the context given or the sentence around them."""
    outer = account.text.index(context or words)
    start = account.text.index(words, outer)
    sentence = next((s for s in account.sentences if s.start <= start < s.end), Span(start, start))
    around = Span(outer, outer + len(context)) if context else Span(sentence.start, sentence.end)
    return Reading(start, start + len(words), account.id, around)


def sentence(account: Account, words: str) -> int:
    """The number of the sentence in which the words stand."""
    start = account.text.index(words)
    return next(number for number, s in enumerate(account.sentences) if s.start <= start < s.end)


def link(
    left: Account, right: Account, one: str, other: str, relation: str, score: float, *shared: str
) -> Link:
    """A link of the sentences in which the words stand."""
    return Link((sentence(left, one),), (sentence(right, other),), relation, score, shared)


def kennebunkport() -> Comparison:
    """DW and DoD on Kennebunkport, with the links and discrepancies a reader finds."""
    dw = account("dw", "DW", "George W. Bush and", "presidents' meeting.",
                 ("joint US-Russian", "USA Russland", "clouds hanging", "shared message", "Symbolbild", "point of dispute"))  # fmt: skip
    dod = account("dod", "DoD", "WASHINGTON", "parties in Europe.”", ("photo", "President George W. Bush"))
    links = (
        link(dw, dod, "oceanfront", "family home", "same-claim", 0.55, "Kennebunkport", "Maine", "leaders"),
        link(dw, dod, "Such cooperation", "That cooperation", "same-quotation", 0.97, "raising", "entirely"),
        link(
            dw, dod, "practical", "practical", "same-quotation", 0.93, "practical", "purposes", "partnership"
        ),
        link(dw, dod, "strong agreement", "strong agreement", "same-quotation", 0.61, "agreement", "concept"),
        link(dw, dod, "expressed its opposition", "June 7", "overlap", 0.41, "Poland", "Czech"),
        link(dw, dod, "Azerbaijan", "June 7", "same-claim", 0.52, "Azerbaijan", "suggested"),
        link(
            dw, dod, "very constructive", "very constructive", "same-quotation", 0.58, "constructive", "bold"
        ),
        link(dw, dod, "very constructive", "integral", "same-quotation", 0.44, "integral", "Czech", "Poland"),
    )
    found = (
        Discrepancy("quotation-wording", "error", "DW has Putin say “a great deal of”, DoD “a gradual”.",
                    (at(dw, "a great deal of"), at(dod, "a gradual")), "7f3a9c01"),
        Discrepancy("quotation-wording", "error", "DW has Putin say “Such”, DoD “That”.",
                    (at(dw, "Such", "Such cooperation, I believe"), at(dod, "That", "That cooperation, I believe")), "21cc0b7e"),
        Discrepancy("quotation-truncated", "warning", "DW leaves out “strategic move” after “bold”.",
                    (at(dw, "", "” but insisted".replace("”", "\"")), at(dod, "strategic move")), "90aa11c2"),
        Discrepancy("inconsistent", "warning", "DoD quotes Bush as saying “innovate” and “innovative”.",
                    (at(dod, "innovate"), at(dod, "innovative")), "55d0e1f3"),
        Discrepancy("quotation-truncated", "note", "DW quotes one word, “integral”, of a sentence DoD quotes.",
                    (at(dw, "integral"), at(dod, "an integral part of the system")), "0c1d2e3f"),
        Discrepancy("only-quotation", "note", "Only DW quotes Kupchan.",
                    (at(dw, "The Kennebunkport meeting seems to have succeeded"),), "aa00bb11"),
        Discrepancy("only-claim", "note", "Only DoD tells of a radar in southern Russia.",
                    (at(dod, "Proposing another alternative today"),), "cc22dd33", "accepted"),
    )  # fmt: skip
    return Comparison((dw, dod), (Alignment(dw, dod, links),), found)


@pytest.fixture(scope="session")
def pair() -> Comparison:
    return kennebunkport()


@pytest.fixture(scope="session")
def comparisons() -> st.SearchStrategy[Comparison]:
    """Any comparison at all of two to four accounts: spans, links and readings wherever they fall."""
    return _comparisons()


_TEXTS = st.text(st.sampled_from("ab \n\r.\"'<>&{}%\x00\x1b\u202e\ud800\u0085é字"), max_size=60)


@st.composite
def _comparisons(draw: st.DrawFn) -> Comparison:
    accounts = tuple(draw(_accounts(f"id{number}")) for number in range(draw(st.integers(2, 4))))
    alignments = []
    for number, left in enumerate(accounts):
        for right in accounts[number + 1 :]:
            links = (
                draw(st.lists(_links(left, right), max_size=5)) if left.sentences and right.sentences else []
            )
            alignments.append(Alignment(left, right, tuple(links)))
    kinds = st.sampled_from(["quotation-wording", "only-claim", "inconsistent"])
    found = draw(st.lists(st.builds(
        Discrepancy, kinds, st.sampled_from(SEVERITIES), _TEXTS,
        st.lists(_readings(accounts), min_size=1, max_size=3).map(tuple),
        st.uuids().map(str), st.sampled_from(["new", "accepted"]),
    ), max_size=4))  # fmt: skip
    found.sort(key=lambda each: SEVERITIES.index(each.severity))
    return Comparison(accounts, tuple(alignments), tuple(found))


@st.composite
def _accounts(draw: st.DrawFn, name: str) -> Account:
    text = draw(_TEXTS)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=9)))
    sentences, aside, quotations = [], [], []
    for start, end in itertools.pairwise(edges):
        kind = draw(st.sampled_from("ssan"))
        if kind == "s":
            sentences.append(Sentence(start, end, len(sentences) // 2))
            if draw(st.booleans()):
                quotations.append(
                    Quotation(start, end, draw(st.none() | _TEXTS), Span(start, end), draw(_TEXTS))
                )
        elif kind == "a":
            aside.append(SetAside(start, end, draw(_TEXTS)))
    return Account(name, draw(_TEXTS), draw(_TEXTS), "0" * 64, text, draw(st.none() | _TEXTS), draw(st.none() | _TEXTS),
                   sentences=tuple(sentences), set_aside=tuple(aside), quotations=tuple(quotations),
                   notices=tuple(draw(st.lists(_TEXTS, max_size=1))))  # fmt: skip


def _links(left: Account, right: Account) -> st.SearchStrategy[Link]:
    sides = [
        st.sets(st.integers(0, len(each.sentences) - 1), min_size=1, max_size=3) for each in (left, right)
    ]
    score = st.floats(0, 1)
    shared = st.lists(_TEXTS, max_size=2).map(tuple)
    return st.builds(
        Link, *(side.map(sorted).map(tuple) for side in sides), st.sampled_from(RELATIONS), score, shared
    )


def _readings(accounts: tuple[Account, ...]) -> st.SearchStrategy[Reading]:
    def of(account: Account) -> st.SearchStrategy[Reading]:
        edges = st.lists(st.integers(0, len(account.text)), min_size=4, max_size=4).map(sorted)
        return edges.map(lambda at: Reading(at[1], at[2], account.id, Span(at[0], at[3])))

    return st.sampled_from(accounts).flatmap(of)


CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic", "--hide-scrollbars",
)  # fmt: skip


def require(condition: object, reason: str) -> None:
    """Skip where a part is missing, but not where everything must run."""
    if not condition:
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def needed() -> Any:
    return require


class Viewer:
    """A browser with one page."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(
        self,
        file: Path,
        *,
        width: int = 1280,
        height: int = 900,
        scripts: bool = True,
        dark: bool = False,
        at: str = "",
    ) -> None:
        """Load a page anew, at a fragment; logs begin here."""
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
        self.driver.get("about:blank")
        for log in ("browser", "performance"):
            self.driver.get_log(log)
        self.driver.get(file.as_uri() + at)

    def ask(self, expression: str) -> Any:
        """The value of a JavaScript expression, also where the page may run none."""
        asked = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        return self.driver.execute_cdp_cmd("Runtime.evaluate", asked)["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        from selenium.webdriver import ActionChains

        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def click(self, selector: str) -> None:
        """Click what is found first."""
        self.driver.find_element("css selector", selector).click()

    def messages(self) -> list[str]:
        """What stands on the console since the page was opened."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture(scope="session")
def viewer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Viewer]:
    """Debian's Chromium without a window, in a profile of its own."""
    require(CHROMIUM and DRIVER, "chromium and chromedriver are not installed")
    try:
        from selenium import webdriver
    except ImportError:
        require(False, "selenium is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    yield Viewer(driver)
    driver.quit()
