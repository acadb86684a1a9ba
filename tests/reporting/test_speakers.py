from __future__ import annotations

import pytest

from compare.reporting.speakers import same_speakers

CASES = [
    ([], {}),
    (["Moe"], {"Moe": "Moe"}),
    (["Moe", "Ann Moe"], {"Moe": "Ann Moe", "Ann Moe": "Ann Moe"}),
    (["Ann Moe", "Ann B. Moe", "Ann B. Moe"], {"Ann Moe": "Ann B. Moe", "Ann B. Moe": "Ann B. Moe"}),
    (["Ann Moe", "John Moe", "Moe"], {"Ann Moe": "Ann Moe", "John Moe": "John Moe", "Moe": "Moe"}),
    (["Moe", "Roe"], {"Moe": "Moe", "Roe": "Roe"}),
    (["MOE", "Ann Moe"], {"MOE": "Ann Moe", "Ann Moe": "Ann Moe"}),
    ([""], {"": ""}),
]


@pytest.mark.parametrize(("names", "found"), CASES)
def test_one_name_a_speaker(names: list[str], found: dict[str, str]) -> None:
    assert same_speakers(names) == found
    assert same_speakers(reversed(names)) == found
