"""Rashomon compares independent accounts of one event and says where they differ.

>>> import compare
>>> left = compare.read_account("courier.txt", data=b'"We waited eleven years for this bridge," said Ada Holm.')
>>> right = compare.read_account("herald.txt", data=b'"We waited twelve years for this bridge," said Ada Holm.')
>>> comparison = compare.compare_accounts([left, right])
>>> [(found.kind, found.message) for found in comparison.discrepancies]
[('quotation-wording', 'courier has Ada Holm say “waited eleven years”, herald “waited twelve years”.')]

What is named in ``__all__`` is imported when it is first asked for.
"""

TYPE_CHECKING = False  # that of typing would be an import

if TYPE_CHECKING:
    from compare.accounts import account_of, read_account
    from compare.model import Account, Alignment, CompareError, Comparison, Discrepancy, Link, Reading
    from compare.pipeline import compare_accounts, compare_sources

__version__ = "0.1.0"

__all__ = [
    "Account", "Alignment", "CompareError", "Comparison", "Discrepancy", "Link", "Reading",
    "account_of", "align", "compare_accounts", "compare_sources", "read_account",
]  # fmt: skip

_HOMES = {
    "account_of": "accounts", "read_account": "accounts", "compare_accounts": "pipeline", "compare_sources": "pipeline",
}  # fmt: skip
"""Where a name is at home; those that stand for nothing else are the nouns of ``compare.model``."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'compare' has no attribute {name!r}")
    from importlib import import_module

    if name == "align":
        return import_module("compare.align")
    value: object = getattr(import_module(f"compare.{_HOMES.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
