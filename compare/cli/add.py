"""rashomon add: sources into an event folder, with what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.options import complete_event
from compare.model import CompareError

if TYPE_CHECKING:
    from compare.events.adding import Added, Source


# fmt: off
@click.command("add", short_help="Copy sources into an event folder, with their checksums.")
@click.argument("event", shell_complete=complete_event)
@click.argument("files", nargs=-1, metavar="FILE…")
@click.option("--update", is_flag=True, help="Take sources as they are now, though they are other than those that were added; without FILE, all.")
@click.option("--title", help="What to call the event.")
@click.option("--label", "labels", multiple=True, metavar="[FILE=]NAME", help="What to call an account; for the files in their order.")
@click.option("--publisher", "publishers", multiple=True, metavar="[FILE=]NAME", help="Who published it.")
@click.option("--published", multiple=True, metavar="[FILE=]DATE", help="When (2007-07-02); it goes before a date in the text.")
@click.option("--url", "urls", multiple=True, metavar="[FILE=]URL", help="Where it was found. Nothing is fetched.")
@click.option("--retrieved", multiple=True, metavar="[FILE=]DATE", help="When it was found there.")
@click.option("--licence", "licences", multiple=True, metavar="[FILE=]TEXT", help="Under which licence it may be kept.")
def add_command(
    event: str, files: tuple[str, ...], update: bool, title: str | None, labels: tuple[str, ...],
    publishers: tuple[str, ...], published: tuple[str, ...], urls: tuple[str, ...], retrieved: tuple[str, ...],
    licences: tuple[str, ...],
) -> int:
    # fmt: on
    """Copy sources into sources/EVENT/ and list them, with their checksums, in its event.toml.

    \b
    rashomon add bridge courier.txt herald.txt --label Courier --label Herald
    rashomon add bridge wire.html --url https://… --published 2019-05-07
    rashomon add --update bridge                  after a source was corrected in its place
    rashomon add --update bridge ~/herald.txt     put another text in its place

    A source that changes without --update stops the check.
    """
    from compare.cli.place import home
    from compare.events.adding import add_sources
    from compare.events.folders import SOURCES, check_name
    from compare.review import begin

    check_name(event)
    if not files and not update:
        raise CompareError(f"{event}: no files to add; name them, or give --update to take its sources as they are now")
    place = home()
    options = {"label": labels, "publisher": publishers, "published": published, "url": urls, "retrieved": retrieved,
               "licence": licences}
    sources = _sources(files or _listed(place, event, options), options)
    added = add_sources(place, event, sources, title, update)
    begin(place / SOURCES / event)
    _say(place, event, added)
    return 0


def _listed(place: Path, event: str, options: dict[str, tuple[str, ...]]) -> list[str]:
    """The sources an event has, where options say something of them."""
    from compare.events.folders import listed_in

    if not any(options.values()):
        return []
    return [str(place / "sources" / event / file) for file in listed_in(place, event).sources]


def _sources(files: Sequence[str], options: dict[str, tuple[str, ...]]) -> list[Source]:
    from compare.events.adding import Source
    from compare.targets import by_source

    values = {key: by_source(f"--{key}", _in_full(given, files), files) for key, given in options.items()}
    return [Source(file, {key: v for key in values if (v := values[key][k])}) for k, file in enumerate(files)]


def _in_full(given: Sequence[str], files: Sequence[str]) -> list[str]:
    """Values in which a file may be named by its name alone."""
    full = {Path(file).name: file for file in files}
    split = [(value, *value.partition("=")) for value in given]
    return [f"{full[name]}={rest}" if equals and name in full else value for value, name, equals, rest in split]


def _say(place: Path, event: str, added: Sequence[Added]) -> None:
    """What was done with each source, and what to type next, on standard error."""
    from hashlib import sha256

    from compare.checking.cache import Cache, cache_folder
    from compare.checking.changes import changes
    from compare.events.folders import SOURCES
    from compare.reporting.visible import one_line

    cache = Cache(cache_folder())
    lines = []
    for source in added:
        digest = sha256(source.content).hexdigest()
        cache.keep_text(source.content)
        shown = place / SOURCES / event / source.file
        if source.before is None:
            lines.append(f"{shown}: added")
        elif not source.before:
            lines.append(f"{shown}: its checksum taken")
        elif source.before != digest:
            lines.append(f"{shown}: updated")
            lines += [f"  {line}" for line in changes(place, event, source.file, source.before, source.content, cache)]
        else:
            lines.append(f"{shown}: as it was")
    for line in lines:
        click.echo(" " * (len(line) - len(line.lstrip())) + one_line(line), err=True)
    click.echo(f"next: rashomon check {event}", err=True)
