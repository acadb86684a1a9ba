"""A plain slip inside one account: a word printed twice, a wrong article, a small word or a letter lost.

Example: “the council met in in the old hall”, “a old hall”, “he hoped
mend the roof”; or “committment” once, where the other account has “commitment” in
the same sentence.

Not flagged: doubled words that may be meant (had had, that that, very very),
names said twice (Baden Baden), an article before h, u, a number or an acronym,
inflected forms, a rare word that is an everyday one too.

Known false alarms: a stammer that a transcript keeps; a rare word one letter
from the other account's ("uniformed", "uninformed").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, compress
from operator import eq

from compare.function_words import FUNCTION_WORDS
from compare.model import Account, Alignment, Discrepancy, Reading, Sentence, Span
from compare.names import Names, names_of, one_edit, related
from compare.slips import slips
from compare.tokens import fold, stem, words_of

SEVERITY = "note"
SEVERITIES = (SEVERITY,)

SHORTEST = 6
"""Letters of the shortest word that may be another with a letter lost, doubled or changed about."""

_MEANT = frozenset(
    """
    had that is very so no yes too more much many again over never do you out now oh well ever always really long
    far on in there then what whatever who knock hear bye ha blah hey go come up down it her his
    """.split()
)
"""Words that stand twice in good English ("went in in", "had had", "gave her her coat") or in speech."""

_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]++)[ \n]++(\1)(?![\w'’-])", re.IGNORECASE)
_SAID = re.compile(r"(said|says|told|added|wrote) (?:[A-Z][\w.]+ ){1,3}\1(?![\w'’-])")
_EDGE = "[ \n\"“‘(—]"
_ARTICLE = re.compile(
    _EDGE + r"((?:(?:a|(?<![\w,;:)] )A)(?= [aeio][a-z]{2}| [AEIO][a-z]{3})|[Aa]n(?= [bcdfgjklmnpqrstvwyz][a-z]{2}))"
    r" [A-Za-z]+)(?![\w'’-])"
)
_SOUNDS = re.compile(r"a (?:eu|ew|on(?:e|ce)(?:s|self|time)?$|oui|a$|I$|ou?i|ia)", re.IGNORECASE)
_TWO_ARTICLES = re.compile(_EDGE + r"(a an?|an an?|the an?|an? the|(?:the|an?) (?:its|their|our|my|your))(?= [a-z]{3})")


def within(account: Account) -> Iterator[Discrepancy]:
    """One note a doubled word or wrong article, in the order of the text."""
    found: dict[int, tuple[int, str]] = {}
    free = 0
    for start, end, says in sorted([*_slips(account), *slips(account)]):
        if start >= free:
            found[start] = (end, says)
            free = end
    for sentence, start, end in _in_sentences(account, [(s, e) for s, (e, _) in found.items()]):
        reading = Reading(start, end, account.id, Span(sentence.start, sentence.end))
        words = " ".join(account.text[start:end].split())
        yield Discrepancy("misprint", SEVERITY, f"{account.label} has “{words}”: {found[start][1]}.", (reading,))


def _slips(account: Account) -> Iterator[tuple[int, int, str]]:
    text = account.text
    for match in _doubled(account):
        word, again = match.groups()
        meant = word.lower() in _MEANT and not (word == "That" and again == "that")
        if not meant and again.islower() and _slip_of(again):
            yield (*match.span(), "a word twice")
    for match in _SAID.finditer(text):
        yield (*match.span(), "a verb twice")
    for match in _TWO_ARTICLES.finditer(text):
        yield (*match.span(1), "a word too many")
    for match in _ARTICLE.finditer(text):
        if not _SOUNDS.match(match.group(1)) and not set("aeiouy").isdisjoint(match.group(1).split()[1].lower()):
            yield (*match.span(1), "a or an")


def _doubled(account: Account) -> Iterator[re.Match[str]]:
    """What the pattern of doubled words finds, asked only where two words are alike."""
    starts, _, keys = words_of(account).between(0, len(account.text))
    free = 0
    for k in compress(range(len(keys)), map(eq, keys, keys[1:])):
        match = _DOUBLED.match(account.text, starts[k]) if starts[k] >= free else None
        if match:
            free = match.end()
            yield match


def _slip_of(word: str) -> bool:
    """Whether a word is not said twice for its sound: a function word, or one of four letters and more."""
    return word in FUNCTION_WORDS or len(word) > 3


def _in_sentences(account: Account, places: Sequence[tuple[int, int]]) -> Iterator[tuple[Sentence, int, int]]:
    """The places that lie within one sentence, with it; both in the order of the text."""
    sentences = iter(account.sentences)
    here = next(sentences, None)
    for start, end in places:
        while here and here.end < end:
            here = next(sentences, None)
        if here and here.start <= start:
            yield here, start, end


def between(alignment: Alignment) -> Iterator[Discrepancy]:
    """One note a word that stands once, and once only, beside its near-form in a linked sentence of the other account."""
    sides = (alignment.left, alignment.right)
    names = [names_of(account) for account in sides]
    odd = _odd(names[0], names[1]), _odd(names[1], names[0])
    if not any(odd):
        return
    seen: set[tuple[int, str]] = set()
    for link in alignment.links:
        found = [
            [own.small_in(account.sentences[k].start, account.sentences[k].end) for k in numbers]
            for own, account, numbers in zip(names, sides, (link.left, link.right), strict=True)
        ]
        held = [{word for sentence in side for _, word in sentence} for side in found]
        for side, other in ((0, 1), (1, 0)):
            near = held[other] - held[side]
            for start, word in chain.from_iterable(found[side]) if near else ():
                if word not in odd[side] or (side, word) in seen:
                    continue
                seen.add((side, word))
                right = next((w for w in sorted(near) if _lost_letter(word, w)), None)
                if right and names[side].small[right] + names[other].small[right] > 1:
                    yield _near_miss(sides[side], start, word, right)


def _odd(own: Names, other: Names) -> frozenset[str]:
    """Words that stand once in both accounts, and are nearly one that stands there oftener: few accounts have any."""
    rights: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word, count in other.small.items():
        if len(word) >= SHORTEST - 1 and count + own.small.get(word, 0) > 1:
            rights[word[0], word[-1]].append(word)
    once = [word for word, count in own.small.items() if count == 1 and len(word) >= SHORTEST and word not in other.small]
    return frozenset([word for word in once if any(_lost_letter(word, right) for right in rights.get((word[0], word[-1]), ()))])


def _lost_letter(word: str, right: str) -> bool:
    """Whether a word is another with an inner letter lost or doubled, or two changed about."""
    if word[0] != right[0] or word[-1] != right[-1] or abs(len(word) - len(right)) > 1:
        return False
    same = sorted(word) == sorted(right) if len(word) == len(right) else True
    return same and one_edit(word, right) and fold(word) != fold(right) and stem(word) != stem(right) and not related(word, right)


def _near_miss(account: Account, start: int, word: str, right: str) -> Discrepancy:
    end = start + len(word)
    sentence = account.sentences[bisect_left(account.sentences, end, key=lambda s: s.end)]
    reading = Reading(start, end, account.id, Span(sentence.start, sentence.end))
    message = f"{account.label} has “{word}” once, where the accounts else have “{right}”."
    return Discrepancy("misprint", SEVERITY, message, (reading,))
