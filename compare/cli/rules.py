"""rashomon rules: what is checked, and why."""

from __future__ import annotations

import click

from compare.cli.options import complete_kinds
from compare.model import CompareError


@click.command("rules")
@click.argument("kind", required=False, shell_complete=complete_kinds)
def rules_command(kind: str | None) -> int:
    """List what is checked, or print why and how for one KIND.

    \b
    rashomon rules                       every kind, how severe it is, and what it flags
    rashomon rules quotation-wording     with an example, and the false alarms known
    """
    from compare.output import STDOUT, write_output
    from compare.rules import documentation, rules, severities_of_rule
    from compare.tables import nearest

    if kind is None:
        levels = {name: ", ".join(severities_of_rule(name)) for name in rules()}
        widths = max(map(len, rules())), max(map(len, levels.values()))
        firsts = {name: " ".join(documentation(name).split("\n\n")[0].split()) for name in rules()}
        rows = (f"{name:{widths[0]}}  {levels[name]:{widths[1]}}  {first}\n" for name, first in firsts.items())
        write_output(STDOUT, "".join(rows))
        return 0
    if kind not in rules():
        raise CompareError(f"{kind}: no such kind; {nearest(kind, iter(rules()))}")
    write_output(STDOUT, f"{kind}\n\n{documentation(kind)}\n\nSeverity: {', '.join(severities_of_rule(kind))}\n")
    return 0
