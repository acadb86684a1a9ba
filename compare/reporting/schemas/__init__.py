"""The schema of the JSON report, as it is published in ``docs/``."""

from __future__ import annotations

from pathlib import Path


def report_schema() -> str:
    """The JSON Schema, with a line feed at its end."""
    return (Path(__file__).parent / "report.schema.json").read_text(encoding="utf-8")
