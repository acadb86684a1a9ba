"""Two texts to what alignment sees of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from compare.align import align
from compare.model import Account, Alignment
from compare.pipeline import read_account

STORIES = Path(__file__).resolve().parents[1] / "stories"

Story = tuple[Account, Account]


def told(left: str, right: str) -> Story:
    """Accounts of two texts, nothing set aside."""
    texts = (("left", left), ("right", right))
    first, second = (read_account(f"{name}.txt", data=text.encode(), keep_all=True) for name, text in texts)
    return first, second


@pytest.fixture(scope="session")
def accounts() -> Callable[[str, str], Story]:
    return told


@pytest.fixture(scope="session")
def aligned() -> Callable[[str, str], Alignment]:
    return lambda left, right: align(*told(left, right))


@pytest.fixture(scope="session")
def stories() -> dict[str, Story]:
    """Each invented event as two newsrooms told it."""
    names = sorted({path.name.split(".")[0] for path in STORIES.glob("*.txt")})
    return {name: (read_account(str(STORIES / f"{name}.a.txt")), read_account(str(STORIES / f"{name}.b.txt"))) for name in names}
