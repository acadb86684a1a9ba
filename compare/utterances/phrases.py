"""Words of a speech to readings, and to phrases that a message can quote."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache

from compare.model import Account, Reading, Span, Speech
from compare.utterances.speech import speeches

LONGEST = 12
"""Words a message quotes of one rendering before it shortens it."""

EDGE = 4
"""Words by which the start or the end of a rendering is known again."""


class Renderings:
    """All words an account quotes, to look up whether it has a stretch of them."""

    def __init__(self, account: Account) -> None:
        self._speeches = speeches(account)
        self._edges: dict[bool, set[tuple[str, ...]]] = {}

    @cached_property
    def _lines(self) -> list[str]:
        return [f" {' '.join([w[2] for w in speech.words])} " for speech in self._speeches]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The speeches that have a word, by their number."""
        places: dict[str, list[int]] = defaultdict(list)
        for k, speech in enumerate(self._speeches):
            for word in {w[2] for w in speech.words}:
                places[word].append(k)
        return places

    def has(self, speech: Speech, first: int, last: int, around: int = 2) -> bool:
        """Whether words ``first`` to ``last`` stand in one of the quotations, ``around`` neighbours included.

        Neighbours are taken from the same sentence of speech; words that are all
        of it must be all of a quotation there.
        """
        start, end = first, last
        for _ in range(around):
            start -= _goes_on(speech, start)
            end += _goes_on(speech, end)
        words = [w[2] for w in speech.words[start:end]]
        if end - start > last - first:
            return self.quotes(words)
        return bool(words) and f" {' '.join(words)} " in self._lines

    def quotes(self, words: list[str]) -> bool:
        """Whether the folded words stand in a row in one of the quotations."""
        wanted = f" {' '.join(words)} "
        rarest = min((self._places.get(word, []) for word in words), key=len, default=[])
        return any(wanted in self._lines[k] for k in rarest)

    def has_edge(self, speech: Speech, k: int, start: bool) -> bool:
        """Whether a quotation, or a sentence of one, starts like that from word ``k`` on, or ends like that before it."""
        if start not in self._edges:
            self._edges[start] = {
                _edge(own, n, start)
                for own in self._speeches
                for n in range(not start, len(own.words) + (not start))
                if _at_edge(own, n)
            }
        return _edge(speech, k, start) in self._edges[start]


@lru_cache(maxsize=8)
def renderings(account: Account) -> Renderings:
    """What an account quotes; made once."""
    return Renderings(account)


def _at_edge(speech: Speech, k: int) -> bool:
    """Whether a quotation, or a sentence of speech, ends before word ``k`` and another begins there."""
    return not _goes_on(speech, k) or speech.pieces[k - 1] != speech.pieces[k]


def _edge(speech: Speech, k: int, start: bool) -> tuple[str, ...]:
    words = speech.words[k : k + EDGE] if start else speech.words[max(0, k - EDGE) : k]
    return tuple(w[2] for w in words)


def reading(speech: Speech, first: int, last: int) -> Reading:
    """Words ``first`` to ``last`` of a speech; for none of them, the place where they would stand."""
    if last > first:
        start, end = speech.words[first][0], speech.words[last - 1][1]
        pieces = speech.pieces[first], speech.pieces[last - 1]
    else:
        start = end = place(speech, first)
        piece = speech.pieces[min(first, len(speech.pieces) - 1) if first == 0 else first - 1]
        pieces = piece, piece
    quotations = speech.account.quotations
    context = Span(min(quotations[pieces[0]].start, start), max(quotations[pieces[1]].end, end))
    return Reading(start, end, speech.account.id, context)


def place(speech: Speech, k: int) -> int:
    """The offset at which words before word ``k`` would stand."""
    return speech.words[k - 1][1] if k > 0 else speech.words[0][0]


def phrase(speech: Speech, first: int, last: int, around: int = 1) -> str:
    """Words of a speech with their neighbours, in the source's own characters, on one line.

    A neighbour behind a mark or in another sentence of speech tells nothing, and
    between two pieces stand the narrator's words: none of these is taken, unless
    there would be nothing to show.
    """
    gap = last == first
    for _ in range(around):
        first -= _adjoins(speech, first)
        last += _adjoins(speech, last)
    if gap and first == last and around:
        first, last = max(0, first - _one_piece(speech, first)), min(len(speech.words), last + 1)
    if last - first > LONGEST:
        half = LONGEST // 2
        return f"{_text(speech, first, first + half)} … {_text(speech, last - half, last)}"
    return _text(speech, first, last)


def _goes_on(speech: Speech, k: int) -> bool:
    """Whether word ``k`` stands in the sentence of speech of the one before it."""
    return 0 < k < len(speech.words) and speech.sentences[k - 1] == speech.sentences[k]


def _one_piece(speech: Speech, k: int) -> bool:
    """Whether word ``k``, or the end, and the word before it stand in one quotation."""
    return 0 < k <= len(speech.words) and speech.pieces[k - 1] == speech.pieces[min(k, len(speech.pieces) - 1)]


def _adjoins(speech: Speech, k: int) -> bool:
    """Whether only white space stands between word ``k`` and the one before it."""
    if not 0 < k < len(speech.words):
        return False
    return not speech.account.text[speech.words[k - 1][1] : speech.words[k][0]].strip()


def _text(speech: Speech, first: int, last: int) -> str:
    if last <= first:
        return ""
    start, end = speech.words[first][0], speech.words[last - 1][1]
    return " ".join(speech.account.text[start:end].split())


def credited(speaker: str) -> str:
    """A speaker inside a sentence: ``Ann Dole``, ``the baker``."""
    return f"the {speaker}" if speaker.isalpha() and speaker.islower() and speaker[-1] != "s" else speaker


def told(speech: Speech, first: int, last: int) -> str:
    """Who has whom say what: DW has Putin say “a great deal of development”."""
    verb = f"has {credited(speech.speaker)} say" if speech.speaker else "quotes"
    return f"{speech.account.label} {verb} “{phrase(speech, first, last)}”"


def told_too(speech: Speech, first: int, last: int) -> str:
    """The same of the account named second: DoD “a gradual development”."""
    return f"{speech.account.label} “{phrase(speech, first, last)}”"
