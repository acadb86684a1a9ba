"""Whom the narrator names right beside a quotation: the name or pronoun next to a verb of saying."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Parallel, Speech
from compare.names.likeness import one_edit, plain
from compare.quotations.verbs import SPEAKING
from compare.quotations.vocabulary import NOT_NAMES, ORGANISATIONS, TITLES
from compare.tokens import Token, words_of

REACH = 90
"""Characters beside a quotation in which its speaker is looked for."""

NEAR = 6
"""Words between the quotation and the verb, at most."""

PRONOUNS = frozenset(("he", "she"))

_NO_NAMES = NOT_NAMES | FUNCTION_WORDS


class Named(NamedTuple):
    """``text[start:end]`` names somebody beside the verb ``verb``; ``words`` are folded, ``order`` says whether they stand first."""

    start: int
    end: int
    words: tuple[str, ...]
    verb: str
    first: bool


def named_beside(parallel: Parallel) -> Iterator[tuple[Named, Named]]:
    """Who is named at the same place beside both renderings: behind pieces that end in, or before such as begin with, one word."""
    for i, j in _same_ends(parallel, last=True):
        pair = _behind(parallel.left.account, i), _behind(parallel.right.account, j)
        if pair[0] and pair[1]:
            yield pair[0], pair[1]
    for i, j in _same_ends(parallel, last=False):
        pair = _before(parallel.left.account, i), _before(parallel.right.account, j)
        if pair[0] and pair[1]:
            yield pair[0], pair[1]


def _same_ends(parallel: Parallel, last: bool) -> Iterator[tuple[int, int]]:
    """Quotations (by index) of both sides whose last, or first, words are one word of the utterance."""
    for k, m in _same(parallel):
        if _edge(parallel.left, k, last) and _edge(parallel.right, m, last):
            yield parallel.left.pieces[k], parallel.right.pieces[m]


def _edge(speech: Speech, k: int, last: bool) -> bool:
    beside = k + 1 if last else k - 1
    return not 0 <= beside < len(speech.words) or speech.pieces[beside] != speech.pieces[k]


def _same(parallel: Parallel) -> Iterator[tuple[int, int]]:
    """Words (by index) that are the same in both renderings."""
    a, _, c, _ = parallel.stretch
    for run in (*parallel.runs, (parallel.stretch[1], 0, parallel.stretch[3], 0)):
        yield from zip(range(a, run[0]), range(c, run[2]), strict=False)
        a, c = run[1], run[3]


def _behind(account: Account, k: int) -> Named | None:
    quotations = account.quotations
    start = quotations[k].end
    end = min(len(account.text), start + REACH, *(q.start for q in quotations[k + 1 : k + 2]))
    return _named(account.text, words_of(account).tokens(start, _line_end(account.text, start, end)))


def _before(account: Account, k: int) -> Named | None:
    quotations = account.quotations
    sentence = account.sentences[max(0, bisect_right(account.sentences, quotations[k].start, key=lambda s: s.start) - 1)]
    end = quotations[k].start
    start = max(sentence.start, end - REACH, *(q.end for q in quotations[max(0, k - 1) : k]), 0)
    return _named(account.text, words_of(account).tokens(start, end)[-NEAR - 4 :])


def _line_end(text: str, start: int, end: int) -> int:
    line = text.find("\n", start, end)
    return end if line < 0 else line


def _named(text: str, words: list[Token]) -> Named | None:
    for k, word in enumerate(words[: NEAR + 4]):
        if word.key in SPEAKING and text[word.start].islower():
            before = _name(text, words, k - 1, -1)
            behind = () if before else _name(text, words, k + 1, 1)
            name = before or behind
            if name:
                return Named(name[0].start, name[-1].end, tuple(w.key for w in name), word.key, bool(before))
    return None


def _name(text: str, words: list[Token], k: int, step: int) -> tuple[Token, ...]:
    """The pronoun at word ``k``, or the capitalised words from there on."""
    if 0 <= k < len(words) and words[k].key in PRONOUNS:
        return (words[k],)
    found: list[Token] = []
    while 0 <= k < len(words) and text[words[k].start].isupper() and words[k].key not in _NO_NAMES:
        if found and text[min(found[-1].end, words[k].end) : max(found[-1].start, words[k].start)] not in (" ", ". ", "-"):
            break
        found.append(words[k])
        k += step
    return tuple(sorted(found))


def two_people(left: Named, right: Named) -> bool:
    """Whether two names have no word in common, nor nearly; he and she are two."""
    if (left.words[0] in PRONOUNS) != (right.words[0] in PRONOUNS):
        return False
    names = [{w for w in {plain(w) for w in n.words} if w not in TITLES} for n in (left, right)]
    if not all(names) or {left.words[-1], right.words[-1]} & ORGANISATIONS:
        return False
    short = PRONOUNS & names[0]
    return bool(short and names[0] != names[1]) or not any(p == q or one_edit(p, q) for p, q in product(*names))
