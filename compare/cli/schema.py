"""rashomon schema: what the JSON report looks like, for programs that read it."""

from __future__ import annotations

import click


@click.command("schema")
def schema_command() -> int:
    """Print the JSON Schema of the JSON report.

    \b
    rashomon schema > report.schema.json
    """
    from compare.output import STDOUT, write_output
    from compare.reporting.schemas import report_schema

    write_output(STDOUT, report_schema())
    return 0
