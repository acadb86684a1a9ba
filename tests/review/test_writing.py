"""accepted.toml: sorted, with its comments kept, whole, and mergeable."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Acceptance, Account, CompareError, Comparison, Discrepancy, Reading, Span
from compare.review import accept, begin, prune, read_entries
from compare.review.acceptances import Entry, entries_in
from compare.review.blocks import blocks_in
from compare.review.rendering import entry_to_toml

WORDS = "the old bridge stands and the old bridge falls under a clear sky"

A, B, C = "1" * 16, "2" * 16, "c" * 16


def comparison_of(*ids: str) -> Comparison:
    """A comparison with discrepancies of the given fingerprints, all about the same words."""
    sides = tuple(Account(name, name.upper(), f"{name}.txt", "0" * 64, WORDS) for name in ("a", "b"))
    place = tuple(Reading(4, 7, side.id, Span(0, 21)) for side in sides)
    found = tuple(Discrepancy("number", "error", "They differ.", place, id=own) for own in ids)
    return Comparison(sides, (), found, "The bridge")


def names(folder: Path) -> list[str]:
    return re.findall(r"^\[(\w+)\]", (folder / "accepted.toml").read_text(), re.M)


def add(folder: Path, because: Acceptance, *ids: str) -> None:
    comparison = comparison_of(*ids)
    assert accept(folder, comparison, comparison.discrepancies, because) == []


def test_a_new_file_says_what_it_is_and_holds_the_words(folder: Path, because: Acceptance) -> None:
    add(folder, because, A)
    text = (folder / "accepted.toml").read_text()
    assert text.startswith("# What a person has looked at")
    assert 'says.a = "the {old} bridge stands"' in text
    (entry,) = read_entries(folder)
    assert entry == Entry(
        A, because, 1, "number", (("a", "the {old} bridge stands"), ("b", "the {old} bridge stands"))
    )


def test_the_order_is_that_of_the_fingerprints_however_they_come(folder: Path, because: Acceptance) -> None:
    ids = [f"{random.Random(n).randrange(16**16):016x}" for n in range(60)]
    for k in range(0, 60, 7):
        add(folder, because, *ids[k : k + 7])
    assert names(folder) == sorted(ids)
    assert prune(folder, comparison_of(*ids[::2]), because.on)
    assert names(folder) == sorted(ids[::2])
    assert "\n\n\n" not in (folder / "accepted.toml").read_text()


def test_taking_out_what_was_put_in_gives_the_file_as_it_was(folder: Path, because: Acceptance) -> None:
    add(folder, because, A)
    before = (folder / "accepted.toml").read_bytes()
    add(folder, because, B, C)
    assert [e.id for e in prune(folder, comparison_of(A), because.on)] == [B, C]
    assert (folder / "accepted.toml").read_bytes() == before


HAND_WRITTEN = f"""\
# our own words

[{B}]  # looked at twice
# why: see the minutes
reason = '''
Longer than a line:
[{C}]
# not a comment
'''
by = "Ann"   # the elder
on = 2026-01-02

