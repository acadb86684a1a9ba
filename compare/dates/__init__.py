"""Text to time expressions, and what two of them say of one event."""

from __future__ import annotations

from compare.dates.expression import Expression
from compare.dates.grammar import find_expressions
from compare.dates.resolve import interval, relation

__all__ = ["Expression", "find_expressions", "interval", "relation"]
