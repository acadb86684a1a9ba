"""Laws of the comparison: what agrees has no discrepancy, and nothing depends on order, clock or machine."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.align import align
from compare.model import Account, Comparison, Span
from compare.pipeline import account_of, compare_accounts, compare_sources, read_account
from compare.reporting import FORMATS, Subject, rendered
from compare.tokens import keys

ROOT = Path(__file__).resolve().parents[1]
KENNEBUNKPORT = [ROOT / "sources" / "kennebunkport" / name for name in ("dw.txt", "dod.txt")]
STORIES = sorted((ROOT / "tests" / "stories").glob("*.txt"))
TEXTS = [*KENNEBUNKPORT, *STORIES]
PAIRS = [tuple(KENNEBUNKPORT), *zip(STORIES[::2], STORIES[1::2], strict=True)]
SEEDS = (0, 1, 2, 3, 5, 8)
STRAIGHT = str.maketrans("“”„«»‘’", "\"\"\"\"\"''")

text_ids = [path.stem for path in TEXTS]
pair_ids = [f"{a.stem}-{b.stem}" for a, b in PAIRS]


@lru_cache
def read(path: Path) -> Account:
    return read_account(str(path))


def shuffled(account: Account, seed: int) -> Account:
    """The same account with its paragraphs in another order and straight marks."""
    paragraphs = [account.text[p.start : p.end] for p in account.paragraphs]
    random.Random(seed).shuffle(paragraphs)
    text = "\n\n".join(paragraphs).translate(STRAIGHT)
    return read_account("shuffled.txt", data=text.encode(), keep_all=True)


def plain(account: Account) -> Account:
    """The same account read again from nothing but what was kept."""
    text = "\n\n".join(account.text[p.start : p.end] for p in account.paragraphs)
    return read_account(account.source, data=text.encode(), keep_all=True)


def unlinked(comparison: Comparison) -> list[str]:
    """Sentences with words that no link holds."""
    (alignment,) = comparison.alignments
    lonely = []
    for account, side in ((alignment.left, 0), (alignment.right, 1)):
        linked = {k for link in alignment.links for k in (link.left, link.right)[side]}
        sentences = [account.text[s.start : s.end] for k, s in enumerate(account.sentences) if k not in linked]
        lonely += [sentence for sentence in sentences if keys(sentence)]
    return lonely


def facts(comparison: Comparison) -> list[tuple[object, ...]]:
    return [(d.id, d.kind, d.severity, d.message, d.readings, d.status) for d in comparison.discrepancies]


def links(comparison: Comparison) -> dict[tuple[str, str], object]:
    return {(a.left.id, a.right.id): a.links for a in comparison.alignments}


@pytest.mark.parametrize("path", TEXTS, ids=text_ids)
def test_an_account_agrees_with_itself(path: Path) -> None:
    comparison = compare_accounts([read(path), read(path)])
    assert unlinked(comparison) == []
    assert facts(comparison) == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("path", TEXTS, ids=text_ids)
def test_an_account_agrees_with_its_shuffled_copy_in_straight_marks(path: Path, seed: int) -> None:
    comparison = compare_accounts([plain(read(path)), shuffled(read(path), seed)])
    assert unlinked(comparison) == []
    assert facts(comparison) == []


@pytest.mark.parametrize("pair", PAIRS, ids=pair_ids)
def test_the_order_of_two_accounts_does_not_matter(pair: tuple[Path, Path]) -> None:
    one, other = compare_accounts([read(p) for p in pair]), compare_accounts([read(p) for p in pair[::-1]])
    assert facts(one) == facts(other)
    assert links(one) == links(other)
    assert [a.id for a in one.accounts] == [a.id for a in other.accounts][::-1]


@pytest.mark.parametrize("pair", PAIRS, ids=pair_ids)
def test_renaming_the_accounts_mirrors_what_differs(pair: tuple[Path, Path]) -> None:
    a, b = pair
    forth = [read_account("a.txt", data=a.read_bytes()), read_account("b.txt", data=b.read_bytes())]
    back = [read_account("b.txt", data=a.read_bytes()), read_account("a.txt", data=b.read_bytes())]
    one, other = compare_accounts(forth), compare_accounts(back)
    swap = {"a": "b", "b": "a"}
    assert places(one) == sorted(
        (kind, severity, sorted((swap[own], start, end) for own, start, end in readings))
        for kind, severity, readings in places(other)
    )


def places(comparison: Comparison) -> list[tuple[str, str, list[tuple[str, int, int]]]]:
    return sorted(
        (d.kind, d.severity, sorted((r.account, r.start, r.end) for r in d.readings))
        for d in comparison.discrepancies
        if not d.kind.startswith("only-")
    )


WITHIN = ("inconsistent", "misprint")
"""Kinds that tell of one account alone."""

FIVE = [KENNEBUNKPORT[0], KENNEBUNKPORT[1], *STORIES[:3]]


@pytest.mark.parametrize("count", [3, 5])
def test_more_accounts_in_any_order(count: int) -> None:
    accounts = [read(path) for path in FIVE[:count]]
    wanted = compare_accounts(accounts)
    assert len(wanted.alignments) == count * (count - 1) // 2
    for order in list(permutations(accounts))[:: 2 if count == 3 else 29]:
        comparison = compare_accounts(order)
        assert facts(comparison) == facts(wanted)
        assert links(comparison) == links(wanted)


@pytest.mark.parametrize("count", [3, 5])
def test_copies_of_one_account_do_not_differ(count: int) -> None:
    assert facts(compare_accounts([read(KENNEBUNKPORT[1])] * count)) == []


def test_accounts_with_one_name_are_told_apart_by_what_they_say() -> None:
    one, other = (read_account("same.txt", data=text) for text in (b"One boat sank.", b"Two boats sank."))
    forth, back = compare_accounts([one, other]), compare_accounts([other, one])
    assert {a.id for a in forth.accounts} == {a.id for a in back.accounts}
    assert len({a.id for a in compare_accounts([one, one, one]).accounts}) == 3


PROGRAM = """
import sys
from compare.pipeline import compare_sources
from compare.reporting import Subject, rendered
comparison = compare_sources(sys.argv[2:])
sys.stdout.buffer.write(rendered(sys.argv[1], [Subject(comparison)]).encode())
"""

ELSEWHERE = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"},
]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_input_gives_the_same_bytes_in_another_place(form: str, tmp_path: Path) -> None:
    sources = [str(path.relative_to(ROOT)) for path in [*KENNEBUNKPORT, STORIES[0]]]
    command = [sys.executable, "-c", PROGRAM, form, *sources]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for source in sources:
        (tmp_path / source).parent.mkdir(parents=True, exist_ok=True)
    for path in [*KENNEBUNKPORT, STORIES[0], KENNEBUNKPORT[0].with_name("event.toml")]:
        shutil.copy(path, tmp_path / path.relative_to(ROOT))
    written = [
        subprocess.run(command, cwd=folder, env={**env, **place}, check=True, capture_output=True).stdout
        for folder, place in zip((ROOT, tmp_path), ELSEWHERE, strict=True)
    ]
    assert len(written[0]) > 1_000
    assert written[0] == written[1]


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_input_twice_gives_the_same_bytes(form: str) -> None:
    sources = [str(path) for path in KENNEBUNKPORT]
    one, other = (rendered(form, [Subject(compare_sources(sources))]) for _ in range(2))
    assert one == other


def inside(spans: Sequence[Span], account: Account) -> bool:
    return all(0 <= s.start <= s.end <= len(account.text) for s in spans)


@pytest.mark.parametrize("pair", PAIRS, ids=pair_ids)
def test_every_span_lies_inside_its_text(pair: tuple[Path, Path]) -> None:
    comparison = compare_accounts([read(p) for p in pair])
    by_id = {account.id: account for account in comparison.accounts}
    for account in comparison.accounts:
        assert inside([*account.paragraphs, *account.set_aside, *account.sentences, *account.quotations], account)
    for found in comparison.discrepancies:
        assert len({r.account for r in found.readings}) == (1 if found.kind in WITHIN else 2)
        for r in found.readings:
            assert inside([r, r.context], by_id[r.account])
            assert r.context.start <= r.start and r.end <= r.context.end
    for link in comparison.alignments[0].links:
        assert link.left and link.right and 0 < link.score <= 1
        assert max(link.left) < len(comparison.alignments[0].left.sentences)
        assert max(link.right) < len(comparison.alignments[0].right.sentences)


@pytest.mark.parametrize("pair", PAIRS, ids=pair_ids)
def test_what_a_message_quotes_stands_in_a_text(pair: tuple[Path, Path]) -> None:
    comparison = compare_accounts([read(p) for p in pair])
    texts = [" ".join(account.text.split()) for account in comparison.accounts]
    for found in comparison.discrepancies:
        if found.kind != "only-claim":
            pieces = [piece for quoted in re.findall("“([^”]*)”", found.message) for piece in quoted.split(" … ")]
            assert pieces or found.kind == "attribution"
            assert all(any(piece in text for text in texts) for piece in pieces), found.message


@pytest.fixture(scope="module")
def kennebunkport() -> Comparison:
    return compare_accounts([read(path) for path in KENNEBUNKPORT])


def found(comparison: Comparison) -> set[tuple[str, str, frozenset[tuple[str, str]]]]:
    texts = {a.id: a.text for a in comparison.accounts}
    return {
        (d.kind, d.severity, frozenset((r.account, texts[r.account][r.start : r.end]) for r in d.readings))
        for d in comparison.discrepancies
        if not d.kind.startswith("only-")
    }


def test_kennebunkport_shows_what_it_must(kennebunkport: Comparison) -> None:
    assert found(kennebunkport) >= {
        ("quotation-wording", "error", frozenset({("dw", "great deal of"), ("dod", "gradual")})),
        ("quotation-wording", "error", frozenset({("dw", "Such"), ("dod", "That")})),
        ("inconsistent", "warning", frozenset({("dod", "innovate"), ("dod", "innovative")})),
        ("quotation-truncated", "note", frozenset({("dw", ""), ("dod", "strategic move")})),
    }


def test_kennebunkport_strong_agreement_begins_in_mid_sentence(kennebunkport: Comparison) -> None:
    cuts = [readings for kind, severity, readings in found(kennebunkport) if (kind, severity) == ("quotation-truncated", "warning")]
    (readings,) = cuts
    words = dict(readings)
    assert words["dw"] == ""
    assert words["dod"].startswith("President Putin proposed") and words["dod"].endswith("and")


def test_kennebunkport_integral_is_linked_and_a_note(kennebunkport: Comparison) -> None:
    (alignment,) = kennebunkport.alignments

    def holds(account: Account, sentences: Sequence[int]) -> bool:
        return any("integral" in account.text[account.sentences[k].start : account.sentences[k].end] for k in sentences)

    assert any(holds(alignment.left, link.left) and holds(alignment.right, link.right) for link in alignment.links)
    (note,) = [d for d in kennebunkport.discrepancies if "“integral”" in d.message]
    assert (note.kind, note.severity) == ("quotation-truncated", "note")


def test_kennebunkport_nothing_about_marks(kennebunkport: Comparison) -> None:
    for kind, _, readings in found(kennebunkport):
        forms = {tuple(keys(words)) for _, words in readings}
        assert len(forms) > 1 or kind == "misprint", kind
        assert not re.fullmatch(r"[\W_]+", "".join(words for _, words in readings))
    assert not any("mark" in d.message for d in kennebunkport.discrepancies)


def test_kennebunkport_no_link_holds_what_was_set_aside(kennebunkport: Comparison) -> None:
    (alignment,) = kennebunkport.alignments
    for account, side in ((alignment.left, 0), (alignment.right, 1)):
        sentences = [account.sentences[k] for link in alignment.links for k in (link.left, link.right)[side]]
        assert account.set_aside
        assert not [s for s in sentences for aside in account.set_aside if s.start < aside.end and aside.start < s.end]


@given(st.lists(st.text(max_size=40), max_size=6))
def test_an_account_of_sentences_has_them_as_they_are(sentences: list[str]) -> None:
    account = account_of("mine", sentences)
    assert [account.text[s.start : s.end] for s in account.sentences] == sentences
    assert [account.text[p.start : p.end] for p in account.paragraphs] == sentences


def test_sentences_of_one_s_own_are_aligned_and_compared() -> None:
    left = account_of("left", ["“We will rebuild the old bridge,” Mayor Ida Berg said.", "It rained. A lot."])
    right = account_of("right", ["The council met.", "Berg said: “We will rebuild the old mill.”"])
    (link,) = align(left, right).links
    assert (link.left, link.right) == ((0,), (1,))
    assert "quotation-wording" in {found.kind for found in compare_accounts([left, right]).discrepancies}
