"""One module a kind of discrepancy; its file name is the kind, its docstring the documentation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from compare.model import Account, Alignment, Discrepancy


@lru_cache(maxsize=1)
def rules() -> dict[str, ModuleType]:
    """Every rule by its kind, in alphabetical order: whatever module lies in this folder is one."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name.replace("_", "-"): import_module(f"{__name__}.{name}") for name in names}


def differences_between(alignment: Alignment) -> Iterator[Discrepancy]:
    """What every rule finds between two accounts."""
    for rule in rules().values():
        if hasattr(rule, "between"):
            yield from rule.between(alignment)


def differences_within(account: Account) -> Iterator[Discrepancy]:
    """What every rule finds inside one account."""
    for rule in rules().values():
        if hasattr(rule, "within"):
            yield from rule.within(account)


def documentation(kind: str) -> str:
    """A rule's docstring; KeyError where there is no such kind."""
    return (sys.modules[rules()[kind].__name__].__doc__ or "").strip()


def severities_of_rule(kind: str) -> tuple[str, ...]:
    """How severe a rule's findings may be, the worst first; KeyError where there is no such kind."""
    found: tuple[str, ...] = rules()[kind].SEVERITIES
    return found
