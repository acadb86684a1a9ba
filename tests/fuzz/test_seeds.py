"""What fuzzing found, and inputs of the same kind: none may break a promise again."""

from __future__ import annotations

import random
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted((Path(__file__).parent / "seeds").iterdir())


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    spec = spec_from_file_location("fuzz", ROOT / "benchmarks" / "fuzz.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_seeds(path: Path, fuzz: ModuleType) -> None:
    fuzz.check(path.read_bytes())


@pytest.mark.parametrize("mode", range(12))
def test_some_broken_bytes_of_every_kind(mode: int, fuzz: ModuleType) -> None:
    known = [data for data in fuzz.seeds() if data[0] == mode] or [bytes([mode]) + b"Nothing was said on Monday."]
    chance = random.Random(mode)
    for _ in range(4):
        data = bytearray(chance.choice(known)[:6000])
        for _ in range(chance.randrange(1, 20)):
            data[chance.randrange(1, len(data))] = chance.randrange(256)
        del data[chance.randrange(len(data) // 2, len(data)) :]
        fuzz.check(bytes(data) or bytes([mode]))
