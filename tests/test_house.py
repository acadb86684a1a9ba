"""The shape of the house: who may import whom, and that every rule has its test."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from compare.rules import documentation, rules

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "compare"

ORDER = [
    "model", "output", "locking", "tables", "tokens", "function_words", "row", "dates", "quantities", "slots", "reading", "sentences", "quotations", "words", "utterances", "align",
    "passages", "names", "slips", "claims", "rules", "severities", "aliases", "agreement", "fingerprint", "merge", "once", "events", "accounts", "pipeline", "review", "reporting", "targets", "settings", "checking", "pairing", "archives", "cli",
]  # fmt: skip
"""The rooms in the order in which data flows: each imports only from what stands above it."""

ONLY_USER = {
    "sentencex": "sentences", "diff_match_patch": "words", "click": "cli", "jinja2": "reporting",
    "charset_normalizer": "reading", "mammoth": "reading", "pypdfium2": "reading", "lxml": "reading", "trafilatura": "reading", "Stemmer": "tokens", "junitparser": "reporting", "pyarrow": "archives", "rich": "reporting", "distributed": "archives", "fsspec": "archives",
}  # fmt: skip


def room(path: Path) -> str:
    return path.relative_to(CODE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "compare"}
    return found


MODULES = sorted(path for path in CODE.rglob("*.py") if path != CODE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(CODE)))
def test_imports_flow_one_way(path: Path) -> None:
    own = room(path)
    assert own in ORDER, f"{own} has no place in the order of rooms"
    for name in imports(path):
        if name.startswith("compare."):
            other = name.split(".")[1]
            if other in ORDER:
                assert other == own or ORDER.index(other) < ORDER.index(own), f"{own} imports {other}"
        library = name.split(".")[0]
        assert ONLY_USER.get(library, own) == own, f"{library} belongs to {ONLY_USER.get(library)}"


@pytest.mark.parametrize("kind", sorted(rules()))
def test_every_rule_has_its_documentation_and_its_test(kind: str) -> None:
    text = documentation(kind)
    for word in ("Example:", "Not flagged:", "Known false alarms:"):
        assert word in text, f"{kind} says nothing of {word}"
    test = ROOT / "tests" / "rules" / f"test_{kind.replace('-', '_')}.py"
    assert test.exists()
    names = {n.targets[0].id for n in ast.parse(test.read_text()).body if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name)}
    assert {"FLAGS", "QUIET"} <= names


def test_modules_are_small() -> None:
    long = {str(p.relative_to(CODE)): n for p in MODULES if (n := len(p.read_text().splitlines())) > 220}
    assert not long


def test_model_imports_nothing_of_ours() -> None:
    assert not {name for name in imports(CODE / "model.py") if name.startswith("compare")}
