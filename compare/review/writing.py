"""accepted.toml with more or fewer entries: whole, in order, and nothing of anybody else's lost.

Everything is done alone in the folder, from the file as it is then.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from compare.locking import alone_in
from compare.model import Acceptance, CompareError, Comparison, Discrepancy
from compare.output import write_whole
from compare.review.acceptances import FILE, Entry, entries_in
from compare.review.blocks import DIVIDERS, Block, blocks_in
from compare.review.entries import entry_for
from compare.review.judging import Judged, judge
from compare.review.rendering import entry_to_toml, with_values

HEAD = """\
# What a person has looked at in this event, and why it may stand.
# "rashomon review" and "rashomon accept" add to it, "rashomon prune" takes out what occurs no more;
# reasons may be edited. The lines #0 to #f keep two people's acceptances apart when git merges them.

"""

EMPTY = (HEAD + "".join(DIVIDERS)).encode()
"""What a file without entries holds."""


def begin(folder: Path) -> None:
    """Put an accepted.toml without entries into a folder that has none: two people's first ones can then be merged."""
    with alone_in(folder):
        if not (folder / FILE).exists():
            write_whole({folder / FILE: EMPTY})


def accept(
    folder: Path, comparison: Comparison, chosen: Sequence[Discrepancy], acceptance: Acceptance
) -> list[Discrepancy]:
    """Accept discrepancies of a comparison; those among them that somebody else had accepted by then."""
    accounts = {account.id: account for account in comparison.accounts}
    already: list[Discrepancy] = []

    def changed(blocks: list[Block], judged: Judged, entries: dict[str, Entry]) -> list[Block]:
        new = Counter(d.id for d in judged.comparison.discrepancies if d.status == "new")
        for found in chosen:
            if new[found.id] < 1:
                already.append(found)
                continue
            new[found.id] -= 1
            entry = _added(entries.get(found.id), entry_for(found, acceptance, accounts), judged)
            entries[found.id] = entry
            blocks = _with(blocks, entry)
        return blocks

    _change(folder, comparison, acceptance.on, changed)
    return already


def prune(folder: Path, comparison: Comparison, today: str) -> tuple[Entry, ...]:
    """Take out what is stale; the entries that were, with ``times`` as often as they were stale."""
    gone: list[Entry] = []

    def changed(blocks: list[Block], judged: Judged, entries: dict[str, Entry]) -> list[Block]:
        for entry in judged.stale:
            gone.append(entry)
            left = entries[entry.id].times - entry.times
            place = next(k for k, block in enumerate(blocks) if block.id == entry.id)
            blocks[place] = _fewer(blocks[place], left)
            if not blocks[place].text and place and f"\n{blocks[place - 1].text}".endswith("\n\n"):
                blocks[place - 1] = Block(blocks[place - 1].text[:-1])  # the blank line that stood before it
        return blocks

    _change(folder, comparison, today, changed)
    return tuple(gone)


def _added(old: Entry | None, new: Entry, judged: Judged) -> Entry:
    """The entry that accepts one more; one that pardoned nothing (malformed, expired) is replaced."""
    if (
        old is None
        or old.fault
        or not any(d.id == old.id and d.status == "accepted" for d in judged.comparison.discrepancies)
    ):
        return new
    reasons = dict.fromkeys((old.acceptance.reason, new.acceptance.reason))
    return replace(new, times=old.times + 1, acceptance=replace(new.acceptance, reason=" / ".join(reasons)))


def _fewer(block: Block, left: int) -> Block:
    return Block(with_values(block.text, block.id, {"times": left}), block.id) if left else Block("")


def _with(blocks: list[Block], entry: Entry) -> list[Block]:
    """The blocks with an entry in its place: after its divider, in the order of fingerprints."""
    for number, block in enumerate(blocks):
        if block.id == entry.id:
            text = with_values(block.text, entry.id, entry)
            return [*blocks[:number], Block(text, entry.id), *blocks[number + 1 :]]
    new = Block(f"\n{entry_to_toml(entry)}", entry.id)
    divider = DIVIDERS[int(entry.id[0], 16)]
    smaller = [k for k, b in enumerate(blocks) if b.id[:1] == entry.id[0] and b.id < entry.id]
    if smaller:
        return [*blocks[: smaller[-1] + 1], new, *blocks[smaller[-1] + 1 :]]
    for number, block in enumerate(blocks):
        if not block.id and divider in block.text.splitlines(keepends=True):
            head, tail = _after_line(block.text, divider)
            return [*blocks[:number], Block(head), new, Block(tail), *blocks[number + 1 :]]
    place = next((k for k, block in enumerate(blocks) if block.id > entry.id), len(blocks))
    return [*blocks[:place], new, *blocks[place:]]


def _after_line(text: str, line: str) -> tuple[str, str]:
    lines = text.splitlines(keepends=True)
    place = lines.index(line) + 1
    return "".join(lines[:place]), "".join(lines[place:])


def _change(
    folder: Path, comparison: Comparison, today: str,
    changed: Callable[[list[Block], Judged, dict[str, Entry]], list[Block]],
) -> None:  # fmt: skip
    path = folder / FILE
    with alone_in(folder):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            content = EMPTY
        except OSError as error:
            raise CompareError(f"{path}: {error.strerror}; make it readable or move it away") from error
        entries = entries_in(content, path)
        text = content.decode("utf-8-sig")
        line_end = "\r\n" if "\r\n" in text else "\n"
        blocks = blocks_in(text.replace("\r\n", "\n"))
        after = "".join(
            block.text
            for block in changed(blocks, judge(comparison, entries, today), {e.id: e for e in entries})
        )
        if not after.endswith("\n"):
            after += "\n"
        _check(after, path)
        data = after.replace("\n", line_end).encode()
        if data != content:
            write_whole({path: data})


def _check(text: str, path: Path) -> None:
    """Nothing; CompareError where the changed text would be no TOML, so that it is never written."""
    try:
        tomllib.loads(text)
    except ValueError as error:
        raise CompareError(
            f"{path}: its tables stand in a way that cannot be added to ({error}); put each under its own [fingerprint]"
        ) from error
