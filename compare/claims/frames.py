"""A sentence to its frames: a word, the preposition that hangs on it, and what fills the place behind ("exchange for …")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from compare.claims.wording import Word, Wording
from compare.function_words import FUNCTION_WORDS
from compare.names import one_edit
from compare.quotations.verbs import SPEAKING
from compare.quotations.vocabulary import AUXILIARIES, DETERMINERS, SUBORDINATORS, TIMES
from compare.tokens import words_of

PREPOSITIONS = frozenset("in at on from to into near for with by against under over through outside inside toward between among before about".split())
"""Those whose complement says where, who, what for or how."""

FILLED = 8
"""Words that may fill a place."""

REACH, GOVERNORS = 6, 3
"""Words before a preposition among which so many governors are looked for."""

MOST = 4
"""Frames of one word in a sentence that are looked at; bounds the work on an endless one."""

_ENDS = PREPOSITIONS | SUBORDINATORS | AUXILIARIES | frozenset("and or but nor not than after during while of".split())
_LIGHT = frozenset(
    """
    make made makes making take took takes taken taking get got gets getting have had has having go went goes going gone come
    came comes coming put puts give gave gives given giving set sets let like well back part members member number
    according told tell asked ask tells asks talking talked speaking spoke comment comments statement interview people percent
    """.split()
)
"""Words that go with anything."""
_ARTICLES = frozenset("a an the his her its their".split())
_POINTING = frozenset("this that these those his her its their our my your".split())
_WHEN = TIMES | frozenset("time times day days hour hours minutes minute months years weeks weekend moment past future now then year".split())
_NO_GOVERNORS = _LIGHT | _WHEN | FUNCTION_WORDS | SPEAKING


class Frame(NamedTuple):
    """``words[governor]`` and its preposition (``words[preposition]``), filled by ``words[first:last]``; their distance in words."""

    governor: int
    preposition: int
    first: int
    last: int
    distance: int


class Frames:
    """The frames of an account's sentences, each made when it is first asked for, and the words the account has at all."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._frames: dict[int, dict[tuple[str, str], list[Frame]]] = {}
        self._keys: frozenset[str] | None = None

    def of(self, number: int) -> dict[tuple[str, str], list[Frame]]:
        """The frames of a sentence by the governor's stem and the preposition; without one, what stands behind an article."""
        if number not in self._frames:
            self._frames[number] = _frames(self.wording.words(number))
        return self._frames[number]

    def has(self, word: Word) -> bool:
        """Whether the account has a word anywhere."""
        if self._keys is None:
            text = self.wording.account.text
            self._keys = frozenset(words_of(self.wording.account).keys(0, len(text)))
        return word.key in self._keys

    def differing(self, i: int, other: Frames, j: int) -> Iterator[tuple[Frame, Frame]]:
        """Frames of two sentences that are filled differently, with something that neither tells besides."""
        ours, theirs = self.of(i), other.of(j)
        a, b = self.wording.words(i), other.wording.words(j)
        for key in sorted(ours.keys() & theirs.keys()):
            for f, g in product(ours[key][:MOST], theirs[key][:MOST]):
                if a[f.first].quoted and b[g.first].quoted:
                    continue
                x, y = _head(a, f), _head(b, g)
                if x.stem == y.stem or one_edit(x.key, y.key) or (_content(a, f) & _content(b, g) and not _goes_on(a, f, b, g)):
                    continue
                if self.has(y) and other.has(x) or _refers(a, f, b, g) or _refers(b, g, a, f):
                    continue
                if not _content(a, f) <= other.wording.content(j) and not _content(b, g) <= self.wording.content(i):
                    yield f, g


def _frames(words: Sequence[Word]) -> dict[tuple[str, str], list[Frame]]:
    found: dict[tuple[str, str], list[Frame]] = {}
    for k, word in enumerate(words):
        key = word.key
        if (key not in PREPOSITIONS and key not in _ARTICLES) or not k or (word.parted and not words[k - 1].quoted):
            continue
        if key in PREPOSITIONS:
            last = _filled(words, k + 1)
            quoted = key == "to" and words[k - 1].quoted and not word.quoted
            if _says(words, k + 1, last, quoted) and (quoted or not _infinitive(words, k)):
                for governor in [k - 1] if quoted else _governors(words, k):
                    frame = Frame(governor, k, k + 1, last, k - governor)
                    found.setdefault((words[governor].stem, key), []).append(frame)
        elif _governs(words[k - 1]):
            last = _filled(words, k)
            if _says(words, k, last):
                found.setdefault((words[k - 1].stem, ""), []).append(Frame(k - 1, k - 1, k, last, 1))
    return found


def _head(words: Sequence[Word], frame: Frame) -> Word:
    """The last content word of what fills a frame."""
    return next(w for w in reversed(words[frame.first : frame.last]) if w.key not in FUNCTION_WORDS)


def _content(words: Sequence[Word], frame: Frame) -> frozenset[str]:
    """The stems of what fills a frame, function words left out."""
    return frozenset(w.stem for w in words[frame.first : frame.last] if w.key not in FUNCTION_WORDS)


def _refers(words: Sequence[Word], frame: Frame, others: Sequence[Word], other: Frame) -> bool:
    """Whether what fills a frame may only refer to something named: this country, his vote; the bureau, beside a name."""
    first, filling = words[frame.first].key, words[frame.first + 1 : frame.last]
    if first in _POINTING:
        return True
    named = any(not w.small for w in others[other.first : other.last])
    return first == "the" and named and all(w.small for w in filling)


def _goes_on(a: Sequence[Word], f: Frame, b: Sequence[Word], g: Frame) -> bool:
    """Whether the same two words follow what fills two frames."""
    ours, theirs = a[f.last : f.last + 2], b[g.last : g.last + 2]
    return len(ours) == 2 and [w.key for w in ours] == [w.key for w in theirs]


def _filled(words: Sequence[Word], first: int) -> int:
    last = first
    while last < len(words) and last - first < FILLED and not words[last].parted and words[last].key not in _ENDS:
        last += 1
    return last


def _says(words: Sequence[Word], first: int, last: int, verbs: bool = False) -> bool:
    """Whether words fill a place with more than a time or a figure, or, but where ``verbs`` may, a verb's form."""
    filling = words[first:last]
    if any(w.key in _WHEN or (w.key[0].isdigit() and len(w.key) > 1) for w in filling):
        return False
    telling = [w for w in filling if w.key not in FUNCTION_WORDS]
    return bool(telling) and (verbs or not telling[0].key.endswith("ing"))


def _infinitive(words: Sequence[Word], k: int) -> bool:
    """Whether "to" is followed by a verb: by a word in small letters that something follows, no article."""
    following = words[k + 1 : k + 3]
    if words[k].key != "to" or not following[0].small or following[0].key in DETERMINERS or following[0].key.isdigit():
        return False
    return len(following) > 1 and not following[1].parted and following[1].key not in _ENDS


def _governs(word: Word) -> bool:
    """Whether a word says what the place behind it is for: no name, no time, and none that goes with anything."""
    return word.small and len(word.key) > 2 and word.key not in _NO_GOVERNORS


def _governors(words: Sequence[Word], preposition: int) -> list[int]:
    found: list[int] = []
    for k in range(preposition - 1, max(-1, preposition - 1 - REACH), -1):
        word = words[k]
        if _governs(word):
            found.append(k)
        if word.parted or len(found) == GOVERNORS or word.key in SUBORDINATORS or word.key in DETERMINERS and found and k < preposition - 3:
            break
    return found
