"""One account on a terminal: what was kept and set aside, and its quotations."""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Account, Span
from compare.reporting.paint import paint
from compare.reporting.phrases import counted
from compare.reporting.places import Places
from compare.reporting.sources import left_out
from compare.reporting.visible import inert, one_line, visible

_KNOWN = ("title", "byline", "dateline", "publisher", "published", "language")


def account_to_text(account: Account, color: bool = False) -> str:
    """What is known of the source, then its text; a bar and the reason stand before what was set aside."""
    lines = [paint(one_line(account.label), "strong", color) + f"  {one_line(account.source)}"]
    lines += [f"  {name:9}  {one_line(value)}" for name in _KNOWN if (value := getattr(account, name))]
    lines += [paint(f"  ! {one_line(notice)}", "warning", color) for notice in account.notices]
    aside = left_out(account)
    lines.append(
        f"  {counted(len(account.sentences), 'sentence')}, {counted(len(account.quotations), 'quotation')}, "
        f"{counted(len(aside), 'stretch', 'stretches')} set aside"
    )
    reached = 0
    for span, reason in [*aside, (Span(len(account.text), len(account.text)), "")]:
        lines += _kept(account.text[reached : span.start])
        lines += [paint(line, "soft", color) for line in _barred(account.text[span.start : span.end], reason)]
        reached = max(reached, span.end)
    return "\n".join(map(inert, lines)) + "\n"


def _kept(text: str) -> Iterator[str]:
    if text.strip():
        yield ""
        for line in visible(text).strip().split("\n"):
            yield f"  {line.rstrip()}".rstrip()


def _barred(text: str, reason: str) -> Iterator[str]:
    lines = [line.rstrip() for line in visible(text).split("\n") if line.strip()]
    if lines:
        yield from ("", f"┆ [{one_line(reason)}]")
        yield from (f"┆ {line}" for line in lines)


def quotations_to_text(account: Account) -> str:
    """A line or two a quotation: who, by what cue, where, and the words."""
    places = Places(account)
    lines = []
    for quotation in account.quotations:
        who = one_line(quotation.speaker or "") or (
            "nobody named" if quotation.kind == "speech" else quotation.kind
        )
        cue = places.cue(quotation)
        lines.append(f"{who}{f' (“{cue}”)' if cue else ''}, {places.words(quotation.start)}")
        lines.append(f"  “{one_line(account.text[quotation.start : quotation.end])}”")
    return "".join(f"{inert(line)}\n" for line in lines)
