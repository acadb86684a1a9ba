"""The tables and the types of their columns: one schema, whatever the tables are written as."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """What a column holds: ``text``, ``whole`` (a whole number), ``number``, ``truth``, ``texts`` or ``wholes``; ``null`` where it may be unknown."""

    kind: str
    null: bool = False


_TEXT, _MAYBE, _WHOLE = Column("text"), Column("text", True), Column("whole")

COLUMNS: dict[str, dict[str, Column]] = {
    "comparisons": {
        "event": _TEXT, "compared": Column("truth"), "title": _MAYBE, "accounts": _WHOLE, "links": _WHOLE,
        "discrepancies": _WHOLE, "errors": _WHOLE, "warnings": _WHOLE, "notes": _WHOLE,
    },
    "accounts": {
        "event": _TEXT, "account": _TEXT, "source": _TEXT, "url": _MAYBE, "sha256": _TEXT, "label": _TEXT,
        "publisher": _MAYBE, "published": _MAYBE, "title": _MAYBE, "language": _MAYBE, "sentences": _WHOLE,
        "linked": _WHOLE, "quotations": _WHOLE, "notices": Column("texts"),
    },
    "links": {
        "link": _TEXT, "event": _TEXT, "relation": _TEXT, "score": Column("number"),
        "left": _TEXT, "left_sentences": Column("wholes"), "left_text": _TEXT,
        "right": _TEXT, "right_sentences": Column("wholes"), "right_text": _TEXT,
    },
    "discrepancies": {
        "discrepancy": _TEXT, "event": _TEXT, "fingerprint": _TEXT, "kind": _TEXT, "severity": _TEXT,
        "message": _TEXT, "readings": _WHOLE,
    },
    "readings": {
        "discrepancy": _TEXT, "event": _TEXT, "account": _TEXT, "start": _WHOLE, "end": _WHOLE, "text": _TEXT, "context": _TEXT,
    },
    "errors": {"event": _MAYBE, "source": _MAYBE, "line": Column("whole", True), "reason": _TEXT},
}  # fmt: skip
"""By the name of a table, its columns in their order."""

TABLES = tuple(COLUMNS)
"""The tables, in the order in which a part holds their rows."""
