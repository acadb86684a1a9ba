"""One rendering of an utterance leaves out words, at an edge or by an ellipsis, that the other quotes.

Example: one begins “I'm in strong agreement with that concept” as if it were the
whole sentence; the other quotes the words before it, too.

A fragment in the narrator's own sentence whose words all stand in the other is
a note. A warning is a fragment passed off as a whole sentence, one that stops
just before "but", "unless", "except" or "if", and one beside which the narrator
writes the same words in both accounts.

A note, too, is a fragment whose fuller words the same account quotes elsewhere, and
a sentence that lacks no more than its "It is" or "There was a".

Not flagged: whole sentences of a speech left out; a lone function word beside a
fragment; a short form that both accounts quote.

Known false alarms: a speaker who said the short form as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from compare.function_words import FUNCTION_WORDS
from compare.model import Alignment, Discrepancy, Parallel, Speech
from compare.utterances.differences import Difference, differences, telling
from compare.utterances.phrases import Renderings, phrase, reading, renderings
from compare.utterances.surroundings import alike, only_partners

SEVERITIES = "warning", "note"

TURNS = frozenset({"but", "unless", "except", "if", "however", "although", "though", "until"})
"""Words that take back or limit what stands before them."""

LEADS = frozenset(
    "it he she they this that there we i you is was are were am it's he's she's they're that's there's we're i'm you're a an the".split()
)
"""Words with which a sentence sets out, and that say nothing by themselves: "It is a …" is "A …" to most editors."""

JOINTS = frozenset({"and", "but", "or", "so", "that", "because"})
"""Words that tie a left-out stretch to what follows."""

APART = 3
"""So many left-out words, quoted in another place, are not left out."""

BESIDE = 3
"""Words next to both renderings, before and behind, that must be the same; the edge of a sentence counts as one."""

_Cut = tuple[Speech, int, int, Speech, int, int, str]


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One discrepancy a stretch left out; of a fragment's two edges only the one that leaves out more."""
    quoted = {id(alignment.left): renderings(alignment.left), id(alignment.right): renderings(alignment.right)}
    partners = only_partners(alignment.parallels)
    for parallel in alignment.parallels:
        sole = id(parallel) in partners
        cuts = [_cut(parallel, d) for d in differences(parallel) if d.sort == "cut"]
        for side in (0, 1):
            mine = [c for c in cuts if c[0] is (parallel.left, parallel.right)[side]]
            mine = [c for c in mine if telling(*c[3:6]) or _whole_start(c[0], c[1]) or _in_place(c)]
            mine = [c for c in mine if sole and _in_place(c) or not _both_ways(c, quoted[id(c[3].account)])]
            again = [c for c in mine if not (sole and _in_place(c)) and _elsewhere(c, quoted[id(c[0].account)])]
            severe = [c for c in mine if c not in again and _severe(parallel, c)]
            fragments = [c for c in mine if c not in severe]
            for _, group in groupby(fragments, key=lambda c: c[3].sentences[c[4]]):
                cut = max(group, key=_weight)
                yield _discrepancy(parallel, cut, "note", " It quotes these words, too, elsewhere." if cut in again else "")
            for cut in severe:
                yield _discrepancy(parallel, cut, "warning")


def _cut(parallel: Parallel, difference: Difference) -> _Cut:
    """The shorter speech and its place, the fuller one and the words it has more."""
    a, b, c, d = difference.run
    if a == b:
        return parallel.left, a, b, parallel.right, c, d, difference.edge
    return parallel.right, c, d, parallel.left, a, b, difference.edge


def _weight(cut: _Cut) -> tuple[int, int]:
    words = [w[2] for w in cut[3].words[cut[4] : cut[5]]]
    return sum(w not in FUNCTION_WORDS for w in words), len(words)


def _elsewhere(cut: _Cut, own: Renderings) -> bool:
    """Whether the account that cuts here quotes the words, with those beside them, in another place."""
    fuller, first, last, edge = cut[3:]
    around = (first - (edge != "start") * 2, last + (edge != "end") * 2)
    words = [w[2] for w in fuller.words[max(0, around[0]) : around[1]]]
    if len(words) > last - first and own.quotes(words):
        return True
    alone = [w[2] for w in fuller.words[first:last]]
    while alone and alone[-1] in JOINTS:
        alone.pop()
    return len(alone) >= APART and own.quotes(alone)


