"""What a notebook shows of a comparison: in a frame that words of a source cannot leave."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from compare.model import Comparison
from compare.reporting import notebook
from compare.reporting.html import to_html
from tests.reporting.hostile import comparisons

Viewer = Any  # conftest.py


class Tags(HTMLParser):
    """The tags of a page and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_in_a_frame(pair: Comparison) -> None:
    cell = pair._repr_html_()
    frame = dict(Tags(cell).found)["iframe"]
    assert frame["srcdoc"] == to_html(pair) and frame["sandbox"] == "allow-scripts"
    assert "DW and DoD compared." in cell and len(cell) < 2 * len(to_html(pair))


def test_a_long_one_is_a_list(pair: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook, "LARGEST", 10)
    monkeypatch.setattr(notebook, "LISTED", 3)
    cell = pair._repr_html_()
    assert "<iframe" not in cell and cell.count("<li>") == 3 and "And 4 more" in cell and len(cell) < 3000


@settings(max_examples=30)
@given(comparisons())
def test_hostile_words(comparison: Comparison) -> None:
    tags = Tags(notebook.to_cell(comparison)).found
    assert [tag for tag, _ in tags] == ["p", "b", "iframe"]
    assert all(set(attributes) <= {"sandbox", "referrerpolicy", "title", "style", "srcdoc"} for _, attributes in tags)
    monkey = pytest.MonkeyPatch()
    monkey.setattr(notebook, "LARGEST", -1)
    assert {tag for tag, _ in Tags(notebook.to_cell(comparison)).found} <= {"p", "b", "ol", "li"}
    monkey.undo()


def test_in_a_browser(viewer: Viewer, pair: Comparison, tmp_path: Path) -> None:
    """The page in the frame is whole, filters, and cannot reach the notebook around it."""
    file = tmp_path / "notebook.html"
    title = replace(pair, title="<script>parent.broken = 1</script>")
    file.write_text(f"<!doctype html><meta charset=utf-8><title>notebook</title>{title._repr_html_()}", encoding="utf-8")
    viewer.open(file)
    viewer.driver.switch_to.frame(0)
    ask = viewer.driver.execute_script
    assert ask("return document.querySelectorAll('.card').length") == 7
    viewer.driver.find_element("css selector", "input[type=search]").send_keys("strategic")
    assert ask("return document.querySelector('#shown').textContent").startswith("3 of 7")
    assert ask("try { return String(parent.document) } catch (error) { return error.name }") == "SecurityError"
    viewer.driver.switch_to.default_content()
    assert viewer.ask("window.broken === undefined") is True and viewer.messages() == []


def test_what_is_printed_is_short(pair: Comparison) -> None:
    """A notebook asks for this, too; texts do not belong in it."""
    assert repr(pair) == "<Comparison dw, dod: discrepancies=7>"
    assert re.fullmatch(r"<Account dw: sentences=\d+ quotations=\d+>", repr(pair.accounts[0]))
    assert repr(pair.alignments[0]) == f"<Alignment dw, dod: links={len(pair.alignments[0].links)}>"


def test_imported_when_it_is_shown() -> None:
    code = "import compare.model, sys; sys.exit(any(name.startswith(('jinja2', 'compare.reporting')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