# about the next one
[{C}]
reason = "R"
by = "Ann"
on = 2026-01-02
# the end
"""


def test_comments_and_spelling_of_what_a_person_wrote_stay(folder: Path, because: Acceptance) -> None:
    path = folder / "accepted.toml"
    path.write_text(HAND_WRITTEN)
    add(folder, because, A)
    text = path.read_text()
    assert names(folder) == [A, B, C, C]
    assert text.replace(f"\n{entry_to_toml(read_entries(folder)[0])}", "") == HAND_WRITTEN
    prune(folder, comparison_of(A, C), because.on)
    left = path.read_text()
    assert (
        "# our own words" in left and f"# about the next one\n[{C}]" in left and left.endswith("# the end\n")
    )
    assert B not in left


def test_one_more_alike(folder: Path, because: Acceptance) -> None:
    add(folder, because, A)
    comparison = comparison_of(A, A)
    other = Acceptance("The same again.", "Bea", "2026-04-01")
    assert accept(folder, comparison, comparison.discrepancies[1:], other) == []
    (entry,) = read_entries(folder)
    assert (entry.times, entry.acceptance.reason, entry.acceptance.by) == (
        2,
        "Two interpreters. / The same again.",
        "Bea",
    )
    assert [e.times for e in prune(folder, comparison_of(A), "2026-04-01")] == [1]
    assert read_entries(folder)[0].times == 1


def test_what_another_has_accepted_is_left_to_them(folder: Path, because: Acceptance) -> None:
    comparison = comparison_of(A, B)
    accept(folder, comparison, comparison.discrepancies[:1], because)
    late = accept(folder, comparison, comparison.discrepancies, Acceptance("Mine.", "Bea", "2026-04-01"))
    assert [d.id for d in late] == [A]
    assert [e.acceptance.by for e in read_entries(folder)] == ["Ann Dole", "Bea"]


def test_an_expired_or_malformed_entry_is_replaced_and_keeps_its_comments(
    folder: Path, because: Acceptance
) -> None:
    path = folder / "accepted.toml"
    path.write_text(
        f'# mine\n[{A}]  # so\nreason = "R"\nby = "A"\non = 2026-01-01\nuntil = 2026-02-01\n[{B}]\nby = ""\n'
    )
    add(folder, because, A, B)
    assert [(e.acceptance, e.fault) for e in read_entries(folder)] == [(because, ""), (because, "")]
    assert path.read_text().startswith(f"# mine\n[{A}]  # so\n")


@pytest.mark.parametrize(("ending", "mark"), [("\r\n", b""), ("\n", b"\xef\xbb\xbf")])
def test_line_ends_and_marks(folder: Path, because: Acceptance, ending: str, mark: bytes) -> None:
    path = folder / "accepted.toml"
    path.write_bytes(mark + HAND_WRITTEN.replace("\n", ending).encode())
    add(folder, because, A)
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == (content.count(b"\n") if ending == "\r\n" else 0)
    assert [e.id for e in read_entries(folder)] == [A, B, C]


FAULTS = {
    "reason = ''\nby = 'A'\non = 2026-01-01": "it has no reason",
    "reason = ' '\nby = 'A'\non = 2026-01-01": "it has no reason",
    "reason = 'R'\non = 2026-01-01": "it has no by",
    "reason = 'R'\nby = 'A'": "it has no on",
    "reason = 'R'\nby = 'A'\non = 'May'": "on: 'May' is no date",
    "reason = 'R'\nby = 'A'\non = 2026-01-01\nuntil = 'soon'": "until: 'soon' is no date",
    "reason = 'R'\nby = 'A'\non = 2026-01-01\nuntill = 2027-01-01": "no such key; did you mean until?",
    "reason = 'R'\nby = 'A'\non = 2026-01-01\ntimes = 0": "must be a whole number from 1",
    "reason = 3\nby = 'A'\non = 2026-01-01": "must be text in quotation marks",
    "reason = 'R'\nby = 'A'\non = 2026-01-01\nsays = 'no'": "must be a table",
}


@pytest.mark.parametrize(("content", "fault"), FAULTS.items())
def test_a_malformed_entry_says_what_is_wrong(content: str, fault: str) -> None:
    (entry,) = entries_in(f"[{A}]\n{content}\n".encode(), Path("accepted.toml"))
    assert fault in entry.fault


@pytest.mark.parametrize("content", ["x = 1", "[3]\nreason = 'R'", f"[{'G' * 16}]\nreason = 'R'"])
def test_what_is_no_fingerprint(content: str) -> None:
    (entry,) = entries_in(content.encode(), Path("accepted.toml"))
    assert "fingerprint" in entry.fault


def test_broken_files_are_said_and_left_alone(folder: Path, because: Acceptance) -> None:
    path = folder / "accepted.toml"
    for content, said in (
        (f"[{A}]\n[{A}]\n", f"{A} is accepted twice; keep one"),
        ("[", "not valid TOML"),
        ("<<<<<<< x\n", "not valid"),
    ):
        path.write_text(content)
        with pytest.raises(CompareError, match=said):
            add(folder, because, B)
        assert path.read_text() == content and [p.name for p in folder.iterdir()] == ["accepted.toml"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_come_back(reason: str, words: str) -> None:
    entry = Entry(A, Acceptance(f"R{reason}", "Ann", "2026-01-01"), 1, "number", (("a", words),))
    text = entry_to_toml(entry)
    assert text.count("\n") == 6 and text.replace("\n", "").isprintable()
    (read,) = entries_in(text.encode(), Path("accepted.toml"))
    assert read == entry


@given(
    st.lists(
        st.sampled_from([*HAND_WRITTEN.splitlines(), "", "# more", "#4", "x = '''", "'''", f"[{B}.says]"]),
        max_size=14,
    )
)
def test_blocks_joined_are_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "".join(block.text for block in blocks_in(text)) == text


def merges(tmp_path: Path, because: Acceptance, base: list[str], ours: list[str], theirs: list[str]) -> bool:
    """Whether git merges two people's acceptances, and nothing is lost if it does."""
    versions = []
    for name, ids in (("base", base), ("ours", base + ours), ("theirs", base + theirs)):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        begin(folder)
        if ids:
            for one in (base, ids[len(base) :]):
                add(folder, because, *one)
        versions.append(str(folder / "accepted.toml"))
    base_file, our_file, their_file = versions
    done = subprocess.run(
        ["git", "merge-file", our_file, base_file, their_file], capture_output=True, check=False
    )
    if done.returncode == 0:
        assert {e.id for e in read_entries(tmp_path / "ours")} == {*base, *ours, *theirs}
    return done.returncode == 0


@pytest.mark.parametrize(("before", "each", "least"), [(0, 1, 0.85), (0, 3, 0.5), (30, 1, 0.9), (30, 4, 0.5)])
def test_two_people_merge_more_often_than_not(
    tmp_path: Path, because: Acceptance, before: int, each: int, least: float
) -> None:
    tries, merged, chance = 15, 0, random.Random(before + each)
    for k in range(tries):
        ids = [f"{chance.randrange(16**16):016x}" for _ in range(before + 2 * each)]
        merged += merges(
            tmp_path / str(k), because, ids[:before], ids[before : before + each], ids[before + each :]
        )
    assert merged / tries >= least