def _in_place(cut: _Cut) -> bool:
    """Whether the narrator's words next to both renderings are the same: the words were lost in copying."""
    shorter, k, _, fuller, first, last, edge = cut
    if not shorter.words or edge == "inside" and not k:
        return False
    if not (_at_edge(shorter, k) and _at_edge(fuller, first if edge == "start" else last)):
        return False
    ours = shorter.pieces[k if edge == "start" else k - 1]
    theirs = fuller.pieces[first if edge == "start" else last - 1]
    before, behind = alike(shorter.account, ours, fuller.account, theirs)
    alone = before == behind == [""] and shorter.pieces.count(ours) >= BESIDE
    return alone or bool(before if edge == "start" else behind) and len(before) + len(behind) >= BESIDE


def _at_edge(speech: Speech, k: int) -> bool:
    """Whether a quotation ends before word ``k``, or begins there."""
    return not 0 < k < len(speech.words) or speech.pieces[k - 1] != speech.pieces[k]


def _both_ways(cut: _Cut, other: Renderings) -> bool:
    """Whether the fuller account has the shorter rendering, too: there the accounts agree."""
    shorter, k, edge = cut[0], cut[1], cut[6]
    return edge != "inside" and other.has_edge(shorter, k, edge == "start")


def _discrepancy(parallel: Parallel, cut: _Cut, severity: str, more: str = "") -> Discrepancy:
    shorter, k, _, fuller, first, last, _ = cut
    readings = {id(shorter): reading(shorter, k, k), id(fuller): reading(fuller, first, last)}
    order = (readings[id(parallel.left)], readings[id(parallel.right)])
    return Discrepancy("quotation-truncated", severity, _message(parallel, cut) + more, order)


def _message(parallel: Parallel, cut: _Cut) -> str:
    shorter, k, _, fuller, first, last, edge = cut
    left_out = phrase(fuller, first, last, around=0)
    if edge == "start":
        kept = phrase(shorter, k, min(k + 4, _stop(parallel, shorter)), around=0)
        return f"{shorter.account.label} begins at “{kept}”; {fuller.account.label} quotes “{left_out}” before it."
    kept = phrase(shorter, max(k - 4, _begin(parallel, shorter)), k, around=0)
    place = "stops after" if edge == "end" else "leaves out words after"
    turn = ", a turn that changes it" if edge == "end" and fuller.words[first][2] in TURNS else ""
    return f"{shorter.account.label} {place} “{kept}”; {fuller.account.label} goes on “{left_out}”{turn}."


def _begin(parallel: Parallel, speech: Speech) -> int:
    return parallel.stretch[0] if speech is parallel.left else parallel.stretch[2]


def _stop(parallel: Parallel, speech: Speech) -> int:
    return parallel.stretch[1] if speech is parallel.left else parallel.stretch[3]


def _severe(parallel: Parallel, cut: _Cut) -> bool:
    """Whether a reader takes the shorter rendering for all that was said there."""
    shorter, k, _, fuller, first, last, edge = cut
    lead = edge == "start" and all(w[2] in LEADS for w in fuller.words[first:last])
    if _in_place(cut):
        return not lead or last - first == 1
    if _is_phrase(shorter, _begin(parallel, shorter), _stop(parallel, shorter)):
        return False
    if edge == "end" and fuller.words[first][2] in TURNS:
        return True
    if edge == "start":
        return _whole_start(shorter, k) and not lead
    return edge == "end" and _whole_start(shorter, _begin(parallel, shorter)) and _whole_end(shorter, k)


def _is_phrase(speech: Speech, first: int, last: int) -> bool:
    """Whether a rendering is a motto or a name: every word that tells something has a capital."""
    text = speech.account.text
    telling = [w for w in speech.words[first:last] if w[2] not in FUNCTION_WORDS]
    return len(telling) > 1 and all(not text[w[0]].islower() for w in telling)


def _whole_start(speech: Speech, k: int) -> bool:
    """Whether a quotation that starts with word ``k`` looks like the start of a sentence."""
    if k >= len(speech.words) or (k > 0 and speech.sentences[k - 1] == speech.sentences[k]):
        return False
    text, start = speech.account.text, speech.words[k][0]
    if not (text[start].isupper() or text[start].isdigit()):
        return False
    quotation = speech.account.quotations[speech.pieces[k]].start
    sentences = speech.account.sentences
    opening = bisect_right(sentences, quotation, key=lambda sentence: sentence.start) - 1
    # what stands before the sentence (a time code, a label) says nothing of the quotation
    before = text[sentences[opening].start if opening >= 0 else 0 : quotation].rstrip(" \n\"'“‘«„(")[-1:]
    return before in ("", ".", "!", "?", ":", ",", "”", "’", "–", "—", "-", ";")


def _whole_end(speech: Speech, k: int) -> bool:
    """Whether a quotation that ends before word ``k`` looks finished."""
    text, end = speech.account.text, speech.words[k - 1][1]
    return text[end : end + 1] in (".", "!", "?", ",")
