"""The same claim is credited to different sources, or credited by one account and told as fact by the other.

Example: one account has a bridge closed “according to the railway”, the other has
the police say so.

Not flagged: a source named in short or by a role that an account gives it ("Ann Lee",
"the family's lawyer"); pronouns; a document beside who issued it; words that both
accounts quote (quotation-speaker); a sentence that the other has word for word. What one tells as a fact is a note.

Known false alarms: a role that no account gives to the person it belongs to; two
sources of one kind who both said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from compare.claims import TELLING, Source, Wording, linked_claims, two_sources, wording_of
from compare.claims.wording import LETTERS
from compare.model import Alignment, Discrepancy, Link, Reading
from compare.slots import FIRM

SEVERITY = "warning"
SEVERITIES = SEVERITY, "note"

SCORE = 0.5
"""A link must be at least so sure for a warning; else it is a note."""

SHARED = 3
"""Content words, at least, that both sentences have besides their sources."""

PLAIN, COVER = 4, 0.35
"""So many of them, and this share of the shorter sentence, where one names no source."""

LENGTH = 10
"""Words of a claim that a message shows, at most."""

_HEDGES = TELLING | frozenset("reportedly allegedly apparently alleged according accused charged charges believed".split())
"""Words of a sentence that its narrator does not tell as a plain fact."""


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One discrepancy a linked claim whose sources differ, two sources and most words in common first; each sentence once."""
    left, right = wording_of(alignment.left), wording_of(alignment.right)
    found: list[tuple[tuple[int, ...], int, int, Discrepancy]] = []
    for link, i, j in linked_claims(alignment):
        if link.relation == "same-quotation" or len(left.content(i) & right.content(j)) < SHARED:
            continue
        a = left.source(i)
        if link.relation not in FIRM and not (a and a.whole):
            continue
        b = right.source(j)
        if a or b:
            told = _told(left, i, a), _told(right, j, b)
            shared = told[0] & told[1]
            severity = _severity(left, i, right, j, link, shared, min(map(len, told)))
            if severity:
                rank = not (a and b), -len(shared), i + j, abs(i - j)
                found.append((rank, i, j, _discrepancy(severity, (left, i, a), (right, j, b), shared)))
    seen: set[tuple[int, int]] = set()
    for _, i, j, discrepancy in sorted(found, key=lambda f: f[:3]):
        if not seen & {(0, i), (1, j)}:
            seen |= {(0, i), (1, j)}
            yield discrepancy


def _severity(left: Wording, i: int, right: Wording, j: int, link: Link, shared: Set[str], fewer: int) -> str | None:
    """How bad it is that one source or two tell what both sentences tell; None where it may be one, or another claim.

    ``fewer`` counts the content words of the shorter sentence, its source left out.
    """
    a, b, firm = left.source(i), right.source(j), link.relation in FIRM
    if a and b:
        whole = a.whole and b.whole
        if len(shared) < SHARED or not (whole or firm) or not two_sources((left, i, a), (right, j, b)):
            return None
        return SEVERITY if whole and firm and link.score >= SCORE else "note"
    if not firm or len(shared) < max(PLAIN, COVER * fewer):
        return None
    source, (wording, number) = (a, (right, j)) if a else (b, (left, i))
    words = wording.words(number)
    keys = {wording.account.text[w.start : w.end].lower() for w in words}
    told = source and (source.names & keys or source.nouns and {noun[:LETTERS] for noun in source.nouns} <= {w.stem for w in words})
    return None if _HEDGES & keys or any(w.quoted for w in words) or told else "note"


def _told(wording: Wording, number: int, source: Source | None) -> frozenset[str]:
    """The stems of a sentence's content words, those of its source left out."""
    content = wording.content(number)
    if source:
        content &= {w.stem for w in wording.words(number) if not source.start <= w.start < source.end}
    return content


_Side = tuple[Wording, int, Source | None]


def _discrepancy(severity: str, left: _Side, right: _Side, shared: Set[str]) -> Discrepancy:
    credited = [side for side in (left, right) if side[2]]
    claim = _claim(*credited[0], shared)
    first, *more = [
        f"{wording.account.label}{' credits ' + claim if not k else ''} to {wording.shown(source.start, source.end)}"
        for k, (wording, _, source) in enumerate(credited) if source
    ]
    flat = [f"{wording.account.label} tells it as a fact" for wording, _, source in (left, right) if not source]
    message = f"{first}, {(*more, *flat)[0]}."
    return Discrepancy("attribution", severity, message, (_reading(*left, shared), _reading(*right, shared)))


def _claim(wording: Wording, number: int, source: Source | None, shared: Set[str]) -> str:
    """The words of a sentence that both tell, its source left out, in quotation marks; of many the first."""
    words = wording.words(number)
    told = [k for k, w in enumerate(words) if not (source and source.start <= w.start < source.end)]
    telling = [k for k in told if words[k].stem in shared]
    telling = [k for k in telling if words[k].key not in _HEDGES] or telling
    first = telling[0]
    here = [k for k in telling if not source or (words[k].start < source.start) == (words[first].start < source.start)]
    last = min(here[-1], first + LENGTH - 1)
    more = " …" if last < here[-1] else ""
    return f"“{wording.shown(words[first].start, words[last].end)}”{more}"


def _reading(wording: Wording, number: int, source: Source | None, shared: Set[str]) -> Reading:
    """The source; where there is none, the place before the claim."""
    context = wording.context(number)
    if source:
        return Reading(source.start, source.end, wording.account.id, context)
    at = next((w.start for w in wording.words(number) if w.stem in shared), context.start)
    return Reading(at, at, wording.account.id, context)
