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
    rashomon rules                       every kind and what it flags
    rashomon rules quotation-wording     with an example, and the false alarms known
    """
    from compare.output import STDOUT, write_output
    from compare.rules import documentation, rules
    from compare.tables import nearest

    if kind is None:
        width = max(map(len, rules()))
        firsts = {name: " ".join(documentation(name).split("\n\n")[0].split()) for name in rules()}
        write_output(STDOUT, "".join(f"{name:{width}}  {first}\n" for name, first in firsts.items()))
        return 0
    if kind not in rules():
        raise CompareError(f"{kind}: no such kind; {nearest(kind, iter(rules()))}")
    write_output(STDOUT, f"{kind}\n\n{documentation(kind)}\n")
    return 0
