"""The library: what the page and the package say is true, and importing it costs nothing."""

from __future__ import annotations

import doctest
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import compare

PAGE = Path(__file__).resolve().parents[1] / "docs" / "library.md"


def test_examples() -> None:
    for failed, tried in (doctest.testmod(compare), doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")):
        assert tried and not failed


@pytest.mark.parametrize("name", compare.__all__)
def test_names(name: str) -> None:
    assert getattr(compare, name).__name__.rpartition(".")[2] == name
    assert name in dir(compare) and name in PAGE.read_text(encoding="utf-8")


def test_no_other_name() -> None:
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        compare.nothing_of_ours  # noqa: B018


def test_importing_it_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import compare; print(sorted(set(sys.modules) - before))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out == "['compare']\n"


def write(folder: Path) -> tuple[Path, Path]:
    left, right = folder / "a.txt", folder / "b.txt"
    left.write_text("The bridge was opened on Monday before 200 people.")
    right.write_text("The bridge was opened on Monday before 300 people.")
    return left, right


def test_paths(tmp_path: Path) -> None:
    left, right = write(tmp_path)
    account = compare.read_account(left)
    assert (account.id, account.source, account.text) == ("a", str(left), left.read_text())
    comparison = compare.compare_sources([left, str(right)])
    assert [each.source for each in comparison.accounts] == [str(left), str(right)] and comparison.discrepancies


def test_days() -> None:
    assert compare.account_of("a", ["It is open."], published="2026-03-09").published == "2026-03-09"
    assert compare.read_account("a", data=b"It is open.", published="20260309").published == "2026-03-09"


ONE = compare.account_of("a", ["It is open."])
Called = Callable[..., object]
WRONG: list[tuple[Called, tuple[object, ...], dict[str, object], str]] = [
    (compare.read_account, ("a.txt",), {"data": b"Told.", "published": "12 May"}, "a.txt: published: '12 May' is no date; write it as 2007-07-02"),
    (compare.read_account, ("a.txt",), {"data": "Told."}, "a.txt: data must be bytes, not str; encode"),
    (compare.account_of, ("a", "Told."), {}, "a: one text, not a list of sentences; read_account"),
    (compare.account_of, ("a", ["Told."]), {"published": "soon"}, "a: published: 'soon' is no date"),
    (compare.compare_sources, ("a1.txt",), {}, "takes the files in one list"),
    (compare.compare_sources, (Path("a1.txt"),), {}, "takes the files in one list"),
    (compare.compare_sources, ("a1.txt", "b1.txt"), {}, "takes the files in one list"),
    (compare.compare_sources, (["a1.txt"],), {}, "one file; give two or more"),
    (compare.compare_accounts, ([ONE],), {}, "one account; give two or more"),
    (compare.compare_accounts, ([],), {}, "no account; give two or more"),
    (compare.compare_accounts, (["a1.txt", "b1.txt"],), {}, "takes accounts; read_account makes one"),
]


@pytest.mark.parametrize(("called", "args", "named", "said"), WRONG, ids=[each[3][:40] for each in WRONG])
def test_wrong_arguments(called: Called, args: tuple[object, ...], named: dict[str, object], said: str) -> None:
    with pytest.raises(compare.CompareError) as caught:
        called(*args, **named)
    assert said in str(caught.value) and "\n" not in str(caught.value)
