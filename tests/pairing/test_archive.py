"""A small invented archive, as hard as those that are measured: what is found, and what is right."""

from __future__ import annotations

import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from compare.pairing.events import events_of
from compare.pairing.sketches import sketch_of
from compare.reading import read_source

ROOT = Path(__file__).resolve().parents[2]


def invented() -> ModuleType:
    spec = spec_from_file_location("invented", ROOT / "benchmarks" / "invented.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.modules["invented"] = module
    spec.loader.exec_module(module)
    return module


def pairs(many: int) -> int:
    return many * (many - 1) // 2


def test_most_is_found_and_little_is_wrong() -> None:
    """Twins and follow-ups among them; on a whole archive (``benchmarks/pairing.py``) both figures are above 0.95, too."""
    made = [(sketch_of(read_source("a.txt", data=article.text.encode())), article.event) for article in invented().Newsroom(60, 3, 0.6).articles()]
    made.sort(key=lambda each: (each[0].published is None, each[0].published or "", each[0].terms))
    events = [[made[member.number][1] for member in members] for members in events_of(sketch for sketch, _ in made)]
    right = sum(pairs(many) for event in events for many in Counter(event).values())
    assert right >= 0.95 * sum(map(pairs, Counter(event for _, event in made).values()))
    assert right >= 0.95 * sum(pairs(len(event)) for event in events)
    assert len({event for _, event in made}) > len(events) > 30, "some are told by one source alone"
