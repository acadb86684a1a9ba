"""Text to quantities, and how two amounts stand to each other."""

from __future__ import annotations

from compare.quantities.amounts import relation
from compare.quantities.grammar import find_quantities
from compare.quantities.quantity import Quantity

__all__ = ["Quantity", "find_quantities", "relation"]
