"""What keeps an acceptance, and what voids it: through the folder, as a user edits it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from compare.checking.cache import Cache
from compare.checking.event import Check, compare_folder
from compare.events.adding import Source, add_sources
from compare.events.folders import read_folder
from compare.model import Acceptance, Comparison, Discrepancy
from compare.review import Judged, accept, judge, read_entries
from compare.settings import Settings

STOP = ("error", "warning")
CHECK = Check(Path(), Settings(), "2026-03-09")

Edit = Callable[[str], str]


def paragraphs_moved(text: str) -> str:
    parts = text.strip().split("\n\n")
    return "\n\n".join(parts[1:] + parts[:1]) + "\n"


def typeset(text: str) -> str:
    """Curly marks, other dashes and spaces, lines of forty characters, line ends of another system."""
    text, opened = text.replace(" - ", " – "), False
    marks = []
    for char in text:
        if char == '"':
            char, opened = ("”" if opened else "“"), not opened
        marks.append(char)
    wrapped = []
    for paragraph in "".join(marks).split("\n\n"):
        line, lines = "", []
        for word in paragraph.split():
            if len(line) + len(word) > 40:
                lines, line = [*lines, line], ""
            line = f"{line} {word}".strip()
        wrapped.append("\n".join([*lines, line]))
    return "\r\n\r\n".join(paragraph.replace("\n", "\r\n") for paragraph in wrapped)


KEEPS: dict[str, Edit] = {
    "an edit in another paragraph": lambda t: t.replace("to a town on the coast", "to a museum"),
    "a paragraph in front": lambda t: "It rained in the valley all week, and the fields stood under water.\n\n" + t,
    "a paragraph behind": lambda t: t + "\nNobody asked what becomes of the ferryman.\n",
    "paragraphs moved": paragraphs_moved,
    "typeset anew": typeset,
    "capitals": lambda t: t.replace("this bridge", "this Bridge"),
    "another cue": lambda t: t.replace("Mayor Ada Holm said", "Mayor Ada Holm told reporters"),
}
VOIDS: dict[str, Edit] = {
    "the word in question": lambda t: t.replace("eleven", "thirteen"),
    "a word beside it in the quotation": lambda t: t.replace("this bridge", "our bridge"),
}


@pytest.fixture
def update(environment: Path) -> Callable[[Edit], None]:
    """Make an event, accept all that stops the check, and then edit the Courier's text."""
    add_sources(Path(), "bridge", [Source("../courier.txt"), Source("../herald.txt")])
    comparison, judged = now()
    accept(Path("sources/bridge"), comparison, stopping(judged), Acceptance("R", "Ann", "2026-03-09"))

    def change(edit: Edit) -> None:
        path = Path("sources/bridge/courier.txt")
        text = path.read_text(encoding="utf-8")
        assert edit(text) != text
        path.write_bytes(edit(text).encode())
        add_sources(Path(), "bridge", [], update=True)

    return change


def now(check: Check = CHECK) -> tuple[Comparison, Judged]:
    comparison = compare_folder(read_folder(Path(), "bridge"), check, Cache(None))
    return comparison, judge(comparison, read_entries(Path("sources/bridge")), check.today)


def stopping(judged: Judged) -> list[Discrepancy]:
    return [d for d in judged.comparison.discrepancies if d.status == "new" and d.severity in STOP]


@pytest.mark.parametrize("edit", KEEPS.values(), ids=KEEPS)
def test_this_keeps_it(update: Callable[[Edit], None], edit: Edit) -> None:
    update(edit)
    _, judged = now()
    assert not stopping(judged) and not judged.stale
    assert any(d.status == "accepted" for d in judged.comparison.discrepancies)


@pytest.mark.parametrize("edit", VOIDS.values(), ids=VOIDS)
def test_this_voids_it(update: Callable[[Edit], None], edit: Edit) -> None:
    update(edit)
    _, judged = now()
    assert stopping(judged) and len(judged.stale) == 1


def test_a_fix_and_a_new_one_do_not_cancel_out(update: Callable[[Edit], None]) -> None:
    update(lambda t: t.replace("eleven", "twelve").replace("the ferry again", "the boat again"))
    _, judged = now()
    assert len(stopping(judged)) == 1 and len(judged.stale) == 1


def test_one_pardons_one_of_two_alike(update: Callable[[Edit], None]) -> None:
    comparison, _ = now()
    (found,) = [d for d in comparison.discrepancies if d.severity in STOP]
    twice = replace(comparison, discrepancies=(*comparison.discrepancies, found))
    judged = judge(twice, read_entries(Path("sources/bridge")), "2026-03-09")
    assert len(stopping(judged)) == 1


@pytest.mark.parametrize(
    "check",
    [
        replace(CHECK, severities={"only-claim": "off", "quotation-wording": "warning"}),
        replace(CHECK, settings=Settings(names={"Ada Holm": ("Ada Dole",)})),
        replace(CHECK, code="another release"),
    ],
    ids=["rules", "names", "release"],
)
def test_other_rules_and_releases_keep_it(update: Callable[[Edit], None], check: Check) -> None:
    _, judged = now(check)
    assert not stopping(judged)
    assert [d.acceptance.by for d in judged.comparison.discrepancies if d.acceptance] == ["Ann"]


def test_edits_at_random_elsewhere_keep_it(update: Callable[[Edit], None]) -> None:
    chance = random.Random(4)
    words = "rain market tower harvest baker window lantern".split()
    for _ in range(6):
        told = " ".join(chance.choices(words, k=7)).capitalize()
        update(lambda t, told=told: f"{told} had nothing to do with it.\n\n{t}")  # type: ignore[misc]
        assert not stopping(now()[1])
